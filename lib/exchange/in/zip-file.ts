/**
 * A zip of a stranger's: its table of contents, and one file of it at a time, each held to a limit by what the table says and
 * by what comes out, so that a small file that unpacks to a huge one costs nothing. Never throws but a `ZipFault`.
 */
import { Inflate } from 'fflate';

/** Why a zip, or a file in it, cannot be read, as a part of a sentence: "it ...". */
export class ZipFault extends Error {}

interface Entry {
  /** Where its own header begins. */
  at: number;
  packed: number;
  size: number;
  sum: number;
  isDeflated: boolean;
  /** Encrypted, or packed in another way than by "deflate". */
  isClosed: boolean;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** Of the end of the directory, without the comment that may follow it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
/** A project of hundreds of interviews has hundreds of files. */
const MOST_FILES = 20_000;
/** Of packed bytes at a time: "deflate" makes at most about a thousand times as much of them. */
const PIECE = 16_384;

export class ZipFile {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #entries = new Map<string, Entry>();

  /** @throws ZipFault where it has no table of contents */
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.#directoryEnd();
    const count = this.#view.getUint16(end + 10, true);
    if (count > MOST_FILES) throw new ZipFault('has too many files in it');
    let at = this.#view.getUint32(end + 16, true);
    for (let i = 0; i < count; i += 1) at = this.#addEntry(at);
  }

  /** In the order of the table of contents. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** What the table of contents says that it has unpacked; 0 where there is no such file. */
  sizeOf(name: string): number {
    return this.#entries.get(name)?.size ?? 0;
  }

  /** @throws ZipFault where it is not there, is damaged, or is larger than that many bytes */
  read(name: string, limit: number): Uint8Array {
    const entry = this.#entries.get(name);
    if (!entry) throw new ZipFault(`has no file “${name}”`);
    if (entry.isClosed) throw new ZipFault('is encrypted, or packed in a way that is not read');
    if (entry.size > limit) throw new ZipFault('has a file in it that is too large');
    const packed = this.#packed(entry);
    const bytes = entry.isDeflated ? inflated(packed, entry.size) : packed;
    if (bytes.length !== entry.size || crc32(bytes) !== entry.sum) throw damaged();
    return bytes;
  }

  #directoryEnd(): number {
    const { length } = this.#bytes;
    for (let at = length - END_LENGTH; at >= 0; at -= 1) {
      if (this.#view.getUint32(at, true) === DIRECTORY_END) return at;
      if (length - at > END_LENGTH + LONGEST_COMMENT) break;
    }
    throw new ZipFault('is damaged or cut off');
  }

  /** Where the next one begins. */
  #addEntry(at: number): number {
    const view = this.#view;
    if (at + 46 > this.#bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw damaged();
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const lengths = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const [nameLength = 0] = lengths;
    // What is not marked as UTF-8 is in a code page of old; names that matter here are ASCII in it.
    const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
    this.#entries.set(name, {
      at: view.getUint32(at + 42, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      sum: view.getUint32(at + 16, true),
      isDeflated: method === 8,
      isClosed: (flags & 1) === 1 || (method !== 0 && method !== 8),
    });
    return at + 46 + lengths.reduce((sum, one) => sum + one, 0);
  }

  #packed({ at, packed }: Entry): Uint8Array {
    if (at + 30 > this.#bytes.length || this.#view.getUint32(at, true) !== LOCAL_HEADER)
      throw damaged();
    const start =
      at + 30 + this.#view.getUint16(at + 26, true) + this.#view.getUint16(at + 28, true);
    if (start + packed > this.#bytes.length) throw damaged();
    return this.#bytes.subarray(start, start + packed);
  }
}

const damaged = () => new ZipFault('is damaged or cut off');

/** @throws ZipFault as soon as it is more than was said */
function inflated(packed: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let done = 0;
  const stream = new Inflate((piece) => {
    if (done + piece.length > size) throw damaged();
    bytes.set(piece, done);
    done += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE)
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    // fflate has errors of its own, and a few of the engine's, for what is not deflate.
    throw damaged();
  }
  return bytes.subarray(0, done);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let sum = n;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? 0xedb88320 ^ (sum >>> 1) : sum >>> 1;
  return sum;
});

/** The checksum that zips have. */
function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = (CRC_TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
