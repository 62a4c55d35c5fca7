// Reads one .rdp file, as mstsc saves it: lines `name:type:value`, UTF-16LE or UTF-8. Taken: the address and the port. Not taken: user
// names, `password 51` and every other setting of the client. Source: Microsoft, "Supported RDP properties".

import { defaultRdpPort } from '../listener/address';
import { message } from '../messages/message';
import { decodeText } from '../text/decode';
import { doorText, readPort, readTarget } from './address';
import type { Imported } from './imported';

const PROPERTY = /^([^:]+):([a-z]):(.*)$/i;

function propertiesOf(text: string): ReadonlyMap<string, string> {
  const properties = new Map<string, string>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [, name, , value] = PROPERTY.exec(line.trim()) ?? [];
    // The client takes the last of two lines with one name.
    if (name !== undefined && value !== undefined) properties.set(name.trim().toLowerCase(), value.trim());
  }
  return properties;
}

/** `fileName` is the file's own name: people name these files after the server. */
export function importRdp(bytes: Uint8Array, fileName: string): Imported {
  const properties = propertiesOf(decodeText(bytes).text);
  const nothing = (why: Imported['leftOut'][number]['why']): Imported => ({ servers: [], leftOut: [{ what: fileName, why }] });
  // The alternate address stands for the visible one where both are present.
  const address = [properties.get('alternate full address'), properties.get('full address')].find((text) => (text ?? '') !== '');
  if (address === undefined) return nothing(message('server.import.noAddress'));
  const read = readTarget(address);
  if (!read.ok) return nothing(read.fault);
  const host = read.target.host;
  // A port inside the address wins over the property of its own.
  const port = read.target.port ?? readPort(properties.get('server port') ?? '') ?? defaultRdpPort;
  const label = fileName.replace(/\.rdp$/i, '').trim();
  const gateway = properties.get('gatewayhostname') ?? '';
  const usesGateway = gateway !== '' && ['1', '2', '3'].includes(properties.get('gatewayusagemethod') ?? '');
  return {
    servers: [{ label: label === '' ? host : label, address: host, port, via: 'none' }],
    leftOut: usesGateway ? [{ what: doorText({ address: host, port }), why: message('server.import.gateway', gateway) }] : [],
  };
}
