// A .reg file of a wanted size, the same bytes for the same seed: every type of value, wrapped as regedit wraps, UTF-16LE with its mark.

const HEADER = 'Windows Registry Editor Version 5.00\r\n\r\n';
const LINE_WIDTH = 80;

/** xorshift32: small, fast, and the same everywhere. */
function randomNumbers(seed) {
  let state = seed >>> 0 || 1;
  return (below) => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % below;
  };
}

function hex(prefix, count, random, start) {
  const lines = [];
  let line = prefix;
  let room = LINE_WIDTH - start;
  for (let i = 0; i < count; i++) {
    const piece = random(256).toString(16).padStart(2, '0') + (i + 1 < count ? ',' : '');
    if (line.length + piece.length + 1 > room && i > 0) {
      lines.push(`${line}\\`);
      line = '  ';
      room = LINE_WIDTH;
    }
    line += piece;
  }
  lines.push(line);
  return lines.join('\r\n');
}

function hexText(type, text, start) {
  const bytes = Buffer.from(`${text}\0${type === 7 ? '\0' : ''}`, 'utf16le');
  let at = 0;
  return hex(`hex(${type.toString(16)}):`, bytes.length, () => bytes[at++], start);
}

function valueLine(random, index) {
  const name = `"Value ${index}"=`;
  switch (random(8)) {
    case 0:
    case 1:
      return `${name}dword:${random(2 ** 32).toString(16).padStart(8, '0')}`;
    case 2:
    case 3:
      return `${name}"C:\\\\Program Files\\\\Vendor ${random(1000)}\\\\part \\"${random(1000)}\\" of a string"`;
    case 4:
      return name + hex('hex:', 8 + random(120), random, name.length);
    case 5:
      return name + hexText(2, `%SystemRoot%\\System32\\driver${random(1000)}.dll`, name.length);
    case 6:
      return name + hexText(7, `first item ${random(1000)}\0second item`, name.length);
    default:
      return name + hex('hex(b):', 8, random, name.length);
  }
}

/** @param {number} megabytes size of the file in UTF-16, roughly */
export function generateRegFile(megabytes, seed = 20261123) {
  const random = randomNumbers(seed);
  const wanted = (megabytes * 1_000_000) / 2;
  const parts = [HEADER];
  let length = HEADER.length;
  for (let key = 0; length < wanted; key++) {
    const lines = [`[HKEY_LOCAL_MACHINE\\SOFTWARE\\Vendor ${key % 97}\\Product ${key}\\Settings]`];
    for (let index = random(12); index >= 0; index--) lines.push(valueLine(random, index));
    const block = `${lines.join('\r\n')}\r\n\r\n`;
    parts.push(block);
    length += block.length;
  }
  return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(parts.join(''), 'utf16le')]);
}
