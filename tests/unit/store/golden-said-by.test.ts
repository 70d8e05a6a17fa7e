/** Databases and backups that file what was tagged on a scite report under the reported paper: it is said by the citing one. */
import { Dexie } from 'dexie';
import { afterEach, describe, expect, test } from 'vitest';
import { buildMap } from '../../../lib/map';
import {
  type MapInput,
  mapInput,
  setAsideBy,
  sweep,
  undo,
  whatCanBeUndone,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { breakOff, golden, goldenBackup, layDown } from './golden';
import { backUp, contents, emptyStore, expectSound, restore } from './support';

afterEach(() => db.close());

describe('what was tagged on a scite report before version 6', () => {
  const SCITE = 'https://scite.ai/reports/a-review-of-roles-AbCdE';
  /** By quote: how the paper is known that it is filed under, and what it cites. */
  const SAID_BY: Record<string, [who: string, cites: string[]]> = {
    'Roles that were written down kept workers longer (Doe, 2022).': [
      'unnamed',
      ['10.5555/reported'],
    ],
    'Supervision was named in every interview [ 10 ].': ['unnamed', ['10.5555/reported']],
    'Training alone changed little 8, 9 .': ['unnamed', ['10.5555/reported']],
    'We found no such difference in our services [ 12 ].': [
      'A citing work of some length, which the report names',
      ['10.5555/reported'],
    ],
    // Words of the reported paper itself: on its own page, on both, and of its abstract on the report.
    'Fourteen influences were identified.': ['10.5555/reported', []],
    'Roles are often unclear to colleagues.': ['10.5555/reported', []],
    'With increasing calls to incorporate recovery principles.': ['10.5555/reported', []],
  };
  const MOVED = ['papers', 'statements', 'tags', 'reviewPapers'] as const;
  const stampsOf = ({ stamps }: Record<string, unknown[]>) =>
    (stamps as { table: string }[]).filter(({ table }) =>
      (MOVED as readonly string[]).includes(table),
    );
  const backup = () => goldenBackup('2-scite');
  const whoSays = async () => {
    const papers = new Map((await db.papers.toArray()).map((paper) => [paper.id, paper]));
    return Object.fromEntries(
      (await db.statements.toArray()).map(({ quote, paperId, cites }) => {
        const { doi, title = 'unnamed' } = papers.get(paperId) ?? {};
        return [quote, [doi ?? title, cites.map((one) => one.doi)]];
      }),
    );
  };

  test('words on a scite report are said by the citing paper, and nothing is lost', async () => {
    const file = golden('3-scite');
    await layDown(file);
    expect(await whoSays()).toEqual(SAID_BY);
    const now = await contents();
    // The unnamed papers: one a statement, that of the deleted tag included, which may come back.
    expect(now.papers).toHaveLength((file.tables.papers?.length ?? 0) + 4);
    const was = new Map((file.tables.tags ?? []).map(({ paperId: _, ...tag }) => [tag.id, tag]));
    expect(now.tags).toHaveLength(was.size);
    for (const { paperId: _, ...tag } of (now.tags ?? []) as Record<string, unknown>[])
      expect(tag).toEqual(was.get(tag.id));
    for (const { id } of await db.papers.where('quotedAt').equals(SCITE).toArray())
      expect((await db.papers.get(id))?.urls).toEqual([]);
    expect(setAsideBy(await sweep())).toBe(0);
    await expectSound();
  });

  test('the map counts under the papers that say it, and they have the place on the list that was given', async () => {
    await layDown(golden('3-scite'));
    const current = await mapInput();
    const unnamed = (await db.papers.toArray()).filter(({ title }) => !title);
    const tagged = unnamed.filter(({ id }) => current?.sheets.some((t) => t.paperId === id));
    expect(tagged).toHaveLength(3);
    for (const { id } of tagged)
      expect(current?.reviewPapers.find((one) => one.paperId === id)).toMatchObject({
        progress: 'read',
        eligibility: 'included',
      });
    const reported = (await db.papers.toArray()).find(({ doi }) => doi === '10.5555/reported');
    const { review, ...input } = current as MapInput;
    const { cells } = buildMap({ ...input, reviewId: review.id });
    const own = cells.filter(({ paperId }) => paperId === reported?.id);
    expect(own.map(({ own: { supporting }, secondHand }) => [supporting, secondHand])).toEqual([
      // Second-hand is what was tagged again on the report.
      [2, { supporting: 1, contrasting: 0, mentioning: 0 }],
    ]);
  });

  test('what was done then is taken back to the very first, and done again', async () => {
    await layDown(golden('3-scite'));
    const before = await contents();
    const deeds: string[] = [];
    for (;;) {
      const { undo: last } = await whatCanBeUndone();
      if (!last) break;
      deeds.push((await undo(last.step.id)).eventId);
    }
    expect(deeds.length).toBeGreaterThan(12);
    expect((await contents()).tags).toEqual([]);
    await expectSound();
    for (const deed of deeds.reverse()) await undo(deed);
    const after = await contents();
    const still = (all: Record<string, unknown[]>) =>
      (['statements', 'tags', 'reviewPapers'] as const).map((name) =>
        (all[name] as { updatedAt: string }[]).map(({ updatedAt: _, ...one }) => one),
      );
    expect(still(after)).toEqual(still(before));
    await expectSound();
  });

  test('a tag that was deleted then comes back to its citing paper', async () => {
    await layDown(golden('3-scite'));
    const deletion = (await db.steps.toArray()).find((step) => step.command === 'delete-tags');
    const { tag } = await undo(deletion?.id ?? '');
    const paper = await db.papers.get(tag?.paperId ?? '');
    expect(paper).toMatchObject({ quotedAt: [SCITE] });
    expect(paper?.doi).toBeUndefined();
    await expectSound();
  });

  test('a backup written then gives the same records as the database, in both orders and twice', async () => {
    await layDown(golden('3-scite'));
    const before = await contents();
    await restore(backup(), { as: 'mine' });
    await restore(backup(), { as: 'mine' });
    const after = await contents();
    for (const name of MOVED) expect(after[name], name).toEqual(before[name]);
    expect(stampsOf(after)).toEqual(stampsOf(before));
    await emptyStore();
    expect(await restore(backup(), { as: 'mine' })).toMatchObject({ quarantined: [] });
    const fresh = await contents();
    for (const name of MOVED) expect(fresh[name], name).toEqual(before[name]);
    expect(stampsOf(fresh)).toEqual(stampsOf(before));
    await expectSound();
  });

  test('a backup of the first format as well', async () => {
    const { papers, statements, tags, reviews, reviewPapers } = golden('3-scite').tables;
    const place = ({ progress, eligibility: _, ...one }: Record<string, unknown>) => ({
      ...one,
      status: progress,
    });
    const coded = ({ coderId: _, ...tag }: Record<string, unknown>) => ({ ...tag, coder: 'me' });
    const file = {
      ...{ format: 'bearing-backup', version: 1, app: 'Bearing 0.1.0' },
      exportedAt: '2026-11-22T00:03:00.000Z',
      ...{ papers, statements, reviews, codebooks: [], assessments: [], history: [] },
      tags: tags?.map(coded),
      reviewPapers: reviewPapers?.map(place),
    };
    await db.open();
    await emptyStore();
    expect(await restore(JSON.stringify(file), { as: 'mine' })).toMatchObject({ quarantined: [] });
    expect(await whoSays()).toEqual(SAID_BY);
    await expectSound();
  });

  test('broken off after the first papers, the database is as it was, and the next start brings it over', async () => {
    const file = golden('3-scite');
    await breakOff(file, 'statements', 1);
    const raw = new Dexie('bearing');
    await raw.open();
    expect(raw.backendDB().version).toBe(file.idbVersion);
    expect(await raw.table('papers').count()).toBe(file.tables.papers?.length);
    raw.close();
    await db.open();
    await sweep();
    expect(await whoSays()).toEqual(SAID_BY);
    await expectSound();
  });

  test('moved once is moved for good', async () => {
    await layDown(golden('3-scite'));
    const [text, before] = [await backUp('x'), await contents()];
    await emptyStore();
    await restore(text, { as: 'mine' });
    const after = await contents();
    for (const name of MOVED) expect(after[name], name).toEqual(before[name]);
  });
});
