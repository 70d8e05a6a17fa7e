/** Where every run of six units of a text stands: the index that makes copies and near-copies cheap to find. */

export const GRAM = 6;
const BASE = 0x01000193;
/** BASE to the power of GRAM - 1, modulo 2^32. */
const LEAD = (() => {
  let power = 1;
  for (let i = 1; i < GRAM; i += 1) power = Math.imul(power, BASE);
  return power;
})();

export class GramIndex {
  private readonly bits: number;
  private readonly heads: Int32Array;
  private readonly next: Int32Array;
  private readonly counts: Uint32Array;

  constructor(readonly text: string) {
    this.bits = Math.max(10, Math.min(20, 32 - Math.clz32(Math.max(1, text.length))));
    const size = 1 << this.bits;
    this.heads = new Int32Array(size).fill(-1);
    this.counts = new Uint32Array(size);
    this.next = new Int32Array(text.length);
    // Filled from the end so that each chain is in reading order.
    const last = text.length - GRAM;
    if (last < 0) return;
    const slots = slotsOf(text, this.bits);
    for (let at = last; at >= 0; at -= 1) {
      const slot = slots[at] as number;
      this.next[at] = this.heads[slot] as number;
      this.heads[slot] = at;
      this.counts[slot] = (this.counts[slot] as number) + 1;
    }
  }

  /** The slot of every gram of a query. */
  slots(query: string): Int32Array {
    return slotsOf(query, this.bits);
  }

  /** How often a gram of this slot stands in the text (collisions included). */
  count(slot: number): number {
    return this.counts[slot] as number;
  }

  first(slot: number): number {
    return this.heads[slot] as number;
  }

  after(at: number): number {
    return this.next[at] as number;
  }

  /** All places where `query` stands in the text, in order, at most `limit`. */
  occurrences(query: string, limit = 2_000): number[] {
    const found: number[] = [];
    if (query.length === 0) return found;
    if (query.length < GRAM) {
      let at = this.text.indexOf(query);
      while (at >= 0 && found.length < limit) {
        found.push(at);
        at = this.text.indexOf(query, at + 1);
      }
      return found;
    }
    const slots = this.slots(query);
    let rarest = 0;
    for (let i = 1; i < slots.length; i += 1) {
      if (this.count(slots[i] as number) < this.count(slots[rarest] as number)) rarest = i;
    }
    let hit = this.first(slots[rarest] as number);
    while (hit >= 0 && found.length < limit) {
      const at = hit - rarest;
      if (at >= 0 && this.text.startsWith(query, at)) found.push(at);
      hit = this.after(hit);
    }
    return found;
  }
}

function slotsOf(text: string, bits: number): Int32Array {
  const count = Math.max(0, text.length - GRAM + 1);
  const slots = new Int32Array(count);
  const shift = 32 - bits;
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (i >= GRAM) hash = (hash - Math.imul(text.charCodeAt(i - GRAM), LEAD)) | 0;
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    // The product mixes upwards only, so the slot is read from the top bits of one more product.
    if (i >= GRAM - 1) slots[i - GRAM + 1] = Math.imul(hash, 0x9e3779b1) >>> shift;
  }
  return slots;
}
