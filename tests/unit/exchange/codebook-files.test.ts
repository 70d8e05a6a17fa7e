/** A codebook leaves in the files of other tools and comes back: as the same record, as the same tree, or with what is wrong. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { allShipped } from '../../../lib/codebook';
import { inTreeOrder } from '../../../lib/codebook/outline';
import { codebookFormats } from '../../../lib/exchange';
import { type CodebookReading, readQdc, writeQdc } from '../../../lib/exchange/codebook/qdc';
import { readCodebookTable } from '../../../lib/exchange/codebook/table-in';
import { readXml } from '../../../lib/exchange/codebook/xml';
import { codebookCsv } from '../../../lib/exchange/out/codebook-csv';
import type { Chosen } from '../../../lib/exchange/types';
import type { Codebook, Influence } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';
import { elementsOf, hasSchema, samplesOf, schemaErrors } from '../../support/qdpx';
import { readRecords } from '../../support/read-records';

const all = await allShipped();
const influence = (id: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label: id, definition: '', aliases: [], cues: [], crosswalk: [] },
  ...more,
});
const book = (influences: Influence[]): Codebook => ({
  ...ownCodebook({ version: '1' }, {}),
  influences,
});
const HOSTILE = '<!--]]>&lt;"\'\\ = 1\n\u0000\ud800 x\u0007 \u202e é 𝒳 <Code guid=""/>';

/** Every field that a file can carry, texts that look like markup, and lines that look like fields. */
const ODD = book([
  influence('a', {
    label: 'Skills & <training>',
    definition: 'First line.\nNote: not a field.\n\\Include: nor this.\n\nLast "line".',
    include: 'What is in.\nCues: nor this',
    exclude: 'What is not.',
    barrierNote: 'no time',
    facilitatorNote: 'time',
    supportNote: 's',
    contrastNote: 'c',
    note: 'n: with a colon',
    group: 'A "group" & more',
    level: 'team',
    code: 'I.A',
    aliases: ['training', 'skills, old'],
    cues: ['learned to', 'taught'],
    colour: 'amber',
  }),
  influence('b', { label: 'Skills & <training>', parent: 'a', definition: '=1+1' }),
  influence('c', { label: '-dash', parent: 'b', group: 'Other' }),
  influence('d', { label: 'Zuletzt: “ß” 文字 𝒳', colour: 'purple' }),
]);

function ok(reading: CodebookReading) {
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}
const FIELDS = [
  ...['label', 'definition', 'include', 'exclude', 'barrierNote', 'facilitatorNote', 'supportNote'],
  ...['contrastNote', 'note', 'group', 'level', 'code', 'aliases', 'cues', 'colour'],
] as (keyof Influence)[];
/** A codebook as a tree: what a tool shows, with the place of the broader one instead of its id. */
const tree = ({ influences }: Codebook) => {
  const ordered = inTreeOrder(influences);
  return ordered.map((one) => ({
    ...Object.fromEntries(
      FIELDS.flatMap((field) => (one[field] === undefined ? [] : [[field, one[field]]])),
    ),
    under: ordered.findIndex(({ id }) => id === one.parent),
  }));
};

describe('a REFI-QDA codebook', () => {
  it.each([...all, ODD])(
    'of $name comes back as the same tree, and leaves as the same file',
    (one) => {
      const text = writeQdc(one);
      const { codebook, problems } = ok(readQdc(text, 'Ours'));
      expect(problems).toEqual([]);
      expect(tree(codebook)).toEqual(tree(one));
      expect(codebook).toMatchObject({ name: 'Ours', kind: 'own', builtIn: false });
      // The ids that it got are kept: the next file has them too.
      expect(guidsIn(writeQdc(codebook))).toEqual(guidsIn(text));
      expect(ok(readQdc(text, 'Ours')).codebook).toEqual(codebook);
    },
  );

  it.each([...all, ODD])(
    'of $name has what the schema asks for, and names that are unique',
    (one) => {
      const root = readXml(writeQdc(one));
      expect(root.name).toBe('CodeBook');
      expect(root.children.map(({ name }) => name)).toEqual(
        one.influences.some(({ group }) => group) ? ['Codes', 'Sets'] : ['Codes'],
      );
      const codes = elementsOf(root, 'Code');
      expect(codes).toHaveLength(one.influences.length);
      for (const code of codes) {
        const names = code.children.map(({ name }) => name);
        expect(names.slice(names.indexOf('Description') + 1).every((n) => n === 'Code')).toBe(true);
        expect(code.attributes.get('guid')).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
        expect(code.attributes.get('isCodable')).toBe('true');
        expect(code.attributes.get('color') ?? '#000000').toMatch(/^#[0-9A-F]{6}$/);
      }
      const names = codes.map(({ attributes }) => attributes.get('name')?.toLowerCase());
      expect(new Set(names).size).toBe(names.length);
      const guids = new Set(codes.map(({ attributes }) => attributes.get('guid')));
      expect(guids.size).toBe(codes.length);
      for (const set of elementsOf(root, 'Set')) {
        expect(set.children.length).toBeGreaterThan(0);
        for (const member of set.children) expect(guids).toContain(member.attributes.get('guid'));
      }
    },
  );

  const isHere = hasSchema('codebook');
  it(
    isHere
      ? 'validates against the schema'
      : 'validates against the schema, which is not here: not checked',
    async () => {
      const files = [...all, ODD, book([influence('x', { label: HOSTILE })])].map(writeQdc);
      expect(files.every((one) => one.includes('<Codes>'))).toBe(true);
      if (!isHere) return;
      expect(await schemaErrors('codebook', files)).toEqual([]);
      expect(
        await schemaErrors('codebook', [files[0]?.replace(' isCodable="true"', '') ?? '']),
      ).not.toEqual([]);
    },
  );

  it('of an empty codebook is refused: the format has none', () => {
    expect(() => writeQdc(book([]))).toThrow('without influences');
  });

  const CODES = (inner: string) => `<CodeBook><Codes>${inner}</Codes></CodeBook>`;
  const G = (n: number) => `0000000${n}-0000-4000-8000-000000000000`;
  it('of another tool is read: prefixes, braces, CDATA, references, unknown colours', () => {
    const text = `\ufeff<?xml version='1.0'?><!-- by hand --><q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0">
<q:Codes><q:Code guid='{${G(1)}}' name="R&#xf4;les &amp; more" isCodable='false' color="#123456">
<q:Description><![CDATA[<b>what they do</b>]]> &#8211; all</q:Description>
<q:Code guid="${G(2)}" name="Peer" isCodable="true"/></q:Code></q:Codes>
<q:Sets><q:Set guid="${G(3)}" name="Work"><q:MemberCode guid="${G(2)}"/></q:Set></q:Sets></q:CodeBook>`;
    const { codebook, problems } = ok(readQdc(text, ''));
    expect(problems).toEqual([]);
    expect(tree(codebook)).toEqual([
      {
        ...{
          label: 'Rôles & more',
          definition: '<b>what they do</b> – all',
          aliases: [],
          cues: [],
        },
        under: -1,
      },
      { label: 'Peer', definition: '', aliases: [], cues: [], group: 'Work', under: 0 },
    ]);
    expect(codebook.influences.map(({ id }) => id)).toEqual([G(1), G(2)]);
  });

  it('with codes that lack what they need reports which', () => {
    const text = CODES(
      `<Code name=""/><Code guid="${G(1)}" name="One"/><Code guid="${G(1)}" name="Two"/><Code name="${'x'.repeat(400)}"/>`,
    );
    const { codebook, problems } = ok(readQdc(text, 'x'));
    expect(codebook.influences.map(({ label }) => label.slice(0, 5))).toEqual([
      'One',
      'Two',
      'xxxxx',
    ]);
    expect(problems.map(({ row, problem }) => `${row} ${problem}`)).toEqual([
      '1 It has no name: it is left out.',
      '3 Its id is there twice: it gets another one.',
      '4 Its name is longer than 300 characters: it is cut.',
    ]);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'it is not complete'],
    ['cut off', writeQdc(ODD).slice(0, 600), 'it is not complete'],
    ['a document type', `<!DOCTYPE CodeBook [<!ENTITY x "y">]>${CODES('')}`, 'a document type'],
    ['an entity of its own', CODES('<Code name="&x;"/>'), 'an entity that is not one of XML’s own'],
    ['a reference to no character', CODES('<Code name="&#0;"/>'), 'an entity'],
    ['a surrogate', CODES('<Code name="&#xd800;"/>'), 'an entity'],
    ['elements that cross', '<CodeBook><Codes></CodeBook></Codes>', 'closed wrongly'],
    ['two roots', `${CODES('')}${CODES('')}`, 'more than one outermost'],
    ['text outside', `x${CODES('')}`, 'text outside'],
    ['a bare attribute', CODES('<Code name/>'), 'an attribute without a value'],
    ['an attribute twice', CODES('<Code name="a" name="b"/>'), 'attributes cannot be read'],
    ['nesting without end', '<a>'.repeat(300), 'nested too deeply'],
    ['elements without end', `<a>${'<b/>'.repeat(20_001)}</a>`, 'too many elements'],
    ['another XML', '<svg></svg>', 'not a REFI-QDA codebook'],
    ['no codes', CODES(''), 'has no codes'],
  ])('with %s is refused with a sentence', (_, text, words) => {
    const reading = readQdc(text, 'x');
    expect(reading.ok ? '' : reading.problem).toContain(words);
    expect(reading.ok ? '' : reading.problem).toMatch(/\. Nothing was imported\.$/);
  });

  it('keeps any text in its place', () => {
    const one = book([influence('x', { label: HOSTILE, definition: HOSTILE, group: HOSTILE })]);
    const root = readXml(writeQdc(one));
    expect(elementsOf(root, 'Code')).toHaveLength(1);
    expect(elementsOf(root, 'Set')).toHaveLength(1);
  });
});

const sample = path.join(samplesOf('samples'), 'recommended.qdc');
it.skipIf(!existsSync(sample))('the given sample is read', () => {
  const { codebook, problems } = ok(readQdc(readFileSync(sample, 'utf8'), 'recommended'));
  expect(problems).toEqual([]);
  expect(codebook.influences.map(({ label }) => label)).toEqual([
    'Leadership engagement',
    'Leadership engagement: Supporting',
    'Leadership engagement: Contrasting',
    'Leadership engagement: Mentioning',
  ]);
});

describe('cues and other names with the sign that is between them', () => {
  const ODD_ONES = [
    ...['pay; wages', 'pay;', 'a;b', '; ', ';;', 'low\\; pay', 'low\\\\;', 'back\\', 'plain'],
    ...['two\\\\', 'end\\; '],
  ].map((one) => one.trim());
  const one = book([
    influence('x', { label: 'X', cues: ODD_ONES, aliases: [...ODD_ONES].reverse() }),
    influence('y', { label: 'Y', cues: ['back\\'] }),
  ]);
  const lists = ({ influences }: Codebook) =>
    influences.map(({ cues, aliases }) => [cues, aliases]);

  it('come back from .qdc as they were', () => {
    expect(lists(ok(readQdc(writeQdc(one), 'x.qdc')).codebook)).toEqual(lists(one));
  });

  it.each(['taguette-csv', 'maxqda-csv', 'atlas-csv'])('come back from %s as they were', (id) => {
    const text = codebookFormats.find((format) => format.id === id)?.write(one) ?? '';
    expect(lists(ok(readCodebookTable(text, 'x')).codebook)).toEqual(lists(one));
  });

  it('come back from our own table as they were', () => {
    const text = String(codebookCsv.write({ codebooks: [one] } as unknown as Chosen));
    expect(lists(ok(readCodebookTable(text, 'x')).codebook)).toEqual(lists(one));
  });

  it('of another tool stay apart where it has a semicolon between them', () => {
    const text = 'label\tcues\nPay\t"wages;salary; low pay\nC:\\"';
    const { codebook } = ok(readCodebookTable(text, 'x'));
    expect(codebook.influences[0]?.cues).toEqual(['wages', 'salary', 'low pay', 'C:\\']);
  });
});

describe('our own JSON', () => {
  const format = codebookFormats.find(({ id }) => id === 'codebook-json');
  it.each([...all, ODD])('of $name brings the same record', (one) => {
    const read = readRecords(format?.write(one) ?? '', 'x.json');
    expect(read).toMatchObject({ ok: true, rejected: [], records: { codebooks: [one] } });
  });

  it.each<[string, (json: string) => string, string]>([
    ['of a later format', (s) => s.replace('"version": 1', '"version": 9'), 'newer Bearing'],
    ['without influences', (s) => s.replace('"influences"', '"x"'), '“influences” is missing'],
    [
      'with a key of prototypes',
      (s) => s.replace('"codebook"', '"__proto__": {}, "codebook"'),
      'no codebook has',
    ],
  ])('%s is refused', (_, change, words) => {
    const read = readRecords(change(format?.write(ODD) ?? ''), 'x.json');
    expect(read.ok ? '' : read.problem).toContain(words);
  });
});

describe('a table', () => {
  type Row = [label: string, definition: string, under: string | undefined];
  const rows = (reading: CodebookReading): Row[] => {
    const { influences } = ok(reading).codebook;
    const labelOf = (id: string | undefined) => influences.find((one) => one.id === id)?.label;
    return influences.map(({ label, definition, parent }) => [label, definition, labelOf(parent)]);
  };
  it.each<[string, string, Row[]]>([
    [
      'pasted without headings: names and definitions',
      'Pay\tWhat is paid\nRole\t"Two\nlines"\n\n',
      [
        ['Pay', 'What is paid', undefined],
        ['Role', 'Two\nlines', undefined],
      ],
    ],
    [
      'of names alone',
      'Pay\nRole',
      [
        ['Pay', '', undefined],
        ['Role', '', undefined],
      ],
    ],
    [
      'with a broader one that comes later, by its label in another case',
      'Label;Definition;Parent\nPay;x;MONEY\nMoney;y;',
      [
        ['Money', 'y', undefined],
        ['Pay', 'x', 'Money'],
      ],
    ],
    [
      'of MAXQDA, with paths',
      'Code,Memo\nMoney,\nMoney\\Pay,m\nMoney > Fees,f\n',
      [
        ['Money', '', undefined],
        ['Pay', 'm', 'Money'],
        ['Fees', 'f', 'Money'],
      ],
    ],
    ['of Taguette', 'tag,description\nmoney,m\n', [['money', 'm', undefined]]],
    [
      'with cells that were guarded against running',
      'label,definition\n\'=SUM(A1),"\'-x"\n',
      [['=SUM(A1)', '-x', undefined]],
    ],
  ])('%s', (_, text, wanted) => {
    expect(rows(readCodebookTable(text, 'T'))).toEqual(wanted);
  });

  it('reports what is wrong, row by row', () => {
    const text =
      'label,definition,parent,cues\nPay,,Gone,"low pay; wages"\n,lost,,\nA,,B,\nB,,A,\nPay,again,Pay,\n';
    const { codebook, problems } = ok(readCodebookTable(text, 'T'));
    expect(problems.map(({ row, problem }) => `${row} ${problem}`)).toEqual([
      '3 It has no name: it is left out.',
      '2 Its broader influence “Gone” is not there: it is put at the top.',
      '4 It would be under itself: it is put at the top.',
    ]);
    expect(codebook.influences.map(({ id, parent }) => [id, parent])).toEqual([
      ['pay', undefined],
      ['pay-2', 'pay'],
      ['a', undefined],
      ['b', 'a'],
    ]);
    expect(codebook.influences[0]?.cues).toEqual(['low pay', 'wages']);
  });

  it.each<[string, string, string]>([
    ['nothing', '', 'no rows'],
    ['headings alone', 'label,definition\n', 'no rows'],
    ['no names', 'label,definition\n,x\n', 'no names'],
    ['two codebooks', 'codebook,label,definition\nA,x,\nB,y,\n', 'several codebooks'],
  ])('of %s is refused', (_, text, words) => {
    const reading = readCodebookTable(text, 'T');
    expect(reading.ok ? '' : reading.problem).toContain(words);
  });

  it.each(['taguette-csv', 'maxqda-csv', 'atlas-csv'])(
    '%s has unique names that the tool takes',
    (id) => {
      const format = codebookFormats.find((one) => one.id === id);
      const long = 'A name of more than sixty-three characters, which two codes have in common: ';
      const more = book([
        influence('1', { label: `${long}one` }),
        influence('2', { label: `${long}two`, parent: '1' }),
        influence('3', { label: `${long}two`, parent: '1' }),
        influence('4', { label: 'back\\slash > arrow', parent: '1' }),
      ]);
      for (const one of [...all, ODD, more]) {
        const { data } = Papa.parse<string[]>((format?.write(one) ?? '').slice(1), {
          skipEmptyLines: true,
        });
        const [header = [], ...body] = data;
        expect(body).toHaveLength(one.influences.length);
        expect(body.every((row) => row.length === header.length)).toBe(true);
        const names = body.map(([name = '']) => name.toLowerCase());
        expect(new Set(names).size, one.id).toBe(names.length);
        if (id === 'maxqda-csv')
          for (const [name = ''] of body)
            for (const part of name.replace(/^'/, '').split('\\'))
              expect(part.length).toBeLessThanOrEqual(63);
      }
      // Each is a table that Bearing reads too, with what is under what.
      const tdf = all.find((one) => one.id === 'tdf-v2') as Codebook;
      const back = ok(readCodebookTable(format?.write(tdf) ?? '', 'T'));
      expect(back.codebook.influences.map(({ definition }) => definition)).toEqual(
        tdf.influences.map(({ definition }) => definition),
      );
      if (id !== 'atlas-csv')
        expect(back.codebook.influences.filter(({ parent }) => parent)).toHaveLength(84);
    },
  );

  it('of ours comes back with labels, definitions, nesting, groups and cues', () => {
    const tdf = all.find((one) => one.id === 'tdf-v2') as Codebook;
    const text = codebookCsv.write({ codebooks: [tdf] } as unknown as Chosen) as string;
    const { codebook, problems } = ok(readCodebookTable(text, 'T'));
    expect(problems).toEqual([]);
    const kept = ({ influences }: Codebook) =>
      influences.map(({ id, label, definition, parent, group, cues }) => ({
        ...{ id, label, definition },
        ...{ parent, group, cues },
      }));
    expect(kept(codebook)).toEqual(kept(tdf));
    expect(codebook.name).toBe(tdf.name);
  });
});

const guidsIn = (text: string): string[] =>
  elementsOf(readXml(text), 'Code').map(({ attributes }) => attributes.get('guid') ?? '');
