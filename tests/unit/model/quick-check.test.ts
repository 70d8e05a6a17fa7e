/** The quick look never says yes where a parse would refuse or change something, and does say yes to sound records. */
import { describe, expect, test } from 'vitest';
import { builtInCodebooks } from '../../../lib/codebook';
import { sheetsOfTags } from '../../../lib/map';
import {
  Codebook,
  Coder,
  Installation,
  Paper,
  Review,
  ReviewPaper,
  Settings,
  Stamp,
  Statement,
  StatementSheet,
  Step,
  Tag,
  TallySheet,
  z,
} from '../../../lib/model';
import { quickCheck } from '../../../lib/model/checks/quick-check';
import { sampleBackup, sampleId } from '../../support/samples';

const sample = sampleBackup({ papers: 1, tags: 1, influences: ['a'], codebookId: 'psw-core' });
const [tag] = sample.tags;
const [book] = builtInCodebooks();
const [sheets] = sheetsOfTags(sample.tags);
const version = { counter: 3, by: sampleId(7, 1), step: sampleId(9, 1) };
const step = {
  id: sampleId(9, 1),
  at: sample.exportedAt,
  coderId: sampleId(7, 1),
  counter: 3,
  command: 'save-tag',
  changes: [{ table: 'tags', before: null, after: tag, aside: true }],
  undoes: sampleId(9, 2),
};
const KINDS: [name: string, schema: z.ZodType, record: object][] = [
  ['tag', Tag, { ...tag, strength: 'mixed' }],
  ['tally sheet', TallySheet, sheets?.tallied ?? {}],
  ['statement sheet', StatementSheet, sheets?.marked ?? {}],
  [
    'statement',
    Statement,
    {
      ...sample.statements[0],
      cites: [{ label: '1', text: 'x', year: 2020 }],
      machineLabels: [{ by: 'scite', label: 'mentioning', confidence: 0.5 }],
    },
  ],
  ['paper', Paper, { ...sample.papers[0], readerFields: { title: 'x' }, keywords: ['a'] }],
  ['place on a list', ReviewPaper, sample.reviewPapers[0] ?? {}],
  ['review', Review, sample.reviews[0] ?? {}],
  ['codebook', Codebook, { ...book, influences: book?.influences.slice(0, 2) }],
  ['settings', Settings, { ...sample.settings, keys: { next: 'j' } }],
  ['coder', Coder, { ...sample.coders[0], into: sampleId(7, 2) }],
  ['step', Step, step],
  ['version', Stamp, { table: 'tags', key: tag?.id, ...version }],
  ['version of a tag that is gone', Stamp, { table: 'tags', key: 'x', ...version, last: tag }],
  [
    'installation',
    Installation,
    { key: 'here', coderId: sampleId(7, 1), counter: 3, forgotten: 0 },
  ],
];

/** The paths of a record's parts, three levels deep. */
function paths(value: unknown, deep = 3): (string | number)[][] {
  if (typeof value !== 'object' || value === null || deep === 0) return [];
  // Its elements are numbers, whatever is put there.
  if (ArrayBuffer.isView(value)) return [];
  return Object.entries(value)
    .slice(0, 40)
    .flatMap(([key, part]) => [[key], ...paths(part, deep - 1).map((rest) => [key, ...rest])]);
}

const GONE = Symbol('gone');

function changed(record: object, path: (string | number)[], value: unknown): object {
  const copy = structuredClone(record);
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as typeof at;
  const last = path.at(-1) ?? '';
  if (value === GONE) delete at[last];
  else at[last] = value;
  return copy;
}

const VALUES: unknown[] = [
  GONE,
  undefined,
  null,
  '',
  'x',
  'not an id',
  '2026-13-45T99:00:00.000Z',
  '2026-11-20T09:00:00.000Z',
  'x'.repeat(60_000),
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  9e15,
  true,
  [],
  [null],
  [''],
  Array.from({ length: 6_000 }, () => 'x'),
  {},
  { family: '' },
  new Date(0),
  new Map(),
];

describe.each(KINDS)('%s', (_, schema, record) => {
  const look = quickCheck(schema);

  test('a sound one is known at once', () => {
    expect(schema.safeParse(record).data).toEqual(record);
    expect(look(record)).toBe(true);
  });

  test('whatever is changed in it, the look says yes to nothing that a parse would refuse or change', () => {
    let refused = 0;
    for (const path of paths(record))
      for (const value of VALUES) {
        const one = changed(record, path, value);
        if (!look(one)) {
          refused += 1;
          continue;
        }
        const { success, data } = schema.safeParse(one);
        expect([path.join('.'), value, success]).toEqual([path.join('.'), value, true]);
        // Keys that no schema knows are not its business.
        expect(one).toMatchObject(data as object);
      }
    expect(refused).toBeGreaterThan(paths(record).length);
  });

  test.each([[null], [undefined], ['x'], [7], [[]], [new Map()], [new Date()]])(
    '%s is none',
    (one) => {
      expect(look(one)).toBe(false);
    },
  );
});

const PARTS: [name: string, schema: z.ZodType][] = [
  ['below a bound', z.number().lt(3)],
  ['up to a bound', z.number().lte(3)],
  ['above a bound', z.number().gt(3)],
  ['from a bound on', z.number().gte(3)],
  ['whole', z.int()],
  ['of a length', z.string().min(2).max(3)],
  ['a list of a length', z.array(z.number()).min(1).max(2)],
  ['anything', z.unknown()],
  ['one of several', z.literal(['a', 3])],
  ['of a list of words', z.enum(['a', 'b'])],
  ['a number or a word', z.union([z.number(), z.literal('a')])],
  ['fields of any name', z.record(z.string().max(1), z.number())],
  ['there or not', z.object({ a: z.number().optional() })],
  ['there, whatever it is', z.object({ a: z.unknown() })],
  ['a number or null', z.nullable(z.number())],
  ['of a pattern', z.string().regex(/^a/)],
  ['as somebody wants it', z.number().refine((value) => value !== 3)],
];
const EDGES = [
  ...[2.9, 3, 3.1, 2 ** 60, -3, 'a', 'ab', 'abc', 'abcd', 'b', '', true, null, undefined],
  ...[[], [1], [1, 2], [1, 2, 3], ['a'], {}, { a: 1 }, { a: 'a' }, { a: undefined }, { ab: 1 }],
  ...[Array(2), Object.create(null), Object.create({ a: 1 })],
];
test.each(PARTS)('of a part that is %s, it thinks what a parse thinks', (_, schema) => {
  const look = quickCheck(schema);
  const isPlain = (value: unknown) =>
    typeof value !== 'object' ||
    value === null ||
    Array.isArray(value) ||
    Object.getPrototypeOf(value) === Object.prototype;
  for (const value of EDGES)
    if (isPlain(value))
      expect([value, look(value)]).toEqual([value, schema.safeParse(value).success]);
    // What has another prototype is left to the parse.
    else if (look(value)) expect(schema.safeParse(value).data).toBe(value);
});

test('a schema with a part that it does not know is left to the parse', () => {
  for (const schema of [
    z.string().trim(),
    z.string().transform(Number),
    z.object({ a: z.url() }),
    z.array(z.date()),
    z.strictObject({ a: z.string() }),
    z.string().max(3).regex(/a/g),
    z.string().max(3).regex(/a/y),
    z.union([z.string(), z.date()]),
    z.record(z.string(), z.date()),
    z.object({ a: z.date() }).partial(),
    z.nullable(z.date()),
    z.int32(),
    z.iso.date(),
    z.looseObject({ a: z.string() }),
  ])
    for (const value of [
      'a',
      { a: 'https://a.example' },
      [],
      { a: 'a' },
      {},
      null,
      3,
      '2026-01-02',
    ])
      expect(quickCheck(schema)(value)).toBe(false);
});

test('the look is made for the first record, not at the start of every surface', () => {
  let reads = 0;
  const schema = new Proxy(z.object({ a: z.string() }), {
    get: (whole, part) => {
      reads += 1;
      return Reflect.get(whole, part);
    },
  });
  const look = quickCheck(schema);
  expect(reads).toBe(0);
  expect(look({ a: 'x' })).toBe(true);
  const before = reads;
  expect(before).toBeGreaterThan(0);
  look({ a: 'y' });
  expect(reads).toBe(before);
});
