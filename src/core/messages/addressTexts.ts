// What is wrong with an address that a person typed.

export const addressTexts = {
  'listener.address.empty': 'The address is empty.',
  'listener.address.brackets': '{0} has brackets that do not enclose an IPv6 address.',
  'listener.address.hostMissing': '{0} names no host.',
  'listener.address.host': '{0} is neither a host name nor an IP address.',
  'listener.address.port': '"{0}" is not a port: ports go from 1 to 65535.',
  'listener.address.remedy': 'Write HOST, HOST:PORT or [IPV6]:PORT; the port is 3389 where none is given.',
  'ssh.target.unusable': '"{0}" is not an alias of the ssh configuration and not user@host:port.',
  'ssh.target.unusable.remedy': 'Name a host as ssh takes it, an IPv6 address with a port in brackets.',
} as const;
