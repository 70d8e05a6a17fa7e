/**
 * What one look at a page finds of its content: plain values, so that two looks can be compared, and so that what
 * follows from the difference can be tested without a page.
 */
import { pageKey } from '../../text';

export interface Observation {
  url: string;
  /** Equal for two forms of one page's address (`pageKey`). */
  address: string;
  /** Of the window. */
  title: string;
  /** Every statement of the metadata that describes a work, one string each (`metadataOf`). */
  metadata: ReadonlySet<string>;
  /** The top headings. */
  headings: readonly string[];
  /** The blocks of prose by the hash of their text, with their weight. */
  text: ReadonlyMap<number, number>;
  /** Equal for two looks that found the same. */
  mark: string;
}

/** An observation from its parts. `blocks` are texts of any length; short ones do not count as prose. */
export function observationOf(parts: {
  url: string;
  title: string;
  metadata: Iterable<string>;
  headings: readonly string[];
  blocks: Iterable<string>;
}): Observation {
  const { url, title, headings } = parts;
  const metadata = new Set(parts.metadata);
  const text = new Map<number, number>();
  for (const block of parts.blocks)
    if (block.length >= LEAST) text.set(hashOf(block), Math.min(block.length, MOST_WEIGHT));
  let sum = 0;
  for (const hash of text.keys()) sum = (sum + hash) % 0x1fffffffffffff;
  const address = pageKey(url);
  const mark = [address, title, ...metadata, '', ...headings, text.size, sum].join('\n');
  return { url, address, title, metadata, headings, text, mark };
}

/** Shorter texts are labels, dates and counters, which change while the content does not. */
export const LEAST = 40;
/** A long paragraph weighs no more than a few sentences: a record's title and abstract must not drown in it. */
const MOST_WEIGHT = 200;
/** As much of a block as is looked at. */
export const MOST_OF_BLOCK = 400;

/** 32 bits (FNV-1a) of the block's beginning, and its length as far as it was read. */
export function hashOf(block: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < block.length; i += 1)
    hash = Math.imul(hash ^ block.charCodeAt(i), 0x01000193) >>> 0;
  return hash * (MOST_OF_BLOCK + 1) + block.length;
}

/** What happened to the text of `before`. */
export type TextChange =
  /** All of it is there, and nothing else. */
  | 'same'
  /** All of it is there, and more. */
  | 'grown'
  /** All of it is there, and more with a top heading of its own. */
  | 'joined'
  /** It is gone, and nothing has come in its place yet. */
  | 'emptied'
  /** It is gone, and other text is there. */
  | 'other';

/** A page without a single word that could change. */
export const isBlank = ({ text, headings }: Pick<Observation, 'headings' | 'text'>): boolean =>
  text.size === 0 && headings.length === 0;

export function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** Text and headings that are not news although they were not there before. */
export interface Expected {
  has(block: number): boolean;
  heads(heading: string): boolean;
}

const NOTHING: Expected = { has: () => false, heads: () => false };

/**
 * Compares the text of two looks.
 * @param tolerated the share of the text that may be missing
 * @param expected what may have come beside it
 */
export function textChange(
  before: Pick<Observation, 'headings' | 'text'>,
  now: Pick<Observation, 'headings' | 'text'>,
  tolerated: number,
  expected: Expected = NOTHING,
): TextChange {
  let total = 0;
  let lost = 0;
  for (const [hash, weight] of before.text) {
    total += weight;
    if (!now.text.has(hash)) lost += weight;
  }
  const gained = [...now.text.keys()].filter((hash) => !before.text.has(hash));
  const headings = now.headings.filter((heading) => !before.headings.includes(heading));
  const headingLost = before.headings.some((heading) => !now.headings.includes(heading));
  if (headingLost || lost > total * tolerated)
    return headings.length || gained.length ? 'other' : 'emptied';
  if (!headings.every((heading) => expected.heads(heading))) return 'joined';
  return gained.every((hash) => expected.has(hash)) ? 'same' : 'grown';
}
