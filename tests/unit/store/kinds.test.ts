/** The table of record kinds is complete: whatever is stored is known to all that is driven by it. */
import { describe, expect, test } from 'vitest';
import { kindOf } from '../../../components/left-out/kind-words';
import { BACKUP_TABLES } from '../../../lib/exchange/backup-format';
import {
  Change,
  KIND_NAMES,
  KINDS,
  type KindName,
  type Reference,
  referrersTo,
  Stamp,
  StoreContents,
  TRAVELLING,
} from '../../../lib/model';
import { BearingDatabase } from '../../../lib/store/db';
import { DERIVED, ROW_CHECKS } from '../../../lib/store/sweep/row-checks';

const tables = new Map(new BearingDatabase('unopened').tables.map((t) => [t.name, t.schema]));
/** What is not a record of the reader's own: history, versions, counts, what was set aside, and who is here. */
const APART = [
  'steps',
  'stepParts',
  'stamps',
  'tallySheets',
  'statementSheets',
  'titleKeys',
  'quarantine',
  'installation',
];

test('every table of the database is a kind, or one of the few that are none', () => {
  expect([...tables.keys()].sort()).toEqual([...KIND_NAMES, ...APART].sort());
});

test('every table is checked row by row, in the order in which kinds refer to one another', () => {
  const checked = Object.keys(ROW_CHECKS);
  expect([...checked, 'quarantine'].sort()).toEqual([...tables.keys()].sort());
  expect(checked.slice(0, KIND_NAMES.length)).toEqual(KIND_NAMES);
  for (const [at, kind] of KIND_NAMES.entries())
    for (const { to, optional } of KINDS[kind].refs)
      if (!optional) expect(KIND_NAMES.indexOf(to), `${kind} refers to ${to}`).toBeLessThan(at);
});

test('every table has words of its own for what is damaged in it', () => {
  for (const table of Object.keys(ROW_CHECKS))
    if (!DERIVED.has(table)) expect(kindOf(table), table).not.toBe(table);
});

describe.each(KIND_NAMES)('%s', (kind: KindName) => {
  const { key, refs, schema, travels } = KINDS[kind];

  test('has the primary key that its table has', () => {
    const own = key.length > 1 ? `[${key.join('+')}]` : key[0];
    expect(tables.get(kind)?.primKey.src).toBe(own ?? 'key');
  });

  test('is found by what it refers to, so that a reference can be looked up', () => {
    if (!travels) return;
    const indexes = tables.get(kind)?.indexes.map((index) => index.src) ?? [];
    for (const { fields, list } of refs as readonly Reference[]) {
      // There are few records with lists of references: they are looked through.
      if (list) continue;
      const index = fields.length > 1 ? `[${fields.join('+')}]` : fields[0];
      expect([...indexes, tables.get(kind)?.primKey.src]).toContain(index);
    }
  });

  test('can be changed by a step: created, changed and deleted', () => {
    const record = KNOWN[kind];
    expect(schema.safeParse(record).error?.issues ?? []).toEqual([]);
    for (const [before, after] of [
      [null, record],
      [record, record],
      [record, null],
    ])
      expect(Change.safeParse({ table: kind, before, after }).success).toBe(true);
    expect(Change.safeParse({ table: kind, before: null, after: null }).success).toBe(false);
    const wrong = { ...record, id: 7, reviewId: 7, showTagsOnOpen: 7 };
    expect(Change.safeParse({ table: kind, before: null, after: wrong }).success).toBe(false);
  });

  test('has a version, and leaves with a backup, if it travels', () => {
    expect(TRAVELLING.includes(kind)).toBe(travels);
    expect((BACKUP_TABLES as readonly string[]).includes(kind)).toBe(travels);
    expect(Object.hasOwn(StoreContents.shape, kind)).toBe(true);
    const stamp = { table: kind, key: 'x', counter: 1, by: 'y', step: 'z', last: KNOWN[kind] };
    expect(Stamp.safeParse({ ...stamp, state: 'gone' }).success).toBe(true);
  });
});

test('every reference is to a kind, and known from the other side', () => {
  for (const kind of KIND_NAMES)
    for (const ref of KINDS[kind].refs)
      expect(referrersTo(ref.to)).toContainEqual({ from: kind, ref });
});

const AT = '2026-01-01T00:00:00.000Z';
const STAMPS = { createdAt: AT, updatedAt: AT };
const id = (n: number) => `0000000${n}-0000-4000-8000-000000000000`;
/** One sound record of every kind; the compiler asks for a new one. */
const KNOWN: Record<KindName, object> = {
  settings: { showTagsOnOpen: true, quietHosts: [], keys: {} },
  coders: { id: id(1), name: '' },
  codebooks: {
    id: 'own',
    name: 'Own',
    version: '1',
    kind: 'own',
    builtIn: false,
    complete: true,
    source: { citation: 'me' },
    influences: [],
  },
  reviews: {
    id: id(2),
    name: 'R',
    codebooks: [{ id: 'own', version: '1' }],
    createdAt: AT,
    updatedAt: AT,
  },
  papers: { id: id(3), urls: [], createdAt: AT, updatedAt: AT },
  reviewPapers: {
    reviewId: id(2),
    paperId: id(3),
    progress: 'read',
    eligibility: 'excluded',
    exclusionReason: 'wrong setting',
    addedAt: AT,
    updatedAt: AT,
  },
  familyMembers: { reviewId: id(2), paperId: id(3), familyId: id(7), addedAt: AT },
  statements: {
    id: id(4),
    paperId: id(3),
    quote: 'q',
    quoteKey: 'q',
    targets: [
      {
        representation: 'html',
        url: 'https://a.example/',
        selectors: {
          quote: { type: 'TextQuoteSelector', exact: 'q', prefix: '', suffix: '' },
        },
      },
    ],
    createdAt: AT,
    updatedAt: AT,
  },
  tags: {
    id: id(5),
    reviewId: id(2),
    paperId: id(3),
    statementId: id(4),
    codebookId: 'own',
    codebookVersion: '1',
    influenceId: 'i',
    stance: 'supporting',
    coderId: id(1),
    createdAt: AT,
    updatedAt: AT,
  },
  assessments: {
    id: id(6),
    reviewId: id(2),
    paperId: id(3),
    codebookId: 'own',
    influenceId: 'i',
    outcome: 'not-reported',
    coderId: id(1),
    createdAt: AT,
  },
  sites: { id: id(8), reviewId: id(2), paperId: id(3), name: 'Ward 1', position: 0, ...STAMPS },
  attributes: {
    ...{ id: id(9), reviewId: id(2), of: 'paper', name: 'Country', type: 'several' },
    ...{ choices: ['Chile', 'Peru'], position: 0, ...STAMPS },
  },
  attributeValues: {
    ...{ id: id(1), reviewId: id(2), attributeId: id(9), paperId: id(3), value: ['Chile'] },
    ...STAMPS,
  },
  memos: {
    ...{ id: id(1), reviewId: id(2), codebookId: 'own', influenceId: 'i', siteId: id(8) },
    ...{ coderId: id(1), rating: 'missing', ...STAMPS },
  },
  decisions: {
    ...{ id: id(1), reviewId: id(2), paperId: id(3), codebookId: 'own', influenceId: 'i' },
    ...{ stance: 'none', coderId: id(1), ...STAMPS },
  },
  rounds: { id: id(1), reviewId: id(2), name: 'Round 1', position: 0, ...STAMPS },
  findings: { id: id(1), reviewId: id(2), text: 'Training helps.', position: 0, ...STAMPS },
  measures: {
    ...{ id: id(1), reviewId: id(2), name: 'Readiness', lowest: 1, highest: 5 },
    ...{ items: [{ id: 'a', text: 'We are ready.' }], ...STAMPS },
  },
  measureAnswers: {
    ...{ id: id(1), reviewId: id(2), measureId: id(1), siteId: id(8) },
    ...{ answers: [{ item: 'a', value: 4 }], ...STAMPS },
  },
};
