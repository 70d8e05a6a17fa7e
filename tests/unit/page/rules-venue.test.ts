/** What the rules for the journal claim of lines of text and of the window's title. */
import { describe, expect, it } from 'vitest';
import { SHOWN_PLACE, SHOWN_VENUE } from '../../../lib/page/fields/shown/venue';
import { claimed, type Seen, seen } from './seen';

const TITLE = 'Roles of peers in nine clinics';
type Expected = [name: string, weight: string][];
const cases = (id: string, table: [what: string, page: Seen, expected: Expected][]) =>
  describe(id, () => {
    it.each(table)('%s', (_what, page, expected) => {
      expect(claimed(SHOWN_VENUE, id, seen({ title: TITLE, ...page }))).toEqual(expected);
    });
  });
const line = (text: string): Seen => ({ after: [text] });

cases('venue/citation-line', [
  ['in short', line('J Ex. 2019;27(1):117-129'), [['J Ex', 'citation line']]],
  [
    'in full and in short',
    line('Annals of Examples, Ann. Ex., 27, 117-129, 2019'),
    [['Annals of Examples', 'citation line']],
  ],
  [
    'behind a call to cite',
    line('Cite this article: Hum Ex 2019;27:117-129'),
    [['Hum Ex', 'citation line']],
  ],
  [
    'that begins with "In"',
    line('International Journal of Examples 2019;27(1):117-129'),
    [['International Journal of Examples', 'citation line']],
  ],
  [
    'behind "In"',
    line('In: Book of Examples 2019;27(1):117-129'),
    [['Book of Examples', 'citation line']],
  ],
  ['no line', line('4 March 2019'), []],
]);

cases('venue/full-name', [
  [
    'beside its short form',
    { before: ['Journal of Northern Examples'], after: ['J North Ex. 2019;27(1):117-129'] },
    [['Journal of Northern Examples', 'spelled out']],
  ],
  [
    'initials',
    { before: ['Annals of Odd Examples'], after: ['AOE 2019;27(1):117-129'] },
    [['Annals of Odd Examples', 'spelled out']],
  ],
  [
    'another name',
    { before: ['Journal of Other Things'], after: ['J North Ex. 2019;27(1):117-129'] },
    [],
  ],
  ['no short form', { before: ['Journal of Northern Examples'] }, []],
]);

cases('venue/full-name-in-references', [
  [
    'where the journal is cited',
    {
      after: [
        'J North Ex. 2019;27(1):117-129',
        'Doe J. Wards. Journal of Northern Examples. 2011;3:4',
      ],
    },
    [['Journal of Northern Examples', 'spelled out in a reference']],
  ],
  [
    'most often, in whatever letters',
    {
      after: [
        'J North Ex. 2019;27(1):117-129',
        'Doe J. Wards. Journal of Northern Exercise, 2011;3:4',
        'Roe J. Wards. Journal of northern examples 2011;3:4',
        'Poe J. Wards. Journal of Northern Examples (2012) 3:4',
      ],
    },
    [['Journal of northern examples', 'spelled out in a reference']],
  ],
  [
    'another name',
    { after: ['J North Ex. 2019;27(1):117-129', 'Doe J. Journal of Nursing Ethics. 2011;3:4'] },
    [],
  ],
  [
    'glued to the next block',
    { after: ['J North Ex. 2019;27(1):117-129', 'Journal of Northern ExamplesVolume 27'] },
    [],
  ],
  [
    'no year or volume behind it',
    { after: ['J North Ex. 2019;27(1):117-129', 'The Journal of Northern Examples is read here.'] },
    [],
  ],
]);

cases('venue/dated-lines', [
  [
    'a journal and a date',
    line('Front. Example. Neurosci., 19 June 2019 | doi: 10.5555/1'),
    [['Front. Example. Neurosci.', 'dated line']],
  ],
  [
    'a year named in French',
    line('Journal of Examples Année : 2019'),
    [['Journal of Examples', 'dated line']],
  ],
  [
    'in brackets above the title',
    { before: ['Journal of Examples (Mar 2019)'] },
    [['Journal of Examples', 'dated line']],
  ],
  ['in brackets below it', line('Journal of Examples (Mar 2019)'), []],
  ['a date of receipt', line('Received by the editors, 19 June 2019'), []],
]);

cases('venue/labelled', [
  [
    'below its label',
    { after: ['Journal', 'Annals of Examples'] },
    [['Annals of Examples', 'labelled']],
  ],
  ['in French', { after: ['Revue :', 'Annales'] }, [['Annales', 'labelled']]],
  ['a volume’s number', { after: ['Volume:', '27 (1)'] }, []],
  [
    'proceedings as a volume',
    { after: ['Volume:', 'Proceedings of the 12th Examples'] },
    [['Proceedings of the 12th Examples', 'labelled']],
  ],
  ['below another label', { after: ['Keywords', 'Annals'] }, []],
]);

cases('venue/above-title', [
  [
    'above its volume',
    { before: ['Annals of Examples', 'Volume 27, Issue 1'] },
    [['Annals of Examples', 'above its volume']],
  ],
  [
    'beside a kind',
    { before: ['Database of Systematic Examples | Review'] },
    [['Database of Systematic Examples', 'serial above the title']],
  ],
  ['below the title', { after: ['Annals of Examples', 'Volume 27, Issue 1'] }, []],
  ['words of a menu', { before: ['Browse issues', 'Volume 27, Issue 1'] }, []],
]);

cases('venue/window-title', [
  [
    'after the title',
    { window: `${TITLE} | Annals of Examples` },
    [['Annals of Examples', 'window title']],
  ],
  [
    'between others',
    { window: `${TITLE} - Berg - 2019 - Annals of Examples - Press` },
    [
      ['Annals of Examples', 'window title'],
      ['Press', 'window title'],
    ],
  ],
  [
    'before it',
    { window: `Annals of Examples: ${TITLE}` },
    [['Annals of Examples', 'window title']],
  ],
  ['a number', { window: `${TITLE} | Paper 117` }, []],
  ['the title alone', { window: TITLE }, []],
]);

cases('venue/introduced', [
  [
    'published in',
    line('Published in: Annals of Examples (Volume: 27, Issue: 1)'),
    [['Annals of Examples', 'introduced']],
  ],
  ['source', line('Source: Annals of Examples, Volume 27'), [['Annals of Examples', 'introduced']]],
  [
    '"In" behind a year and a language',
    line('2019 (English)In: Annals of Examples, ISSN 1234-5678, Vol. 27'),
    [['Annals of Examples', 'introduced']],
  ],
  [
    'articles from',
    line('Articles from Annals of Examples are provided here courtesy of Press'),
    [['Annals of Examples', 'introduced']],
  ],
  ['another label', line('Source: type'), []],
  ['a word that begins so', line('Internal medicine of today'), []],
]);

cases('venue/bibtex', [
  [
    'a journal',
    line('@article{b, journal = {Annals of Examples}, year = 2019}'),
    [['Annals of Examples', 'BibTeX']],
  ],
  [
    'a book',
    line('booktitle = "Proceedings of Examples",'),
    [['Proceedings of Examples', 'BibTeX']],
  ],
  ['no such field', line('@misc{b, title = {Annals}}'), []],
]);

describe('volume, issue and pages', () => {
  it.each<[string, Seen, (string | undefined)[][]]>([
    [
      'of the citation line',
      line('J Ex. 2019;27(1):117-129'),
      [
        ['27', 'citation line'],
        ['1', 'citation line'],
        ['117-129', 'citation line'],
      ],
    ],
    ['of the page’s own citation', { cited: { tail: 'J Ex 27(1), 117–129' } }, []],
    [
      'of the own citation that reads as a line',
      { cited: { tail: 'J Ex. 2019;27(1):117-129' } },
      [
        ['27', 'own citation'],
        ['1', 'own citation'],
        ['117-129', 'own citation'],
      ],
    ],
    [
      'of the line where both have one',
      { ...line('J Ex. 2019;27:117-129'), cited: { tail: 'J Ex. 2019;28(2):1-9' } },
      [
        ['27', 'citation line'],
        ['117-129', 'citation line'],
      ],
    ],
    ['of neither', line('4 March 2019'), []],
  ])('%s', (_what, page, expected) => {
    const view = seen({ title: TITLE, ...page });
    const claims = SHOWN_PLACE.flatMap((field) =>
      field.stages.flatMap(({ rules }) => rules.flatMap(({ id }) => claimed(field, id, view))),
    );
    expect(claims).toEqual(expected);
  });
});
