// Texts of a check of many listeners on the command line: what is wrong with a list of them, and what it came to.

export const checkTexts = {
  'listener.range.notAddress': '{0} is not an IP address with the length of a prefix behind it.',
  'listener.range.bits': '"{0}" is not the length of a prefix: it goes from 0 to {1}.',
  'listener.range.large': '{0} holds more than {1} addresses, which is the most that is checked in one run.',
  'listener.range.remedy': 'Write HOST, HOST:PORT, [IPV6]:PORT, or a range as 10.0.0.0/24 or [2001:db8::/120]:PORT.',
  'hosts.empty': '{0} names no host.',
  'hosts.yaml': '{0} is YAML, which is not read here: ansible-inventory -i {0} --list prints it as JSON, which is.',
  'hosts.noJson': '{0} begins like JSON and cannot be read as what ansible-inventory --list prints.',
  'hosts.template': 'its address is a template, which only Ansible can fill in',
  'hosts.pattern': 'its range of names is not [FROM:TO] or [FROM:TO:STEP], or stands for more than {0} names',
  'hosts.unreadable': 'its words cannot be told apart',
  'hosts.remedy': 'A list holds one host or range a line; inventories of Ansible, CSV, .rdg and .rdp files are read too.',
  'hosts.leftOut': '{0}:{1}: {2} is left out: {3}',
  'hosts.leftOutWithoutLine': '{0}: {1} is left out: {2}',
} as const;
