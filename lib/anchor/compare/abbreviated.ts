/**
 * Words that count the things of a paper, which editions print in full or short: "Figure 2" is "Fig. 2". The number is
 * not touched.
 */
import type { Query } from '../find/query';
import type { Hunk } from '../find/seeds';
import { isLetterUnit } from '../text/fold';
import type { TextIndex } from '../text/text-index';

/** Forms of one word, in their print: of English, German, French, Spanish, Portuguese and Italian papers. */
const WORDS: readonly (readonly string[])[] = [
  ['figure', 'figura', 'fig.', 'fig'],
  ['figures', 'figuras', 'figs.', 'figs'],
  ['table', 'tabelle', 'tableau', 'tabla', 'tabela', 'tabella', 'tab.', 'tab', 'tbl.'],
  ['tables', 'tabs.', 'tabs'],
  ['abbildung', 'abb.', 'abb'],
  ['abbildungen', 'abb.', 'abb'],
  ['equation', 'eq.', 'eqn.', 'eq'],
  ['equations', 'eqs.', 'eqns.', 'eqs'],
  ['section', 'sect.', 'sec.', 'sec'],
  ['sections', 'sects.', 'secs.'],
  ['appendix', 'app.'],
  ['chapter', 'chap.', 'ch.'],
  ['supplementary', 'suppl.', 'supp.'],
];
/** What they count follows at once: "2", "S2", and behind "supplementary" the word for it. */
const COUNTED = /^(?:[a-z]?\d|(?:fig|tab))/;

/** Whether a hunk is the rest of such a word, printed otherwise, before the same number. */
export function isAbbreviated(index: TextIndex, query: Query, { qa, qb, pa, pb }: Hunk): boolean {
  const { text: q, map: qMap } = query.folded;
  const { text: p, map: pMap } = index.folded;
  const next = q.slice(qb, qb + 2);
  if (!COUNTED.test(q.slice(qb, qb + 3)) || p.slice(pb, pb + 2) !== next) return false;
  return WORDS.some((forms) => {
    const mine = formAt(forms, q, qa, qb);
    const theirs = formAt(forms, p, pa, pb);
    if (mine < 0 || theirs < 0 || qa - mine !== pa - theirs) return false;
    // A word by itself: no letter is printed before it.
    const inWord = (source: string, at: number): boolean => isLetterUnit(source.charCodeAt(at - 1));
    return !(
      inWord(query.exact, qMap[mine] as number) || inWord(index.tree.raw, pMap[theirs] as number)
    );
  });
}

/** Where the longest of these forms begins that ends at `to` and holds [from, to); -1 for none. */
function formAt(forms: readonly string[], text: string, from: number, to: number): number {
  let start = -1;
  for (const form of forms) {
    const at = to - form.length;
    if (at < 0 || at > from || !text.startsWith(form, at)) continue;
    if (start < 0 || at < start) start = at;
  }
  return start;
}
