/** Records as earlier versions had them: coders by name, one status for two questions, history as events, no versions. */
import { describe, expect, it, test } from 'vitest';
import {
  coderNamed,
  coderNames,
  dateOf,
  idOf,
  legacyStamps,
  ownNameIn,
  type Step,
  UNNAMED,
  upgradeHistory,
  upgradePlaces,
  upgradeRecord,
  upgradeRow,
  versionsThen,
} from '../../../lib/model';
import { paper, review, reviewPaper, tag } from '../exchange/records';

type Row = Record<string, unknown>;
const AT = '2026-01-02T03:04:05.678Z';
const LATER = '2026-01-03T03:04:05.678Z';
const FUTURE = '9000-01-01T00:00:00.000Z';
const coderOf = (name: string) => idOf(`coder ${name}`);
const VERSIONS = versionsThen({ codebooks: [{ id: 'own', version: '3' }], tags: [] });
const upgrade = (table: Parameters<typeof upgradeRecord>[0], record: unknown) =>
  upgradeRecord(table, record, coderOf, VERSIONS);

describe('a coder’s name of then', () => {
  test.each<[string, unknown, string]>([
    ['the name in the settings', { coder: 'Ada' }, 'Ada'],
    ['none, where they hold none', {}, UNNAMED],
    ['… or one that is no text', { coder: 7 }, UNNAMED],
    ['… or there are no settings', null, UNNAMED],
  ])('of the installation is %s', (_, settings, name) => {
    expect(ownNameIn(settings)).toBe(name);
  });
  it('is a coder who shows it; nobody had typed the name that stood for none', () => {
    expect(coderNamed('Ada', 'id')).toEqual({ id: 'id', name: 'Ada' });
    expect(coderNamed(UNNAMED, 'id')).toEqual({ id: 'id', name: '' });
    const long = coderNamed('x'.repeat(9_000), 'id').name;
    expect(long).toMatch(/^x+$/);
    expect(long.length).toBeLessThan(9_000);
  });
  it('is found in tags and in history, each once', () => {
    const table = [{ coder: 'Ada' }, { who: 'Bo' }, { coder: 'Bo', who: 'Cy' }, { coder: 7 }, null];
    expect(coderNames(table)).toEqual(['Ada', 'Bo', 'Cy']);
  });
});

describe('a record of the first format', () => {
  test.each<[Parameters<typeof upgradeRecord>[0], unknown, unknown]>([
    ['settings', { coder: 'Ada', quietHosts: [] }, { quietHosts: [] }],
    ['tags', { id: 't', coder: 'Ada' }, { id: 't', coderId: coderOf('Ada') }],
    ['assessments', { coder: 'Ada' }, { coderId: coderOf('Ada') }],
    ['reviewPapers', { status: 'read' }, { progress: 'read', eligibility: 'undecided' }],
    ['reviews', { codebookIds: ['own'] }, { codebooks: [{ id: 'own', version: '3' }] }],
  ])('of %s: %j', (table, record, want) => {
    expect(upgrade(table, record)).toEqual(want);
  });
  test.each<[Parameters<typeof upgradeRecord>[0], unknown]>([
    ['tags', { id: 't', coder: 7 }],
    ['tags', null],
    ['papers', { coder: 'Ada', status: 'read' }],
    ['settings', 'none'],
  ])('of %s is left for its schema to refuse, or is as it should be: %j', (table, record) => {
    expect(upgrade(table, record)).toBe(record);
  });
});

describe('how far a paper was read, and whether it belongs, were one field', () => {
  test.each([
    ['to-read', 'to-read', 'undecided'],
    ['reading', 'reading', 'undecided'],
    ['read', 'read', 'undecided'],
    ['excluded', 'to-read', 'excluded'],
  ])('%s is %s and %s', (status, progress, eligibility) => {
    const today = { paperId: 'p', progress, eligibility };
    const place = { paperId: 'p', status };
    expect(upgradePlaces('reviewPapers', place)).toEqual(today);
    expect(upgradeRow('reviewPapers', place, VERSIONS)).toEqual(today);
    const change = { table: 'reviewPapers', before: place, after: place, aside: true };
    const paper = { table: 'papers', before: null, after: { status } };
    expect(upgradePlaces('steps', { id: 's', changes: [change, paper, null] })).toEqual({
      id: 's',
      changes: [{ ...change, before: today, after: today }, paper, null],
    });
    const stamp = { table: 'reviewPapers', key: 'k', last: place };
    expect(upgradePlaces('stamps', stamp)).toEqual({ ...stamp, last: today });
  });
  test.each<[string, unknown]>([
    ['reviewPapers', { status: 'gone' }],
    ['reviewPapers', { status: 'toString' }],
    ['reviewPapers', { status: 7 }],
    ['reviewPapers', null],
    ['papers', { status: 'read' }],
    ['stamps', { table: 'papers', last: { status: 'read' } }],
    ['stamps', { table: 'reviewPapers', key: 'k' }],
    ['steps', { changes: [{ table: 'papers', before: null, after: { status: 'read' } }] }],
    ['steps', { changes: { table: 'reviewPapers' } }],
    ['papers', 'none'],
    [
      'drafts',
      { table: 'reviewPapers', last: { status: 'read' }, changes: [{ table: 'reviewPapers' }] },
    ],
  ])('everything else stays the very same: %s %j', (table, row) => {
    expect(upgradePlaces(table, row)).toBe(row);
  });
});

describe('history as events', () => {
  const id = (n: number) => idOf(`event ${n}`);
  const event = (n: number, more: Row = {}): Row => ({
    ...{ id: id(n), at: AT, who: 'Ada', entity: 'paper', entityId: 'x', action: 'create' },
    ...{ before: null, after: paper(n) },
    ...more,
  });
  const steps = (...events: unknown[]) => upgradeHistory(events, coderOf, VERSIONS);

  it('is steps: who, when, and the record as it was and became', () => {
    const { steps: made, rejected } = steps(event(1), event(2, { before: paper(2), after: null }));
    expect(rejected).toEqual([]);
    expect(made).toMatchObject([
      { id: id(1), at: AT, coderId: coderOf('Ada'), counter: 0, command: 'before-steps' },
      { id: id(2), changes: [{ table: 'papers', before: paper(2), after: null }] },
    ]);
    expect(made[0]?.changes).toEqual([{ table: 'papers', before: null, after: paper(1) }]);
  });

  it('of an import is a restore', () => {
    expect(steps(event(1, { action: 'import' })).steps).toMatchObject([{ command: 'restore' }]);
  });

  it('knows each kind of record by its name of then, in today’s shape', () => {
    const { coderId: _, ...first } = tag(1, 1, 1);
    const { codebooks: __, ...old } = review;
    const { progress: ___, eligibility: ____, ...place } = reviewPaper(1);
    const kinds: [string, Row, string, object][] = [
      ['tag', { ...first, coder: 'Bo' }, 'tags', { coderId: coderOf('Bo') }],
      [
        'review',
        { ...old, codebookIds: ['own'] },
        'reviews',
        { codebooks: [{ id: 'own', version: '3' }] },
      ],
      [
        'review-paper',
        { ...place, status: 'excluded' },
        'reviewPapers',
        { eligibility: 'excluded' },
      ],
      [
        'settings',
        { coder: 'Ada', quietHosts: ['a.example'] },
        'settings',
        { quietHosts: ['a.example'] },
      ],
    ];
    for (const [entity, record, table, after] of kinds)
      for (const [side, other] of [
        ['after', 'before'],
        ['before', 'after'],
      ] as const) {
        const {
          steps: [made],
          rejected,
        } = steps(event(1, { entity, [side]: record, [other]: null }));
        expect(rejected).toEqual([]);
        expect(made?.changes).toMatchObject([{ table, [side]: after, [other]: null }]);
      }
  });

  it('puts events of one step together, in its order, and leaves out a part that is not there', () => {
    const { steps: made } = steps(event(2), event(1, { also: [id(3), id(9), id(2)] }), event(3));
    expect(made.map((one) => one.id)).toEqual([id(1)]);
    expect(made[0]?.changes.map(({ after }) => (after as Row).id)).toEqual(
      [1, 3, 2].map((n) => paper(n).id),
    );
  });

  test.each<[string, unknown]>([
    ['no event', 7],
    ['of a kind that was never kept', event(1, { entity: 'coder' })],
    ['at no moment', event(1, { at: 'today' })],
  ])('that is %s is handed back with the reason', (_, odd) => {
    const { steps: made, rejected } = steps(odd, event(2));
    expect(made).toHaveLength(1);
    expect(rejected).toEqual([{ record: odd, problem: expect.stringMatching(/./) }]);
  });

  it('that no step can be made of is handed back, each event of it', () => {
    const bad = event(1, { after: { id: 'x' }, also: [id(2)], mood: 'odd' });
    const part = event(2);
    const { steps: made, rejected } = steps(bad, part);
    expect(made).toEqual([]);
    // The very same, with what nobody knows.
    expect(rejected.map(({ record }) => record)).toEqual([bad, part]);
    expect(rejected[0]?.record).toBe(bad);
    for (const { problem } of rejected) expect(problem).not.toBe('');
  });
});

describe('versions of records from before there were any', () => {
  const step = (
    at: string,
    ...changes: [before: object | null, after: object | null, table?: string][]
  ) =>
    ({
      at,
      changes: changes.map(([before, after, table = 'papers']) => ({ table, before, after })),
    }) as Step;
  const found = (records: object, ...steps: Step[]) =>
    legacyStamps(records, steps).map(({ table, key, by, state }) => [table, key, by, state]);
  const [ONE, TWO] = [paper(1), paper(2)];

  it('are earlier than any that was counted, and go by the record’s own date', () => {
    expect(legacyStamps({ papers: [ONE] }, [])).toEqual([
      { table: 'papers', key: ONE.id, counter: 0, by: ONE.updatedAt, step: '' },
    ]);
  });
  it('are of each kind that travels, by its key', () => {
    const place = reviewPaper(1);
    expect(found({ papers: [ONE], reviewPapers: [place], settings: [{}], other: [{}] })).toEqual([
      ['papers', ONE.id, ONE.updatedAt, undefined],
      ['reviewPapers', `${place.reviewId} ${place.paperId}`, place.updatedAt, undefined],
    ]);
  });
  test.each<[string, Step[], unknown[]]>([
    ['gone', [step(AT, [TWO, null])], [[AT, 'gone']]],
    ['there again', [step(AT, [TWO, null]), step(LATER, [null, TWO])], []],
    ['… in whatever order history comes', [step(LATER, [null, TWO]), step(AT, [TWO, null])], []],
    ['gone again', [step(LATER, [TWO, null]), step(AT, [null, TWO])], [[LATER, 'gone']]],
    ['not known to be gone, of which nothing is told', [step(AT, [null, null])], []],
    ['no record of a kind that travels', [step(AT, [{ quietHosts: [] }, null, 'settings'])], []],
    ['not what it should be', [step(AT, [{ id: TWO.id }, null])], []],
  ])('and of what history records as %s', (_, steps, want) => {
    const two = found({ papers: [ONE] }, ...steps).filter(([, key]) => key !== ONE.id);
    expect(two.map(([, , by, state]) => [by, state])).toEqual(want);
  });
  it('keep the record that is gone, as it last was', () => {
    expect(legacyStamps({}, [step(AT, [TWO, null])])).toMatchObject([{ key: TWO.id, last: TWO }]);
  });
  it('are of the record that is there, whatever history tells', () => {
    expect(found({ papers: [ONE] }, step(AT, [ONE, null]))).toEqual([
      ['papers', ONE.id, ONE.updatedAt, undefined],
    ]);
  });
});

test.each<[string, unknown, string]>([
  ['when it was changed', { updatedAt: LATER, createdAt: AT }, LATER],
  ['when it was made, where it never changes', { createdAt: AT }, AT],
  ['none, in the future', { updatedAt: FUTURE, createdAt: AT }, ''],
  ['none, where it has none', {}, ''],
  ['none, of what is no record', null, ''],
])('the date of a record is %s', (_, record, date) => {
  expect(dateOf(record)).toBe(date);
});
