// The fixed text that starts every script (src/collector/bootstrap.ps1) and what is sent to its standard input. Protocol and command line
// are published in docs/bootstrap.md. Nothing that varies is ever part of a command line.

import bootstrap from '../../collector/bootstrap.ps1';
import { encodeBase64 } from '../text/base64';
import type { Json, Script } from './script';

export const bootstrapText: string = bootstrap;

/** As `-EncodedCommand` takes it: UTF-16LE. */
export const bootstrapBase64: string = encodeBase64(utf16(bootstrap));

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[2 * at] = unit & 0xff;
    bytes[2 * at + 1] = unit >> 8;
  }
  return bytes;
}

/**
 * What the bootstrap reads: the nonce, the number of bytes that follow and the system asked for; the parameters as a line of JSON; the
 * script. ASCII throughout, so that no code page can change it.
 * @param nonce letters and digits that nothing else prints
 */
export function inputFor(script: Script, nonce: string): Uint8Array {
  if (!/^[0-9A-Za-z]{16,64}$/.test(nonce)) throw new Error('a nonce is 16 to 64 letters and digits');
  if (/[^\t\n\r -~]/.test(script.text)) throw new Error('a script is ASCII');
  const rest = `${asciiJson(script.parameters)}\n${script.text}`;
  return new TextEncoder().encode(`${nonce} ${String(rest.length)} ${script.system}\n${rest}`);
}

/** One line. Windows PowerShell 5.1 and .NET read it back unit for unit. */
function asciiJson(value: Json): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
