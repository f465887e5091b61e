const endSize = 22;
const longestComment = 65_535;
const entrySize = 46;
const mostEntries = 10_000;

/** The names in a zip's central directory (APPNOTE 4.3.12, 4.3.16); undefined where the bytes are no whole zip. */
export function listZipEntries(bytes: Uint8Array): readonly string[] | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (zip.length < endSize || zip.readUInt32LE(0) !== 0x04034b50) return undefined;
  const end = findEnd(zip);
  if (end === undefined) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const names: string[] = [];
  for (let entry = 0; entry < Math.min(count, mostEntries); entry += 1) {
    if (at + entrySize > end || zip.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameEnd = at + entrySize + zip.readUInt16LE(at + 28);
    if (nameEnd > end) return undefined;
    names.push(zip.toString("utf8", at + entrySize, nameEnd));
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}

/** The end record stands last, before a comment of its own. */
function findEnd(zip: Buffer): number | undefined {
  const first = Math.max(0, zip.length - endSize - longestComment);
  for (let at = zip.length - endSize; at >= first; at -= 1) {
    if (zip.readUInt32LE(at) === 0x06054b50 && at + endSize + zip.readUInt16LE(at + 20) === zip.length)
      return at;
  }
  return undefined;
}
