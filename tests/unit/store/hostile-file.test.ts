/** Backup files that were made to harm, without checksums: what they claim reaches no record but their own. */
import { beforeEach, describe, expect, test } from 'vitest';
import { corrected, type Paper } from '../../../lib/model';
import { saveTag } from '../../../lib/store';
import { commit } from '../../../lib/store/commit';
import { db } from '../../../lib/store/db';
import {
  backUp,
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_A,
  PAGE_B,
  restore,
} from './support';

beforeEach(emptyStore);

type Raw = Record<string, Record<string, unknown>[]>;

/** The file's text after a change by hand. */
function edited(text: string, edit: (file: Raw) => void): string {
  const { sums: _, ...file } = JSON.parse(text);
  edit(file);
  return JSON.stringify(file);
}

describe('a correction that names no fact of a paper', () => {
  /** The reader's store with a tag on page B, and a file with a paper of page A whose corrections are these. */
  async function met(corrections: (victim: string) => object) {
    const { paper } = await saveTag(newTag({ on: PAGE_B }));
    const own = await backUp('x');
    await emptyStore();
    await saveTag(newTag({ on: PAGE_A, quote: 'Theirs.' }));
    const text = edited(await backUp('x'), ({ papers = [] }) => {
      for (const one of papers) one.readerFields = corrections(paper.id);
    });
    await emptyStore();
    await restore(own);
    return { victim: paper, text };
  }
  const whole = (id: string) => ({ id, urls: [], createdAt: 'x', sources: {} });

  test('leaves every other paper what it is when its page is tagged', async () => {
    const { victim, text } = await met(whole);
    expect((await restore(text)).quarantined).toEqual([]);
    const { paper } = await saveTag(newTag({ on: PAGE_A, quote: 'Another.' }));
    expect(paper).toMatchObject({ doi: '10.5555/a', urls: [PAGE_A.url] });
    expect(await db.papers.get(victim.id)).toEqual(victim);
    await expectSound();
  });

  test('leaves every other paper what it is when papers are joined by merging', async () => {
    const { victim, text } = await met(whole);
    await saveTag(newTag({ on: PAGE_A }));
    await restore(text);
    expect(await db.papers.get(victim.id)).toEqual(victim);
    expect((await db.papers.toArray()).map(({ doi }) => doi).sort()).toEqual([
      '10.5555/a',
      '10.5555/b',
    ]);
    await expectSound();
  });

  test('with a name that is too long for a source keeps nobody from tagging the page', async () => {
    const { text } = await met(() => ({ ['x'.repeat(41)]: 1 }));
    await restore(text);
    expect((await saveTag(newTag({ on: PAGE_A, quote: 'Another.' }))).paper.doi).toBe('10.5555/a');
    await expectSound();
  });

  test('is kept for the Bearing that knows it, and lies over no fact', () => {
    const later = { title: 'Right', later: 1, id: 'other' } as never;
    const facts = corrected({ title: 'Wrong', authors: [], sources: {} }, later);
    expect(facts).toEqual({ title: 'Right', authors: [], sources: { title: 'reader' } });
  });
});

test('what merging gives is written only if it is whole, and about one record', async () => {
  const { paper } = await saveTag(newTag());
  const before = await contents();
  const merge = (after: Partial<Paper>) =>
    commit('restore', (step) =>
      step.merge({
        changes: [{ table: 'papers', before: paper, after: { ...paper, ...after } }],
        ...{ stamps: [], steps: [], forgotten: 0 },
      }),
    );
  await expect(merge({ urls: 'nowhere' as never })).rejects.toMatchObject({ code: 'invalid' });
  await expect(merge({ id: crypto.randomUUID() })).rejects.toMatchObject({ code: 'invalid' });
  expect(await contents()).toEqual(before);
});

test('two papers that are too much as one record keep what the first one says', async () => {
  const many = (prefix: string) =>
    Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`${prefix}${i}`, i]));
  await saveTag(newTag({ on: PAGE_A }));
  const theirs = edited(await backUp('x'), ({ papers = [] }) => {
    for (const one of papers) Object.assign(one, many('theirs'));
  });
  await emptyStore();
  await saveTag(newTag({ on: PAGE_A, quote: 'My own.' }));
  const mine = edited(await backUp('x'), ({ papers = [] }) => {
    for (const one of papers) Object.assign(one, many('mine'));
  });
  await emptyStore();
  await restore(mine);
  await restore(theirs);
  expect(await db.papers.toArray()).toMatchObject([{ doi: '10.5555/a' }]);
  expect(await db.tags.count()).toBe(2);
  await expectSound();
});
