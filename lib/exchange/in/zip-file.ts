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
/** In "zip64", which some programs write for small files too: where a number has no room, these signs are in its place. */
const FULL = 0xffff_ffff;
const FULL_SHORT = 0xffff;
const LONG_NUMBERS = 1;
const LONG_END = 0x06064b50;
const LONG_END_LENGTH = 56;
const LONG_LOCATOR = 0x07064b50;
const LOCATOR_LENGTH = 20;
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
    let [count, at] = this.#directory();
    if (count > MOST_FILES) throw new ZipFault('has too many files in it');
    for (; count > 0; count -= 1) at = this.#addEntry(at);
  }

  /** In the order of the table of contents. */
  get names(): readonly string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** Its unpacked size by the table of contents; 0 where there is no such file. */
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

  /** How many files its table of contents has, and where that begins. */
  #directory(): [count: number, at: number] {
    const view = this.#view;
    const end = this.#directoryEnd();
    const short: [number, number] = [
      view.getUint16(end + 10, true),
      view.getUint32(end + 16, true),
    ];
    if (short[0] !== FULL_SHORT && short[1] !== FULL) return short;
    const locator = end - LOCATOR_LENGTH;
    // A short zip may have exactly these numbers: what follows decides.
    if (locator < 0 || view.getUint32(locator, true) !== LONG_LOCATOR) return short;
    const long = this.#longNumber(locator + 8);
    if (long + LONG_END_LENGTH > locator || view.getUint32(long, true) !== LONG_END)
      throw damaged();
    return [this.#longNumber(long + 32), this.#longNumber(long + 48)];
  }

  /** Of eight bytes. More than the zip is long leads to nothing, and a number can be as large only where it is damaged. */
  #longNumber(at: number): number {
    return this.#view.getUint32(at, true) + this.#view.getUint32(at + 4, true) * 2 ** 32;
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
    const [nameLength = 0, extraLength = 0] = lengths;
    // What is not marked as UTF-8 is in a code page of old; names that matter here are ASCII in it.
    const name = new TextDecoder().decode(this.#bytes.subarray(at + 46, at + 46 + nameLength));
    const extra = at + 46 + nameLength;
    const [size = 0, packed = 0, start = 0] = this.#numbers(
      [24, 20, 42].map((place) => view.getUint32(at + place, true)),
      extra,
      extra + extraLength,
    );
    this.#entries.set(name, {
      ...{ at: start, packed, size },
      sum: view.getUint32(at + 16, true),
      isDeflated: method === 8,
      isClosed: (flags & 1) === 1 || (method !== 0 && method !== 8),
    });
    return at + 46 + lengths.reduce((sum, one) => sum + one, 0);
  }

  /** Those that have no room in four bytes are in an extra field, one after the other. */
  #numbers(short: readonly number[], from: number, to: number): readonly number[] {
    if (!short.includes(FULL)) return short;
    if (to > this.#bytes.length) throw damaged();
    for (let at = from; at + 4 <= to; ) {
      const [id, length] = [this.#view.getUint16(at, true), this.#view.getUint16(at + 2, true)];
      let next = at + 4;
      at = next + length;
      if (id !== LONG_NUMBERS || at > to) continue;
      return short.map((number) => {
        if (number !== FULL) return number;
        if (next + 8 > at) throw damaged();
        next += 8;
        return this.#longNumber(next - 8);
      });
    }
    return short;
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

/** @throws ZipFault as soon as it is more than the table of contents gives */
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
