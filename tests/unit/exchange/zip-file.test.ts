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
    const whole = zipSync({ 'a.txt': text('one'), 'b.txt': text('two '.repeat(500)) });
    let faults = 0;
    for (let round = 0; round < 2_000; round += 1) {
      const bytes = whole.slice();
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
