// Reports written for tests, piece by piece, in the shape that the console writes.

export const SETTINGS = 'http://www.microsoft.com/GroupPolicy/Settings';

export interface PolicyMade {
  readonly name: string;
  readonly category: string;
  readonly state?: string;
  /** Elements of the policy, with the prefix q. */
  readonly elements?: string;
  readonly supported?: string;
}

export function policy({ name, category, state = 'Enabled', elements = '', supported = 'At least Windows Server 2003' }: PolicyMade): string {
  return `<q:Policy><q:Name>${name}</q:Name><q:State>${state}</q:State><q:Explain>x</q:Explain><q:Supported>${supported}</q:Supported><q:Category>${category}</q:Category>${elements}</q:Policy>`;
}

export function element(kind: string, value: string, state = 'Enabled', more = ''): string {
  return `<q:${kind}><q:Name>label</q:Name><q:State>${state}</q:State>${more}${value === '' ? '' : `<q:Value>${value}</q:Value>`}</q:${kind}>`;
}

/** `kind`: the last part of the namespace. */
export function extension(kind: string, body: string): string {
  return `<ExtensionData><Extension xmlns:q="${SETTINGS}/${kind}" xmlns="${SETTINGS}">${body}</Extension><Name xmlns="${SETTINGS}">x</Name></ExtensionData>`;
}

export interface GpoMade {
  readonly name?: string;
  readonly computer?: string;
  readonly user?: string;
  readonly computerEnabled?: boolean;
}

export function gpo({ name = 'One', computer = '', user = '', computerEnabled = true }: GpoMade): string {
  return `<GPO xmlns="${SETTINGS}"><Identifier/><Name>${name}</Name><Computer><Enabled>${String(computerEnabled)}</Enabled>${computer}</Computer><User><Enabled>true</Enabled>${user}</User><LinksTo><Enabled>false</Enabled></LinksTo></GPO>`;
}

/** The GPO a setting of a resultant set comes from, and its rank. */
export function from(id: string, rank: number): string {
  const base = `${SETTINGS}/Base`;
  return `<GPO xmlns="${base}"><Identifier xmlns="urn:t">${id}</Identifier></GPO><Precedence xmlns="${base}">${String(rank)}</Precedence>`;
}
