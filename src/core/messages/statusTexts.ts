// A verdict on a listener in one line, for the list of servers: it shows verdicts of earlier sessions before anything is checked.

export const statusTexts = {
  'listener.status.required': 'RDP answers, NLA required',
  'listener.status.offered': 'RDP answers, NLA offered but not required',
  'listener.status.notOffered': 'RDP answers, NLA not offered',
  'listener.status.unknown': 'RDP answers, NLA not known',
  'listener.status.certificate': 'RDP answers, no usable certificate',
  'listener.status.refusesAll': 'RDP answers and refuses every protocol',
  'listener.status.refused': 'refused: nothing listens on {0}',
  'listener.status.timeout': 'no answer on {0}',
  'listener.status.silent': 'connected to {0}, then silence',
  'listener.status.unreachable': 'unreachable from here',
  'listener.status.unresolved': 'name not resolved',
  'listener.status.closed': '{0} closes connections without an answer',
  'listener.status.cut': '{0} closes connections in the middle of an answer',
  'listener.status.speaker': '{1} answers on {0}, not RDP',
  'listener.status.stranger': 'something else answers on {0}',
} as const;
