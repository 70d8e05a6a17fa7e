/** A review leaves as a project of REFI-QDA and comes in again: here, where nothing changes, and elsewhere, where its tags come. */
import { beforeEach, expect, test } from 'vitest';
import { exporterById, readFile } from '../../../lib/exchange';
import type { ReadCodingFile } from '../../../lib/exchange/in/importer';
import type { Codebook, Tag } from '../../../lib/model';
import { createReview, nameReader, saveCodebook, saveTag, tablesInput } from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { AWKWARD } from '../../support/awkward';
import { ownCodebook } from '../../support/own-codebook';
import { bringIn } from './coding';
import { emptyStore, newTag } from './support';

const OWN: Codebook = {
  ...ownCodebook({ version: '1' }, { pay: 'Pay', load: 'Workload', role: 'Role' }),
  stage: 'open',
};
const INFLUENCES = ['pay', 'load', 'role'];
const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;

const review = async (name: string): Promise<string> => {
  await emptyStore();
  await saveCodebook(OWN);
  return (await createReview({ name, codebooks: [{ id: 'own', version: '1' }] })).id;
};

let reviewId: string;
let file: ReadCodingFile;
beforeEach(async () => {
  reviewId = await review('Mine');
  await nameReader('Ada');
  for (const [i, words] of AWKWARD.entries())
    await saveTag(
      newTag({
        ...{ reviewId, codebookId: 'own', codebookVersion: '1' },
        influenceId: INFLUENCES[i % INFLUENCES.length] ?? '',
        stance: STANCES[i % STANCES.length] ?? 'mentioning',
        ...{ quote: `${words} was said in sentence ${i}.`, note: `${words}\nAnd more.` },
        ...{ direction: i % 2 ? 'barrier' : 'unstated', strength: -1, basis: 'second-hand' },
      }),
    );
  const data = await tablesInput(reviewId);
  const bytes = data && exporterById('project-qdpx')?.write(data);
  const reading = readFile(bytes ?? '', 'Mine.qdpx');
  if (!reading.ok || reading.kind !== 'coding') throw new Error('it was not read');
  file = reading;
});

test('here each of its tags is the same', async () => {
  const { counts, broken } = await bringIn(reviewId, file);
  expect(counts).toEqual({ new: 0, changed: 0, same: AWKWARD.length, repeated: 0, left: 0 });
  expect(broken).toEqual([]);
});

test('in another store each comes with its id, influence, stance, dials, note and coder', async () => {
  const sent = await db.tags.toArray();
  const { counts, made, coders } = await bringIn(await review('Theirs'), file);
  expect(counts).toMatchObject({ new: AWKWARD.length, left: 0 });
  expect(made).toBeNull();
  expect(coders.map(({ name }) => name)).toEqual(['Ada']);
  const told = (tags: readonly Tag[]) =>
    tags
      .map(({ id, influenceId, stance, direction, strength, basis, note }) => ({
        ...{ id, influenceId, stance, direction, strength, basis },
        note: note.replace(/[\s\p{C}]+/gu, ''),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(told(await db.tags.toArray())).toEqual(told(sent));
});
