// When a computer goes to sleep and stops answering: the sleep settings of Power.admx of Windows Server 2025 that decide it. The
// other policies of that template (buttons, display, disks, battery) are left out.

import type { PolicyGroup } from './policy';
import { machine, number, offOn, onOff } from './rows';
import { SINCE_10, SINCE_7, SINCE_VISTA } from './supportedOn';

const POWER = 'Software\\Policies\\Microsoft\\Power\\PowerSettings';

export const powerPolicies: readonly PolicyGroup[] = [
  {
    template: 'Power',
    category: 'System > Power Management > Sleep Settings',
    key: POWER,
    rows: [
      machine('ACHibernateTimeOut_2', 'Specify the system hibernate timeout (plugged in)', SINCE_VISTA, [
        number('ACSettingIndex', 0, 0xffffffff, { unit: 'seconds', required: true, setting: 'power.hibernatePluggedIn' }),
      ], { key: POWER + '\\9D7815A6-7EE4-497E-8888-515A05F02364' }),
      machine('ACStandbyTimeOut_2', 'Specify the system sleep timeout (plugged in)', SINCE_VISTA, [
        number('ACSettingIndex', 0, 0xffffffff, { unit: 'seconds', required: true, setting: 'power.sleepPluggedIn' }),
      ], { key: POWER + '\\29F6C1DB-86DA-48C5-9FDB-F2B67B1F44DA' }),
      machine('ACStandbyWithHiberfileEnable_2', 'Turn off hybrid sleep (plugged in)', SINCE_VISTA, [
        offOn('ACSettingIndex'),
      ], { key: POWER + '\\94ac6d29-73ce-41a6-809f-6363ba21b47e' }),
      machine('DCHibernateTimeOut_2', 'Specify the system hibernate timeout (on battery)', SINCE_VISTA, [
        number('DCSettingIndex', 0, 0xffffffff, { unit: 'seconds', required: true, setting: 'power.hibernateOnBattery' }),
      ], { key: POWER + '\\9D7815A6-7EE4-497E-8888-515A05F02364' }),
      machine('DCStandbyTimeOut_2', 'Specify the system sleep timeout (on battery)', SINCE_VISTA, [
        number('DCSettingIndex', 0, 0xffffffff, { unit: 'seconds', required: true, setting: 'power.sleepOnBattery' }),
      ], { key: POWER + '\\29F6C1DB-86DA-48C5-9FDB-F2B67B1F44DA' }),
      machine('DCStandbyWithHiberfileEnable_2', 'Turn off hybrid sleep (on battery)', SINCE_VISTA, [
        offOn('DCSettingIndex'),
      ], { key: POWER + '\\94ac6d29-73ce-41a6-809f-6363ba21b47e' }),
      machine('AllowStandbyStatesAC_2', 'Allow standby states (S1-S3) when sleeping (plugged in)', SINCE_VISTA, [
        onOff('ACSettingIndex'),
      ], { key: POWER + '\\abfc2519-3608-4c2a-94ea-171b0ed546ab' }),
      machine('AllowStandbyStatesDC_2', 'Allow standby states (S1-S3) when sleeping (on battery)', SINCE_VISTA, [
        onOff('DCSettingIndex'),
      ], { key: POWER + '\\abfc2519-3608-4c2a-94ea-171b0ed546ab' }),
      machine('AllowSystemSleepWithRemoteFilesOpenAC', 'Allow automatic sleep with Open Network Files (plugged in)', SINCE_7, [
        onOff('ACSettingIndex'),
      ], { key: POWER + '\\d4c1d4c8-d5cc-43d3-b83e-fc51215cb04d' }),
      machine('AllowSystemSleepWithRemoteFilesOpenDC', 'Allow automatic sleep with Open Network Files (on battery)', SINCE_7, [
        onOff('DCSettingIndex'),
      ], { key: POWER + '\\d4c1d4c8-d5cc-43d3-b83e-fc51215cb04d' }),
      machine('UnattendedSleepTimeOutAC', 'Specify the unattended sleep timeout (plugged in)', SINCE_7, [
        number('ACSettingIndex', 0, 0xffffffff, { unit: 'seconds', required: true, setting: 'power.unattendedSleepPluggedIn' }),
      ], { key: POWER + '\\7bc4a2f9-d8fc-4469-b07b-33eb785aaca0' }),
      machine('UnattendedSleepTimeOutDC', 'Specify the unattended sleep timeout (on battery)', SINCE_7, [
        number('DCSettingIndex', 0, 0xffffffff, { unit: 'seconds', required: true, setting: 'power.unattendedSleepOnBattery' }),
      ], { key: POWER + '\\7bc4a2f9-d8fc-4469-b07b-33eb785aaca0' }),
      machine('ACConnectivityInStandby_2', 'Allow network connectivity during connected-standby (plugged in)', SINCE_10, [
        onOff('ACSettingIndex'),
      ], { key: POWER + '\\f15576e8-98b7-4186-b944-eafa664402d9' }),
      machine('DCConnectivityInStandby_2', 'Allow network connectivity during connected-standby (on battery)', SINCE_10, [
        onOff('DCSettingIndex'),
      ], { key: POWER + '\\f15576e8-98b7-4186-b944-eafa664402d9' }),
    ],
  },
];
