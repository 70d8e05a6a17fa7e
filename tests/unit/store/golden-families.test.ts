/** Databases and backups whose study families are rings of links between places on a list. */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { setAsideBy, sweep, takeFromFamily, undo, whatCanBeUndone } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { familiesIn } from '../../../lib/store/write/families';
import { breakOff, golden, goldenBackup, layDown } from './golden';
import { contents, emptyStore, expectSound, restore } from './support';

afterEach(() => db.close());

const LINKED = '6-families';
const MOVED = ['reviewPapers', 'familyMembers'] as const;

/** By review: its studies, by the names of their papers. */
async function studies(): Promise<Record<string, string[]>> {
  const names = new Map((await db.papers.toArray()).map(({ id, doi = '' }) => [id, doi.slice(8)]));
  const found: Record<string, string[]> = {};
  for (const { id, name } of await db.reviews.toArray())
    found[name] = (await familiesIn(id))
      .shared()
      .map((ids) => ids.map((one) => names.get(one)).sort())
      .map((ids) => ids.join(''))
      .sort();
  return found;
}
const STUDIES = { 'My review': ['abc', 'dg'], Other: ['ad'] };

const stampsOf = ({ stamps }: Record<string, unknown[]>) =>
  (stamps as { table: string }[]).filter(({ table }) =>
    (MOVED as readonly string[]).includes(table),
  );

describe('families that are rings of links', () => {
  test('are the same studies, each membership with the version of its place, and no link is left', async () => {
    await layDown(golden(LINKED));
    expect(await studies()).toEqual(STUDIES);
    const now = await contents();
    expect(now.familyMembers).toHaveLength(7);
    expect(JSON.stringify([now.reviewPapers, now.stamps])).not.toContain('"familyId"');
    for (const { reviewId, paperId, familyId } of await db.familyMembers.toArray()) {
      const stamp = await db.stamps.get(['familyMembers', [reviewId, paperId, familyId].join(' ')]);
      const place = await db.stamps.get(['reviewPapers', `${reviewId} ${paperId}`]);
      const { counter, by, step } = place ?? {};
      expect(stamp).toMatchObject({ counter, by, step });
    }
    expect(setAsideBy(await sweep())).toBe(0);
    await expectSound();
  });

  test('in a backup come out alike: on the same store, twice, and on a fresh one', async () => {
    const backup = goldenBackup('2-families');
    await layDown(golden(LINKED));
    const before = await contents();
    expect(await restore(backup, { as: 'mine' })).toMatchObject({ quarantined: [] });
    await restore(backup, { as: 'mine' });
    const after = await contents();
    for (const name of MOVED) expect(after[name], name).toEqual(before[name]);
    expect(stampsOf(after)).toEqual(stampsOf(before));
    await emptyStore();
    expect(await restore(backup, { as: 'mine' })).toMatchObject({ quarantined: [] });
    const fresh = await contents();
    for (const name of MOVED) expect(fresh[name], name).toEqual(before[name]);
    expect(stampsOf(fresh)).toEqual(stampsOf(before));
    expect(await studies()).toEqual(STUDIES);
    await expectSound();
  });

  test('what was done of families alone then is not offered for undo; all else is taken back and done again', async () => {
    await layDown(golden(LINKED));
    const deeds: string[] = [];
    const commands: string[] = [];
    for (;;) {
      const { undo: last } = await whatCanBeUndone();
      if (!last) break;
      commands.push(last.command);
      // Papers are on the list while they are in a family, which no step holds.
      const undone = await undo(last.step.id).catch(() => null);
      if (!undone) break;
      deeds.push(undone.eventId);
      await expectSound();
    }
    expect(commands).toContain('list-paper');
    expect(commands).not.toContain('put-in-family');
    expect(commands).not.toContain('take-from-family');
    for (const deed of deeds.reverse()) await undo(deed);
    expect(await studies()).toEqual(STUDIES);
    await expectSound();
  });

  test('broken off at a membership, the database is as it was, and the next start brings it over', async () => {
    const file = golden(LINKED);
    await breakOff(file, 'familyMembers', 3);
    const raw = new Dexie('bearing');
    await raw.open();
    expect(raw.backendDB().version).toBe(file.idbVersion);
    expect(await raw.table('reviewPapers').toArray()).toEqual(
      expect.arrayContaining(file.tables.reviewPapers ?? []),
    );
    raw.close();
    await db.open();
    await sweep();
    expect(await studies()).toEqual(STUDIES);
    await expectSound();
  });

  test('once brought over, a family that is changed stays changed when the old backup comes in', async () => {
    await layDown(golden(LINKED));
    const members = await db.familyMembers.toArray();
    const [one] = members;
    await takeFromFamily(one?.reviewId ?? '', one?.paperId ?? '');
    const before = await studies();
    expect(before).not.toEqual(STUDIES);
    await restore(goldenBackup('2-families'), { as: 'mine' });
    expect(await studies()).toEqual(before);
    await expectSound();
  });
});
