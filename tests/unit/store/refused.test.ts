/** What is refused because of what is in the store: each with its code and its whole sentence, and nothing is written. */
import { beforeEach, expect, test } from 'vitest';
import {
  addPaper,
  changeSettings,
  changeTag,
  checkOwnStep,
  createReview,
  deleteReview,
  deleteTag,
  ensureReview,
  joinCoders,
  joinReviews,
  lastStep,
  putInFamily,
  reader,
  saveTag,
  takeFromFamily,
  undo,
} from '../../../lib/store';
import { shipped } from '../../support/codebooks';
import { asCoder, backUp, contents, emptyStore, newTag, PAGE_A, restore } from './support';

beforeEach(emptyStore);

const latest = async () => (await lastStep())?.id ?? '';
const listed = async () => {
  const { id } = await ensureReview();
  return { id, paper: (await addPaper(PAGE_A, id, { progress: 'to-read' })).paper };
};

/** Makes the scene, and gives what is then refused. */
type Scene = () => Promise<() => Promise<unknown>>;
const REFUSED: [code: string, sentence: string, scene: Scene][] = [
  [
    'same-coder',
    'These are one coder already. Nothing was changed.',
    async () => {
      await saveTag(newTag());
      const own = (await reader())?.id ?? '';
      return () => joinCoders(own, own);
    },
  ],
  [
    'same-review',
    'This is one review already. Nothing was changed.',
    async () => {
      const { id } = await ensureReview();
      return () => joinReviews(id, id);
    },
  ],
  [
    'same-family',
    'These papers are in one study family already. Nothing was changed.',
    async () => {
      const { id, paper } = await listed();
      return () => putInFamily(id, [paper.id]);
    },
  ],
  [
    'no-family',
    'This paper is in no study family any more. Nothing was changed.',
    async () => {
      const { id, paper } = await listed();
      return () => takeFromFamily(id, paper.id);
    },
  ],
  [
    'not-own',
    'This tag is another coder’s, so it stays as it is. Nothing was changed.',
    async () => {
      await asCoder('JK');
      const { tag } = await saveTag(newTag());
      await asCoder('NI');
      return () => changeTag(tag.id, { note: 'mine' });
    },
  ],
  [
    'not-own',
    'This step is another coder’s, so it was not taken back. Nothing was changed.',
    async () => {
      await asCoder('JK');
      const { eventId } = await saveTag(newTag());
      await asCoder('NI');
      return () => checkOwnStep(eventId);
    },
  ],
  [
    'replayed',
    'This tag was saved before and has been deleted since.',
    async () => {
      const wanted = newTag();
      const { tag } = await saveTag(wanted);
      await deleteTag(tag.id);
      return () => saveTag(wanted);
    },
  ],
  [
    'changed-since',
    'This tag has been changed since, so the step was not taken back.',
    async () => {
      const { tag, eventId } = await saveTag(newTag());
      await changeTag(tag.id, { note: 'later' });
      return () => undo(eventId);
    },
  ],
  [
    'changed-since',
    'This settings record has been changed since, so the step was not taken back.',
    async () => {
      await changeSettings({ showTagsOnOpen: false });
      const first = await latest();
      await changeSettings({ quietHosts: ['a.example'] });
      return () => undo(first);
    },
  ],
  [
    'changed-since',
    'This review now holds a reading list entry, so the step was not taken back.',
    async () => {
      const { id } = await createReview({ name: 'New', codebooks: [shipped('psw-core')] });
      const made = await latest();
      await addPaper(PAGE_A, id, { progress: 'to-read' });
      return () => undo(made);
    },
  ],
  [
    'changed-since',
    'This statement has been tagged with this influence again since, so the step was not taken back.',
    async () => {
      const { tag } = await saveTag(newTag());
      const { eventId } = await deleteTag(tag.id);
      await saveTag(newTag());
      return () => undo(eventId);
    },
  ],
  [
    'changed-since',
    'You have gone on as another coder since, so the step was not taken back.',
    async () => {
      await asCoder('OLD');
      await saveTag(newTag());
      const old = await backUp('x');
      await emptyStore();
      await asCoder('NOW');
      const { eventId } = await restore(old, { as: 'mine' });
      await asCoder('THIRD');
      return () => undo(eventId ?? '');
    },
  ],
  [
    'not-found',
    'This review is no longer in Bearing. Nothing was changed.',
    async () => {
      await createReview({ name: 'Kept', codebooks: [shipped('psw-core')] });
      const gone = await createReview({ name: 'Gone', codebooks: [shipped('psw-core')] });
      const { tag } = await saveTag(newTag({ reviewId: gone.id }));
      const { eventId } = await deleteTag(tag.id);
      await deleteReview(gone.id);
      return () => undo(eventId);
    },
  ],
];

test.each(REFUSED)('%s: %s', async (code, message, scene) => {
  const refused = await scene();
  const before = await contents();
  await expect(refused()).rejects.toMatchObject({ code, message });
  expect(await contents()).toEqual(before);
});
