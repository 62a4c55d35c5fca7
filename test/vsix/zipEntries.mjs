// Names and sizes in a zip archive, from its central directory (PKWARE APPNOTE 4.3.12 and 4.3.16). Refuses archives
// larger than 4 GB, which have their numbers elsewhere.

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_LENGTH = 22;

/**
 * @param {Buffer} zip
 * @returns {{ name: string, size: number }[]} sizes before compression, in bytes
 */
export function zipEntries(zip) {
  let end = zip.length - END_LENGTH;
  while (end >= 0 && zip.readUInt32LE(end) !== END_SIGNATURE) end -= 1; // an archive comment may follow
  if (end < 0) throw new Error('not a zip archive');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  if (at === 0xffffffff) throw new Error('a zip archive of more than 4 GB');
  const entries = [];
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== ENTRY_SIGNATURE) throw new Error(`entry ${index} of the zip archive is damaged`);
    const [nameLength, extraLength, commentLength] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    entries.push({ name: zip.toString('utf8', at + 46, at + 46 + nameLength), size: zip.readUInt32LE(at + 24) });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}
