/** Authors that are named above the title. */
import type { Rule } from '../../claims';
import { AUTHORS, FURNITURE, OTHERS, PEOPLE } from '../../view/lines';
import {
  distinct,
  LONGEST_BYLINE,
  MOST_BETWEEN,
  marksIn,
  namesOfLine,
} from '../../view/name-lines';
import type { ShownView } from '../../view/shown-view';

/** Above a title a byline is right above it; further up are the site's lines. */
const MOST_ABOVE = 24;

/**
 * Names right above the title, as repositories, books and old journals set them. Two words of a menu look like a name, so
 * one alone is believed only after "By" or with a mark.
 */
export const aboveTitle: Rule<ShownView, string[]> = {
  id: 'authors/above-title',
  *find({ lines, marks }) {
    const above = lines.filter(({ after }) => !after).slice(-MOST_ABOVE);
    const found: string[][] = [];
    let between = 0;
    let marked = false;
    for (const { text, element } of above.reverse()) {
      const out = marks(element) & (OTHERS | FURNITURE | PEOPLE) && !(marks(element) & AUTHORS);
      const names = out || text.length > LONGEST_BYLINE ? [] : namesOfLine(text, false);
      if (names.length > 0 && !/[>›»|]/.test(text)) {
        found.unshift(names);
        marked ||= /^by:? /i.test(text) || marksIn(text) >= names.length;
        between = 0;
      } else if (out || ++between > MOST_BETWEEN) break;
    }
    const names = distinct(found.flat());
    if (names.length > 1 || (marked && names.length > 0))
      yield {
        ...{ value: names, source: 'visible', times: names.length },
        weight: marked
          ? 'authors: a marked name above the title'
          : 'authors: a name above the title',
      };
  },
};
