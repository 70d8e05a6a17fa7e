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
const MOST_WORDS = 8;
/** What may be between two words of a name, and what goes on behind a journal that is cited: a year or a volume. */
const BETWEEN = '(?:\\s{1,3}(?:of|the|and|&|for|in|on|de|la|der|und|et)){0,3}\\s{1,3}';
const GOES_ON = '(?=[.,;]?\\s{0,3}\\(?\\d)';

/** Names that may be meant by a short form, before a year or volume: each word begins with the short one's letter. */
function longForms(short: string): RegExp | null {
  const words = short.split(/[\s.,]+/).filter(Boolean);
  const isName = words.every((word) => /^\p{L}[\p{L}'’-]*$/u.test(word));
  if (!isName || words.length < FEWEST_WORDS || words.length > MOST_WORDS) return null;
  const parts = words.map((word) => `${word[0]}[\\p{L}'’-]{0,30}`);
  return new RegExp(`(?<!\\p{L})${parts.join(BETWEEN)}${GOES_ON}`, 'giu');
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
    const wanted = short ? longForms(short) : null;
    if (!short || !wanted) return;
    const found = new Map<string, { name: string; times: number }>();
    for (const [match] of view.text.matchAll(wanted)) {
      const name = squeeze(match, LONGEST_FULL_NAME);
      const key = looseKey(name);
      if (key.length <= looseKey(short).length || !abbreviates(short, name)) continue;
      const times = (found.get(key)?.times ?? 0) + 1;
      if (mayBeJournal(name)) found.set(key, { name: found.get(key)?.name ?? name, times });
    }
    const [most] = [...found.values()].sort((a, b) => b.times - a.times);
    yield* shown(most?.name, 'venue: spelled out in a reference', null);
  },
};

export const SPELLED_RULES: readonly VenueRule[] = [besideShortForm, inReferences];
