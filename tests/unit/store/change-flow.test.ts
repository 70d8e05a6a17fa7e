/** The typed numbers of a flow diagram: each is written by itself, so that two tabs do not take each other's back. */
import { beforeEach, expect, test } from 'vitest';
import { changeFlow, ensureReview } from '../../../lib/store';
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
