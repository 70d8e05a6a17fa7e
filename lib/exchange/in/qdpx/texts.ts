/**
 * The texts of a project, and the places in them as the tool that wrote it counts. By the standard these are code points,
 * the end exclusive, in the file as it is; some tools count UTF-16 units, or a line end of two signs as one. Which one it is
 * shows in the places themselves: in the words that selections are named by, and in where words begin and end.
 */
import { oneLine } from '../../text';
import type { ZipFile } from '../zip-file';

/** Two interviews of a day each; a text with more is not one that a person has coded. */
const LARGEST_TEXT = 20_000_000;
/** Of all texts of one project together. */
const LARGEST_TOGETHER = 200_000_000;

/** Why a text is not there, as the end of "its text ...". */
export class NoText extends Error {}

export class ProjectTexts {
  readonly #names = new Map<string, string>();
  #read = 0;

  /** @param zip null where the file is only the description of a project, whose texts stayed elsewhere */
  constructor(readonly zip: ZipFile | null) {
    for (const name of zip?.names ?? []) {
      const base = lastPart(name);
      // A folder of texts is called "sources" or "Sources"; what is elsewhere is one only if nothing there is called so.
      if (!this.#names.has(base) || /(?:^|\/)sources\//i.test(name)) this.#names.set(base, name);
    }
  }

  /** @throws NoText, ZipFault */
  read(path: string): string {
    if (/^(?:relative|absolute|file|https?):\/\//i.test(path))
      throw new NoText('is not in the file, which only refers to it');
    const name = this.#names.get(lastPart(path));
    if (!this.zip || !name) throw new NoText('is missing in the file');
    this.#read += this.zip.sizeOf(name);
    if (this.#read > LARGEST_TOGETHER)
      throw new NoText('is not read: the texts of the file are too large together');
    return decoded(this.zip.read(name, LARGEST_TEXT));
  }
}

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1).toLowerCase();

/** UTF-8, as the standard asks, or UTF-16 with its mark. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** A place in a text. `name`: what the tool calls it, which is often how it begins. */
export interface Place {
  start: number;
  end: number;
  name: string;
}

/** The words at a place; undefined where it is not in the text. */
export type WordsAt = (place: Pick<Place, 'start' | 'end'>) => string | undefined;

/** The way of counting by which these places make most sense. */
export function wordsBy(text: string, places: readonly Place[]): WordsAt {
  const [first, ...others] = waysOf(text);
  let best = first as WordsAt;
  if (!others.length) return best;
  let most = sense(best, text, places);
  for (const way of others) {
    const made = sense(way, text, places);
    if (made <= most) continue;
    best = way;
    most = made;
  }
  return best;
}

/** The standard's first. A mark at the start of a file is not a part of its text. */
function waysOf(text: string): WordsAt[] {
  const bare = text.replace(/^\ufeff/, '');
  const texts = [...new Set([bare, bare.replace(/\r\n/g, '\n'), text])];
  return texts.flatMap((one) =>
    /[\ud800-\udfff]/.test(one) ? [byCodePoints(one), byUnits(one)] : [byUnits(one)],
  );
}

const byUnits =
  (text: string): WordsAt =>
  ({ start, end }) =>
    isWithin(start, end, text.length) ? text.slice(start, end) : undefined;

function byCodePoints(text: string): WordsAt {
  const points = [...text];
  return ({ start, end }) =>
    isWithin(start, end, points.length) ? points.slice(start, end).join('') : undefined;
}

const isWithin = (start: number, end: number, length: number): boolean =>
  Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;

/** That a place is named by its own words cannot be chance; where words begin and end can. */
const NAMED = 20;
const AT_EDGE = 1;
/** Shorter names are found in any text. */
const SHORTEST_NAME = 4;
/** So many places show how a tool counts. */
const MOST_LOOKED_AT = 500;

function sense(way: WordsAt, text: string, places: readonly Place[]): number {
  let sum = 0;
  for (const place of places.slice(0, MOST_LOOKED_AT)) {
    const words = way(place);
    if (words === undefined) continue;
    const name = oneLine(place.name).replace(/(?:\.{3}|…)$/, '');
    if (name.length >= SHORTEST_NAME && oneLine(words).startsWith(name)) sum += NAMED;
    const before = way({ start: place.start - 1, end: place.start }) ?? ' ';
    const after = way({ start: place.end, end: place.end + 1 }) ?? ' ';
    if (isEdge(before, words.slice(0, 1))) sum += AT_EDGE;
    if (isEdge(words.slice(-1), after)) sum += AT_EDGE;
  }
  return text ? sum : 0;
}

const LETTER = /[\p{L}\p{N}]/u;
/** Between two signs that are not both of one word, and on the word's side of a blank. */
const isEdge = (one: string, other: string): boolean => !(LETTER.test(one) && LETTER.test(other));
