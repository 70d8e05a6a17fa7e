/** The journal's name in full: beside its short form, or where the page's references cite the journal itself. */
import { looseKey, squeeze } from '../../../text';
import type { Rule } from '../../claims';
import { abbreviates, mayBeJournal } from '../../view/journal-name';
import type { ShownView } from '../../view/shown-view';
import { shown } from './claim';
import { LONGEST_FULL_NAME, shortForm } from './venue-own';

type VenueRule = Rule<ShownView, string>;

/** Words of a short form: one word may be short for anything. */
const FEWEST_WORDS = 2;
/** The first word is looked for by so many letters, since later ones may be left out ("Natl"), and so often. */
const FIRST_LETTERS = 2;
const MOST_PLACES = 3_000;
/** Words with the small ones between them, and what goes on behind a journal that is cited: a year or a volume. */
const NAME = /^(?:[\p{L}'’-]{1,30}|&)(?:\s{1,3}(?:[\p{L}'’-]{1,30}|&)){1,12}/u;
const GOES_ON = /^[.,;]?\s{0,3}\(?\d/;
/** Two blocks with no blank between them in the page's text: "Journal of ExamplesVolume 27". */
const GLUED = /\p{Ll}\p{Lu}/u;

/** A name that `short` is short for, where one is cited at the beginning of a text. */
function citedAt(text: string, short: string): string | undefined {
  const [line = ''] = NAME.exec(text) ?? [];
  const name = squeeze(line, LONGEST_FULL_NAME);
  const isCited = GOES_ON.test(text.slice(line.length)) && abbreviates(short, name);
  return isCited &&
    !GLUED.test(name) &&
    mayBeJournal(name) &&
    looseKey(name).length > looseKey(short).length
    ? name
    : undefined;
}

/** The name in full by which a journal of this short form is cited most; undefined where none is. */
function mostCited(text: string, short: string): string | undefined {
  const words = short.split(/[\s.,]+/).filter(Boolean);
  const first = words[0]?.slice(0, FIRST_LETTERS);
  if (!first || words.length < FEWEST_WORDS) return undefined;
  const found = new Map<string, { name: string; times: number }>();
  let at = text.indexOf(first);
  for (let i = 0; i < MOST_PLACES && at >= 0; i++, at = text.indexOf(first, at + 1)) {
    const name = /\p{L}/u.test(text[at - 1] ?? '')
      ? undefined
      : citedAt(text.slice(at, at + 2 * LONGEST_FULL_NAME), short);
    if (!name) continue;
    const had = found.get(looseKey(name));
    if (had) had.times += 1;
    else found.set(looseKey(name), { name, times: 1 });
  }
  return [...found.values()].sort((a, b) => b.times - a.times)[0]?.name;
}

const besideShortForm: VenueRule = {
  id: 'venue/full-name',
  *find(view) {
    const short = shortForm(view);
    if (!short) return;
    for (const { text, element } of view.lines)
      if (text.length < LONGEST_FULL_NAME && abbreviates(short, text))
        yield* shown(text, 'venue: spelled out', element);
  },
};

const inReferences: VenueRule = {
  id: 'venue/full-name-in-references',
  *find(view) {
    const short = shortForm(view);
    const name = short && mostCited(view.text, short);
    yield* shown(name || undefined, 'venue: spelled out in a reference', null);
  },
};

export const SPELLED_RULES: readonly VenueRule[] = [besideShortForm, inReferences];
