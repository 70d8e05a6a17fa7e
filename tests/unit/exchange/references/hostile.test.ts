/** Files that are damaged, made to harm, or merely large: nothing throws, nothing unfit comes out, work grows with the file. */
import { describe, expect, it } from 'vitest';
import { FileText } from '../../../../lib/exchange/in/file-text';
import { readIds } from '../../../../lib/exchange/in/references';
import { LONGEST_ENTRY } from '../../../../lib/exchange/in/references/lines';
import { PaperFacts } from '../../../../lib/model';
import { pick, type Random, seeded } from '../../../support/random';
import { fixture, formatOf, readAs } from '../../../support/references';
import { stepsOf } from '../../../support/steps';

/** What is read must be fit to store, and say where it is from. */
function check(found: ReturnType<typeof readIds>, places: number) {
  for (const { facts, notes, line } of found.references) {
    expect(PaperFacts.safeParse(facts)).toEqual({ success: true, data: facts });
    const { sources, ...fields } = facts;
    expect(new Set(Object.values(sources)).size).toBe(1);
    const unsourced = Object.entries(fields).filter(
      ([field, value]) =>
        !(field in sources) && !(field === 'authors' && facts.authors.length === 0 && value),
    );
    expect(unsourced).toEqual([]);
    expect(notes.every((note) => note !== '' && note.length <= 50_000)).toBe(true);
    expect(line >= 1 && line <= places).toBe(true);
  }
  for (const { line, text, problem } of found.broken) {
    expect(problem).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(80);
    expect(line >= 1 && line <= places).toBe(true);
  }
}

const linesIn = (text: string) => text.split(/\r\n|[\r\n]/).length;

const IDS =
  '10.5555/a, PMID: 123\nhttps://doi.org/10.5555/b\nPMC7000001 arXiv:2101.00001v2\n31000001';
const TEXTS: [string, string][] = [
  ['ris', fixture('databases.ris')],
  ['nbib', fixture('pubmed.nbib')],
  ['bibtex', fixture('mixed.bib')],
  ['enw', fixture('endnote.enw')],
  ['ids', IDS],
];
const INSERTED = [
  ...[
    '{',
    '}',
    '"',
    '\\',
    '$',
    '@',
    '#',
    '=',
    ',',
    ';',
    '%',
    '(',
    ')',
    '\n',
    '\r',
    '\n\n',
    '\u0000',
  ],
  ...[
    'TY  - ',
    'ER  - ',
    'PMID- ',
    '%0 ',
    '@article{',
    '@string{a = a # a}',
    'AU  - ',
    'KW  - ',
    '  - ',
  ],
  ...[
    '\ud800',
    '\udfff',
    '\ufffe',
    '\ufeff',
    '\u202e',
    '10.5555/',
    '__proto__',
    '<script>',
    '&#0;',
    '&#x110000;',
  ],
  ...[
    '9'.repeat(400),
    '{'.repeat(60),
    ' and '.repeat(50),
    ','.repeat(60),
    "\\'".repeat(30),
    '\\"{'.repeat(20),
  ],
];

function mutated(random: Random, text: string): string {
  const from = Math.floor(random() * text.length);
  let out = text.slice(from, from + 200 + Math.floor(random() * 600));
  for (let i = 0; i < 1 + random() * 5; i += 1) {
    const at = Math.floor(random() * out.length);
    const to = at + Math.floor(random() ** 2 * 80);
    out = pick(random, [
      () => out.slice(0, at) + pick(random, INSERTED) + out.slice(at),
      () => out.slice(0, at) + out.slice(to),
      () => out.slice(0, to) + out.slice(at, to) + out.slice(to),
      () => out.slice(0, at) + pick(random, INSERTED) + out.slice(to),
    ])();
  }
  return out;
}

describe('whatever is in a text', () => {
  it.each(Array.from({ length: 10 }, (_, i) => i))('nothing unfit is read (seed %i)', (seed) => {
    const random = seeded(seed);
    for (let i = 0; i < 400; i += 1) {
      const [id, whole] = pick(random, TEXTS);
      const text = mutated(random, whole);
      check(id === 'ids' ? readIds(text) : readAs(id, text), linesIn(text));
    }
  });

  const VALUES = [
    ...[
      null,
      true,
      -1,
      1e300,
      '',
      ' ',
      'x'.repeat(60_000),
      '\ud800',
      [],
      {},
      [[]],
      [null],
      [{}],
      [['2019']],
    ],
    ...[
      { literal: {} },
      { 'date-parts': {} },
      { 'date-parts': [[null]] },
      { raw: 7 },
      { family: [] },
    ],
    ...[
      JSON.parse('{"__proto__":{"title":"x"},"constructor":1}'),
      '10.5555/a',
      'PMC7000001',
      '<b>x</b>',
    ],
  ];

  it.each(Array.from({ length: 5 }, (_, i) => i))(
    'nothing unfit is read of items (seed %i)',
    (seed) => {
      const random = seeded(seed);
      const items: object[] = JSON.parse(fixture('items.json')).filter(
        (one: unknown) => one instanceof Object,
      );
      for (let i = 0; i < 200; i += 1) {
        const list = items.map((item) => {
          const entries = Object.entries(item);
          const changed = entries.map(([key, value]) => [
            key,
            random() < 0.3 ? pick(random, VALUES) : value,
          ]);
          const more = ['title', 'author', 'issued', 'note', 'keyword', 'URL', 'editor'].map(
            (key) => [key, pick(random, VALUES)],
          );
          return Object.fromEntries(random() < 0.3 ? [...changed, pick(random, more)] : changed);
        });
        list.splice(Math.floor(random() * list.length), 1, pick(random, VALUES));
        check(readAs('csl-json', JSON.stringify(list)), list.length);
      }
    },
  );

  it('a prototype is reached by no key', () => {
    const item =
      '{"type":"book","title":"One","__proto__":{"DOI":"10.5555/a"},"constructor":{"prototype":{"x":1}}}';
    expect(readAs('csl-json', `[${item}]`).references[0]?.facts).toEqual({
      ...{
        title: 'One',
        type: 'book',
        authors: [],
        sources: { title: 'library', type: 'library' },
      },
    });
    expect({}).not.toHaveProperty('DOI');
  });

  it.each(['constructor', 'toString', 'valueOf', 'hasOwnProperty'])(
    'a kind, a type, a tag or a language that every object has is none: %s',
    (word) => {
      const language = `language={${word}}, langid={${word}}, type={${word}}`;
      const bib = readAs(
        'bibtex',
        `@${word}{k, title={One}, ${language}}\n@thesis{l, title={Two}, ${language}}`,
      );
      expect(bib.references.map(({ facts }) => [facts.title, facts.type])).toEqual([
        ['One', undefined],
        ['Two', 'thesis'],
      ]);
      expect(
        readAs('ris', `TY  - ${word}\nTI  - One\nER  - `).references[0]?.facts.type,
      ).toBeUndefined();
      expect(readAs('enw', `%0 ${word}\n%T One`).references[0]?.facts.type).toBeUndefined();
      expect(readAs('nbib', `PMID- 31000001\nTI  - One\n${word}- x`).references).toHaveLength(1);
      const items = `[{"type":"${word}","title":"One"},{"type":"book","title":"Two"}]`;
      expect(readAs('csl-json', items).references.map(({ facts }) => facts.type)).toEqual([
        undefined,
        'book',
      ]);
    },
  );

  it('an item whose type cannot be made a text costs no other', () => {
    const items =
      '[{"type":{"toString":0,"valueOf":0},"title":"One"},{"type":"book","title":"Two"}]';
    const whole = new FileText(items, 'a.json');
    expect(formatOf('csl-json').sniff(whole)).toBe(true);
    expect(readAs('csl-json', items).references.map(({ facts }) => facts.title)).toEqual([
      'One',
      'Two',
    ]);
  });

  it('a value of any depth is passed over', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const found = readAs(
      'csl-json',
      `[{"type":"book","title":"One","author":${deep},"custom":${deep}}]`,
    );
    expect(found.references[0]?.facts.title).toBe('One');
  });
});

describe('what is too large', () => {
  const long = 'x'.repeat(LONGEST_ENTRY + 1);

  it.each<[string, string]>([
    ['ris', `TY  - JOUR\nTI  - One\nAB  - ${long}\nER  - \nTY  - JOUR\nTI  - Two\nER  - `],
    [
      'ris',
      `TY  - JOUR\nTI  - One\n${'AB  - some text\n'.repeat(150_000)}ER  - \nTY  - JOUR\nTI  - Two\nER  - `,
    ],
    ['nbib', `PMID- 31000001\nTI  - One\nAB  - ${long}\n\nPMID- 31000002\nTI  - Two`],
    ['enw', `%0 Book\n%T One\n%X ${long}\n\n%0 Book\n%T Two`],
    ['bibtex', `@book{a, title={One}, abstract={${long}}}\n@book{b, title={Two}}`],
    [
      'csl-json',
      JSON.stringify([
        { type: 'book', title: 'One', abstract: long },
        { type: 'book', title: 'Two' },
      ]),
    ],
  ])('is reported, and the rest is read: %s', (id, text) => {
    const { references, broken } = readAs(id, text);
    expect(references.map(({ facts }) => facts.title)).toEqual(['Two']);
    expect(broken).toEqual([
      { line: 1, text: expect.any(String), problem: 'it is longer than 1,000,000 characters' },
    ]);
  });

  it('is cut where a field has a longest value', () => {
    const text = `TY  - JOUR\nTI  - ${'t'.repeat(5_000)}\nKW  - ${'k;'.repeat(100)}${'w'.repeat(5_000)}\nN1  - ${'n'.repeat(90_000)}`;
    const [reference] = readAs('ris', text).references;
    expect(reference?.facts.title).toHaveLength(2_000);
    expect(reference?.notes[0]).toHaveLength(50_000);
  });

  it.each<[string, string]>([
    [
      'ris',
      `TY  - JOUR\nTI  - One\n${Array.from({ length: 6_000 }, (_, i) => `AU  - Name${i}, A.`).join('\n')}\nER  - `,
    ],
    ['ris', `TY  - JOUR\nTI  - One\nAU  - ${'Name, A.;'.repeat(8_000)}\nER  - `],
    [
      'bibtex',
      `@book{a, title={One}, author={${Array.from({ length: 6_000 }, (_, i) => `N${i}, A.`).join(' and ')}}}`,
    ],
    [
      'csl-json',
      JSON.stringify([
        {
          type: 'book',
          title: 'One',
          author: Array.from({ length: 6_000 }, () => ({ family: 'N' })),
        },
      ]),
    ],
  ])('keeps the first 5,000 authors: %s', (id, text) => {
    expect(readAs(id, text).references[0]?.facts.authors).toHaveLength(5_000);
  });

  it('does not grow by macros that repeat each other', () => {
    const macros = Array.from({ length: 60 }, (_, i) => `@string{m${i + 1} = m${i} # m${i}}`).join(
      '\n',
    );
    const text = `@string{m0 = "0123456789"}\n${macros}\n@book{a, title={One}, note = m60}\n@book{b, title={Two}, note = ${'m60 # '.repeat(200)} m1}`;
    const { references, broken } = readAs('bibtex', text);
    expect(references.map(({ facts }) => facts.title)).toEqual(['One']);
    expect(broken[0]?.problem).toBe('a value is longer than 200,000 characters');
  });
});

describe('work grows with the file, not faster', () => {
  const repeat = (text: string) => (count: number) => text.repeat(count);
  const FEW = 200;
  const TIMES = 10;
  /** Beyond ten times as much there is the work that a file takes by itself. */
  const AT_MOST = TIMES * 1.05;

  it.each<[string, string, (count: number) => string, number]>([
    [
      'records',
      'ris',
      repeat(
        'TY  - JOUR\nTI  - One of many\nAU  - Okafor, Adaeze N.\nPY  - 2019\nDO  - 10.5555/a\nKW  - x\nER  - \n\n',
      ),
      1_000,
    ],
    ['records without an end', 'ris', repeat('TY  - JOUR\nTI  - One\n'), FEW],
    ['fields of one record', 'ris', repeat('AB  - text that goes\non and on\n'), FEW],
    [
      'lines of one value',
      'ris',
      (count) => `TY  - JOUR\nAB  - text\n${'that goes on\n'.repeat(count)}`,
      FEW,
    ],
    [
      'lines of one value',
      'nbib',
      (count) => `PMID- 1\nAB  - text\n${'      that goes on\n'.repeat(count)}`,
      FEW,
    ],
    [
      'lines of one value',
      'enw',
      (count) => `%0 Book\n%X text\n${'that goes on\n'.repeat(count)}`,
      FEW,
    ],
    [
      'stray lines',
      'ris',
      (count) => `TY  - JOUR\nPY  - 1\n${'a stray line\n'.repeat(count)}`,
      FEW,
    ],
    [
      'names in one field',
      'ris',
      (count) => `TY  - JOUR\nTI  - One\nAU  - ${'Smith, J.; '.repeat(count)}`,
      FEW,
    ],
    ['records', 'nbib', repeat('PMID- 31000001\nTI  - One\nFAU - Smith, J\nMH  - *Peers\n\n'), FEW],
    ['records', 'enw', repeat('%0 Book\n%T One\n%A Smith, J.\n\n'), FEW],
    [
      'entries',
      'bibtex',
      repeat("@article{a, title={One {\\'e}}, author={Smith, J. and {WHO}}, year=2001}\n"),
      FEW,
    ],
    ['entries in one line', 'bibtex', repeat('@book{a, title={One}} '), FEW],
    [
      'entries that are not closed',
      'bibtex',
      repeat('@book{a, title={One {of}, year={2001}\n'),
      FEW,
    ],
    ['heads alone', 'bibtex', repeat('@a{\n'), FEW],
    ['braces', 'bibtex', (count) => `@book{a, title={${'{'.repeat(count)}`, FEW],
    [
      'names in one field',
      'bibtex',
      (count) => `@book{a, title={One}, author={${'Smith, J. and '.repeat(count)}}}`,
      FEW,
    ],
    [
      '"and" alone',
      'bibtex',
      (count) => `@book{a, title={One}, author={${'and '.repeat(count)}}}`,
      FEW,
    ],
    [
      'dollar signs',
      'bibtex',
      (count) => `@book{a, title={One}, note={${'$ '.repeat(count)}}}`,
      FEW,
    ],
    ['accents', 'bibtex', (count) => `@book{a, title={One}, note={${"\\'".repeat(count)}}}`, FEW],
    ['fields without values', 'bibtex', (count) => `@book{a, ${'x '.repeat(count)}}`, FEW],
    [
      'items',
      'csl-json',
      (count) =>
        JSON.stringify(Array.from({ length: count }, () => ({ type: 'book', title: 'One' }))),
      FEW,
    ],
  ])(
    '%s: %s',
    (_, id, make, few) => {
      const steps = (count: number) => {
        const text = make(count);
        return stepsOf(() => readAs(id, text));
      };
      expect(steps(few * TIMES) / steps(few)).toBeLessThan(AT_MOST);
    },
    60_000,
  );

  it.each<[string, string]>([
    ['lines', '10.5555/a PMID: 31000001\n'],
    ['words', 'doi '],
    ['DOIs in one line', '10.5555/a, '],
  ])('ids: %s', (_, text) => {
    const steps = (count: number) => stepsOf(() => readIds(text.repeat(count)));
    expect(steps(FEW * TIMES) / steps(FEW)).toBeLessThan(AT_MOST);
  });
});
