/**
 * SHA-256 (FIPS 180-4) of a text as UTF-8. The browser's own is only to be waited for, and files are written in one go; a
 * checksum that other programs know is wanted where a reader checks a file without us.
 */

const FIRST_64_PRIMES = primes(64);
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
const ROUNDS = FIRST_64_PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = FIRST_64_PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const BLOCK = 64;

export const sha256Hex = (text: string): string =>
  [...sha256(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** As policies of pages name it. */
export const sha256Base64 = (text: string): string => btoa(String.fromCharCode(...sha256(text)));

function sha256(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  // A one, zeros, and the length in bits as eight bytes.
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29));
  view.setUint32(padded.length - 4, bytes.length << 3);

  const hash = Int32Array.from(START);
  const words = new Int32Array(BLOCK);
  for (let at = 0; at < padded.length; at += BLOCK) mix(hash, words, view, at);
  const result = new DataView(new ArrayBuffer(32));
  for (const [i, word] of hash.entries()) result.setInt32(i * 4, word);
  return new Uint8Array(result.buffer);
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function mix(hash: Int32Array, words: Int32Array, view: DataView, at: number): void {
  const word = (i: number): number => words[i] as number;
  for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const [late, early] = [word(i - 2), word(i - 15)];
    const s0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const s1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words[i] = word(i - 16) + s0 + word(i - 7) + s1;
  }
  let [a, b, c, d, e, f, g, h] = hash as unknown as [
    ...[number, number, number, number],
    ...[number, number, number, number],
  ];
  for (let i = 0; i < 64; i++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const first = (h + s1 + chosen + (ROUNDS[i] as number) + word(i)) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const most = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + s0 + most) | 0];
  }
  for (const [i, one] of [a, b, c, d, e, f, g, h].entries()) hash[i] = (hash[i] as number) + one;
}

function primes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n);
  return found;
}
