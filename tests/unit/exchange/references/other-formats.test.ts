/** PubMed's format, EndNote's and CSL-JSON, which format a file is, and what is not a reference. */
import { describe, expect, it } from 'vitest';
import { FileText } from '../../../../lib/exchange/in/file-text';
import { REFERENCE_FORMATS } from '../../../../lib/exchange/in/references';
import { factsOf, fixture, readAs, shownName } from '../../../support/references';

describe('PubMed files', () => {
  const record = (...lines: string[]) =>
    ['PMID- 31000001', 'TI  - A title.', 'JT  - A journal', ...lines].join('\n');

  it.each<[string, string[], object]>([
    [
      'the title without its full stop',
      [],
      { title: 'A title', type: 'article-journal', pmid: '31000001' },
    ],
    ['one of the first numbers', ['PMC - PMC9'], { pmcid: 'PMC9' }],
    ['a date in words', ['DP  - 2019 Nov-Dec'], { year: 2019 }],
    ['a season', ['DP  - 2018 Winter'], { year: 2018 }],
    ['LID for a DOI', ['LID - 10.5555/a [doi]'], { doi: '10.5555/a' }],
    [
      'AID for a DOI, not for another id',
      ['AID - S0000 [pii]', 'AID - 10.5555/a [doi]'],
      { doi: '10.5555/a' },
    ],
    ['LID for an article number', ['LID - e123 [elocation]'], { page: 'e123' }],
    ['the PMCID', ['PMC - PMC7000001'], { pmcid: 'PMC7000001' }],
    [
      'headings and keywords',
      ['MH  - *Peer Group', 'MH  - Services/*organization', 'OT  - peers'],
      { keywords: ['Peer Group', 'Services/organization', 'peers'] },
    ],
    [
      'language and ISSN',
      ['LA  - eng', 'IS  - 1234-5679 (Electronic)'],
      { language: 'en', issn: '1234-5679' },
    ],
    [
      'a preprint and what it became',
      ['PT  - Preprint', 'UIN - J. 2023;1:5. doi: 10.5555/b. PMID: 31000002'],
      { type: 'article', preprintOf: '10.5555/b' },
    ],
    [
      'a chapter',
      ['PT  - Book Chapter', 'BTI - The book', 'ISBN- 9783161484100'],
      { type: 'chapter', containerTitle: 'The book', isbn: '9783161484100' },
    ],
    [
      'a retraction',
      ['PT  - Retracted Publication'],
      { notices: [{ kind: 'retraction', text: 'Retracted Publication' }] },
    ],
    [
      'an erratum',
      ['EIN - J. 2003;1:2.'],
      { notices: [{ kind: 'correction', text: 'Erratum in: J. 2003;1:2.' }] },
    ],
    ['an article number alone', ['LID - S000 [pii]', 'LID - e80092'], { page: 'e80092' }],
    ["KoreaMed's keywords", ['KW  - peers'], { keywords: ['peers'] }],
    ['ahead of print', ['PST - aheadofprint'], { status: 'in press' }],
    [
      'an abstract of several lines',
      ['AB  - It goes', '      on.', '      And on.'],
      { abstract: 'It goes on. And on.' },
    ],
    ['a line that lost its blanks', ['AB  - It goes', 'on.'], { abstract: 'It goes on.' }],
  ])('have %s', (_, lines, facts) => {
    expect(factsOf('nbib', record(...lines))).toMatchObject(facts);
  });

  it.each([
    ['[Pares que se quedan].', 'Pares que se quedan', 'Pares que se quedan'],
    ['[Not Available].', 'Los pares.', 'Los pares'],
    ['Who stays?', '', 'Who stays?'],
    ['And so on...', '', 'And so on...'],
  ])('have the title %s', (title, vernacular, expected) => {
    const text = `PMID- 31000001\nTI  - ${title}\nTT  - ${vernacular}`;
    expect(factsOf('nbib', text).title).toBe(expected);
  });

  it('are read record by record, one without a number too', () => {
    const { references, broken } = readAs('nbib', fixture('pubmed.nbib'));
    expect(references.map(({ line, facts }) => [line, facts.pmid, facts.title])).toEqual([
      [
        1,
        '90000201',
        'Peers who stay: a study of what keeps people in the work when the money that paid for it ends',
      ],
      [41, '90000202', 'A first print of peers'],
      [54, '90000203', 'Pares que se quedan'],
      [66, undefined, 'A record whose number is missing'],
    ]);
    expect(broken).toEqual([
      { line: 71, text: 'PMID-', problem: 'it has no title and no DOI, PMID, PMCID or arXiv id' },
    ]);
  });

  it('with an empty line between all lines are read as they are', () => {
    const text = fixture('pubmed.nbib').split('\n\n')[0]?.replaceAll('\n', '\n\n') ?? '';
    expect(readAs('nbib', text).references).toHaveLength(1);
  });
});

describe('EndNote files', () => {
  it('are read', () => {
    const { references, broken } = readAs('enw', fixture('endnote.enw'));
    expect(
      references.map(({ line, facts, notes }) => ({ line, ...facts, sources: {}, notes })),
    ).toMatchObject([
      {
        ...{ line: 1, type: 'article-journal', title: 'Peer workers on acute wards', year: 2019 },
        authors: [
          { family: 'Okafor', given: 'Adaeze N.' },
          { literal: 'STAYING WELL Study Group' },
        ],
        ...{
          containerTitle: 'Journal of Invented Psychiatry',
          volume: '12',
          issue: '3',
          page: '101-109',
        },
        ...{ doi: '10.5555/jip.2019.101', issn: '1234-5679', keywords: ['peers', 'roles'] },
        ...{
          abstract: 'Roles are made and lost.',
          url: 'https://journal.invalid/101',
          notes: ['Read twice'],
        },
      },
      {
        ...{
          line: 19,
          type: 'chapter',
          containerTitle: 'A handbook of holding on',
          isbn: '9783161484100',
        },
        editors: [{ family: 'Wood', given: 'Paula' }],
      },
      { line: 28, type: 'thesis', genre: 'PhD thesis', publisher: 'University of Nowhere' },
    ]);
    expect(broken.map(({ line }) => line)).toEqual([34]);
  });
});

describe('CSL-JSON', () => {
  const one = (item: object) =>
    factsOf('csl-json', JSON.stringify([{ type: 'article-journal', title: 'A title', ...item }]));

  it.each<[string, object, object]>([
    ['a date in parts', { issued: { 'date-parts': [[2019, 3]] } }, { year: 2019 }],
    ['a date in parts that are texts', { issued: { 'date-parts': [['2019']] } }, { year: 2019 }],
    ['a raw date', { issued: { raw: '2019-03-01' } }, { year: 2019 }],
    ['a date in words', { issued: { literal: 'spring 2019' } }, { year: 2019 }],
    ['a bare date', { issued: '2019' }, { year: 2019 }],
    [
      'numbers for texts',
      { volume: 12, issue: 3, page: 7 },
      { volume: '12', issue: '3', page: '7' },
    ],
    [
      'a title in a list',
      { title: ['A title'], 'container-title': ['A journal'] },
      { title: 'A title', containerTitle: 'A journal' },
    ],
    [
      'markup in the title',
      { title: '<i>In</i> H<sub>2</sub>O &amp; so' },
      { title: 'In H2O & so' },
    ],
    ['a DOI as an address', { DOI: 'https://doi.org/10.5555/A' }, { doi: '10.5555/a' }],
    [
      'ids in a note',
      { note: 'PMID: 31000001\nPMCID: PMC7000001' },
      { pmid: '31000001', pmcid: 'PMC7000001' },
    ],
    [
      'an id of arXiv in its archive',
      { archive: 'arXiv', archive_location: '2101.00001' },
      { arxiv: '2101.00001' },
    ],
    [
      'an id of arXiv as number',
      { type: 'article', number: 'arXiv:2101.00001' },
      { arxiv: '2101.00001', type: 'article' },
    ],
    ['keywords', { keyword: 'one, two' }, { keywords: ['one', 'two'] }],
    [
      'keywords with semicolons',
      { keyword: 'one; two, inner' },
      { keywords: ['one', 'two, inner'] },
    ],
    ['a type that names none', { type: 'document', DOI: '10.5555/a' }, { doi: '10.5555/a' }],
  ])('has %s', (_, item, facts) => {
    expect(one(item)).toMatchObject(facts);
  });

  it.each<[string, string]>([
    ['a list', '[{"type":"book","title":"One"}]'],
    ['one item', '{"type":"book","title":"One"}'],
    ['items in an object', '{"items":[{"type":"book","title":"One"}]}'],
    ['a list with a byte order mark', '\ufeff[{"type":"book","title":"One"}]'],
  ])('is %s', (_, text) => {
    expect(factsOf('csl-json', text)).toMatchObject({ type: 'book', title: 'One' });
  });

  it('is read item by item, whatever they are', () => {
    const { references, broken } = readAs('csl-json', fixture('items.json'));
    expect(
      references.map(({ line, facts }) => [
        line,
        facts.title,
        facts.authors.map(shownName).join('; '),
      ]),
    ).toEqual([
      [
        1,
        'Peer workers in Österreich: 5 < 6',
        "Okafor, Adaeze N.; van den Heuvel, Bram; d'Alembert, Jean, III; {STAYING WELL Study Group}",
      ],
      [2, 'A first print of peers', ''],
      [3, 'Being one of them', ''],
      [4, '17', ''],
    ]);
    expect(broken.map(({ line, problem }) => [line, problem])).toEqual([
      [5, 'it has no title and no DOI, PMID, PMCID or arXiv id'],
      [6, 'it is not an item of CSL-JSON'],
      [7, 'it is not an item of CSL-JSON'],
    ]);
  });
});

describe('which format a file is', () => {
  const RIS = 'TY  - JOUR\nTI  - One\nER  - \n';
  it.each<[string, string, string[]]>([
    ['a.ris', RIS, ['ris']],
    ['a.txt', `Search\n\n${RIS}`, ['ris']],
    ['', `\ufeff${RIS}`, ['ris']],
    ['a.ris', 'AU  - One, A.\nTI  - One\nER  - ', ['ris']],
    ['a.txt', `${RIS.replace('TI', 'AB  - @article{x\nTI')}`, ['ris']],
    ['a.nbib', '\nPMID- 31000001\nTI  - One', ['nbib']],
    ['a.txt', 'PMID- 31000001\nTI  - One\nAB  - TY\n      @x{', ['nbib']],
    ['a.ris', 'PMID- 31000001\nIS  - 1234-5679\nTI  - One', ['nbib']],
    ['a.nbib', 'OWN - ERIC\nTI  - One', ['nbib']],
    ['a.bib', '@article{a, title={One}}', ['bibtex']],
    ['a.txt', '% mine\n@string{a = "b"}\n@article{a, title={One}}', ['bibtex']],
    ['a.bib', `${'% a long head\n'.repeat(500)}@article{a, title={One}}`, ['bibtex']],
    ['a.json', '[{"type":"book","title":"One"}]', ['csl-json']],
    ['a.json', '[null,{"type":"book","title":"One"}]', ['csl-json']],
    ['a.json', '[{"type":"book"}]', []],
    ['a.json', '[{"type":"note","title":"One"}]', []],
    ['a.json', '{"format":"bearing-backup","version":2}', []],
    ['a.json', '[{"type":"book","title":"One"}', []],
    ['a.enw', '%0 Journal Article\n%T One', ['enw']],
    ['a.txt', '%A One, A.\n%T One', ['enw']],
    ['a.csv', 'title,type\nOne,book', []],
    ['a.html', '<html><pre>TY - JOUR', []],
    ['a.ris', '', []],
    ['a.txt', 'mail me@example.org {now}', []],
    ['a.md', '%PDF-1.4', []],
  ])('%s: %j', (name, text, ids) => {
    const file = new FileText(text, name);
    expect(REFERENCE_FORMATS.filter((one) => one.sniff(file)).map(({ id }) => id)).toEqual(ids);
  });

  it('is named for a sentence', () => {
    expect(REFERENCE_FORMATS.map(({ label }) => label)).toEqual([
      'RIS files',
      'PubMed files',
      'BibTeX files',
      'CSL-JSON files',
      'EndNote files',
    ]);
  });
});
