// When a computer goes to sleep and stops answering: the sleep settings of Power.admx of Windows Server 2025 that decide it. The
// other policies of that template (buttons, display, disks, battery) are left out.

import type { PolicyGroup } from './policy';

export const powerPolicies = [
  {
    template: 'Power',
    category: 'System > Power Management > Sleep Settings',
    key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings',
    rows: [
      {
        id: 'ACHibernateTimeOut_2',
        class: 'machine',
        title: 'Specify the system hibernate timeout (plugged in)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\9D7815A6-7EE4-497E-8888-515A05F02364',
        writes: [
          { kind: 'number', name: 'ACSettingIndex', min: 0, max: 4294967295, unit: 'seconds', required: true, setting: 'power.hibernatePluggedIn' },
        ],
      },
      {
        id: 'ACStandbyTimeOut_2',
        class: 'machine',
        title: 'Specify the system sleep timeout (plugged in)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\29F6C1DB-86DA-48C5-9FDB-F2B67B1F44DA',
        writes: [
          { kind: 'number', name: 'ACSettingIndex', min: 0, max: 4294967295, unit: 'seconds', required: true, setting: 'power.sleepPluggedIn' },
        ],
      },
      {
        id: 'ACStandbyWithHiberfileEnable_2',
        class: 'machine',
        title: 'Turn off hybrid sleep (plugged in)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\94ac6d29-73ce-41a6-809f-6363ba21b47e',
        writes: [{ kind: 'switch', name: 'ACSettingIndex', enabled: 0, disabled: 1 }],
      },
      {
        id: 'DCHibernateTimeOut_2',
        class: 'machine',
        title: 'Specify the system hibernate timeout (on battery)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\9D7815A6-7EE4-497E-8888-515A05F02364',
        writes: [
          { kind: 'number', name: 'DCSettingIndex', min: 0, max: 4294967295, unit: 'seconds', required: true, setting: 'power.hibernateOnBattery' },
        ],
      },
      {
        id: 'DCStandbyTimeOut_2',
        class: 'machine',
        title: 'Specify the system sleep timeout (on battery)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\29F6C1DB-86DA-48C5-9FDB-F2B67B1F44DA',
        writes: [
          { kind: 'number', name: 'DCSettingIndex', min: 0, max: 4294967295, unit: 'seconds', required: true, setting: 'power.sleepOnBattery' },
        ],
      },
      {
        id: 'DCStandbyWithHiberfileEnable_2',
        class: 'machine',
        title: 'Turn off hybrid sleep (on battery)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\94ac6d29-73ce-41a6-809f-6363ba21b47e',
        writes: [{ kind: 'switch', name: 'DCSettingIndex', enabled: 0, disabled: 1 }],
      },
      {
        id: 'AllowStandbyStatesAC_2',
        class: 'machine',
        title: 'Allow standby states (S1-S3) when sleeping (plugged in)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\abfc2519-3608-4c2a-94ea-171b0ed546ab',
        writes: [{ kind: 'switch', name: 'ACSettingIndex', enabled: 1, disabled: 0 }],
      },
      {
        id: 'AllowStandbyStatesDC_2',
        class: 'machine',
        title: 'Allow standby states (S1-S3) when sleeping (on battery)',
        supportedOn: 'At least Windows Vista',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\abfc2519-3608-4c2a-94ea-171b0ed546ab',
        writes: [{ kind: 'switch', name: 'DCSettingIndex', enabled: 1, disabled: 0 }],
      },
      {
        id: 'AllowSystemSleepWithRemoteFilesOpenAC',
        class: 'machine',
        title: 'Allow automatic sleep with Open Network Files (plugged in)',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\d4c1d4c8-d5cc-43d3-b83e-fc51215cb04d',
        writes: [{ kind: 'switch', name: 'ACSettingIndex', enabled: 1, disabled: 0 }],
      },
      {
        id: 'AllowSystemSleepWithRemoteFilesOpenDC',
        class: 'machine',
        title: 'Allow automatic sleep with Open Network Files (on battery)',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\d4c1d4c8-d5cc-43d3-b83e-fc51215cb04d',
        writes: [{ kind: 'switch', name: 'DCSettingIndex', enabled: 1, disabled: 0 }],
      },
      {
        id: 'UnattendedSleepTimeOutAC',
        class: 'machine',
        title: 'Specify the unattended sleep timeout (plugged in)',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\7bc4a2f9-d8fc-4469-b07b-33eb785aaca0',
        writes: [
          { kind: 'number', name: 'ACSettingIndex', min: 0, max: 4294967295, unit: 'seconds', required: true, setting: 'power.unattendedSleepPluggedIn' },
        ],
      },
      {
        id: 'UnattendedSleepTimeOutDC',
        class: 'machine',
        title: 'Specify the unattended sleep timeout (on battery)',
        supportedOn: 'At least Windows Server 2008 R2 or Windows 7',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\7bc4a2f9-d8fc-4469-b07b-33eb785aaca0',
        writes: [
          { kind: 'number', name: 'DCSettingIndex', min: 0, max: 4294967295, unit: 'seconds', required: true, setting: 'power.unattendedSleepOnBattery' },
        ],
      },
      {
        id: 'ACConnectivityInStandby_2',
        class: 'machine',
        title: 'Allow network connectivity during connected-standby (plugged in)',
        supportedOn: 'At least Windows 10',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\f15576e8-98b7-4186-b944-eafa664402d9',
        writes: [{ kind: 'switch', name: 'ACSettingIndex', enabled: 1, disabled: 0 }],
      },
      {
        id: 'DCConnectivityInStandby_2',
        class: 'machine',
        title: 'Allow network connectivity during connected-standby (on battery)',
        supportedOn: 'At least Windows 10',
        key: 'Software\\Policies\\Microsoft\\Power\\PowerSettings\\f15576e8-98b7-4186-b944-eafa664402d9',
        writes: [{ kind: 'switch', name: 'DCSettingIndex', enabled: 1, disabled: 0 }],
      },
    ],
  },
] as const satisfies readonly PolicyGroup[];
