/** How well two short texts agree that are read away from one place. */

/** Units whose costs fit into one machine word, a bit each. */
const WORD = 32;
/** Insertions and removals that may add up before two long texts are taken for different ones. */
const BAND = 32;

/** A number for each unit that the context has, from 1; 0 for all others, and for all between calls. */
const letters = new Uint16Array(1 << 16);
/** By letter and word: the places at which the context has the letter, as bits. */
let places = new Uint32Array(256);
/** Where the cost of the word's places rises (1) or falls (-1) from one to the next, as bits. */
let rises = new Int32Array(4);
let falls = new Int32Array(4);

/**
 * Similarity of `context` to the start of `window`, both read away from the quote; the end of the window is free.
 * 1 - errors / length, at the best end. Source: Myers 1999, doi 10.1145/316542.316550, with the start fixed.
 */
export function agreement(context: string, window: string): number {
  // What is equal next to the quote costs nothing in any alignment.
  let head = 0;
  while (head < context.length && head < window.length && context[head] === window[head]) head += 1;
  const rest = context.length - head;
  if (rest === 0) return 1;
  const words = Math.ceil(rest / WORD);
  if (rises.length < words) {
    rises = new Int32Array(2 * words);
    falls = new Int32Array(2 * words);
  }
  let known = 0;
  for (let i = head; i < context.length; i += 1) {
    const unit = context.charCodeAt(i);
    if (letters[unit] === 0) {
      known += 1;
      letters[unit] = known;
    }
  }
  const size = (known + 1) * words;
  if (places.length < size) places = new Uint32Array(2 * size);
  else places.fill(0, 0, size);
  for (let i = 0; i < rest; i += 1) {
    const at = (letters[context.charCodeAt(head + i)] as number) * words + (i >> 5);
    places[at] = (places[at] as number) | (1 << (i & 31));
  }
  /** The words within the band are [first, begun). */
  let begun = 0;
  /** Errors at the last place of the last word begun. */
  let errors = 0;
  let fewest = rest;
  for (let j = head; j < window.length; j += 1) {
    const column = j - head;
    while (begun < words && begun * WORD <= column + BAND) {
      rises[begun] = -1;
      falls[begun] = 0;
      errors += Math.min(WORD, rest - begun * WORD);
      begun += 1;
    }
    const first = Math.max(0, Math.floor((column - BAND) / WORD));
    if (first >= begun) break;
    const row = (letters[window.charCodeAt(j)] as number) * words;
    // What the word before hands on: the cost along the window's own edge rises with each unit.
    let carry = 1;
    for (let word = first; word < begun; word += 1) {
      const up = rises[word] as number;
      const down = falls[word] as number;
      let here = places[row + word] as number;
      const steep = here | down;
      if (carry < 0) here |= 1;
      const level = (((here & up) + up) ^ up) | here;
      let more = down | ~(level | up);
      let less = up & level;
      const last = 1 << (word === words - 1 ? (rest - 1) & 31 : WORD - 1);
      const next = more & last ? 1 : less & last ? -1 : 0;
      more = (more << 1) | (carry > 0 ? 1 : 0);
      less = (less << 1) | (carry < 0 ? 1 : 0);
      rises[word] = less | ~(steep | more);
      falls[word] = more & steep;
      carry = next;
    }
    errors += carry;
    if (begun === words && errors < fewest) fewest = errors;
  }
  for (let i = head; i < context.length; i += 1) letters[context.charCodeAt(i)] = 0;
  return 1 - fewest / context.length;
}
