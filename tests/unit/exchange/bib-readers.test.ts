/** .bib and CSL-JSON as programs read them that we did not write: two readers from npm, and pandoc where the machine has it. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { exporterById } from '../../../lib/exchange';
import { verbatim } from '../../../lib/exchange/latex';
import { oneLine } from '../../../lib/exchange/text';
import type { Paper } from '../../../lib/model';
import { AWKWARD, CONTROLS, LONG } from '../../support/awkward';
import { hasProgram, through } from '../../support/on-this-machine';
import { AT, data, paper, reviewPaper, statement, tag } from './records';

const write = (id: string, more: object = {}): string =>
  exporterById(id)?.write({ ...data, ...more }, { at: AT, excluded: true }) as string;
const only = (more: Partial<Paper>) => ({
  papers: [paper(1, more)],
  reviewPapers: [reviewPaper(1)],
});

function retorquere(text: string) {
  const { errors, entries } = parse(text, { sentenceCase: false });
  expect(errors).toEqual([]);
  return entries.map(({ key, type, fields }) => ({
    key,
    type,
    fields: fields as Record<string, unknown>,
  }));
}
const citationJs = (text: string) => new Cite(text, { forceType: '@bibtex/text' }).data;

/** One paper for each text, with a tag. */
const awkward = {
  papers: AWKWARD.map((words, i) => paper(i + 1, { title: words, abstract: words })),
  reviewPapers: AWKWARD.map((_, i) => reviewPaper(i + 1)),
  statements: AWKWARD.map((words, i) => statement(i + 1, i + 1, words)),
  tags: AWKWARD.map((note, i) => tag(i + 1, i + 1, i + 1, { note })),
};

describe('a .bib file', () => {
  it('has each paper once, by the key that it has everywhere', () => {
    const keys = ['muller2021paper', 'muller2022paper', 'muller2023paper'];
    const file = write('papers-bib');
    expect(retorquere(file).map(({ key }) => key)).toEqual(keys);
    expect(citationJs(file).map(({ id }) => id)).toEqual(keys);
    expect((JSON.parse(write('papers-csl-json')) as { id: string }[]).map(({ id }) => id)).toEqual(
      keys,
    );
    expect(write('papers-ris').match(/(?<=^ID {2}- )\w+/gm)).toEqual(keys);
  });

  it.each<[string, Partial<Paper>, string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'an article',
      { volume: '15', issue: '2', page: '101–110', issn: '1748-5908', language: 'ru' },
      'article',
      {
        ...{ journal: 'Journal of Examples', volume: '15', number: '2', pages: '101–110' },
        ...{ issn: '1748-5908', langid: 'russian', doi: '10.1000/paper.1', year: '2021' },
      },
      {
        type: 'article-journal',
        'container-title': 'Journal of Examples',
        page: '101-110',
        issue: '2',
      },
    ],
    [
      'a chapter, with its book and editors',
      {
        ...{ type: 'chapter', containerTitle: 'The Book', isbn: '9783161484100' },
        editors: [{ family: 'Doe', given: 'Ann' }],
      },
      'incollection',
      {
        booktitle: 'The Book',
        isbn: '9783161484100',
        editor: [{ lastName: 'Doe', firstName: 'Ann' }],
      },
      { type: 'chapter', 'container-title': 'The Book', ISBN: '9783161484100' },
    ],
    [
      'a paper of a conference',
      { type: 'paper-conference', containerTitle: 'Proceedings' },
      'inproceedings',
      { booktitle: 'Proceedings' },
      { type: 'paper-conference', 'container-title': 'Proceedings' },
    ],
    [
      'a report, with its institution and number',
      { type: 'report', number: 'WP-7', issue: '1', publisher: 'WHO', genre: 'Working paper' },
      'techreport',
      { institution: ['WHO'], number: 'WP-7', type: 'Working paper' },
      { type: 'report', publisher: 'WHO', number: 'WP-7', genre: 'Working paper' },
    ],
    [
      'a thesis, with its school',
      { type: 'thesis', genre: 'Doctoral thesis', publisher: 'A university' },
      'phdthesis',
      { school: 'A university', type: 'Doctoral thesis' },
      { type: 'thesis', publisher: 'A university' },
    ],
    [
      'a thesis of a master',
      { type: 'thesis', genre: 'Master’s thesis' },
      'mastersthesis',
      {},
      { type: 'thesis' },
    ],
    [
      'a preprint, which is no article',
      { type: 'article', containerTitle: 'medRxiv', arxiv: '2501.10120' },
      'misc',
      { howpublished: 'medRxiv', eprint: '2501.10120', archiveprefix: 'arXiv' },
      {},
    ],
    ['a paper in press', { status: 'in press' }, 'article', { pubstate: 'inpress' }, {}],
  ])('has %s', (_, more, type, fields, csl) => {
    const file = write('papers-bib', only(more));
    const [one] = retorquere(file);
    expect(one?.type).toBe(type);
    expect(one?.fields).toMatchObject(fields);
    expect(citationJs(file)[0]).toMatchObject(csl);
  });

  it('has names as they are: organisations whole, suffixes apart, particles, one name', () => {
    const authors = [
      { literal: 'Department of Health, Education and Welfare' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { family: 'van der Berg', given: 'Jan' },
      { family: 'García Márquez', given: 'Gabriel' },
      { family: 'Plato' },
      { family: 'Smith and Sons', given: 'A, B' },
      { family: '王', given: '小明' },
    ];
    const [one] = retorquere(write('papers-bib', only({ authors })));
    expect(one?.fields.author).toEqual([
      { name: 'Department of Health, Education and Welfare' },
      { lastName: 'King', firstName: 'Martin Luther', suffix: 'Jr.' },
      { prefix: 'van der', lastName: 'Berg', firstName: 'Jan' },
      { lastName: 'García Márquez', firstName: 'Gabriel' },
      { name: 'Plato' },
      { lastName: 'Smith and Sons', firstName: 'A, B' },
      { lastName: '王', firstName: '小明' },
    ]);
  });

  it('has titles, quotes and notes as they were, however awkward', () => {
    const file = write('papers-bib', awkward);
    const read = retorquere(file);
    const csl = citationJs(file);
    expect([read.length, csl.length]).toEqual([AWKWARD.length, AWKWARD.length]);
    // The name of the sign is read as another one that looks the same.
    const plain = (value: unknown) => String(value).replaceAll('ˋ', '`');
    for (const words of AWKWARD) {
      const want = oneLine(words);
      const quoted = oneLine(`"${words}" (Results) | ${words} | coder: me`);
      const one = read.find(({ fields }) => plain(fields.title) === want);
      expect(plain(one?.fields.abstract), words).toBe(want);
      expect(plain(one?.fields.annote), words).toContain(quoted);
      expect(csl.find(({ title }) => title === want)?.annote, words).toContain(quoted);
    }
  });

  it('has a quote that is as long as can be', { timeout: 30_000 }, () => {
    const its = { ...only({}), statements: [statement(1, 1, LONG)], tags: [tag(1, 1, 1)] };
    expect(citationJs(write('papers-bib', its))[0]?.annote).toContain(LONG);
  });

  it('has nothing of what no file holds, and no brace that is alone', () => {
    const file = write('papers-bib', only({ title: CONTROLS, authors: [{ literal: '}{{' }] }));
    expect(retorquere(file)[0]?.fields.title).toBe('abcdef ghij');
    expect(file.split('{').length).toBe(file.split('}').length);
  });

  it('keeps addresses and identifiers as they are written', () => {
    const url = 'https://example.org/a_b/%7Ec?d=1&e#f';
    const doi = '10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2_x';
    const file = write('papers-bib', only({ url, doi }));
    expect(retorquere(file)[0]?.fields).toMatchObject({ url, doi });
    expect(citationJs(file)[0]).toMatchObject({ URL: url, DOI: doi });
  });

  it.each([
    ['https://x.org/?a=}ab,note={hi', 'https://x.org/?a=%7Dab,note=%7Bhi'],
    ['https://x.org/a\\41{41}', 'https://x.org/a%5C41%7B41%7D'],
    ['https://x.org/100%&b=%41', 'https://x.org/100%25&b=%41'],
  ])('lets no address out of its field: %s', (url, kept) => {
    expect(verbatim(url)).toBe(kept);
  });

  it('tells notices, excluded papers and second-hand influences in notes and keywords, which no style prints', () => {
    const file = write('papers-bib', {
      papers: [
        paper(1, { notices: [{ kind: 'retraction', text: 'In 2022' }] }),
        paper(2),
        paper(3),
      ],
    });
    const [one, two, three] = retorquere(file).map(({ fields }) => fields);
    expect(one?.keywords).toContain('Retracted');
    expect(one?.annote).toContain('Evidence map: Retracted (In 2022) |');
    expect(two?.keywords).toContain('Training: second-hand only');
    expect(three?.keywords).toContain('Eligibility: excluded');
    for (const fields of [one, two, three]) expect(fields).not.toHaveProperty('note');
  });

  it.each(['constructor', 'toString', '__proto__'])(
    'has a paper of a type that is a word of the machine: %s',
    (type) => {
      expect(write('papers-bib', only({ type, volume: '7' }))).toMatch(
        /^@article\{\S+,\n(?: {2}[a-z]+ = \{.*\},\n)+\}\n$/,
      );
      expect(write('papers-ris', only({ type }))).toMatch(/^TY {2}- JOUR\r\n/);
      expect(write('papers-csl-json', only({ type }))).toContain('"type": "article-journal"');
    },
  );

  it('keeps capitals of names and acronyms in the hands of styles that change case', () => {
    expect(
      write('papers-bib', only({ title: 'Peer support in Canada: the CO2 of mHealth' })),
    ).toContain('title = {Peer support in {Canada:} the {CO2} of {mHealth}}');
  });

  it('splits no keyword at what others split at', () => {
    const [one] = retorquere(write('papers-bib', only({ keywords: ['a; b, c', 'd'] })));
    expect(one?.fields.keywords).toEqual(expect.arrayContaining(['a / b / c', 'd']));
  });
});

const PANDOC = hasProgram('pandoc');
describe(PANDOC ? 'pandoc' : 'pandoc (not on this machine: nothing is read with it)', () => {
  type Item = Record<string, unknown>;
  const items = (from: string, text: string) =>
    JSON.parse(through(`pandoc -f ${from} -t csljson`, text)) as Item[];
  const its = only({
    ...{ title: 'Подготовка консультантов: обзор', language: 'ru', issue: '2', volume: '15' },
    authors: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, { literal: 'WHO' }],
  });

  it.each(PANDOC ? (['bibtex', 'biblatex', 'csljson'] as const) : ([] as never[]))(
    'reads the file as %s',
    (from) => {
      const [one] = items(from, write(from === 'csljson' ? 'papers-csl-json' : 'papers-bib', its));
      expect(one).toMatchObject({
        ...{
          id: 'king2021',
          type: 'article-journal',
          title: 'Подготовка консультантов: обзор',
        },
        ...{ volume: '15', issue: '2', DOI: '10.1000/paper.1' },
        author: [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }, { literal: 'WHO' }],
      });
      expect(String(one?.language)).toMatch(/^ru/);
      expect(one?.annote).toContain('tag id: ');
    },
  );

  it('has every record of an awkward review', () => {
    const text = write('papers-csl-json', awkward);
    const titles = (JSON.parse(text) as { title: string }[]).map(({ title }) => title);
    expect([...titles].sort()).toEqual(AWKWARD.map(oneLine).sort());
    if (!PANDOC) return;
    expect(items('csljson', text)).toHaveLength(AWKWARD.length);
    expect(items('bibtex', write('papers-bib', awkward))).toHaveLength(AWKWARD.length);
  });

  it('cites by the key, and prints neither tags nor notes', () => {
    if (!PANDOC) return expect(write('papers-bib')).toContain('muller2021paper');
    const front = `---\nreferences: ${JSON.stringify(JSON.parse(write('papers-csl-json')))}\n---\n\n`;
    const printed = through(
      'pandoc --citeproc -t plain --wrap=none',
      `${front}[@muller2021paper]\n`,
    );
    expect(printed).toContain('(Müller and van der Berg 2021)');
    expect(printed).not.toContain('Evidence');
  });
});
