/** What the rules for the DOI claim of lines of text and of links, and which DOI wins. */
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../lib/page/claims';
import { isOwnDoi, SHOWN_DOI } from '../../../lib/page/fields/shown/doi';
import { count } from '../../../lib/page/settle';
import { ownDoi } from '../../../lib/page/view/own-doi';
import { claimed, type Seen, seen } from './seen';

const [OWN, OTHER, THIRD] = ['10.5555/joe.1', '10.5555/other.2', '10.5555/other.3'] as const;
const TITLE = 'Supervision and role clarity of peers in nine clinics';
type Expected = [doi: string, weight: string][];
const cases = (id: string, table: [what: string, page: Seen, expected: Expected][]) =>
  describe(id, () => {
    it.each(table)('%s', (_what, page, expected) => {
      expect(claimed(SHOWN_DOI, id, seen({ title: TITLE, ...page }))).toEqual(expected);
    });
  });

describe('the words before a DOI', () => {
  it.each<[text: string, label: string, other: boolean]>([
    [`doi: ${OWN}`, '', false],
    [`First published as doi:${OWN}`, '', false],
    [`Published in final form: ${OWN}`, '', true],
    [`Version of record: https://doi.org/${OWN}`, '', true],
    [`Preprint of: ${OWN}`, '', true],
    [`In reply to doi:${OWN}`, '', true],
    [`Data are at https://doi.org/${OWN}`, '', true],
    [`Erratum: doi:${OWN}`, '', true],
    [`Fe de erratas: doi:${OWN}`, '', true],
    [`Uma correção: doi:${OWN}`, '', true],
    [`Article rétracté, voir doi:${OWN}`, '', true],
    [`Berichtigung: doi:${OWN}`, '', true],
    [`An expression of concern: doi:${OWN}`, '', true],
    [`See the original article: doi:${OWN}`, '', true],
    [`In Press, Corrected Proof doi:${OWN}`, '', false],
    [`Original Article doi:${OWN}`, '', false],
    [OWN, 'Related work', true],
    [OWN, 'DOI', false],
    [`Original publication: Berg A. J Ex. ${OWN}`, '', true],
    [`Data are shared; doi:${OWN}`, '', false],
  ])('%s under "%s": another’s %s', (text, label, other) => {
    expect(ownDoi(text, label)).toEqual({ doi: OWN, other });
  });
  it('none without one', () => {
    expect(ownDoi('doi: none')).toBeNull();
  });
});

cases('doi/lines-by-title', [
  ['one', { after: [`doi: ${OWN}`] }, [[OWN, 'first by the title']]],
  [
    'two',
    { after: [`doi: ${OWN}`, `https://doi.org/${OTHER}`] },
    [
      [OWN, 'first by the title'],
      [OTHER, 'further by the title'],
    ],
  ],
  [
    'the same twice',
    { after: [`doi: ${OWN}`, `https://doi.org/${OWN}`] },
    [[OWN, 'first by the title']],
  ],
  [
    'another’s first',
    { after: [`Preprint of: ${OTHER}`, `doi: ${OWN}`] },
    [
      [OTHER, 'called another work’s'],
      [OWN, 'further by the title'],
    ],
  ],
  ['below a label', { after: ['Related data set', OTHER] }, [[OTHER, 'called another work’s']]],
]);

cases('doi/cited-by-title', [
  [
    'with the title',
    { after: [`Cite as: Berg A. ${TITLE}. J Ex 2019. doi:${OWN}`] },
    [[OWN, 'in the page’s own citation']],
  ],
  ['with another', { after: [`Roe R. ${'Other things '.repeat(5)}. J Ex 2019. doi:${OWN}`] }, []],
]);

cases('doi/linked-citation', [
  [
    'found by its link',
    { own: { doi: OWN, found: 'with a link' } },
    [[OWN, 'in the page’s own citation']],
  ],
  ['found otherwise', { own: { doi: OWN, found: 'in plain text' } }, []],
]);

cases('doi/plain-citation', [
  ['in plain text', { own: { doi: OWN, found: 'in plain text' } }, [[OWN, 'in a plain citation']]],
  ['found otherwise', { own: { doi: OWN, found: 'with a link' } }, []],
]);

cases('doi/early-links', [
  [
    'the first, as often as it leads the links',
    { links: [OWN, OWN, OTHER, OWN] },
    [
      [OWN, 'early link'],
      [OWN, 'early link'],
    ],
  ],
  ['a publisher’s page is no resolver', { links: [`!${OWN}`, OWN] }, [[OWN, 'early link']]],
  ['none', {}, []],
]);

cases('doi/most-linked', [
  ['the only one', { links: [OWN, OWN] }, [[OWN, 'the only one linked']]],
  ['three times', { links: [OWN, OWN, OWN, OTHER] }, [[OWN, 'linked often']]],
  ['four times', { links: [OWN, OWN, OWN, OWN, OTHER, OTHER] }, [[OWN, 'linked very often']]],
  ['not clearly more often', { links: [OWN, OWN, OWN, OTHER, OTHER] }, []],
  ['one of two', { links: [OWN, OTHER] }, []],
]);

describe('of the DOIs that are claimed', () => {
  const ranked = (page: Seen) => {
    const view = seen({ title: TITLE, ...page });
    const rules = SHOWN_DOI.stages.flatMap(({ rules: of }) => of);
    const inText = rules.filter(({ id }) => !/labelled|scripts/.test(id));
    return count(
      new Ledger().gather<typeof view, string>('doi', inText, view),
      SHOWN_DOI.election(view),
    );
  };
  it.each<[string, Seen, [string, number][]]>([
    [
      'the page’s citation outweighs what comes first',
      { after: [`doi: ${OTHER}`, `Cite as: Berg A. ${TITLE}. J Ex 2019. doi:${OWN}`] },
      [
        [OWN, 6],
        [OTHER, 4],
      ],
    ],
    [
      'a figure’s speaks for the paper’s',
      { after: [`doi: ${OWN}`, `doi: ${OWN}.g001`] },
      [
        [OWN, 6],
        [`${OWN}.g001`, 2],
      ],
    ],
    [
      'another work’s sinks, however often it is linked',
      { after: [`Preprint of: ${OTHER}`], links: [OTHER, OTHER, OTHER, OTHER] },
      [[OTHER, 1]],
    ],
    ['links alone add up', { links: [OWN] }, [[OWN, 2]]],
  ])('%s', (_what, page, expected) => {
    expect(ranked(page).map(({ value, points }) => [value, points])).toEqual(expected);
  });
  it('one by the title is the page’s own; one that is merely linked is not', () => {
    expect(ranked({ after: [`doi: ${OWN}`] }).map(isOwnDoi)).toEqual([true]);
    expect(ranked({ links: [OWN, OTHER, THIRD] }).map(isOwnDoi)).toEqual([false]);
  });
});
