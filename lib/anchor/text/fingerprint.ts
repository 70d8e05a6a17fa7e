/**
 * The fingerprint of a page's text: tells whether a page still reads as it did when a quote was taken from
 * it. If it does, the quote stands where it stood, and even an equal copy elsewhere is known to be the
 * other one.
 */
import type { TreeText } from '../../page/reading';

/**
 * 53-bit hash of text given in pieces (cyrb53 by bryc, public domain): not for secrets, but two texts met
 * by chance agree once in 9e15.
 */
class Hash {
  private a = 0xdeadbeef;
  private b = 0x41c6ce57;

  add(text: string, from: number, to: number): void {
    let { a, b } = this;
    for (let i = from; i < to; i += 1) {
      const unit = text.charCodeAt(i);
      a = Math.imul(a ^ unit, 2654435761);
      b = Math.imul(b ^ unit, 1597334677);
    }
    this.a = a;
    this.b = b;
  }

  mark(value: number): void {
    this.a = Math.imul(this.a ^ value, 2246822519);
    this.b = Math.imul(this.b ^ ~value, 3266489917);
  }

  finish(): number {
    let { a, b } = this;
    a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
    b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
    return 4294967296 * (2097151 & b) + (a >>> 0);
  }
}

/**
 * `length.hash` of everything that a reader can meet in a tree, and of where its blocks meet: "Table 1"
 * above "2 patients" does not read as "Table 12 patients" does. What is hidden counts too: a fingerprint that was
 * stored before that was left out of quotes still fits. Of scripts and styles only the length
 * counts: a page writes a new token into them at every visit, but offsets must stay comparable.
 */
export function fingerprint({ raw, nodes, starts, unread, breaks }: TreeText): string {
  const hash = new Hash();
  let from = 0;
  let met = false;
  for (let i = 0; i < starts.length; i += 1) {
    const start = starts[i] as number;
    const root = breaks[i] === 2;
    met ||= breaks[i] !== 0;
    // An empty block or a script where blocks meet anyway changes nothing.
    const script = unread[i] === 1;
    const edge = met && !script && (nodes[i] as Text).data.trim() !== '';
    if (edge) met = false;
    if (!script && !root && !edge) continue;
    const end = script ? (i + 1 < starts.length ? (starts[i + 1] as number) : raw.length) : start;
    hash.add(raw, from, start);
    if (root) hash.mark(-1);
    if (edge) hash.mark(-2);
    if (end > start) hash.mark(end - start);
    from = end;
  }
  hash.add(raw, from, raw.length);
  return `${raw.length}.${hash.finish().toString(36)}`;
}
