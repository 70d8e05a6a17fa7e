/** RIS as databases and programs write it: line by line, tag by tag, and what is not a reference. */
import { describe, expect, it } from 'vitest';
import { factsOf, fixture, readAs, shownName } from '../../../support/references';

const record = (...lines: string[]) =>
  ['TY  - JOUR', 'TI  - A title', ...lines, 'ER  - '].join('\n');
const titles = (text: string) => readAs('ris', text).references.map(({ facts }) => facts.title);

describe('lines', () => {
  const two = ['TY  - JOUR', 'TI  - One', 'ER  - ', '', 'TY  - BOOK', 'TI  - Two', 'ER  - ', ''];

  it.each<[string, string]>([
    ['LF', two.join('\n')],
    ['CRLF', two.join('\r\n')],
    ['CR', two.join('\r')],
    ['a byte order mark', `\ufeff${two.join('\n')}`],
    ['one blank behind the tag', two.join('\n').replaceAll('  - ', ' - ')],
    ['three blanks and a tab', two.join('\n').replaceAll('  - ', '   -\t')],
    ['small letters', two.join('\n').toLowerCase().replace('one', 'One').replace('two', 'Two')],
    ['no ER at all', two.join('\n').replaceAll('ER  - ', '')],
    ['ER without hyphen', two.join('\n').replaceAll('ER  - ', 'ER')],
    ['an indented file', two.map((line) => `  ${line}`).join('\n')],
    [
      'lines between records',
      `Search: peers\n${two.join('\n').replace('\n\n', '\n\nRecord 2 of 2\n')}`,
    ],
    ['blank lines everywhere', two.join('\n\n\n')],
    ['an id before the type', two.join('\n').replaceAll('TY  - ', 'ID  - 1\nTY  - ')],
    ['no TY in the second', two.join('\n').replace('TY  - BOOK\n', '')],
    ['a cut file', two.slice(0, 6).join('\n')],
  ])('are read with %s', (_, text) => {
    expect(titles(text)).toEqual(['One', 'Two']);
  });

  it.each<[string, string, object]>([
    ['an abstract', 'AB  - It goes\non and\n  on.', { abstract: 'It goes on and on.' }],
    ['keywords', 'KW  - one\ntwo\nthree', { keywords: ['one', 'two', 'three'] }],
    [
      'a line that looks like a tag of its own',
      'AB  - It is\nto - day\nIV - four',
      { abstract: 'It is to - day IV - four' },
    ],
    ['a stray line behind a number', 'VL  - 12\nPage 2 of 3', { volume: '12' }],
  ])('that belong to %s', (_, lines, facts) => {
    expect(factsOf('ris', record(...lines.split('\n')))).toMatchObject(facts);
  });

  it('with invalid bytes lose only those', () => {
    expect(titles('TY  - JOUR\nTI  - A\u0000 ti\ufffdtle\ud800 of\u0007 it\nER  - ')).toEqual([
      'A ti\ufffdtle of it',
    ]);
  });

  it('give where a record begins', () => {
    const text = `\ufeffSearch\r\n\r\n${two.join('\r\n')}\r\nTY  - JOUR\r\nPY  - 2001\r\nER  - `;
    const { references, broken } = readAs('ris', text);
    expect(references.map(({ line }) => line)).toEqual([3, 7]);
    expect(broken).toEqual([
      {
        line: 11,
        text: 'PY - 2001',
        problem: 'it has no title and no DOI, PMID, PMCID or arXiv id',
      },
    ]);
  });
});

describe('fields', () => {
  it.each<[string, string[], object]>([
    ['T1', ['TY  - JOUR', 'T1  - One'], { title: 'One' }],
    ['CT', ['TY  - JOUR', 'CT  - One'], { title: 'One' }],
    ['BT of a book', ['TY  - BOOK', 'BT  - One'], { title: 'One' }],
    [
      'a title with markup',
      ['TY  - JOUR', 'TI  - CO<sub>2</sub> &amp; <i>peers</i>'],
      { title: 'CO2 & peers' },
    ],
    [
      'T2 before JF and JO',
      ['JO  - J Inv', 'T2  - Journal of Inventions'],
      { containerTitle: 'Journal of Inventions' },
    ],
    [
      'JF before JO',
      ['JO  - J Inv', 'JF  - Journal of Inventions'],
      { containerTitle: 'Journal of Inventions' },
    ],
    ['JA alone', ['JA  - J Inv'], { containerTitle: 'J Inv' }],
    [
      'a journal with a year in its name',
      ['T2  - Proc. 2019 IEEE 3rd Conf.'],
      { containerTitle: 'Proc. 2019 IEEE 3rd Conf.' },
    ],
    ['PY', ['PY  - 2019'], { year: 2019 }],
    ['PY with a date', ['PY  - 2019/03/01/'], { year: 2019 }],
    ['Y1 with slashes', ['Y1  - 1999///'], { year: 1999 }],
    ['Y1 with a season', ['Y1  - 2019/04//Spring'], { year: 2019 }],
    ['DA without separators', ['DA  - 20190301'], { year: 2019 }],
    ['two years', ['PY  - 2019-2020'], { year: 2019 }],
    ['"in press" for a year', ['PY  - in press'], { status: 'in press' }],
    ['"in press" of what has a volume', ['PY  - in press', 'VL  - 3'], { volume: '3' }],
    ['DO as an address', ['DO  - https://doi.org/10.5555/ABC.1'], { doi: '10.5555/abc.1' }],
    ['M3 for a DOI', ['M3  - doi:10.5555/abc.1'], { doi: '10.5555/abc.1' }],
    ['N1 for a DOI', ['N1  - DOI: 10.5555/abc.1'], { doi: '10.5555/abc.1' }],
    ['UR for a DOI', ['UR  - http://dx.doi.org/10.5555/abc.1'], { doi: '10.5555/abc.1' }],
    [
      'UR of a page',
      ['UR  - https://j.invalid/1#top', 'UR  - https://j.invalid/2'],
      { url: 'https://j.invalid/1' },
    ],
    ['UR of PubMed', ['UR  - https://pubmed.ncbi.nlm.nih.gov/31000001/'], { pmid: '31000001' }],
    ['SP and EP', ['SP  - 1', 'EP  - 9'], { page: '1-9' }],
    ['a range in SP', ['SP  - 1-9', 'EP  - 9'], { page: '1-9' }],
    ['a range in EP', ['SP  - 1', 'EP  - 1-9'], { page: '1-9' }],
    ['one page twice', ['SP  - 1', 'EP  - 1'], { page: '1' }],
    ['C7 for an article number', ['C7  - e12'], { page: 'e12' }],
    ['AN of PubMed', ['AN  - 31000001', 'DB  - PubMed'], { pmid: '31000001' }],
    ['AN with DP NLM', ['AN  - 31000001', 'DP  - NLM'], { pmid: '31000001' }],
    ['C2 for the PMCID', ['C2  - PMC7000001'], { pmcid: 'PMC7000001' }],
    ['M1 for an issue', ['M1  - 3'], { issue: '3' }],
    [
      'KW with semicolons',
      ['KW  - *one; two', 'KW  - three'],
      { keywords: ['one', 'two', 'three'] },
    ],
    ['one KW with commas', ['KW  - one, two, three'], { keywords: ['one', 'two', 'three'] }],
    ['SN of a journal', ['SN  - 12345679'], { issn: '1234-5679' }],
    [
      'SN of a book',
      ['TY  - BOOK', 'TI  - A title', 'SN  - 978-3-16-148410-0 (print)'],
      { isbn: '9783161484100' },
    ],
    [
      'a thesis with its kind',
      ['TY  - THES', 'TI  - A title', 'M3  - PhD thesis', 'PB  - A university'],
      { type: 'thesis', genre: 'PhD thesis', publisher: 'A university' },
    ],
    [
      'a report with its number',
      ['TY  - RPRT', 'TI  - A title', 'SN  - WHO/99/1'],
      { type: 'report', number: 'WHO/99/1' },
    ],
    [
      'a chapter',
      ['TY  - CHAP', 'TI  - A title', 'T2  - The book', 'A2  - Wood, Paula'],
      {
        type: 'chapter',
        containerTitle: 'The book',
        editors: [{ family: 'Wood', given: 'Paula' }],
      },
    ],
    [
      'a paper of a conference',
      ['TY  - CPAPER', 'TI  - A title', 'T2  - The meeting'],
      { type: 'paper-conference', containerTitle: 'The meeting' },
    ],
    [
      'a paper under CONF',
      ['TY  - CONF', 'TI  - A title', 'C3  - Its proceedings'],
      { type: 'paper-conference', containerTitle: 'Its proceedings' },
    ],
    ['C5 of Embase for the PMID', ['C5  - 31000001', 'DB  - Embase'], { pmid: '31000001' }],
    [
      'C3 of the Cochrane Library for the PMID',
      ['C3  - PUBMED 31000001,EMBASE 643589775'],
      { pmid: '31000001' },
    ],
    ['L3 of EBSCO for a DOI', ['L3  - 10.5555/abc.1', 'M3  - Article'], { doi: '10.5555/abc.1' }],
    ['a hyphen that is not of ASCII', ['SP  - 1279‐1297'], { page: '1279-1297' }],
    ['PU of Web of Science', ['PU  - A PRESS', 'J9  - J INV'], { publisher: 'A PRESS' }],
    [
      'two tags in a line',
      ['DO  - 10.5555/abc.1     LK  - https://r.invalid/x'],
      { doi: '10.5555/abc.1' },
    ],
    ['an unpublished work', ['TY  - UNPB', 'TI  - A title'], { type: 'article' }],
    [
      'an article of a preprint server',
      ['TY  - JOUR', 'TI  - A title', 'T2  - medRxiv'],
      { type: 'article', containerTitle: 'medRxiv' },
    ],
    [
      'an article of arXiv',
      ['TY  - JOUR', 'TI  - A title', 'JO  - arXiv preprint arXiv:2101.00001'],
      { type: 'article', arxiv: '2101.00001', containerTitle: 'arXiv' },
    ],
    [
      'an article in press',
      ['TY  - INPR', 'TI  - A title'],
      { type: 'article-journal', status: 'in press' },
    ],
  ])('%s', (_, lines, facts) => {
    const text = lines[0]?.startsWith('TY') ? lines.join('\n') : record(...lines);
    expect(factsOf('ris', text)).toMatchObject(facts);
  });

  it.each<[string, string[], keyof ReturnType<typeof factsOf>]>([
    ['AN of another database', ['AN  - 31000001', 'DB  - PsycInfo'], 'pmid'],
    ['AN of Embase, which has MEDLINE too', ['AN  - 31000001', 'DB  - Embase (MEDLINE)'], 'pmid'],
    ['AN of nobody', ['AN  - 31000001'], 'pmid'],
    [
      'a DOI within a sentence of a note',
      ['N1  - A companion of https://doi.org/10.5555/other.1 it is'],
      'doi',
    ],
    ['M3 of an article', ['M3  - Article'], 'genre'],
    [
      'an address that is not of the web',
      ['UR  - javascript:alert(1)', 'L1  - internal-pdf://x.pdf'],
      'url',
    ],
    [
      'the number of a trial in the Cochrane Library',
      ['UR  - https://c.invalid/central/doi/10.1002/central/CN-00000001/full'],
      'doi',
    ],
    ['M1 that is an address', ['M1  - (Wood P.) University of Nowhere, 12 Some Street'], 'issue'],
    ['M1 that is a kind', ['M1  - Journal Article'], 'issue'],
    ['M1 beside an issue', ['IS  - 3', 'M1  - 1008150341'], 'number'],
    [
      'an issue that is an address',
      [`IS  - ${'(Wood P.) University of Nowhere; '.repeat(4)}`],
      'issue',
    ],
    ['"n/a" for a keyword', ['KW  - n/a'], 'keywords'],
    ['A2 of an article, whom it cites', ['A2  - One, A., Two, B., Three, C.'], 'editors'],
    ['GEN', ['TY  - GEN', 'TI  - A title'], 'type'],
  ])('is not taken from %s', (_, lines, field) => {
    const text = lines[0]?.startsWith('TY') ? lines.join('\n') : record(...lines);
    expect(factsOf('ris', text)).not.toHaveProperty(field);
  });

  it('has "library" as the source of each', () => {
    const [reference] = readAs(
      'ris',
      record('AU  - Wood, Paula', 'PY  - 2001', 'KW  - x', 'UR  - https://j.invalid/1'),
    ).references;
    expect(reference?.facts.sources).toEqual({
      ...{ title: 'library', type: 'library', authors: 'library', year: 'library' },
      ...{ keywords: 'library', url: 'library' },
    });
  });
});

describe('notes', () => {
  it.each<[string, string[], string[]]>([
    ['one a line', ['N1  - One', 'N1  - Two', 'RN  - Three'], ['One', 'Two', 'Three']],
    ['with their lines', ['N1  - One', 'and two'], ['One\nand two']],
    [
      'of Zotero, which are HTML',
      ['N1  - <p>One &amp; <b>two</b></p><p>Three</p>'],
      ['One & two\nThree'],
    ],
    ['with angle brackets', ['N1  - a<b and <not> c>d'], ['a<b and <not> c>d']],
    ['without what repeats the title', ['N1  - A title', 'N1  - One'], ['One']],
    ['without a bare DOI', ['N1  - doi: 10.5555/abc.1', 'N1  - One'], ['One']],
    [
      'without what databases write',
      [
        'N1  - Export Date: 1 May 2020',
        'N1  - Cited By :12',
        'N1  - Times Cited: 3\nTotal Times Cited: 3',
        'N1  - Accession Number: 1; Source Info: x',
        'N1  - One',
      ],
      ['One'],
    ],
    [
      'without what databases write, in forms of their own',
      [
        'N1  - Cited By (since 1996): 1234',
        'N1  - Times Cited in Web of Science Core Collection: 5\nTotal Times Cited: 6\nCited Reference Count: 40',
        'N1  - Export Date: 12 March 2021; Cited By: 3; Correspondence Address: x',
        'N1  - Last updated - 2020-01-01',
        'N1  - Copyright - © A press 2020\nLast updated - 2020-01-01',
        'N1  - Copyright of A Journal is the property of A press',
        'N1  - Source type: Electronic(1)',
        'N1  - Date of Electronic Publication: 20200101. ',
        'N1  - One',
      ],
      ['One'],
    ],
    ...[
      'Cited by Smith as the key trial; use in the discussion',
      'Cited by 12 of our trials',
      'Times cited wrongly, check',
      'Source type is unclear to me',
      'Copyright permission is needed for figure 2',
      'Last updated by me in May',
      'Export date is missing here',
      'Accession number to be looked up',
    ].map((words): [string, string[], string[]] => [
      `as a reader wrote them: ${words}`,
      [`N1  - ${words}`],
      [words],
    ]),
    [
      "without EndNote's numbers and days",
      ['N1  - L0000000000\n2024-04-01', 'N1  - 2024-04-01', 'N1  - 2024-04-01: read'],
      ['2024-04-01: read'],
    ],
    [
      'with decisions of Rayyan',
      ['N1  - RAYYAN-INCLUSION: {"A"=>"Included"}'],
      ['RAYYAN-INCLUSION: {"A"=>"Included"}'],
    ],
    ['with what only looks like a field', ['N1  - Language: theirs'], ['Language: theirs']],
  ])('are read %s', (_, lines, notes) => {
    expect(readAs('ris', record(...lines)).references[0]?.notes).toEqual(notes);
  });
});

it('reads a file of several databases', () => {
  const { references, broken } = readAs('ris', fixture('databases.ris'));
  const short = references.map(({ line, facts }) => [
    line,
    facts.type,
    facts.year,
    facts.authors.map(shownName).join('; '),
  ]);
  expect(short).toEqual([
    [
      5,
      'article-journal',
      2019,
      'Okafor, Adaeze N.; van den Heuvel, Bram; {The STAYING WELL Study Group}',
    ],
    [28, 'paper-conference', 2018, 'Lindqvist, Åsa; Dumas, Alexandre, Jr.'],
    [42, 'chapter', 2015, 'Ferreira, Inês'],
    [54, 'thesis', 2020, "N'Diaye, Awa"],
    [61, 'report', 2021, '{World Health Organization}'],
    [69, 'article', 2022, 'Sato, Hana'],
    [81, 'article-journal', undefined, ''],
  ]);
  expect(broken.map(({ line }) => line)).toEqual([76]);
});
