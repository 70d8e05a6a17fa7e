/** The PubMed number that the page shows: an index's page of one paper may have any address, that of a search as well. */
import type { Rule } from '../../claims';
import type { ShownField } from '../../settle';
import type { ShownView } from '../../view/shown-view';
import { shown } from './claim';
import { NOTICE_WORDS } from './notice-words';

const LABEL = /^(?:pmid|pubmed ?id|pubmed)\s*:?$/i;
const LABELLED = /\b(?:PMID|PubMed ID) ?:? ?(\d{4,9})(?!\d)/i;
const ALONE = /^(\d{4,9})\b/;
/** Before the numbers of papers on this one. */
const OTHER_WORK = /\b(?:comment|update|reply|reprint|refers?) (?:in|on|of|to)\b/i;
/** In UTF-16 units: a longer line is a paragraph. */
const LONGEST = 400;

const labelled: Rule<ShownView, string> = {
  id: 'pmid/labelled',
  *find(view) {
    for (const { line, label } of view.labelled) {
      const { text, element } = line;
      if (text.length > LONGEST || NOTICE_WORDS.test(text) || NOTICE_WORDS.test(label)) continue;
      if (OTHER_WORK.test(text) || view.isOthers(element)) continue;
      const found = LABELLED.exec(text) ?? (LABEL.test(label) ? ALONE.exec(text) : null);
      yield* shown(found?.[1], 'pmid: labelled', element);
    }
  },
};

export const SHOWN_PMID: ShownField<ShownView, string> = {
  name: 'pmid',
  stages: [{ rules: [labelled] }],
  election: () => ({
    key: String,
    combine: 'heaviest',
    floor: 0,
    // Two numbers are of two papers, and nothing tells which is this one's.
    tie: 'none',
  }),
};
