import { constants, crc32, inflateRawSync } from "node:zlib";
import { listZipEntries, type ZipEntry } from "@luyue/storage/file";
import { countTags } from "./count-tags.ts";
import { tooLarge, unreadable } from "./workbook-refusals.ts";

/** What the parts of a workbook may come to together, once they are unpacked: many times what 500 findings take. */
const mostBytes = 4 * 1024 * 1024;
const mostTags = 100_000;
const mostParts = 200;

/** The parts that hold values; pictures, macros and the like are left packed. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * A workbook with the parts that hold its values alone, not packed: what is read of it is what was looked at here. Throws
 * `invalid` where it is no workbook, or would be too much to read: it is counted first, for reading it takes the process that
 * everybody else is served by.
 */
export function unpackWorkbook(bytes: Uint8Array): Buffer {
  const entries = listZipEntries(bytes);
  if (entries === undefined) throw unreadable();
  const parts = new Map<string, Buffer>();
  let left = mostBytes;
  let tagsLeft = mostTags;
  for (const entry of entries) {
    if (!wanted.test(entry.name) || parts.has(entry.name)) continue;
    const content = unpack(entry, left);
    left -= content.length;
    tagsLeft -= countTags(content.toString("utf8"), tagsLeft);
    parts.set(entry.name, content);
    if (parts.size > mostParts) throw tooLarge();
  }
  return pack(parts);
}

function unpack({ method, packed }: ZipEntry, most: number): Buffer {
  if (method === 0) {
    if (packed.length > most) throw tooLarge();
    return Buffer.from(packed);
  }
  if (method !== 8) throw unreadable();
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most), finishFlush: constants.Z_FINISH });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge();
    throw unreadable();
  }
}

/** A zip of parts that are not packed (APPNOTE 4.3). */
function pack(parts: ReadonlyMap<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const path = Buffer.from(name);
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(content), 0);
    sizes.writeUInt32LE(content.length, 4);
    sizes.writeUInt32LE(content.length, 8);
    // Version 2.0, names in UTF-8, stored, no time of day, 1 January 1980.
    const common = Buffer.concat([Buffer.from("14000008000000002100", "hex"), sizes]);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(path.length);
    const file = Buffer.concat([Buffer.from("504b0304", "hex"), common, lengths, path, content]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("504b01021400", "hex"), common, lengths, rest, path);
    files.push(file);
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}
