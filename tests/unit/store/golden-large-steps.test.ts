/** Version 6 to 7: a step of very many changes, which was one row, is a head and its parts. */
import { Dexie } from 'dexie';
import { afterEach, expect, test } from 'vitest';
import { sweep, undo, whatCanBeUndone } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { wholeStep } from '../../../lib/store/read/whole-steps';
import { breakOff, type Golden, golden, layDown } from './golden';
import { contents, everyRow, expectSound } from './support';

/** What version 7 has, as version 6 had it: the large step whole, in its one row. */
function before(): Golden {
  const { tables, stores } = golden(7);
  const { stepParts = [], ...rest } = tables;
  const { stepParts: _, ...then } = stores;
  const steps = (rest.steps ?? []).map(({ parts, papers: __, ...step }) =>
    parts === undefined
      ? step
      : {
          ...step,
          changes: stepParts.filter((one) => one.step === step.id).flatMap((one) => one.changes),
        },
  );
  return { version: 6, idbVersion: 60, stores: then, tables: { ...rest, steps } };
}

const large = () => {
  const step = before().tables.steps?.find(({ changes }) => (changes as unknown[]).length > 100);
  if (!step) throw new Error('the golden database has no large step');
  return step;
};

afterEach(() => db.close());

test('comes over as version 7 would have written it, and can be taken back', async () => {
  await layDown(before());
  const now = await contents();
  await layDown(golden(7));
  expect(now).toEqual(await contents());
  const { touches: _, ...step } = large();
  expect(await wholeStep(step.id as string)).toEqual(step);
  expect((await whatCanBeUndone()).undo?.step.id).toBe(step.id);
  expect(await db.coders.count()).toBeGreaterThan(100);
  await undo(step.id as string);
  expect(await db.coders.count()).toBe(golden(6).tables.coders?.length);
  await expectSound();
});

test('with a change that cannot be read is left as it is, for the sweep to set aside', async () => {
  const file = before();
  const bad: Record<string, unknown> = {
    ...large(),
    changes: [...(large().changes as unknown[]), null],
  };
  file.tables.steps = (file.tables.steps ?? []).map((step) => (step.id === bad.id ? bad : step));
  await layDown(file);
  expect(await everyRow(db.steps)).toContainEqual(bad);
  expect(await db.stepParts.count()).toBe(0);
  expect((await sweep()).unreadable).toEqual({ steps: 1 });
});

test('broken off, the database is as it was, and the next start brings it over', async () => {
  const file = before();
  await breakOff(file, 'stepParts', 0);
  const raw = new Dexie('bearing');
  await raw.open();
  expect(raw.backendDB().version).toBe(file.idbVersion);
  expect(await raw.table('steps').get(large().id as string)).toEqual(large());
  raw.close();
  await db.open();
  expect((await wholeStep(large().id as string))?.changes).toEqual(large().changes);
  await expectSound();
});
