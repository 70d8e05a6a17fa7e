/**
 * The names and levels under which we paint. `CSS.highlights` is one registry shared with the page and every other
 * extension: the page can read each highlight's name, its priority and the order in which they came. None of
 * these reveals a stance: names are random in each document, and all stances share one level.
 * The line style still does, and cannot be kept from the page (README, What a page can see).
 */
/** Lower first: where layers overlap, the one of a higher level is drawn on top. */
export const LEVELS = {
  outline: 0,
  mentioning: 1,
  mixed: 1,
  supporting: 1,
  contrasting: 1,
  changed: 2,
  focus: 3,
} as const;

export type Layer = keyof typeof LEVELS;
export const LAYERS = Object.keys(LEVELS) as readonly Layer[];

/** Long enough never to meet a name of the page's or of another extension. */
const NAME_LENGTH = 16;
/** A name of letters needs no escape in a style sheet. Four bits of chance make one of 16. */
const LETTERS = 'abcdefghijklmnop';

function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NAME_LENGTH));
  return Array.from(bytes, (byte) => LETTERS[byte % LETTERS.length]).join('');
}

const known = new WeakMap<Document, ReadonlyMap<Layer, string>>();

/** A document's own names, in alphabetical order, which reveals nothing either. */
export function namesIn(doc: Document): ReadonlyMap<Layer, string> {
  const names =
    known.get(doc) ??
    new Map(
      LAYERS.map((layer) => [layer, randomName()] as const).sort(([, a], [, b]) =>
        a < b ? -1 : 1,
      ),
    );
  known.set(doc, names);
  return names;
}
