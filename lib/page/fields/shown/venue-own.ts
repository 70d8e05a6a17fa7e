/** The journal as the page cites itself, or as its citation line names it. */
import * as dom from '../../../dom';
import { looseKey, squeeze } from '../../../text';
import { readCitation } from '../../../text/citation';
import { mayBeJournal } from '../../view/journal-name';
import type { ShownView } from '../../view/shown-view';

/** Of what is read for a journal's name, in UTF-16 units. */
export const LONGEST_NAME = 200;
/** Of a name that is printed in full. */
export const LONGEST_FULL_NAME = 100;
/** What follows a journal's name in a citation: its volume or its year. */
export const GOES_ON = /^[\s.,;]*(?:vol|année|v?\(?\d)/i;

/** The journal as the citation line, or the page's own citation, names it: often in short. */
export function shortForm(view: ShownView): string | undefined {
  return view.citationLine?.venue ?? ownVenue(view)?.venue;
}

/** The journal that the page's own citation of itself names, and whether that is a book. */
export function ownVenue(view: ShownView): { venue: string | undefined; book: boolean } | null {
  const { cited } = view;
  if (!cited) return null;
  const book = /^in:?\s/i.test(cited.tail) ? grammarVenue(view) : undefined;
  const line = cited.line?.venue;
  // What is before the italics in the line is the authors, without a full stop.
  const named = italics(view).find((name) => line?.endsWith(name));
  return { venue: book ?? named ?? line, book: book !== undefined };
}

/** The grammar reads what no line of its own has: "In: Prefect P (eds) Book of Things", "Journal of Foo, 27 (1)". */
export function grammarVenue({ cited, title }: ShownView): string | undefined {
  const read = cited?.tail
    ? readCitation(`${cited.before} ${title}. ${cited.tail}`).container
    : undefined;
  return read && mayBeJournal(read) && !inTitle(title, read) ? read : undefined;
}

/** Names in italics in the page's own citation that a volume or year follows. */
function italics({ cited, title }: ShownView): string[] {
  if (!cited) return [];
  const names = [...dom.querySelectorAll(cited.block, 'i,em,cite')].map((at) =>
    squeeze(dom.textContent(at) ?? '', LONGEST_NAME),
  );
  return names.filter((name) => {
    const place = cited.tail.indexOf(name);
    const goesOn = place >= 0 && GOES_ON.test(cited.tail.slice(place + name.length));
    return goesOn && looseKey(name) !== looseKey(title);
  });
}

export const inTitle = (title: string, text: string) => looseKey(title).includes(looseKey(text));
