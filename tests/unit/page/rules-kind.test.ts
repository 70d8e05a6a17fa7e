/** What the rules for the kind of page make of labels, text and what was read before. */
import { describe, expect, it } from 'vitest';
import { SHOWN_KIND, type Shown } from '../../../lib/page/fields/shown/kind';
import { isWorkLabel } from '../../../lib/page/view/work-label';
import { ruleOf, type Seen, seen } from './seen';

const shown = ({
  known = {},
  ...page
}: Seen & { known?: Partial<Omit<Shown, 'view'>> }): Shown => ({
  ...{ ownDoi: false, volume: false, journal: false, authors: false, kindTold: false },
  ...{ ...known, view: seen({ title: 'Roles of peers', ...page }) },
});
type Page = Parameters<typeof shown>[0];

describe('a sign that holds, and one that does not', () => {
  it.each<[id: string, holds: Page, not: Page]>([
    ['shown-thing', { after: ['Dataset'] }, { after: ['Dataset'], paperUrl: true }],
    ['shown-thing', { after: ['Software Open'] }, { after: ['Software for nurses'] }],
    ['issue-of-serial', { title: 'Vol. 27 No. 1 (2019)' }, { title: 'Volumes of noise' }],
    [
      'issue-of-serial',
      { title: 'Journal of Foo', window: 'Journal of Foo: Vol 27, No 1' },
      { window: 'Roles of peers: a review' },
    ],
    ['guide', { title: 'Instructions for authors' }, { title: 'Instructions for nurses' }],
    ['guide', { title: 'Hinweise für Autorinnen' }, { title: 'Hinweise für Pflegende' }],
    ['guide', { title: 'Normas para autores' }, { title: 'Normas para enfermeras' }],
    ['address', { paperUrl: true }, {}],
    ['own-doi', { known: { ownDoi: true } }, {}],
    ['tags-name-kind', { known: { kindTold: true } }, {}],
    ['citation-line', { known: { volume: true } }, {}],
    ['label', { after: ['Research Article'] }, { after: ['Researchers'] }],
    [
      'label',
      { after: ['Review', 'Letter', 'Editorial'] },
      { after: ['Review article', 'Letter', 'Editorial', 'Case report'] },
    ],
    [
      'issue',
      { after: ['Issue 58, Fall 2013'] },
      { after: ['Issue 58, Fall 2013'], known: { volume: true } },
    ],
    ['issue', { before: ['Number 27, March 2019'] }, { before: ['Number 27'] }],
    ['window-title', { window: 'Annals of Foo' }, { window: 'Foo News' }],
    ['authors', { known: { authors: true } }, {}],
    ['journal', { known: { journal: true } }, {}],
    [
      'dates',
      { after: ['(Received 12 March 2018; accepted 20 January 2019)'] },
      { after: ['Well received by nurses'] },
    ],
    [
      'affiliations',
      { after: ['*Corresponding author: a@example.org'] },
      { after: ['a@example.org'] },
    ],
    ['affiliations', { after: ['Ada Berg ORCID'] }, { after: ['orchids'] }],
  ])('%s: %j, and not %j', (id, holds, not) => {
    const rule = ruleOf(SHOWN_KIND, `kind/${id}`);
    expect([...rule.find(shown(holds))]).toHaveLength(1);
    expect([...rule.find(shown(not))]).toHaveLength(0);
  });
  it('abstracts are known by their heading in several languages', () => {
    const rule = ruleOf(SHOWN_KIND, 'kind/abstract');
    for (const heading of ['Abstract', 'Summary:', 'Résumé', 'Resumen', 'Zusammenfassung', '要旨'])
      expect([...rule.find(shown({ after: [heading] }))]).toHaveLength(1);
  });
});

describe('a label of a kind of work', () => {
  it.each([
    'Research Article',
    'Original paper',
    'Doctoral thesis',
    'PhD Thesis',
    'Working paper 117',
    'Preprint',
    'Conference paper',
    'Short communication',
    'Case study',
    'Tese de doutorado',
    'Thèse de doctorat',
    'Artículo original',
    'Originalarbeit',
    '原著論文',
    'Научная статья',
  ])('%s', (label) => {
    expect(isWorkLabel(label)).toBe(true);
  });
  it.each(['Articles in press', 'The article', 'Review of roles', 'Preprints of today', ''])(
    'not "%s"',
    (label) => {
      expect(isWorkLabel(label)).toBe(false);
    },
  );
});
