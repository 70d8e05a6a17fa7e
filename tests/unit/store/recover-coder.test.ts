/** The record of this installation is damaged or lost: the reader goes on as the coder that they were, if it can be told. */
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../../lib/model';
import { forgetHistory, nameReader, quarantined, reader, saveTag, sweep } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { asCoder, backUp, emptyStore, expectSound, newTag, PAGE_B, restore } from './support';

beforeEach(emptyStore);

/** Past the product's own code, as whatever spoils a database. */
async function spoil(change: Record<string, unknown>): Promise<void> {
  const here = await db.installation.get('here');
  await db.transaction('rw', db.installation, () =>
    db.installation.put({ ...here, ...change } as never),
  );
}

async function readerWithTag(): Promise<string> {
  await saveTag(newTag());
  await nameReader('NI');
  return (await reader())?.id ?? '';
}

/** A colleague's backup, whose steps count more than this store's. */
async function colleaguesFile(): Promise<string> {
  const kept = await Promise.all(db.tables.map(async (t) => [t, await t.toArray()] as const));
  await emptyStore();
  for (let i = 0; i < 9; i++) await saveTag(newTag({ on: PAGE_B, quote: `Their ${i}.` }));
  const text = await backUp('x');
  await emptyStore();
  for (const [table, rows] of kept) await table.bulkAdd(rows as never[]);
  return text;
}

/** Saves another tag and gives its coder, and what the reader is told. */
async function goingOn() {
  const { tag } = await saveTag(newTag({ on: PAGE_B, quote: 'Later.' }));
  const [aside] = await quarantined();
  await expectSound();
  return { coderId: tag.coderId, told: aside?.problems.at(-1) };
}

describe('a damaged record', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['that has counted to no number names the coder', { counter: 'many' }, 'the record itself'],
    ['whose coder is no id: history names the coder', { coderId: 42 }, 'the last change made here'],
    [
      'whose coder is one letter off, with more amiss: history names the coder',
      { coderId: newId(), forgotten: -1 },
      'the last change made here',
    ],
  ])('%s', async (_, change, where) => {
    const me = await readerWithTag();
    await spoil(change);
    const { coderId, told } = await goingOn();
    expect(coderId).toBe(me);
    expect(told).toBe(`Your tags: you go on as the coder that you were, as ${where} shows`);
    expect(await db.coders.count()).toBe(1);
    expect((await db.installation.get('here'))?.counter).toBeGreaterThan(3);
  });

  test('that the sweep meets first is set aside, and the coder is the same', async () => {
    const me = await readerWithTag();
    await spoil({ counter: 'many' });
    expect((await sweep()).unreadable).toEqual({ installation: 1 });
    expect((await reader())?.id).toBe(me);
  });

  test('after an import: who made the import goes on, not the colleague whose steps count more', async () => {
    const me = await readerWithTag();
    await restore(await colleaguesFile());
    await spoil({ coderId: 42 });
    expect((await goingOn()).coderId).toBe(me);
  });

  test('after an import, and work since', async () => {
    const me = await readerWithTag();
    await restore(await colleaguesFile());
    await saveTag(newTag({ quote: 'Since.' }));
    await spoil({ coderId: 42 });
    expect((await goingOn()).coderId).toBe(me);
  });

  test('after an import of one’s own backup as mine: the coder of the file goes on', async () => {
    await readerWithTag();
    await restore(await colleaguesFile(), { as: 'mine' });
    const me = (await reader())?.id;
    await spoil({ coderId: 42 });
    expect((await goingOn()).coderId).toBe(me);
  });

  test('where two coders made the last changes it cannot be told: a new coder begins, and is told so', async () => {
    const me = await readerWithTag();
    await asCoder('JK');
    await spoil({ coderId: 42 });
    const { coderId, told } = await goingOn();
    expect(coderId).not.toBe(me);
    expect(await db.coders.count()).toBe(3);
    expect(told).toMatch(/^Your tags: nothing shows which coder you were/);
  });
});

test('a record that is gone is made again from history, which stays forgotten', async () => {
  const me = await readerWithTag();
  const last = await db.steps.orderBy('counter').last();
  await forgetHistory(last?.id ?? '');
  const { forgotten } = (await db.installation.get('here')) ?? {};
  await db.installation.clear();
  expect((await goingOn()).coderId).toBe(me);
  expect((await db.installation.get('here'))?.forgotten).toBe(forgotten);
});
