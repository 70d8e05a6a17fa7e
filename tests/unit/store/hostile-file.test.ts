/** Backup files that were made to harm, without checksums: what they claim reaches no record but their own. */
import { beforeEach, describe, expect, test } from 'vitest';
import { MOST_COUNTED } from '../../../lib/exchange/in/counters';
import { corrected, type Paper } from '../../../lib/model';
import { changeTag, saveTag, undo } from '../../../lib/store';
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

describe('a file that has counted further than anybody can', () => {
  type Edit = Parameters<typeof edited>[1];
  const FAR = Number.MAX_SAFE_INTEGER;

  /** The reader's own two tags, and a file with one, changed by hand. */
  async function met(edit: Edit): Promise<string> {
    await saveTag(newTag());
    const text = edited(await backUp('x'), edit);
    await emptyStore();
    await saveTag(newTag({ on: PAGE_B, quote: 'Mine.' }));
    await saveTag(newTag({ on: PAGE_B, quote: 'Mine, too.' }));
    return text;
  }
  const setHead =
    (fields: object): Edit =>
    (file) =>
      void Object.assign(file, fields);
  const setAll =
    (table: string, fields: object): Edit =>
    (file) => {
      for (const one of file[table] ?? []) Object.assign(one, fields);
    };

  test.each<[string, Edit, string]>([
    ['its head', setHead({ counter: FAR }), 'head'],
    ['what its head has forgotten', setHead({ forgotten: 1_000_000 }), 'head'],
    ['its versions', setAll('stamps', { counter: FAR }), 'stamps'],
    ['its history', setAll('steps', { counter: FAR }), 'steps'],
    ['what its history forgets', setAll('steps', { forgets: 1_000_000 }), 'steps'],
  ])('%s: it is not believed, and import and later steps can be undone', async (_, edit, table) => {
    const text = await met(edit);
    const history = await db.steps.count();
    const { quarantined, eventId } = await restore(text);
    expect(quarantined.map((one) => one.table)).toContain(table);
    expect(await db.steps.count()).toBeGreaterThan(history);
    expect((await db.installation.get('here'))?.counter).toBeLessThan(1_000);
    await expectSound();
    const { tag, eventId: saved } = await saveTag(newTag({ on: PAGE_B, quote: 'Later.' }));
    await undo(saved);
    expect(await db.tags.get(tag.id)).toBeUndefined();
    await undo(eventId ?? '');
    expect(await db.tags.count()).toBe(2);
    await expectSound();
  });

  test('its versions: the same file again reverts no later note of the reader’s', async () => {
    const { tag } = await saveTag(newTag({ note: 'old' }));
    const text = edited(await backUp('x'), setAll('stamps', { counter: FAR }));
    await restore(text);
    await changeTag(tag.id, { note: 'new' });
    await restore(text);
    expect((await db.tags.get(tag.id))?.note).toBe('new');
  });

  test('its history: it stays set aside, from whatever file it comes and however often', async () => {
    const text = await met(setAll('steps', { counter: FAR }));
    await restore(text);
    await restore(text);
    const own = edited(await backUp('x'), ({ quarantine = [] }) => {
      for (const one of quarantine) one.problems = ['some other fault'];
    });
    expect((await db.steps.toArray()).map(({ counter }) => counter)).not.toContain(FAR);
    await emptyStore();
    await restore(own);
    await restore(own);
    expect((await db.steps.toArray()).map(({ counter }) => counter)).not.toContain(FAR);
  });

  test('and that an earlier file raised to the bound: backups of it are whole all the same', async () => {
    const text = await met(setHead({ counter: MOST_COUNTED }));
    await restore(text);
    await saveTag(newTag({ on: PAGE_B, quote: 'Beyond.' }));
    const own = await backUp('x');
    await emptyStore();
    expect((await restore(own)).quarantined).toEqual([]);
    expect(await db.tags.count()).toBe(4);
  });
});
