// For tests only: writes zips by hand, so that every field can lie.
import { crc32, deflateRawSync } from 'node:zlib';

/** One entry; what is left out is written truthfully. */
export interface CraftedEntry {
  readonly name: string;
  readonly content?: Buffer | string;
  /** The name's bytes, where they are not the name in UTF-8. */
  readonly nameBytes?: Buffer;
  /** Compression method: 0 stored, 8 deflated (left out: deflated). */
  readonly method?: number;
  readonly crc32?: number;
  readonly declaredBytes?: number;
  /** General purpose flags; 1 says encrypted. */
  readonly flags?: number;
  /** Unix mode, such as 0o120777 for a link. */
  readonly unixMode?: number;
  /** Index of the entry whose header and data this one points at. */
  readonly sameBytesAs?: number;
}

/** The bytes of a zip with these entries in this order, which says that it has `counted` of them. */
export function craftedZip(entries: readonly CraftedEntry[], counted = entries.length): Buffer {
  const local: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const entry of entries) {
    const parts = facts(entry);
    const part = localPart(parts);
    offsets.push(entry.sameBytesAs === undefined ? offset : (offsets[entry.sameBytesAs] ?? 0));
    directory.push(directoryPart(parts, entry.unixMode ?? 0o100644, offsets.at(-1) ?? 0));
    if (entry.sameBytesAs !== undefined) continue;
    local.push(part);
    offset += part.length;
  }
  return Buffer.concat([...local, ...directory, endPart(counted, offset, Buffer.concat(directory).length)]);
}

interface Facts {
  /** The 26 bytes that local and central headers have in common, from version needed to extra length. */
  readonly fields: Buffer;
  readonly name: Buffer;
  readonly data: Buffer;
}

function localPart({ fields, name, data }: Facts): Buffer {
  const header = Buffer.alloc(4);
  header.writeUInt32LE(0x04034b50);
  return Buffer.concat([header, fields, name, data]);
}

function directoryPart({ fields, name }: Facts, unixMode: number, headerStart: number): Buffer {
  const before = Buffer.alloc(6);
  before.writeUInt32LE(0x02014b50);
  before.writeUInt16LE((3 << 8) | 20, 4);
  const after = Buffer.alloc(14);
  after.writeUInt32LE((unixMode << 16) >>> 0, 6);
  after.writeUInt32LE(headerStart, 10);
  return Buffer.concat([before, fields, after, name]);
}

function facts(entry: CraftedEntry): Facts {
  const content = Buffer.from(entry.content ?? '');
  const method = entry.method ?? 8;
  const data = method === 8 ? deflateRawSync(content) : content;
  const name = entry.nameBytes ?? Buffer.from(entry.name);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
  fields.writeUInt16LE(method, 4);
  fields.writeUInt32LE(entry.crc32 ?? crc32(content), 10);
  fields.writeUInt32LE(data.length, 14);
  fields.writeUInt32LE(entry.declaredBytes ?? content.length, 18);
  fields.writeUInt16LE(name.length, 22);
  return { fields, name, data };
}

function endPart(count: number, directoryStart: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryStart, 16);
  return end;
}
