/** A file is read by the encoding in which it was written, whatever program wrote it. */
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { contentOfFile } from '../../../lib/exchange';
import { FileText } from '../../../lib/exchange/in/file-text';

const read = (...parts: BlobPart[]) => contentOfFile(new Blob(parts), () => undefined);
const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));
const utf16 = (text: string, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i += 1) view.setUint16(i * 2, text.charCodeAt(i), isLittle);
  return view.buffer;
};

/** Longer than a piece of a stream, with a sign of two bytes at every place. */
const LONG = `x${'ü'.repeat(70_000)}`;

describe('the text of a file', () => {
  it.each<[string, BlobPart[], string]>([
    ['UTF-8', ['AU  - Müller, 王'], 'AU  - Müller, 王'],
    ['UTF-8 with its mark', ['\ufeffMüller'], 'Müller'],
    ['UTF-8 in many pieces', [LONG], LONG],
    ['Windows-1252', [bytes('AU  - M\xfcller \x96 \x93a\x94')], 'AU  - Müller – “a”'],
    [
      'Windows-1252 behind much that is plain',
      ['x'.repeat(200_000), bytes('\xe9')],
      `${'x'.repeat(200_000)}é`,
    ],
    ['Windows-1252 that ends as UTF-8 would go on', [bytes('caf\xe9')], 'café'],
    ['UTF-16, the low byte first', [utf16('\ufeffMüller 王', true)], 'Müller 王'],
    ['UTF-16, the high byte first', [utf16('\ufeffMüller 王', false)], 'Müller 王'],
    ['UTF-8 with its mark, and a damaged byte', ['\ufeffM', bytes('\xff')], 'M\ufffd'],
    ['nothing', [], ''],
  ])('in %s', async (_, parts, text) => {
    expect(await read(...parts)).toBe(text);
  });

  it('is UTF-8 where it is JSON, which has no other: a damaged byte costs one sign', async () => {
    expect(await read(' {"a": "Müller ', bytes('\xff'), ' é"}')).toBe(' {"a": "Müller \ufffd é"}');
  });

  it('is its bytes where it is a zip, whatever is in it', async () => {
    const zip = zipSync({ 'a.txt': bytes('\xfc') });
    const content = await read(zip);
    expect(content).toEqual(zip);
    const file = new FileText(content, 'x.zip');
    expect(file).toMatchObject({ text: '', bytes: zip, isJson: false });
    expect(file.zip?.names).toEqual(['a.txt']);
    expect(new FileText('text').zip).toBeNull();
    expect(new FileText(zip.subarray(0, 40)).zip).toBeNull();
  });

  it('reports how much was read, from the start again where it is read again', async () => {
    const told: number[] = [];
    await contentOfFile(new Blob(['x'.repeat(1_500_000), bytes('\xfc')]), (done) =>
      told.push(done),
    );
    expect(told.length).toBe(2);
    expect(told.every((done) => done >= 1_000_000 && done <= 1_500_001)).toBe(true);
  });
});
