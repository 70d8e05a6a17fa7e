/** Backups that are no longer JSON, or contain what a backup does not: what is read of them, and what is told. */
import { describe, expect, it, vi } from 'vitest';
import { backupOf, type ReadFile, writeBackup } from '../../../lib/exchange';
import { BACKUP_TABLES, type Backup } from '../../../lib/exchange/backup-format';
import { ALTERED } from '../../../lib/model';
import { readRecords } from '../../support/read-records';
import { AT, backup, data, paper, tag, uuid } from './records';

function read(text: string): ReadFile {
  const reading = readRecords(text);
  if (!reading.ok) throw new Error(reading.problem);
  return reading;
}
const problem = (text: string) => {
  const reading = readRecords(text);
  return reading.ok ? null : reading.problem;
};
/** A change of a file's text that must change it. */
function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, () => to);
  expect(result).not.toBe(text);
  return result;
}
/** No longer JSON: a table of records is followed by something else. */
const broken = (text: string) => changed(text, '"sums"', '!\n"sums"');
const sizes = (records: object) =>
  BACKUP_TABLES.map((table) => (records as Record<string, unknown[]>)[table]?.length);
const count = (records: object) =>
  sizes(records).reduce<number>((sum, size) => sum + (size ?? 0), 0);
const WHOLE = sizes(backup());

describe('a backup that is no longer JSON, read line by line', () => {
  it('loses nothing where no record is damaged, and says that it was damaged', () => {
    const { records, rejected, state } = read(broken(writeBackup(backup())));
    expect({ ...backup(), ...records }).toEqual(backup());
    expect(state).toEqual({ hasSums: true, isBroken: true, altered: 0, missing: 0 });
    expect(rejected).toMatchObject([{ table: 'file', problems: [/line by line/] }].map(saying));
  });

  it.each(BACKUP_TABLES)('loses one record of %s where one of its lines is damaged', (table) => {
    const lines = writeBackup(backup()).split('\n');
    const at = lines.findIndex((line) => line.startsWith(`"${table}"`)) + 1;
    const line = (lines[at] ?? '').replace('{', '{{');
    const { records, rejected } = read(lines.with(at, line).join('\n'));
    const own = rejected.filter(({ record }) => record === line);
    expect(own).toMatchObject([{ table }]);
    expect(records[table]).toHaveLength((backup()[table]?.length ?? 0) - 1);
    // What refers to it is set aside, and says so. Nothing else is, and nothing is lost.
    const others = rejected.filter((one) => one.table !== 'file' && !own.includes(one));
    for (const { problems } of others)
      for (const one of problems) expect(one).toMatch(/ is not in this file$/);
    expect(others.length + 1 + count(records)).toBe(count(backup()));
  });

  it.each([
    ['something before a record', '  {', '  ?? {'],
    ['something behind it', '"},\n', '"}?,\n'],
  ])('takes a record with %s on its line: its checksum tells that it is whole', (_, from, to) => {
    const text = writeBackup(backup());
    const { records, rejected } = read(changed(text, from, to));
    expect(sizes(records)).toEqual(WHOLE);
    expect(rejected.map((one) => one.table)).toEqual(['file']);
  });

  it.each(BACKUP_TABLES)('reads what is behind %s, a table that is empty', (table) => {
    const file = { ...backup(), statements: [], tags: [], assessments: [], [table]: [] };
    const { records } = read(broken(writeBackup(file)));
    expect(records[table]).toEqual([]);
    expect(records.steps.length).toBe(table === 'steps' ? 0 : backup().steps.length);
    expect(records.stamps.length).toBe(table === 'stamps' ? 0 : backup().stamps.length);
  });

  it.each(['coders', 'papers', 'assessments', 'quarantine'])(
    'knows a table by its place where its name is damaged: %s',
    (table) => {
      const text = writeBackup(backup());
      const { records, rejected } = read(
        changed(text, `"${table}": [`, `"@": [`).replace('"@', '@'),
      );
      expect(sizes(records)).toEqual(WHOLE);
      expect(records.quarantine).toEqual(backup().quarantine);
      expect(rejected.map((one) => one.table)).toEqual(['file']);
    },
  );

  it('knows a table behind an empty one by its place too', () => {
    const file = { ...backup(), assessments: [] };
    const text = changed(writeBackup(file), '"stamps": [', 'stamps": [');
    expect(read(text).records.stamps).toEqual(backup().stamps);
  });

  it.each(['papers', 'tags', 'steps'])('knows the tables behind one that is lost: %s', (table) => {
    const lines = broken(writeBackup(backup())).split('\n');
    const from = lines.findIndex((line) => line.startsWith(`"${table}"`));
    const to = lines.findIndex((line, i) => i > from && line.startsWith(']'));
    const { records, state } = read(lines.toSpliced(from, to - from + 1).join('\n'));
    expect(records[table as 'papers']).toEqual([]);
    expect(records.coders).toEqual(backup().coders);
    expect(records.quarantine).toEqual(backup().quarantine);
    expect(records.stamps).toEqual(backup().stamps);
    expect(state.missing).toBe(backup()[table as 'papers'].length);
  });

  it('takes no record whose checksum is not among those of its table', () => {
    const text = changed(broken(writeBackup(backup())), '"note":"first', '"note":"edited');
    const { records, rejected, state } = read(text);
    expect(records.tags).toEqual(data.tags.slice(1));
    expect(rejected).toContainEqual(
      expect.objectContaining({ table: 'tags', id: uuid(4, 1), problems: [ALTERED] }),
    );
    expect(state.altered).toBe(1);
  });

  it('finds checksums in a damaged list of them, which tells of no missing record', () => {
    const text = changed(writeBackup(backup()), '"sums": {', '"sums": ');
    const { records, state } = read(text);
    expect(sizes(records)).toEqual(WHOLE);
    expect(state.missing).toBe(0);
  });

  it('counts the records that are missing where the list is whole', () => {
    const lines = broken(writeBackup(backup())).split('\n');
    const at = lines.findIndex((line) => line.startsWith('"tags"')) + 1;
    expect(read(lines.toSpliced(at, 1).join('\n')).state.missing).toBe(1);
  });

  it.each<[string, string | RegExp, string, object]>([
    ['when it was written', /"exportedAt": "/, '"exportedAt": ', { app: 'Bearing 0.1.0' }],
    ['what wrote it', /"app": "/, '"app": ', { at: AT, app: 'Bearing' }],
  ])('is read where the line with %s is damaged', (_, from, to, written) => {
    expect(read(changed(writeBackup(backup()), from, to)).written).toMatchObject(written);
  });

  it('is given the moment of the reading where its own is lost', () => {
    vi.useFakeTimers({ now: Date.parse('2030-05-06T07:08:09Z') });
    const { written } = read(changed(writeBackup(backup()), '"exportedAt": "', '"exportedAt": '));
    vi.useRealTimers();
    expect(written.at).toBe('2030-05-06T07:08:09.000Z');
  });

  it('takes nothing of a damaged head, and everything else', () => {
    const { records, rejected } = read(
      changed(writeBackup(backup()), '"counter": 2', '"counter": !'),
    );
    expect(records).toMatchObject({ counter: 2, forgotten: 0 });
    expect(records).not.toHaveProperty('settings');
    expect(records).not.toHaveProperty('coderId');
    expect(rejected).toContainEqual(
      expect.objectContaining({ table: 'head', problems: [ALTERED] }),
    );
    expect(sizes(records)).toEqual(WHOLE);
  });

  it.each<[string, (text: string) => string]>([
    ['without its checksums', (text) => changed(text, /"sums".*/, '"sums": ')],
    [
      'of another version of the format',
      (text) => changed(broken(text), '"version": 2', '"version": 3'),
    ],
    ['without a version', (text) => changed(broken(text), '"version": 2', '"version": ')],
  ])('is refused %s: nothing tells which records are whole', (_, damage) => {
    expect(problem(damage(writeBackup(backup())))).toMatch(/damaged or cut off/);
  });

  it('keeps the beginning of a damaged line that has no end', () => {
    const text = changed(writeBackup(backup()), '"quote":', `"quote"${'x'.repeat(200_000)}:`);
    const line = read(text).rejected.find(({ table }) => table === 'statements')?.record as string;
    expect(line.length).toBeGreaterThan(1_000);
    expect(line.length).toBeLessThan(100_000);
  });
});
function saying<T extends { problems: RegExp[] }>(one: T) {
  return { ...one, problems: one.problems.map((words) => expect.stringMatching(words)) };
}

/** A file as it was written, its checksums taken out: records are judged by what they are. */
const unsummed = (file: object) => {
  const { sums: _, ...rest } = JSON.parse(JSON.stringify(file));
  return JSON.stringify(rest);
};

describe('what was set aside, in a backup', () => {
  const aside = { table: 'tags', problems: ['stance: wrong'], record: { id: 'x' } };
  it('stays aside, with what is wrong now before what was, once', () => {
    const text = writeBackup(backup({ quarantine: [aside] }));
    const edited = changed(text, '"id":"x"', '"id":"y"');
    for (const file of [
      edited,
      writeBackup(backupOf(read(edited).records, 'x')).replace('"id":"y"', '"id":"z"'),
    ])
      expect(read(file).records.quarantine).toMatchObject([
        { problems: [ALTERED, 'stance: wrong'] },
      ]);
  });
  it('is written whatever it is, in lines that are JSON', () => {
    const circle: Record<string, unknown> = { name: 'circle' };
    circle.itself = circle;
    const odd = [10n, circle, new Map([['a', 1]]), null];
    const quarantine = odd.map((record) => ({ table: 'tags', problems: ['odd'], record }));
    const { records, rejected } = read(writeBackup(backup({ quarantine })));
    expect(rejected).toEqual([]);
    expect(records.quarantine.map(({ record }) => record)).toEqual([
      '10',
      expect.objectContaining({ name: 'circle' }),
      {},
      null,
    ]);
  });
});

const LATER = [
  ...(['familyMembers', 'sites', 'attributes', 'attributeValues', 'memos', 'decisions'] as const),
  ...(['rounds', 'findings', 'measures', 'measureAnswers'] as const),
];

describe('a file without a table', () => {
  it.each(LATER)('is read without %s, which the first files of its format had not', (table) => {
    const { [table]: _, ...rest } = backup();
    expect(read(unsummed(rest)).records[table]).toEqual([]);
  });
  it.each(BACKUP_TABLES.filter((table) => !LATER.some((one) => one === table)))(
    'is refused without %s',
    (table) => {
      const { [table]: _, ...rest } = backup();
      expect(problem(unsummed(rest))).toContain(`"${table}" is missing`);
    },
  );
});

it.each<[string, (file: Backup) => object, string]>([
  [
    'a paper',
    (file) => ({ ...file, papers: [...file.papers, { ...paper(9), title: { constructor: 1 } }] }),
    'title.constructor: ',
  ],
  [
    'a step',
    (file) => ({ ...file, steps: [{ ...file.steps[0], changes: [{ prototype: 1 }] }] }),
    'changes.0.prototype: ',
  ],
])('a key that no record has is named by its path in %s', (_, change, path) => {
  const { rejected } = read(unsummed(change(backup())));
  expect(rejected).toContainEqual(
    expect.objectContaining({ problems: [expect.stringMatching(new RegExp(`^${path}`))] }),
  );
});

it('of a record that is nested too deeply to be stored, that is said instead', () => {
  let pit: unknown = 0;
  for (let i = 0; i < 100; i += 1) pit = [pit];
  const { rejected } = read(unsummed({ ...backup(), papers: [{ ...paper(1), pit }] }));
  expect(rejected).toContainEqual(
    expect.objectContaining({
      table: 'papers',
      id: uuid(2, 1),
      record: expect.stringMatching(/^not kept/),
    }),
  );
});

describe('a record that depends on one that is not in the file', () => {
  it('is set aside with it, and names it', () => {
    const { records, rejected } = read(unsummed({ ...backup(), papers: backup().papers.slice(1) }));
    // A statement of the paper, and through it a tag: each says what it lacks itself.
    expect(records.statements.map(({ paperId }) => paperId)).toEqual([uuid(2, 2)]);
    expect(records.tags.map(({ paperId }) => paperId)).toEqual([uuid(2, 2)]);
    for (const { problems } of rejected)
      for (const one of problems) expect(one).toBe(`its paper ${uuid(2, 1)} is not in this file`);
  });
  it('does not also say that its statement is of another paper', () => {
    const stray = tag(9, 1, 3, { reviewId: uuid(1, 9) });
    expect(read(unsummed({ ...backup(), tags: [stray] })).rejected).toMatchObject([
      { table: 'tags', problems: [`its review ${uuid(1, 9)} is not in this file`] },
    ]);
  });
  it('is not also said to be of another paper', () => {
    const stray = tag(9, 99, 3);
    const { rejected } = read(unsummed({ ...backup(), tags: [stray] }));
    expect(rejected).toMatchObject([
      { table: 'tags', problems: [`its statement ${uuid(3, 99)} is not in this file`] },
    ]);
  });
});

it('a file that no browser could hold is refused before it is looked at', () => {
  const parse = vi.spyOn(JSON, 'parse');
  expect(problem(' '.repeat(2 ** 29 - 24))).toMatch(/too large/);
  expect(parse).not.toHaveBeenCalled();
});

it('a file is parsed once for all importers and kinds', () => {
  const parse = vi.spyOn(JSON, 'parse');
  readRecords('{"photos":[]}');
  readRecords(writeBackup(backup()));
  expect(parse).toHaveBeenCalledTimes(2);
  parse.mockRestore();
});

it.each([
  ['a PDF', '\r\n\ufeff  %PDF-1.7'],
  ['a web page', '\n\n<!DOCTYPE html>'],
  ['an XML file', '\ufeff <?xml version="1.0"?>'],
])('%s is recognised behind blank lines', (kind, text) => {
  expect(problem(text)).toContain(`This looks like ${kind}.`);
});

it('a file that begins with more blanks than are looked at is not empty', () => {
  expect(problem(`${' '.repeat(10_000)}Dear Ada`)).toContain('does not know this kind of file');
});

it.each([
  ['{"title":"A"}', 'a JSON file that is not a backup of Bearing'],
  ['{"type":7,"title":"A"}', 'a JSON file that is not a backup of Bearing'],
  ['{"type":"book"}', 'a JSON file that is not a backup of Bearing'],
  ['null', 'a JSON file that is not a backup of Bearing'],
])('a list of %s is %s', (item, kind) => {
  expect(problem(`[${item}]`)).toContain(`This looks like ${kind}.`);
});
