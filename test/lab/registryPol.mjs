// Files of group policy for tests in the workbench, written here from the description of their format and not by the code under test.

/** @typedef {{ key: string, name: string, type: number, data: Uint8Array }} StoredEntry */

/** @param {string} text */
const utf16 = (text) => Buffer.from(text, 'utf16le');

/** @param {number} value */
function number(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

/**
 * @param {string} key
 * @param {string} name
 * @param {number} value
 * @returns {StoredEntry}
 */
export const dword = (key, name, value) => ({ key, name, type: 4, data: number(value) });

/**
 * @param {string} key
 * @param {string} name
 * @param {string} value
 * @returns {StoredEntry}
 */
export const text = (key, name, value) => ({ key, name, type: 1, data: utf16(`${value}\0`) });

/** @param {readonly StoredEntry[]} entries */
export function registryPol(entries) {
  const semicolon = utf16(';');
  const records = entries.map(({ key, name, type, data }) =>
    Buffer.concat([utf16(`[${key}\0`), semicolon, utf16(`${name}\0`), semicolon, number(type), semicolon, number(data.length), semicolon, data, utf16(']')]),
  );
  return Buffer.concat([Buffer.from('PReg'), number(1), ...records]);
}
