// What of the client a listener lets into its sessions, and the color depth. Sources: TerminalServer.admx of Windows Server 2025,
// registry export.

import type { SettingRow } from '../setting';
import { dword, inListener, offOn } from './places';
import { ADMX_AND_EXPORT, EXPORT } from './sources';

const domain = offOn('allowed', 'refused');

function refused<const Id extends string>(id: Id, title: string, name: string, more?: Partial<Pick<SettingRow, 'trap' | 'source'>>) {
  const place = inListener(name);
  return { id, title, place, types: dword, domain, standard: 0, restart: 'nextConnection', symptom: null, confidence: 'H', source: ADMX_AND_EXPORT, ...more } as const;
}

export const listenerRedirection = [
  refused('listener.disableAudioCapture', 'Audio recording of the client refused', 'fDisableAudioCapture', {
    trap: 'The policy is named the other way round: enabled allows it.',
  }),
  refused('listener.disableAudio', 'Audio and video playback of the client refused', 'fDisableCam', {
    trap: 'The policy is named the other way round: enabled allows it. Not the camera: that is fDisableCameraRedir.',
  }),
  refused('listener.disableComPorts', 'COM ports of the client refused', 'fDisableCcm'),
  refused('listener.disableDrives', 'Drives of the client refused', 'fDisableCdm'),
  refused('listener.disableClipboard', 'Clipboard of the client refused', 'fDisableClip'),
  refused('listener.disablePrinters', 'Printers of the client refused', 'fDisableCpm'),
  refused('listener.disableExe', 'Start of a program by the client refused', 'fDisableExe', { source: EXPORT }),
  refused('listener.disableLptPorts', 'LPT ports of the client refused', 'fDisableLPT'),
  {
    id: 'listener.colorDepth',
    title: 'Highest color depth',
    place: inListener('ColorDepth'),
    types: dword,
    domain: {
      kind: 'choices',
      choices: [
        { value: 2, meaning: '15 bit' },
        { value: 3, meaning: '16 bit' },
        { value: 4, meaning: '24 bit' },
        { value: 5, meaning: '32 bit' },
        { value: 999, meaning: 'what the client supports' },
      ],
    },
    standard: 3,
    restart: 'nextConnection',
    symptom: null,
    confidence: 'H',
    source: ADMX_AND_EXPORT,
  },
] as const satisfies readonly SettingRow[];
