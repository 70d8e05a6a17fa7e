import { describe, expect, it } from 'vitest';
import { backupFile, backupOf, fileName, type ReadFile, writeBackup } from '../../../lib/exchange';
import type { Backup } from '../../../lib/exchange/backup-format';
import { recordLine } from '../../../lib/exchange/record-line';
import { emptyContents, isLikelyNewer } from '../../../lib/model';
import { readRecords } from '../../support/read-records';
import {
  AT,
  backup,
  data,
  paper,
  reviewPaper,
  statement,
  step,
  tag,
  uuid,
  wholePaper,
} from './records';

/** The backup as plain JSON that a test may break. */
type Loose = Record<string, unknown> & { [table: string]: unknown };
const loose = (): Loose => {
  // Without its checksums: they are tested by themselves.
  const { sums: _, ...file } = JSON.parse(writeBackup(backup())) as Loose;
  return file;
};
const rows = (file: Loose, table: string) => file[table] as Record<string, unknown>[];

function read(file: unknown) {
  const reading = readRecords(typeof file === 'string' ? file : JSON.stringify(file));
  if (!reading.ok) throw new Error(reading.problem);
  return { ...reading, backup: backupIn(reading) };
}

/** What was read, as the backup that it was. */
function backupIn({ records, written: { at, app } }: ReadFile): Backup {
  return { ...backupOf(records, app), exportedAt: at };
}

function problem(text: string): string {
  const reading = readRecords(text);
  if (reading.ok) throw new Error('it was read');
  return reading.problem;
}

describe('there and back', () => {
  it('is offered under a name that says what and when', () => {
    expect(fileName('Bearing', backupFile, AT)).toBe('bearing-backup-2026-01-02.json');
  });

  it('loses nothing: what is read equals what was written, byte for byte when written again', () => {
    const text = writeBackup(backup());
    const { backup: again, rejected } = read(text);
    expect(rejected).toEqual([]);
    expect(again).toEqual(backup());
    expect(writeBackup(again)).toBe(text);
  });

  it.each<[string, Partial<Backup>]>([
    ['an empty store', { ...emptyContents(), counter: 2, settings: undefined }],
    ['no settings', { settings: undefined }],
    [
      'awkward text',
      {
        papers: [
          ...data.papers.slice(1),
          paper(1, {
            title: 'a"b\\c\u2028\u0000\ud83d\ude00\r\n\t</script>',
            abstract: '\u05d0\u05d1 x\u0301',
          }),
        ],
      },
    ],
    [
      'every optional field',
      {
        papers: [
          ...data.papers.slice(1),
          {
            ...wholePaper,
            quotedAt: ['https://example.org/report'],
            conflicts: [{ field: 'year', values: [{ value: '2020', source: 'citation' }] }],
            readerFields: { title: 'Corrected', authors: [], sources: {} },
          },
        ],
        steps: [
          { ...step(1, null), undoes: uuid(6, 9) },
          { ...step(3, null), changes: [], forgets: 2 },
        ],
        counter: 3,
      },
    ],
  ])('keeps %s', (_fact, more) => {
    const written = backup(more);
    const { backup: again, rejected } = read(writeBackup(written));
    expect(rejected).toEqual([]);
    expect(sorted(again)).toEqual(sorted(JSON.parse(JSON.stringify(written)) as Backup));
  });

  it('does not depend on the order of the records or of their keys', () => {
    const turned = backup();
    const text = writeBackup(turned);
    for (const table of ['papers', 'tags', 'statements', 'reviewPapers', 'steps'] as const) {
      (turned[table] as object[]) = [...turned[table]]
        .reverse()
        .map((r) => Object.fromEntries(Object.entries(r).reverse()));
    }
    expect(writeBackup(turned)).toBe(text);
  });

  it('puts one record on one line', () => {
    const line = writeBackup(backup())
      .split('\n')
      .find((l) => l.includes(uuid(4, 2)) && l.includes('contrasting'));
    expect(JSON.parse((line ?? '').trim().replace(/,$/, ''))).toEqual(data.tags[1]);
  });

  it('reads a file with a byte order mark and other white space', () => {
    const { backup: again } = read(`\ufeff${JSON.stringify(backup(), null, '\t')}\r\n`);
    expect(again).toEqual(backup());
  });

  it('reads a file from before there was a quarantine', () => {
    const file = loose();
    delete file.quarantine;
    expect(read(file).backup.quarantine).toEqual([]);
  });
});

function sorted(b: Backup): Backup {
  const byId = (x: object, y: object) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1);
  return { ...b, papers: [...b.papers].sort(byId), steps: [...b.steps].sort(byId) };
}

describe('what is no backup is refused with a sentence', () => {
  const text = writeBackup(backup());
  it.each<[string, string, RegExp]>([
    ['a number', '42', /JSON file that is not a backup/],
    ['null', 'null', /JSON file that is not a backup/],
    ['a list', '[]', /JSON file that is not a backup/],
    ["someone else's JSON", '{"format":"zotero"}', /JSON file that is not a backup/],
    [
      'a file that lost the name of its format',
      '{"fnrmat":"bearing-backup","version":2}',
      /damaged: it does not name its format/,
    ],
    ['a file cut in the middle', text.slice(0, text.length / 2), /damaged or cut off/],
    [
      'a file cut before its checksums',
      text.slice(0, text.indexOf('"sums"')),
      /damaged or cut off/,
    ],
    ['a file without version', text.replace('"version": 2,', ''), /which version/],
    [
      'a version that is no number',
      text.replace('"version": 2', '"version": "2"'),
      /which version/,
    ],
    ['version 0', text.replace('"version": 2', '"version": 0'), /which version/],
    [
      'a newer version',
      text.replace('"version": 2', '"version": 3'),
      /newer Bearing \(format 3; this one reads up to 2\)\. Update/,
    ],
    [
      'a bad moment',
      JSON.stringify({ ...backup(), exportedAt: 'today' }),
      /"exportedAt" is missing or malformed/,
    ],
    [
      'a table that is an object',
      JSON.stringify({ ...backup(), assessments: { a: [] } }),
      /"assessments" is missing or not a list/,
    ],
    ['a table that is gone', JSON.stringify({ ...backup(), tags: undefined }), /"tags" is missing/],
    [
      'a quarantine that is text',
      JSON.stringify({ ...backup(), quarantine: 'x' }),
      /"quarantine" is not a list/,
    ],
    ['brackets a million deep', '['.repeat(1_000_000), /damaged or cut-off JSON/],
  ])('%s', (_fact, file, sentence) => {
    expect(problem(file)).toMatch(sentence);
    expect(problem(file)).toMatch(/[.]$/);
  });
});

describe('a record that fails is listed, and the rest is read', () => {
  it.each<{
    fact: string;
    table: string;
    change: (r: Record<string, unknown>) => unknown;
    says: RegExp;
  }>([
    {
      fact: 'a stance that does not exist',
      table: 'tags',
      change: (r) => ({ ...r, stance: 'against' }),
      says: /^stance: /,
    },
    {
      fact: 'an ISBN of letters',
      table: 'papers',
      change: (r) => ({ ...r, isbn: 'javascript:1' }),
      says: /^isbn: /,
    },
    {
      fact: 'a language that is a sentence',
      table: 'papers',
      change: (r) => ({ ...r, language: 'as they speak' }),
      says: /^language: /,
    },
    {
      fact: 'a strength of 3',
      table: 'tags',
      change: (r) => ({ ...r, strength: 3 }),
      says: /^strength: /,
    },
    { fact: 'no id', table: 'tags', change: ({ id: _, ...r }) => r, says: /^id: / },
    {
      fact: 'an id that is no UUID',
      table: 'tags',
      change: (r) => ({ ...r, id: '../../x' }),
      says: /^id: /,
    },
    { fact: 'a number for a record', table: 'tags', change: () => 7, says: /^record: / },
    { fact: 'null for a record', table: 'papers', change: () => null, says: /^record: / },
    { fact: 'a list for a record', table: 'papers', change: () => [], says: /^record: / },
    {
      fact: 'a moment in the wrong form',
      table: 'statements',
      change: (r) => ({ ...r, createdAt: '1.1.2026' }),
      says: /^createdAt: /,
    },
    {
      fact: 'an endless quote',
      table: 'statements',
      change: (r) => ({ ...r, quote: 'x'.repeat(20_001) }),
      says: /^quote: /,
    },
    {
      fact: 'a statement without a place',
      table: 'statements',
      change: (r) => ({ ...r, targets: [] }),
      says: /^targets: /,
    },
    {
      fact: 'a year in the far future',
      table: 'papers',
      change: (r) => ({ ...r, year: 99_999 }),
      says: /^year: /,
    },
    {
      fact: 'a field that nobody knows, longer than any text of ours',
      table: 'papers',
      change: (r) => ({ ...r, colour: 'x'.repeat(50_001) }),
      says: /^record: it has fields that are not known .* too large to keep/,
    },
    {
      fact: 'more fields that nobody knows than an update adds',
      table: 'statements',
      change: (r) => ({
        ...r,
        section: {
          ...{ title: 'x', kind: 'other' },
          ...Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`f${i}`, i])),
        },
      }),
      says: /^section: it has fields that are not known/,
    },
    {
      fact: 'a field that nobody knows, nested deeper than a record',
      table: 'tags',
      change: (r) => ({ ...r, later: deep(12) }),
      says: /^record: it has fields that are not known/,
    },
    {
      fact: 'a stance that nobody knows yet',
      table: 'tags',
      change: (r) => ({ ...r, stance: 'questioning' }),
      says: /^stance: “questioning” is not known to this version of Bearing$/,
    },
    {
      fact: 'nesting without end',
      table: 'steps',
      change: (r) => ({ ...r, changes: deep(500) }),
      says: /nested too deeply/,
    },
    {
      fact: 'a tag whose statement is not there',
      table: 'tags',
      change: (r) => ({ ...r, statementId: uuid(3, 99) }),
      says: /its statement .* is not in this file/,
    },
    {
      fact: 'a tag whose statement is of another paper',
      table: 'tags',
      change: (r) => ({ ...r, paperId: uuid(2, 3) }),
      says: /belongs to another paper/,
    },
    {
      fact: 'a tag of a review that is not there',
      table: 'tags',
      change: (r) => ({ ...r, reviewId: uuid(1, 9) }),
      says: /its review .* is not in this file/,
    },
    {
      fact: 'an assessment of a paper that is not there',
      table: 'assessments',
      change: (r) => ({ ...r, paperId: uuid(2, 9) }),
      says: /its paper .* is not in this file/,
    },
  ])('$fact', ({ table, change, says }) => {
    const file = loose();
    const list = rows(file, table);
    const changed = change({ ...list[0] });
    file[table] = [changed, ...list.slice(1)];
    const { backup: kept, rejected } = read(file);
    const mine = rejected.filter((r) => r.table === table);
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ index: 0, problems: [expect.stringMatching(says)] });
    if (!says.source.includes('deeply')) expect(mine[0]?.record).toEqual(changed);
    expect(kept[table as 'tags']).toHaveLength(list.length - 1);
    // Nothing is lost: every record of the file is either kept or listed.
    expect(count(kept) + rejected.length).toBe(count(backup()));
  });

  it('survives a record nested a hundred thousand deep', () => {
    const pit = '['.repeat(100_000) + ']'.repeat(100_000);
    const { rejected } = read(writeBackup(backup()).replace('"after":null', `"after":${pit}`));
    expect(rejected).toMatchObject([{ table: 'steps', id: uuid(6, 2) }]);
    expect(rejected[0]?.problems[0]).toContain('nested too deeply');
  });

  it('takes what merely points to a rejected record: it waits for it', () => {
    const file = loose();
    rows(file, 'papers')[0] = { ...rows(file, 'papers')[0], title: 7 };
    const { backup: kept, rejected } = read(file);
    expect(rejected.map((r) => r.table)).toEqual(['papers']);
    expect(count(kept)).toBe(count(backup()) - 1);
  });

  it('takes the second of two records with one id out', () => {
    const file = loose();
    file.tags = [...rows(file, 'tags'), { ...rows(file, 'tags')[0], note: 'other' }];
    const { backup: kept, rejected } = read(file);
    expect(kept.tags).toEqual(data.tags);
    expect(rejected).toMatchObject(
      [{ table: 'tags', index: 3, id: uuid(4, 1), problems: [/same id/] }].map((r) => ({
        ...r,
        problems: [expect.stringMatching(/same id/)],
      })),
    );
  });

  it('keeps reading when the settings are broken', () => {
    const { backup: kept, rejected } = read({ ...loose(), settings: { showTagsOnOpen: 9 } });
    expect(kept.settings).toBeUndefined();
    expect(rejected).toMatchObject([{ table: 'settings' }]);
  });

  it('lists parts of the file that it does not know', () => {
    const { rejected } = read({ ...loose(), notes: [1, 2], colour: 'red' });
    expect(rejected).toMatchObject([
      { table: 'notes', record: 1 },
      { table: 'notes', record: 2 },
      { table: 'head', record: { colour: 'red' } },
    ]);
    for (const { problems } of rejected) expect(isLikelyNewer(problems)).toBe(true);
  });
});

function deep(levels: number): unknown {
  let value: unknown = 0;
  for (let i = 0; i < levels; i += 1) value = { v: value };
  return value;
}

function count(b: Backup): number {
  return Object.values(b).reduce((sum: number, v) => sum + (Array.isArray(v) ? v.length : 0), 0);
}

describe('keys that reach for the prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])(
    '"%s" is refused, wherever it stands',
    (key) => {
      const hostile = `{"${key}": {"polluted": true}}`;
      const text = writeBackup(backup())
        .replace('"note":""', `"note":"",${hostile.slice(1, -1)}`)
        .replace('"after":null', `"after":{"deep":[${hostile}]}`)
        .replace('"sources":{', `"sources":{"${key}":"citation",`);
      const { rejected } = read(text);
      const whose = rejected.filter((r) => r.problems.some((p) => p.includes(key)));
      expect(whose.map((r) => r.table).sort()).toEqual(['papers', 'steps', 'tags']);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    },
  );

  it('is refused as a part of the file too', () => {
    const { rejected } = read(writeBackup(backup()).replace('{', '{"__proto__": {"tags": []},'));
    expect(rejected).toHaveLength(1);
    expect(rejected[0]?.table).toBe('head');
    expect(Object.keys(rejected[0]?.record as object)).toEqual(['__proto__']);
  });
});

describe('files broken at random', () => {
  /** A small seeded generator (mulberry32): the same files on every run. */
  function random(seed: number): () => number {
    let state = seed;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), 1 | state);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
  }
  const text = writeBackup(backup());

  it('never throw: they are read or refused with a sentence', () => {
    let [refused, marked] = [0, 0];
    for (let seed = 1; seed <= 400; seed += 1) {
      const next = random(seed);
      const at = Math.floor(next() * text.length);
      const long = Math.floor(next() * 40);
      const put = ['', '"', '{', ']', 'null', '\\', '\u0000', '9e999', ',,'][
        Math.floor(next() * 9)
      ];
      const reading = readRecords(text.slice(0, at) + put + text.slice(at + long));
      if (!reading.ok) {
        refused += 1;
        expect(reading.problem.length).toBeGreaterThan(20);
      } else if (reading.rejected.some(({ table }) => table === 'file')) marked += 1;
    }
    expect(refused).toBeGreaterThan(0);
    expect(marked).toBeGreaterThan(200);
  });

  it('with one value swapped for another kind, keep or list every record', () => {
    const values: unknown[] = [null, true, -1, 1.5, '', 'x', [], {}, [[]], { id: 1 }, '\ud800'];
    let listed = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const next = random(seed);
      const file = loose();
      const tables = [
        'papers',
        'statements',
        'tags',
        'reviewPapers',
        'familyMembers',
        'reviews',
        'steps',
        'codebooks',
      ];
      const table = tables[Math.floor(next() * tables.length)] as string;
      const record = rows(file, table)[Math.floor(next() * rows(file, table).length)] as Record<
        string,
        unknown
      >;
      const keys = Object.keys(record);
      const key = keys[Math.floor(next() * keys.length)] as string;
      record[key] = values[Math.floor(next() * values.length)];
      const { backup: kept, rejected } = read(file);
      expect(count(kept) + rejected.length, `seed ${seed}`).toBe(count(backup()));
      // What was kept is as it was in the file: nothing was mended.
      const aside = { ...kept, quarantine: rejected.map(({ index: _, ...one }) => one) };
      const again = read(writeBackup(aside));
      expect(again.rejected, `seed ${seed}`).toEqual([]);
      expect(again.backup).toEqual(JSON.parse(JSON.stringify(aside)));
      listed += rejected.length > 0 ? 1 : 0;
    }
    expect(listed).toBeGreaterThan(50);
  });
});

describe('checksums', () => {
  const text = writeBackup(backup());
  const kinds = ['papers', 'statements', 'tags', 'reviews', 'reviewPapers', 'codebooks'] as const;
  const known = new Set(kinds.flatMap((kind) => backup()[kind].map((r) => recordLine(r))));

  it('200 single bits turned: no record is taken with other content than it was written with', () => {
    const bytes = new TextEncoder().encode(text);
    let taken = 0;
    let setAside = 0;
    for (let n = 0; n < 200; n += 1) {
      const turned = bytes.slice();
      // Over the whole file, at a stride that meets every bit position.
      const at = Math.floor((n * bytes.length) / 200);
      turned[at] = (turned[at] ?? 0) ^ (1 << (n % 8));
      const reading = readRecords(new TextDecoder().decode(turned));
      if (!reading.ok) continue;
      for (const kind of kinds)
        for (const record of reading.records[kind]) {
          expect(known.has(recordLine(record)), `bit ${n % 8} of byte ${at}`).toBe(true);
          taken += 1;
        }
      if (reading.rejected.length) setAside += 1;
    }
    expect(taken).toBeGreaterThan(300);
    expect(setAside).toBeGreaterThan(20);
  });

  it('a record that was edited by hand is set aside, with the reason', () => {
    const edited = text.replace('"note":"first', '"note":"edited');
    const { backup: kept, rejected, state } = read(edited);
    expect(state).toEqual({ hasSums: true, isBroken: false, altered: 1, missing: 0 });
    expect(rejected).toMatchObject([
      { table: 'tags', problems: [expect.stringContaining('changed by hand')] },
    ]);
    expect(kept.tags).toHaveLength(data.tags.length - 1);
  });

  it('records that are missing are missed', () => {
    const file = JSON.parse(text) as Loose;
    file.tags = rows(file, 'tags').slice(0, 1);
    const { rejected, state } = read(file);
    expect(state).toMatchObject({ altered: 0, missing: 2 });
    expect(rejected).toMatchObject([
      { table: 'tags', problems: ['2 records of this table are missing from the file'] },
    ]);
  });

  it('a file as it was written is sound; without its checksums nothing can be told', () => {
    expect(read(text).state).toEqual({ hasSums: true, isBroken: false, altered: 0, missing: 0 });
    const { sums: _, ...file } = JSON.parse(text) as Loose;
    expect(read(file).state).toMatchObject({ hasSums: false });
  });

  it('how many records have been checked is reported, up to the last', () => {
    const told: [number, number][] = [];
    readRecords(text, 'backup.json', (done, total) => told.push([done, total]));
    const total = Object.values(JSON.parse(text) as Loose)
      .filter(Array.isArray)
      .reduce((sum, list) => sum + list.length, 0);
    expect(told.at(-1)).toEqual([total, total]);
  });

  it('a damaged head brings in neither a name nor settings', () => {
    const { backup: kept, rejected } = read(text.replace('"a.example"', '"b.example"'));
    expect(rejected).toMatchObject([{ table: 'head' }]);
    expect(kept.settings).toBeUndefined();
    expect(kept.coderId).toBeUndefined();
    expect(kept.tags).toEqual(data.tags);
  });
});

describe('a large backup', () => {
  it('of 5,000 tags comes back whole', () => {
    const statements = Array.from({ length: 2_000 }, (_, i) =>
      statement(i + 1, 1, `Quote number ${i}.`),
    );
    const tags = Array.from({ length: 5_000 }, (_, i) => tag(i + 1, (i % 2_000) + 1, 1));
    const big = backup({
      papers: [paper(1)],
      reviewPapers: [reviewPaper(1)],
      familyMembers: [],
      statements,
      tags,
      assessments: [],
    });
    const { backup: again, rejected } = read(writeBackup(big));
    expect(rejected).toEqual([]);
    expect(again.tags).toHaveLength(5_000);
    expect(again.tags.at(-1)).toEqual(tags.at(-1));
  });
});
