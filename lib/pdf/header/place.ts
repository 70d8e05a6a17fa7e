/** Where a PDF's paper appeared, as its lines give it: journal, year, volume, issue and pages. */
import { placeIn } from '../../page/shared';
import { looseKey, parseName } from '../../text';
import { trimOf } from '../text/trim';
import type { HeadView } from './view';

export interface Place {
  venue?: string | undefined;
  year?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  page?: string | undefined;
  /** Where the line is. */
  where: 'head' | 'front' | 'cited' | 'cover';
}

/** The longest line that gives a place, in UTF-16 units. */
const LONGEST = 400;

/** "Smith and Jones Journal of Foo": running heads open with authors. */
export function withoutAuthors(venue: string, families: readonly string[]): string {
  let rest = venue.replace(/^.{0,90}?\bet al\b[.,]?\s*[/|–—-]?\s*/u, '');
  rest = rest.replace(/^[^/|]{3,80}[/|]\s+/u, '');
  // A bracket that is opened and not closed opens the citation.
  const open = rest.lastIndexOf('(');
  if (open >= 0 && !rest.includes(')', open)) rest = rest.slice(open + 1);
  for (let i = 0; i < 8; i++) {
    const words = rest.split(' ');
    const [first = '', second = ''] = words;
    if (/^(?:and|&|,|\p{Lu}\.(?:\p{Lu}\.)*,?)$/u.test(first) && i > 0)
      rest = words.slice(1).join(' ');
    else if (families.includes(looseKey(first)) && (i > 0 || /^\p{Lu}|and|&/u.test(second)))
      rest = words.slice(1).join(' ');
    else break;
  }
  return trimOf(rest, ',;:–—-(');
}

/** Family names as they are compared. */
export const familiesOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const parsed = parseName(name);
    const family = parsed && 'family' in parsed ? parsed.family : parsed?.literal;
    return family ? looseKey(family).split(' ') : [];
  });

/** A running head without the page's own number, before or behind. */
const withoutPage = (text: string): string =>
  text
    .replace(/^\d{1,5} (?=\p{L})/u, '')
    .replace(/(?<=.{12}) \|? ?page \d{1,5}(?: of \d{1,4})?$/i, '');

const ASKS =
  /^(?:to cite|cite this|how to cite|citation|please cite|original citation|this article (?:should be|is) cited)/i;

/** A place behind other sentences of a line: "Accepted 4 May. Journal of Care 2019;12:3". */
function placeWithin(text: string): ReturnType<typeof placeIn> {
  for (const { index } of text.matchAll(/(?<=[.;|] )\p{Lu}/gu)) {
    const found = placeIn(text.slice(index));
    if (found?.venue && found.volume && found.page) return found;
  }
  return null;
}

/** The places that the lines of a document give. */
export function placesOf(view: HeadView, families: readonly string[]): Place[] {
  const out: Place[] = [];
  const read = (text: string, where: Place['where']) => {
    if (text.length > LONGEST) return;
    const whole = placeIn(where === 'head' ? withoutPage(text) : text);
    const found = whole?.venue ? whole : (placeWithin(text) ?? whole);
    if (!found) return;
    const venue = found.venue && withoutAuthors(found.venue, families);
    out.push({ ...found, venue: venue && /\p{L}{2}/u.test(venue) ? venue : undefined, where });
  };
  for (const text of view.heads) read(text, 'head');
  view.blocks.forEach(({ text, block }, index) => {
    if (ASKS.test(text)) read(text, 'cited');
    else if (index < view.front + 3 || text.length < LONGEST / 2)
      for (const line of block.lines.slice(0, 6)) read(line.text.trim(), 'front');
  });
  for (const { text, block } of view.cover) {
    if (ASKS.test(text)) read(text, 'cited');
    for (const line of block.lines) read(line.text.trim(), 'cover');
  }
  return out;
}
