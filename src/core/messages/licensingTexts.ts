// Texts about licensing (RDP4xx), and the fixes for it.

export const licensingTexts = {
  'RDP401.title': 'Licensing mode without a licence server',
  'RDP401.message': 'The licensing mode is {0}, and nothing here names a licence server: users are refused when the grace period is over.',

  'RDP402.title': 'Unknown licensing mode',
  'RDP402.message': 'LicensingMode is {0}; 2 is Per Device and 4 is Per User.',
  'RDP402.notConfigured': 'LicensingMode is 5, not configured: a session host refuses users when the grace period is over.',

  'RDP403.title': 'List of licence servers without commas',
  'RDP403.empty': 'LicenseServers is empty and names no licence server.',
  'RDP403.message': 'Names in LicenseServers are separated by commas, so part of "{0}" is read as one name.',
  'RDP403.fix': 'Set to "{0}"',

  'RDP404.title': 'Licensing certificates deleted',
  'RDP404.message': 'Deleting the licensing certificates takes effect with a restart, and the licence server may need to be activated again.',
  'RDP404.related': 'Deleted as well',

  'RDP405.title': 'Licensing certificate of Server 2003',
  'RDP405.message': 'Windows since Server 2008 does not keep {0} here, but in Control\\Terminal Server\\RCM.',

  'RDP406.title': 'Licence store of a client deleted',
  'RDP406.message': 'MSLicensing is where a client keeps its licence: deleting it does nothing for a server that has none to give.',
} as const;
