// The account NETWORK SERVICE under the names Windows gives it: with and without a blank, in the display languages whose Windows translates
// account names, and as a SID. A name that is not here may still be it, in a language not listed: callers say "assumed".
// Source: Microsoft, Well-known security identifiers (S-1-5-20); account names of localized Windows.

const SID = 'S-1-5-20';

const names: ReadonlySet<string> = new Set([
  'networkservice',
  'netzwerkdienst',
  'serviceréseau',
  'servicereseau',
  'serviciodered',
  'serviziodirete',
  'serviçoderede',
  'usługasieciowa',
  'hálózatiszolgáltatás',
  'verkkopalvelu',
  'netværkstjeneste',
  'nettverkstjeneste',
  'netwerkservice',
  'nätverkstjänst',
  'síťováslužba',
  'ağhizmeti',
  'сетеваяслужба',
]);

/** `account` as a service has it: `NT Authority\\NetworkService` and its translations. */
export function isNetworkService(account: string): boolean {
  const trimmed = account.trim();
  if (trimmed.toUpperCase() === SID) return true;
  const [domain, name] = trimmed.split('\\', 2);
  // The authority is two words in every language, NT among them; a domain of one's own is something else.
  return domain !== undefined && name !== undefined && /\bNT\b/i.test(domain) && names.has(name.normalize('NFC').toLowerCase().replace(/\s/g, ''));
}
