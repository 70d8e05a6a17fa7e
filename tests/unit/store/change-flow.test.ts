/** The typed numbers of a flow diagram: each is written by itself, so that two tabs do not take each other's back. */
import { beforeEach, expect, test } from 'vitest';
import { changeFlow, countSearch, ensureReview, undo } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { emptyStore } from './support';

beforeEach(emptyStore);

test('what is changed is added to what is there, and nothing is left of what is taken away', async () => {
  const { id } = await ensureReview();
  const flow = async () => (await db.reviews.get(id))?.flow;
  await Promise.all([
    changeFlow(id, { numbers: { duplicates: 12 } }),
    changeFlow(id, { numbers: { database_results: 40 } }),
    changeFlow(id, { databases: [{ name: 'PubMed', records: 40 }] }),
  ]);
  expect(await flow()).toEqual({
    numbers: { duplicates: 12, database_results: 40 },
    databases: [{ name: 'PubMed', records: 40 }],
  });
  await changeFlow(id, { numbers: { duplicates: null } });
  await changeFlow(id, { databases: [] });
  expect(await flow()).toEqual({ numbers: { database_results: 40 } });
  await changeFlow(id, { numbers: { database_results: null } });
  expect(await flow()).toBeUndefined();
});

test('searches are added one after the other: files of one database together, and to what was typed before', async () => {
  const { id } = await ensureReview();
  const flow = async () => (await db.reviews.get(id))?.flow;
  const search = { of: 'databases', name: 'Scopus', records: 2000, duplicates: 0 } as const;
  await countSearch(id, search);
  expect(await flow()).toEqual({
    numbers: { database_results: 2000 },
    databases: [{ name: 'Scopus', records: 2000 }],
  });
  await countSearch(id, { ...search, name: 'scopus ', records: 100, duplicates: 7 });
  const { eventId } = await countSearch(id, { ...search, of: 'registers', name: 'CENTRAL' });
  expect(await flow()).toEqual({
    numbers: { database_results: 2100, register_results: 2000, duplicates: 7 },
    databases: [{ name: 'Scopus', records: 2100 }],
    registers: [{ name: 'CENTRAL', records: 2000 }],
  });
  await undo(eventId);
  expect((await flow())?.registers).toBeUndefined();
  // What was typed of other databases counts, with or without their sum.
  await changeFlow(id, {
    numbers: { database_results: null },
    databases: [{ name: 'PubMed', records: 40 }],
  });
  await countSearch(id, { ...search, records: 2, duplicates: 3 });
  expect(await flow()).toEqual({
    numbers: { database_results: 42, duplicates: 10 },
    databases: [
      { name: 'PubMed', records: 40 },
      { name: 'Scopus', records: 2 },
    ],
  });
});
