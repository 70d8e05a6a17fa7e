/** BibTeX: entries and what is around them, LaTeX as text, and each field by BibTeX's and BibLaTeX's names. */
import { describe, expect, it } from 'vitest';
import { latexText } from '../../../../lib/exchange/in/references/latex';
import { factsOf, fixture, readAs } from '../../../support/references';

const entry = (fields: string, kind = 'article') => `@${kind}{key, title = {A title}, ${fields}}`;
const titles = (text: string) => readAs('bibtex', text).references.map(({ facts }) => facts.title);

describe('entries', () => {
  it.each<[string, string, string[]]>([
    ['one a line', '@book{a, title={One}}\n@book{b, title={Two}}', ['One', 'Two']],
    ['two in a line', '@book{a, title={One}} @book{b, title={Two}}', ['One', 'Two']],
    ['with round brackets', '@book(a, title={One (of two)})', ['One (of two)']],
    ['in capitals', '@BOOK{A, TITLE={One}}', ['One']],
    ['with blanks everywhere', '@ book {\n a ,\n title\n =\n {One}\n ,\n }', ['One']],
    ['without a key', '@book{title={One}}', ['One']],
    ['with an empty key', '@book{, title={One}}', ['One']],
    ['with a key of any signs', '@book{a:b/c(2001)+d, title={One}}', ['One']],
    [
      'after text and an address',
      'mail: me@example.org\n% @nothing\n@book{a, title={One}}',
      ['One'],
    ],
    ['behind a byte order mark', '\ufeff@book{a, title={One}}', ['One']],
    ['with CRLF', '@book{a,\r\n  title = {One\r\n  and more}\r\n}\r\n', ['One and more']],
    ['without a comma between fields', '@book{a, author={X, Y}\n title={One}\n}', ['One']],
    ['with a comment inside', '@book{a,\n % title={No}\n title={One}}', ['One']],
    ['without the last brace', '@book{a, title={One}\n@book{b, title={Two}', ['One', 'Two']],
    [
      'that go on after too many braces',
      '@book{a, year={2001}}, title={One}}\n@book{b, title={Two}}',
      ['One', 'Two'],
    ],
    ['with an empty template field first', '@book{a, title={}, title={One}}', ['One']],
    [
      'with a preamble and comments',
      '@preamble{"x"}\n@comment{jabref-meta: x;}\n@book{a, title={One}}',
      ['One'],
    ],
    [
      'with escaped braces',
      '@book{a, title={One \\{ of two}}\n@book{b, title={\\{Two\\}}}',
      ['One { of two', '{Two}'],
    ],
    ['with a path that ends in a backslash', '@book{a, file={C:\\dir\\}, title={One}}', ['One']],
  ])('are read %s', (_, text, expected) => {
    const { broken } = readAs('bibtex', text);
    expect(broken).toEqual([]);
    expect(titles(text)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ['a brace', '@book{bad, title = {One {of, author = {X, Y}}', 'a brace is not closed'],
    [
      'a brace in the last field',
      '@book{bad, author = {X, Y}, title = {One {of',
      'a brace is not closed',
    ],
    [
      'a quotation mark',
      '@book{bad, title = "One, author = {X, Y}}',
      'a quotation mark is not closed',
    ],
    [
      'a value with another field in it',
      '@book{bad, title={One {of}, year={2000}}',
      'a brace is not closed',
    ],
    [
      'braces too deep',
      `@book{bad, title={${'{'.repeat(80)}x${'}'.repeat(80)}}}`,
      'braces are more than 50 deep',
    ],
    [
      'nothing that names it',
      '@book{bad, year = 2000}',
      'it has no title and no DOI, PMID, PMCID or arXiv id',
    ],
  ])('with %s open or wrong are reported, and cost no other', (_, bad, problem) => {
    const text = `@book{a, title={Before}}\n\n${bad}\n@book{b, title={After}}`;
    const { broken } = readAs('bibtex', text);
    expect(broken).toEqual([{ line: 3, text: expect.stringContaining('@book{bad'), problem }]);
    expect(titles(text)).toEqual(['Before', 'After']);
  });

  it('have macros, in parts or alone', () => {
    const text =
      '@string{j = {Journal of Peers}}\n@STRING(u = "Nowhere")\n@string{ju = j # " of " # u}\n' +
      entry(
        'journal = j # { (Online)}, publisher = {University of } # u, volume = ju, month = mar, year = 2001',
      );
    expect(factsOf('bibtex', text)).toMatchObject({
      ...{
        containerTitle: 'Journal of Peers (Online)',
        publisher: 'University of Nowhere',
        year: 2001,
      },
      volume: 'Journal of Peers of Nowhere',
    });
  });

  it('keep the name of a macro that nobody defines', () => {
    expect(factsOf('bibtex', entry('journal = jama'))).toMatchObject({ containerTitle: 'jama' });
  });

  it('inherit from the volume that they name, and not its title, keywords or DOI', () => {
    const text =
      '@inproceedings{a, crossref={P}, title={One}}\n@proceedings{p, title={The meeting}, year=2001, ' +
      'editor={Wood, P.}, doi={10.5555/p}, keywords={all}, publisher={A press}}';
    const [first] = readAs('bibtex', text).references;
    expect(first?.facts).toMatchObject({
      title: 'One',
      containerTitle: 'The meeting',
      year: 2001,
      publisher: 'A press',
    });
    expect(first?.facts).not.toHaveProperty('doi');
    expect(first?.facts).not.toHaveProperty('keywords');
  });

  it('that name each other are read as they are', () => {
    expect(
      titles('@book{a, title={One}, crossref={b}}\n@book{b, title={Two}, crossref={a}}'),
    ).toEqual(['One', 'Two']);
  });
});

describe('LaTeX', () => {
  it.each([
    ['{\\"o} \\"{o} \\"o {\\"{o}}', 'ö ö ö ö'],
    ["{\\'e} \\'e \\'{e} {\\'{\\i}} \\'\\i{}", 'é é é í í'],
    [
      '\\c{c} \\c c {\\v{s}} \\v s \\H{o} \\k{a} \\r{a} \\u{g} \\d{s} \\=a \\.z',
      'ç ç š š ő ą å ğ ṣ ā ż',
    ],
    ['\\~n \\^{\\i} \\`a', 'ñ î à'],
    ["\\'{\\ae} \\'{\\^e}", 'ǽ ế'],
    [
      '\\o{} \\O {\\l}od\\\'z \\ss{} stra{\\ss}e \\AA ngstr\\"om \\aa \\AE sop \\oe uvre \\i',
      'ø Øłodź ß straße Ångström åÆsop œuvre i',
    ],
    ['\\textit{in vivo}, \\emph{really}, {\\bf bold}, {\\it it}', 'in vivo, really, bold, it'],
    ['\\textsuperscript{13}C, H\\textsubscript{2}O', '13C, H2O'],
    ['$\\alpha$-test, $\\beta$, CO$_2$, $10^{-3}$, $x < y$', 'α-test, β, CO2, 10-3, $x < y$'],
    ['$p \\leq 0.05$', 'p ≤0.05'],
    ['from $50 to $60', 'from $50 to $60'],
    ['a \\$5 note, 50\\% \\& \\#1 \\_ \\{x\\}', 'a $5 note, 50% & #1 _ {x}'],
    ["``quoted'' and `single'", "“quoted” and ‘single'"],
    ['1--2, then---so~on', '1–2, then—so on'],
    ['\\href{https://x.invalid}{shown} \\url{https://y.invalid}', 'shown https://y.invalid'],
    ['\\LaTeX{} and {\\TeX}', 'LaTeX and TeX'],
    ['line\\\\break, dis\\-cretion\\ary', 'line break, discretion'],
    ['{{Kept} {C}apitals}', 'Kept Capitals'],
    ['{\\relax Ph}otograph', 'Photograph'],
    ["caf\\'{e} \u2013 already é", 'café – already é'],
    ['\\', ''],
    ["\\'", ''],
    ["\\'}", ''],
  ])('%s', (source, text) => {
    expect(latexText(source)).toBe(text);
  });
});

describe('fields', () => {
  it.each<[string, string, string, object]>([
    [
      'volume, number, pages',
      'article',
      'volume={1}, number=2, pages={3--9}',
      { volume: '1', issue: '2', page: '3-9' },
    ],
    ['an en dash for pages', 'article', 'pages={3–9}', { page: '3-9' }],
    ['eid for pages', 'article', 'eid={e12}', { page: 'e12' }],
    [
      'journaltitle, date',
      'article',
      'journaltitle={Peers}, date={2021-05-03/2021-06}',
      { containerTitle: 'Peers', year: 2021 },
    ],
    [
      'year before date, where it differs',
      'article',
      'year={2020}, date={2020-01}',
      { year: 2020 },
    ],
    ['a DOI with an escaped sign', 'article', 'doi={10.5555/a\\_b}', { doi: '10.5555/a_b' }],
    ['a DOI as an address', 'article', 'url={https://doi.org/10.5555/ab}', { doi: '10.5555/ab' }],
    [
      'an address with a tilde',
      'article',
      'url={https://x.invalid/~a/b\\_c\\%20d}',
      { url: 'https://x.invalid/~a/b_c%20d' },
    ],
    [
      'howpublished with an address',
      'misc',
      'howpublished={\\url{https://x.invalid/a}}',
      { url: 'https://x.invalid/a' },
    ],
    [
      'an eprint of arXiv',
      'misc',
      'eprint={2101.00001v2}, archiveprefix={arXiv}',
      { arxiv: '2101.00001', type: 'article' },
    ],
    [
      'an old eprint',
      'misc',
      'eprint={hep-th/9901001}, eprinttype={arxiv}',
      { arxiv: 'hep-th/9901001' },
    ],
    [
      'an eprint of PubMed',
      'article',
      'eprint={31000001}, eprinttype={pubmed}',
      { pmid: '31000001', type: 'article-journal' },
    ],
    [
      'pmid and pmcid',
      'article',
      'pmid={31000001}, pmcid={PMC7000001}',
      { pmid: '31000001', pmcid: 'PMC7000001' },
    ],
    [
      'DBLP and arXiv',
      'article',
      'journal={CoRR}, volume={abs/2101.00001}',
      { arxiv: '2101.00001', type: 'article', containerTitle: 'arXiv' },
    ],
    ['a subtitle', 'book', 'subtitle={and more}', { title: 'A title: and more' }],
    [
      'a PhD thesis',
      'phdthesis',
      'school={Nowhere}',
      { type: 'thesis', genre: 'PhD thesis', publisher: 'Nowhere' },
    ],
    [
      'a thesis of BibLaTeX',
      'thesis',
      'type={mathesis}, institution={Nowhere}',
      { type: 'thesis', genre: "Master's thesis", publisher: 'Nowhere' },
    ],
    [
      'a report',
      'techreport',
      'institution={WHO}, number={99/1}, type={Working paper}',
      { type: 'report', number: '99/1', publisher: 'WHO', genre: 'Working paper' },
    ],
    [
      'a chapter',
      'incollection',
      'booktitle={The book}, editor={Wood, P.}',
      { type: 'chapter', containerTitle: 'The book', editors: [{ family: 'Wood', given: 'P.' }] },
    ],
    [
      'a paper of a conference',
      'conference',
      'booktitle={The meeting}',
      { type: 'paper-conference', containerTitle: 'The meeting' },
    ],
    ['a page of the web', 'online', 'url={https://x.invalid/}', { type: 'webpage' }],
    ['language', 'article', 'language={French}', { language: 'fr' }],
    ['langid', 'article', 'langid={ngerman}', { language: 'de' }],
    [
      'isbn and issn',
      'book',
      'isbn={978-3-16-148410-0}, issn={1234-5679}',
      { isbn: '9783161484100', issn: '1234-5679' },
    ],
    [
      'keywords with commas',
      'article',
      'keywords={one, {two}, three}',
      { keywords: ['one', 'two', 'three'] },
    ],
    [
      'keywords with semicolons',
      'article',
      'keywords={one; two, inner}',
      { keywords: ['one', 'two, inner'] },
    ],
    ['in press, as pubstate', 'article', 'pubstate={inpress}', { status: 'in press' }],
    ['in press, as a year', 'article', 'year={in press}', { status: 'in press' }],
    ['a circa year', 'book', 'year={[1999]}', { year: 1999 }],
  ])('%s', (_, kind, fields, facts) => {
    expect(factsOf('bibtex', entry(fields, kind))).toMatchObject(facts);
  });

  it('has the notes of any program', () => {
    const text = entry('note={One}, annote={Two -- three}, annotation={Four}, abstract={Not one}');
    expect(readAs('bibtex', text).references[0]?.notes).toEqual(['One', 'Two – three', 'Four']);
  });
});

it('reads a file with all of it', () => {
  const { references, broken } = readAs('bibtex', fixture('mixed.bib'));
  expect(references.map(({ line, facts }) => [line, facts.type, facts.title])).toEqual([
    [
      7,
      'article-journal',
      'Peer workers in Österreich: what makes the rôle last — 50% of it, α and H2O',
    ],
    [19, 'paper-conference', 'Supervision at a distance'],
    [20, 'book', 'Proceedings of the Meeting on Distance'],
    [22, 'article', 'A first print of peers: Part one'],
    [27, 'thesis', 'Being one of them'],
    [28, 'report', 'Guidance on guidance'],
    [29, 'chapter', 'Training that holds'],
    [32, 'article', 'One from a search engine'],
    [34, 'article-journal', 'Closed too early'],
    [35, 'article-journal', 'The last one'],
  ]);
  expect(broken.map(({ line }) => line)).toEqual([30, 33]);
});
