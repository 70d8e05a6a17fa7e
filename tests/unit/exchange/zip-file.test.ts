/** A zip of a stranger's: read as others wrote it, and held to what it says, whatever it is. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ZipFault, ZipFile } from '../../../lib/exchange/in/zip-file';
import { seeded } from '../../support/random';

const text = (words: string) => new TextEncoder().encode(words);
const LIMIT = 10_000_000;
const LONG = text('Peers were welcome. '.repeat(1_000));
const FILES = { 'a.txt': text('one'), 'sources/ü.txt': text('zwei'), 'long.txt': LONG };

describe.each([
  ['packed', zipSync(FILES)],
  ['stored', zipSync(FILES, { level: 0 })],
])('a zip whose files are %s', (_, bytes) => {
  const zip = new ZipFile(bytes);

  it('has its files by their names', () => {
    expect(zip.names).toEqual(Object.keys(FILES));
    for (const [name, content] of Object.entries(FILES)) {
      expect(zip.sizeOf(name)).toBe(content.length);
      expect(zip.read(name, LIMIT)).toEqual(content);
    }
    expect(zip.has('b.txt')).toBe(false);
    expect(() => zip.read('b.txt', LIMIT)).toThrow('has no file “b.txt”');
  });

  it('is not unpacked where it says that it is too large', () => {
    expect(() => zip.read('long.txt', 1_000)).toThrow('too large');
  });
});

/** The same zip with the size that its table of contents gives for its only file. */
function claiming(size: number, bytes: Uint8Array): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 4; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  return copy;
}

/** Least byte first. */
const bytesOf = (length: number, ...numbers: number[]) =>
  numbers.flatMap((number) =>
    Array.from({ length }, (_, i) => Math.floor(number / 256 ** i) % 256),
  );

/** The same zip as programs write it that always leave room for more than four gigabytes ("zip64"). */
function long(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  const [count, start] = [view.getUint16(end + 10, true), view.getUint32(end + 16, true)];
  const out = [...bytes.subarray(0, start)];
  for (let at = start, i = 0; i < count; i += 1) {
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const entry = bytes.slice(at, nameEnd);
    const its = new DataView(entry.buffer);
    const numbers = [24, 20, 42].map((place) => its.getUint32(place, true));
    for (const place of [24, 20, 42]) its.setUint32(place, 0xffff_ffff, true);
    // Some programs have a field for the time before it.
    const extra = [...bytesOf(2, 0x5455, 1), 0, ...bytesOf(2, 1, 24), ...bytesOf(8, ...numbers)];
    its.setUint16(30, extra.length, true);
    out.push(...entry, ...extra);
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const longEnd = out.length;
  out.push(
    ...bytesOf(4, 0x06064b50),
    ...bytesOf(8, 44),
    ...bytesOf(2, 45, 45),
    ...bytesOf(4, 0, 0),
  );
  out.push(...bytesOf(8, count, count, longEnd - start, start));
  out.push(...bytesOf(4, 0x07064b50, 0), ...bytesOf(8, longEnd), ...bytesOf(4, 1));
  out.push(...bytesOf(4, 0x06054b50), ...bytesOf(2, 0, 0, 0xffff, 0xffff));
  out.push(...bytesOf(4, 0xffff_ffff, 0xffff_ffff), ...bytesOf(2, 0));
  return Uint8Array.from(out);
}

/** What Info-ZIP writes with `-fz` of "one" that is piped to it. */
const PIPED = [
  '504b03042d0000000000e8aa7e5df1866c7affffffffffffffff010014002d010010000300000000',
  '00000003000000000000006f6e65504b01021e032d0000000000e8aa7e5df1866c7a03000000ffff',
  'ffff01000c0000000000010000008011000000002d010008000300000000000000504b06062c0000',
  '00000000001e032d000000000000000000010000000000000001000000000000003b000000000000',
  '003600000000000000504b060700000000710000000000000001000000504b050600000000010001',
  '003b000000ffffffff0000',
].join('');

describe('a zip with room for more than four gigabytes', () => {
  it.each([
    ['packed', zipSync(FILES)],
    ['stored', zipSync(FILES, { level: 0 })],
  ])('has its files, %s', (_, bytes) => {
    const zip = new ZipFile(long(bytes));
    expect(zip.names).toEqual(Object.keys(FILES));
    for (const [name, content] of Object.entries(FILES)) {
      expect(zip.sizeOf(name)).toBe(content.length);
      expect(zip.read(name, LIMIT)).toEqual(content);
    }
  });

  it('has its file as another program wrote it', () => {
    const zip = new ZipFile(Uint8Array.from(Buffer.from(PIPED, 'hex')));
    expect(zip.names).toEqual(['-']);
    expect(zip.read('-', LIMIT)).toEqual(text('one'));
  });

  it('is refused where it is larger than is read, or has no such numbers', () => {
    const bytes = long(zipSync({ x: text('one') }));
    const view = new DataView(bytes.buffer);
    // Of the size, the first of its numbers.
    const at = bytes.length - 98 - 24;
    expect(view.getUint32(at, true)).toBe(3);
    view.setUint32(at + 4, 5, true);
    expect(() => new ZipFile(bytes).read('x', LIMIT)).toThrow('too large');
    view.setUint16(at - 2, 4, true);
    expect(() => new ZipFile(bytes)).toThrow('damaged');
  });
});

describe('a zip that is not what it says', () => {
  const bomb = zipSync({ x: new Uint8Array(50_000_000) });
  it.each<[string, Uint8Array]>([
    ['has more in it', claiming(100, bomb)],
    ['has less in it', claiming(60_000_000, bomb)],
  ])('is refused: it %s', (_, bytes) => {
    expect(() => new ZipFile(bytes).read('x', 100_000_000)).toThrow('damaged');
  });

  it('is refused where one of its bytes is another', () => {
    const bytes = zipSync({ x: text('Peers were welcome.') }, { level: 0 });
    const at = bytes.indexOf('w'.charCodeAt(0));
    bytes[at] = 'W'.charCodeAt(0);
    expect(() => new ZipFile(bytes).read('x', LIMIT)).toThrow('damaged');
  });

  it('is refused where it is encrypted', () => {
    const bytes = zipSync({ x: text('one') });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at < bytes.length - 4; at += 1)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
    expect(() => new ZipFile(bytes).read('x', LIMIT)).toThrow('encrypted');
  });

  it.each([0, 3, 10, 22, 100])('is refused, cut after %i bytes', (length) => {
    expect(() => new ZipFile(zipSync(FILES).subarray(0, length))).toThrow(ZipFault);
  });

  it('gives its files or a fault, whatever was changed in it', () => {
    const random = seeded(7);
    const short = zipSync({ 'a.txt': text('one'), 'b.txt': text('two '.repeat(500)) });
    const wholes = [short, long(short)];
    let faults = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = (wholes[round % 2] ?? short).slice();
      for (let n = 0; n <= round % 3; n += 1)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      try {
        const zip = new ZipFile(bytes);
        for (const name of zip.names) zip.read(name, LIMIT);
      } catch (error) {
        expect(error).toBeInstanceOf(ZipFault);
        faults += 1;
      }
    }
    expect(faults).toBeGreaterThan(500);
  });
});
