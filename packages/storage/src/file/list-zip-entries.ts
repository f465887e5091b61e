const endSize = 22;
const longestComment = 65_535;
const entrySize = 46;
const mostEntries = 10_000;

/** A part of a zip: how it is packed (0 stored, 8 deflated) and where its packed bytes are. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
}

/** The parts in a zip's central directory (APPNOTE 4.3.12, 4.3.16); undefined where the bytes are no whole zip. */
export function listZipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (zip.length < endSize || zip.readUInt32LE(0) !== 0x04034b50) return undefined;
  const end = findEnd(zip);
  if (end === undefined) return undefined;
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  const entries: ZipEntry[] = [];
  for (let entry = 0; entry < Math.min(count, mostEntries); entry += 1) {
    if (at + entrySize > end || zip.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameEnd = at + entrySize + zip.readUInt16LE(at + 28);
    if (nameEnd > end) return undefined;
    const packed = packedBytes(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20));
    if (packed === undefined) return undefined;
    const name = zip.toString("utf8", at + entrySize, nameEnd);
    entries.push({ name, method: zip.readUInt16LE(at + 10), packed });
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

const localSize = 30;

/** The bytes after an entry's own header, whose name and extra field may differ from the directory's. */
function packedBytes(zip: Buffer, header: number, size: number): Uint8Array | undefined {
  if (header + localSize > zip.length || zip.readUInt32LE(header) !== 0x04034b50) return undefined;
  const start = header + localSize + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  return start + size > zip.length ? undefined : zip.subarray(start, start + size);
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
