// Texts and bytes of .reg files for tests in every extension host: a web worker has no Buffer.

export const TERMINAL_SERVER = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server';
export const LISTENER = `[${TERMINAL_SERVER}\\WinStations\\RDP-Tcp]`;

export const file = (...lines: readonly string[]): string => ['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n');

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Little end first, without a mark. */
export const utf16 = (text: string): Uint8Array => Uint8Array.from([...Array(text.length).keys()].flatMap((at) => [text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8]));

export const joined = (...parts: readonly Iterable<number>[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));
