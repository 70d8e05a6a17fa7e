/** A tag as one of our files has it: what differs, and what only looks different after it was in another program. */
import { type CodedPassage, type GivenField, quoteKey, type Tag } from '../../../model';
import type { FieldEdit } from './report';

type Dial = Exclude<GivenField, 'influence'>;

/** Of a field that a file has no value for: what that means for the tag. */
const NONE: Readonly<Partial<Record<Dial, Tag[Dial]>>> = {
  direction: 'unstated',
  basis: 'own',
  note: '',
};
const DIALS: readonly Dial[] = ['stance', 'direction', 'strength', 'basis', 'note'];

/**
 * Programs break lines in their own ways, put a blank where markup could begin, set dashes and quotation marks, and drop
 * braces and characters that files cannot hold: two notes that differ in nothing else are one.
 */
const bare = (text: string): string =>
  text
    .replace(/[\s\p{C}{}]+/gu, '')
    .replace(/\p{Pd}+/gu, '-')
    .replace(/[\u2018\u2019\u201c\u201d`'"]+/g, "'");

/** In place of a sign such as an emoji, for which a format has no place. */
const NO_SIGN = '\u25a1';
const bareQuote = (quote: string): string =>
  bare(quoteKey(quote).replace(/[\u{10000}-\u{10ffff}]/gu, NO_SIGN));

/**
 * Is the quote of a passage the tag's? In a table of which one column was sorted alone, each id is beside what is said of
 * another tag. A file without the quote proves nothing.
 */
export function isQuoteOf({ quote, isPart = false }: CodedPassage, own: string): boolean {
  const [theirs, ours] = [bareQuote(quote), bareQuote(own)];
  if (!theirs || theirs === ours) return true;
  return isPart && (ours.startsWith(theirs) || theirs.startsWith(ours));
}

export function edited(tag: Tag, passage: CodedPassage): { after: Tag; edits: FieldEdit[] } {
  const after: Tag = { ...tag };
  const edits: FieldEdit[] = [];
  for (const field of DIALS) {
    const isGiven = passage.gives
      ? passage.gives.includes(field)
      : passage[field] !== undefined && passage[field] !== '';
    if (!isGiven) continue;
    const value = passage[field] ?? NONE[field];
    // A passage always has a stance.
    if (field === 'stance' && value === undefined) continue;
    const before = tag[field];
    const isSame =
      field === 'note' ? bare(String(value)) === bare(tag.note) : (before ?? '') === (value ?? '');
    if (isSame) continue;
    if (value === undefined) delete after[field];
    else Object.assign(after, { [field]: field === 'note' ? String(value).trim() : value });
    edits.push({ field, before: String(before ?? ''), after: String(value ?? '') });
  }
  return { after, edits };
}
