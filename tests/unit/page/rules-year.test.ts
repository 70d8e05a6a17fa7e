/** What the rules for the year claim of lines of text, whatever holds them. */
import { describe, expect, it } from 'vitest';
import { shownYear } from '../../../lib/page/fields/shown/year';
import { claimed, type Seen, seen } from './seen';

type Expected = [year: string, weight: string][];
const cases = (id: string, table: [what: string, page: Seen, expected: Expected][]) =>
  describe(id, () => {
    it.each(table)('%s', (_what, page, expected) => {
      expect(claimed(shownYear(), id, seen(page))).toEqual(expected);
    });
  });
const line = (text: string): Seen => ({ after: [text] });

cases('year/citation-line', [
  [
    'a journal, a year and pages',
    line('J Ex. 2019 Mar 4;27(1):117-129.'),
    [['2019', 'citation line']],
  ],
  ['the year at the end', line('J. Examples, 27, 117-129, 2019'), [['2019', 'citation line']]],
  ['an issue’s month first', line('January 1977, Volume 37, Issue 1'), [['1977', 'citation line']]],
  ['a line without a place', line('4 March 2019'), []],
]);

cases('year/own-citation', [
  [
    'before the title',
    { cited: { before: 'Berg, A. (2019). ', tail: 'J Ex' } },
    [['2019', 'own citation']],
  ],
  [
    'after it',
    { cited: { before: 'Berg A. ', tail: 'J Ex. 2019;27:117-129' } },
    [['2019', 'own citation']],
  ],
  [
    'the line of the citation before what opens it',
    { cited: { before: 'Seen 2021: ', tail: 'J Ex. 2019;27:117-129' } },
    [['2019', 'own citation']],
  ],
  ['neither', { cited: { before: 'Berg A. ', tail: 'J Ex' } }, []],
  ['no citation', {}, []],
]);

cases('year/bibtex', [
  ['in braces', line('@article{b, year = {2019}, volume = 27}'), [['2019', 'BibTeX']]],
  ['bare', line('year=2019,'), [['2019', 'BibTeX']]],
  ['no field of that name', line('the year 2019'), []],
]);

cases('year/labelled', [
  ['a label in the line', line('Published online: 4 March 2019'), [['2019', 'labelled']]],
  ['a label above', { after: ['Publication date', '4 March 2019'] }, [['2019', 'labelled']]],
  ['a plain label above', { after: ['Year', '2019'] }, [['2019', 'labelled']]],
  ['in German', line('Veröffentlicht am 04.03.2019'), [['2019', 'labelled']]],
  ['in Japanese', line('公開日: 2019/03/04'), [['2019', 'labelled']]],
  [
    'the year after the label, not before it',
    line('Vol. 2018, published 4 March 2019'),
    [['2019', 'labelled']],
  ],
  ['a date of receipt', line('Received 12 March 2018'), []],
  ['received for publication', line('Received for publication March 12, 2018'), []],
  ['a label of receipt above', { after: ['Accepted', '12 March 2018'] }, []],
]);

cases('year/labelled-after-another', [
  [
    'behind pages and a date of receipt',
    line('Pages 1-9 | Received 12 Mar 2018, Published online: 04 Mar 2019'),
    [['2019', 'labelled after another date']],
  ],
  [
    'in a line that opens with receipt',
    line('Received: 12 Mar 2017 – Accepted: 20 Jan 2018 – Published: 04 Mar 2019'),
    [['2019', 'labelled after another date']],
  ],
  [
    'no date of publication',
    line('Received 12 Mar 2018, accepted for publication 20 Jan 2019'),
    [],
  ],
]);

cases('year/alone', [
  ['after the title', line('4 March 2019'), [['2019', 'alone after the title']]],
  ['before it', { before: ['March 2019'] }, [['2019', 'alone before the title']]],
  ['in a long line', line(`${'words '.repeat(12)} 2019`), []],
  ['a date of change', line('Last modified 2019'), []],
]);

cases('year/beside-doi', [
  [
    'a month, a year and a DOI',
    line('Mar 4, 2019 https://doi.org/10.5555/joe.1'),
    [['2019', 'beside a DOI']],
  ],
  [
    'a year without a month',
    line('2019 | an article of the journal, with its identifier doi:10.5555/joe.1'),
    [],
  ],
]);

cases('year/copyright', [
  ['a sign', line('© 2019 The Authors'), [['2019', 'copyright']]],
  ['a word', line('Copyright 2019, Examples Press'), [['2019', 'copyright']]],
  ['a sign in brackets', line('(c) 2019 Berg'), [['2019', 'copyright']]],
]);

cases('year/preprint', [
  [
    'a server in the line',
    line('PeerJ Preprints | CC BY 4.0 | 4 Mar 2019'),
    [['2019', 'preprint']],
  ],
  ['a label besides', line('Preprint posted 4 March 2019'), [['2019', 'preprint']]],
  ['no year', line('This is a preprint.'), []],
]);

cases('year/received', [
  [
    'the last of several dates',
    { after: ['Received 2 May 2018', 'Revised: 3 June 2018', 'Accepted', '4 March 2019'] },
    [['2019', 'received or accepted']],
  ],
  [
    'in one line',
    line('Received 2 May 2018; accepted 4 March 2019'),
    [['2019', 'received or accepted']],
  ],
  ['in German', line('Angenommen am 04.03.2019'), [['2019', 'received or accepted']]],
  ['beside a date of publication', line('Accepted 2 May 2018, published 4 March 2019'), []],
  ['another date', line('Last modified 4 March 2019'), []],
]);

cases('year/labelled-after-another', [
  [
    'a date of availability',
    line('Received 2 May 2018, accepted 4 June 2018, available online 4 March 2019'),
    [['2019', 'labelled after another date']],
  ],
]);

describe('year/doi', () => {
  it.each([
    ['a year and a month', '10.5555/j.example.2019.03.117', '2019'],
    ['a year alone', '10.5555/fexam.2019.00117', '2019'],
    ['the volume’s at the end', '10.5555/ex-27-117-2019', '2019'],
    ['a longer number', '10.5555/ex.20191234', undefined],
    ['no year', '10.5555/ex.1177', undefined],
    ['an ISSN', '10.5555/1980-549720190034', undefined],
    ['an ISSN that ends in X', '10.5555/1982-021X-2-5', undefined],
    ['a year to come', '10.5555/ex-2041-2-5', undefined],
    ['the prefix', '10.2019/ex.117', undefined],
  ])('%s', (_what, doi, year) => {
    const claims = claimed(shownYear(doi), 'year/doi', seen({}));
    expect(claims).toEqual(year ? [[year, 'in the DOI']] : []);
  });
});
