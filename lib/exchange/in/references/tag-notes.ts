/**
 * A tag as our exports for reference managers write it (`tagNote` of lib/exchange/paper-notes.ts), read back when the library
 * returns: by its id it is the tag that is here, or a colleague's.
 */
import {
  Basis,
  type CodedPassage,
  Direction,
  type GivenField,
  type LibraryReference,
  momentIn,
  Stance,
} from '../../../model';
import { CODER, PART, STRENGTH, TAG_ID, TAG_NOTE, UPDATED } from '../../own-words';
import { strengthIn } from '../table/cells';

/** A tag's note, with the work that it was found beside. */
export interface FoundTagNote {
  reference: LibraryReference;
  note: string;
}

const ENDS_WITH_ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Is it the note of a tag? */
export function isTagNote(note: string): boolean {
  const last = note.slice(note.lastIndexOf(PART) + PART.length);
  return (
    note.startsWith(TAG_NOTE) &&
    last.startsWith(TAG_ID) &&
    ENDS_WITH_ID.test(last.slice(TAG_ID.length))
  );
}

/** What such a note has a place for. */
const GIVES: readonly GivenField[] = [
  ...(['influence', 'stance', 'direction', 'strength', 'basis', 'note'] as const),
];

/** What comes before the quote, and is read whatever is in it. */
const GIVES_FIRST: readonly GivenField[] = ['influence', 'stance'];

/** What a note states about a tag; null for one that was changed by hand until it can no longer be read. */
export function passageOf(note: string): Omit<CodedPassage, 'line' | 'reference'> | null {
  const idAt = note.lastIndexOf(PART + TAG_ID);
  const updatedAt = note.lastIndexOf(PART + UPDATED, idAt);
  const asOf =
    updatedAt < 0
      ? undefined
      : momentIn(note.slice(updatedAt + PART.length + UPDATED.length, idAt));
  const end = asOf === undefined ? idAt : updatedAt;
  const coderAt = note.lastIndexOf(PART + CODER, end);
  const head = /^\[(\w+)\] /.exec(note.slice(TAG_NOTE.length));
  const stance = Stance.safeParse(head?.[1]);
  if (!head || !stance.success || coderAt < 0) return null;
  const body = note.slice(TAG_NOTE.length + head[0].length, coderAt);
  const quoteAt = body.indexOf(`${PART}"`);
  if (quoteAt < 0) return null;
  const { quote, where, rest, isSure } = quoteIn(body.slice(quoteAt + PART.length + 1));
  const parts = rest.split(PART);
  const dials = dialsIn(parts[0] ?? '');
  return {
    ...{ quote, stance: stance.data, ...placeIn(where), ...dials },
    ...(!isSure && { isPart: true }),
    gives: isSure || dials ? GIVES : GIVES_FIRST,
    code: { label: body.slice(0, quoteAt), path: [], definition: '' },
    note: (dials ? parts.slice(1) : parts).join(PART),
    coder: note.slice(coderAt + PART.length + CODER.length, end),
    tagId: note.slice(idAt + PART.length + TAG_ID.length),
    ...(asOf !== undefined && { asOf }),
  };
}

/** Behind the mark that ends a quote: where it is, and what else the note states. A quote may contain the same mark. */
const BEHIND_QUOTE = /^(?: \(([^|"]{1,4000})\))?(?: \| (.*))?$/s;

interface Quoted {
  quote: string;
  where: string;
  rest: string;
  /** Nothing else in the note could be the end of the quote. */
  isSure: boolean;
}

/** As many places are looked at where a quote may end. */
const MOST_ENDS = 50;

function quoteIn(text: string): Quoted {
  const ends: Omit<Quoted, 'isSure'>[] = [];
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    const [all, where = '', rest = ''] = BEHIND_QUOTE.exec(text.slice(at + 1)) ?? [];
    if (all !== undefined) ends.push({ quote: text.slice(0, at), where, rest });
    if (ends.length === MOST_ENDS) break;
  }
  // What follows a quote is rarely in one.
  const [first = { quote: text, where: '', rest: '' }] = ends;
  const found = ends.find(({ rest }) => dialsIn(rest.split(PART, 1)[0] ?? '')) ?? first;
  return { ...found, isSure: ends.length === 1 };
}

/** "Results, p. 4" */
function placeIn(where: string): Pick<CodedPassage, 'section' | 'page'> {
  const [, section = '', page] = /^(?:(.*?)(?:, |$))?(?:p\. (.+))?$/s.exec(where) ?? [];
  return { ...(section && { section }), ...(page && { page }) };
}

/** "barrier, strength -2, second-hand"; null where it is something else. */
function dialsIn(text: string): Partial<CodedPassage> | null {
  if (!text) return null;
  const dials: Partial<CodedPassage> = {};
  for (const word of text.split(', ')) {
    const [direction, basis] = [Direction.safeParse(word), Basis.safeParse(word)];
    const strength = word.startsWith(STRENGTH) && strengthIn(word.slice(STRENGTH.length));
    if (direction.success) dials.direction = direction.data;
    else if (basis.success) dials.basis = basis.data;
    else if (typeof strength === 'number' || strength === 'mixed') dials.strength = strength;
    else return null;
  }
  return dials;
}
