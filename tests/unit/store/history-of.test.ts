/** What became of a tag and of a paper, in the words that the reader is shown. */
import { liveQuery } from 'dexie';
import { beforeEach, describe, expect, test } from 'vitest';
import { historyLines } from '../../../components/history/lines';
import { withoutOthers } from '../../../components/history/own-only';
import { offersOf } from '../../../components/history/versions';
import type { Corrections } from '../../../lib/model';
import {
  addPaper,
  changeTag,
  correctPaper,
  createReview,
  deleteReview,
  deleteTag,
  deleteTags,
  ensureReview,
  forgetHistory,
  type History,
  type HistoryOf,
  historyOf,
  lastStep,
  moveTag,
  nameReader,
  placePaper,
  putInFamily,
  saveTag,
  undo,
  unlistPaper,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import {
  asCoder,
  backUp,
  emptyStore,
  expectSound,
  facts,
  newTag,
  PAGE_A,
  PAGE_B,
  page,
  restore,
} from './support';

beforeEach(emptyStore);

/** "Tag changed, You: Training: Stance contrasting, was supporting", newest first. */
async function read(asked: HistoryOf): Promise<string[]> {
  return historyLines(await historyOf(asked)).map(({ head, verb, text, tag, fields }) =>
    [
      head && `${head.what}, ${head.who}`,
      [verb, text].filter(Boolean).join(' '),
      tag && `${fields ? '' : `${tag.tag.stance} `}${tag.label}${tag.isGone ? ' (gone)' : ''}`,
      tag && `“${tag.quote}”`,
      fields
        ?.map(({ name, now, was }) => `${name} ${now || 'none'}, was ${was || 'none'}`)
        .join('; '),
    ]
      .filter(Boolean)
      .join(' | '),
  );
}

const offered = async (asked: HistoryOf) => {
  const history = await historyOf(asked);
  return offersOf(history, historyLines(history));
};

const INFLUENCE = 'psw.training-peers';
const save = (options = {}) => saveTag(newTag({ influenceId: INFLUENCE, ...options }));

/** Its first answer as a live query gives it: there the database library follows the reads through their awaits. */
const readLive = (asked: HistoryOf) =>
  new Promise<History>((resolve, reject) => {
    const reading = liveQuery(() => historyOf(asked)).subscribe((history) => {
      reading.unsubscribe();
      resolve(history);
    }, reject);
  });

test.each<['tag' | 'paper' | 'unknown paper']>([['tag'], ['paper'], ['unknown paper']])(
  'the history of a %s can be read in a live query',
  async (what) => {
    const { tag } = await save();
    await changeTag(tag.id, { stance: 'contrasting' });
    await deleteTag(tag.id);
    await undo((await lastStep())?.id ?? '');
    const asked = {
      ...{ tag: { tags: [tag.id] }, paper: { paper: tag.paperId } },
      'unknown paper': { paper: 'nothing of it' },
    }[what];
    expect(await readLive(asked)).toEqual(await historyOf(asked));
  },
);

describe('of a tag', () => {
  test('each change is told with what was before, newest first', async () => {
    const { tag } = await save();
    await changeTag(tag.id, { stance: 'contrasting', direction: 'barrier', strength: -1 });
    await changeTag(tag.id, { note: 'why', basis: 'second-hand' });
    const { page: _, ...statement } = newTag({ quote: 'It did not help.' });
    await moveTag({ id: tag.id, page: PAGE_A, statement: statement.statement });
    await deleteTag(tag.id);
    const [deleted, moved, ...rest] = await read({ tags: [tag.id] });
    expect(deleted).toMatch(
      /^Tag deleted, You \| contrasting Training.* \(gone\) \| “It did not help.”$/,
    );
    expect(moved).toContain('Words It did not help., was Training helped.');
    expect(rest.map((line) => line.replace(/ \| Training[^|]*\| “[^”]*”/, ''))).toEqual([
      'Tag changed, You | Basis second-hand, was own finding; Note why, was none',
      'Tag changed, You | Stance contrasting, was supporting; Direction barrier, was none; Strength −1, was none',
      expect.stringMatching(/^Tag saved, You \| supporting Training/),
    ]);
  });

  test('what was taken back and done again is told as that', async () => {
    const { tag } = await save();
    const { eventId } = await deleteTag(tag.id);
    const back = await undo(eventId);
    await undo(back.eventId);
    expect((await read({ tags: [tag.id] })).map((line) => line.split(' | ').slice(0, 2))).toEqual([
      ['Done again: tag deleted, You', 'Deleted'],
      ['Taken back: tag deleted, You', 'There again'],
      ['Tag deleted, You', expect.stringContaining('Training')],
      ['Tag saved, You', expect.stringContaining('Training')],
    ]);
  });

  test('it follows the tag to another paper, and names the words and the paper that it was on', async () => {
    const { tag } = await save();
    const { page: there, statement } = newTag({ on: PAGE_B, quote: 'Elsewhere.' });
    await moveTag({ id: tag.id, page: there, statement });
    const [moved = '', saved = ''] = await read({ tags: [tag.id] });
    expect(moved).toContain('Words Elsewhere., was Training helped.');
    expect(moved).toContain('Paper The work 10.5555/b, was The work 10.5555/a');
    expect(saved).toContain('Tag saved');
    // Taken back, the other paper is gone, and is named still.
    await undo((await lastStep())?.id ?? '');
    expect(await db.papers.count()).toBe(1);
    const [back] = await read({ tags: [tag.id] });
    expect(back).toContain('Paper The work 10.5555/a, was The work 10.5555/b');
  });

  test('a tag of another coder came in with an import: by that coder, then by the reader', async () => {
    await asCoder('Ada');
    const { tag } = await save();
    await changeTag(tag.id, { note: 'n' });
    const file = await backUp('test');
    await emptyStore();
    await asCoder('Ben');
    await restore(file);
    const heads = (await read({ tags: [tag.id] })).map((line) => line.split(' | ')[0]);
    expect(heads).toEqual(['Came in with an import, You', 'Tag changed, Ada', 'Tag saved, Ada']);
  });

  test('what other tags of the statement went through is left out, unless all are asked for', async () => {
    const one = await save();
    const other = await save({ influenceId: 'psw.culture' });
    await changeTag(other.tag.id, { note: 'n' });
    expect(await read({ tags: [one.tag.id] })).toHaveLength(1);
    expect(await read({ tags: [one.tag.id, other.tag.id] })).toHaveLength(3);
  });

  test('an influence keeps the label of the version that the tag was made under', async () => {
    const { tag } = await save({ influenceId: 'no.such' });
    await changeTag(tag.id, {
      codebookId: 'psw-core',
      codebookVersion: '1',
      influenceId: INFLUENCE,
    });
    const [changed = ''] = await read({ tags: [tag.id] });
    expect(changed).toMatch(/Influence Training.*, was no\.such/);
  });
});

describe('of a paper', () => {
  test('its deleted tags are there with their words, beside corrections, places and lists', async () => {
    const { tag, paper } = await save({ note: 'why' });
    await deleteTag(tag.id);
    await correctPaper(PAGE_A, { year: 1999, title: 'Another title' });
    const [listed] = await db.reviewPapers.toArray();
    const review = listed?.reviewId ?? '';
    await placePaper(review, paper.id, { eligibility: 'excluded', exclusionReason: 'No trial' });
    await unlistPaper(review, paper.id);
    await save({ on: PAGE_B });
    const lines = await read({ paper: paper.id });
    expect(lines).toEqual([
      expect.stringMatching(/^Paper taken off the list, You \| Off the list of “.+” /),
      'Eligibility changed, You | Eligibility Excluded, was Undecided; Reason No trial, was none',
      'Paper corrected, You | Title Another title, was The work 10.5555/a; Year 1999, was none',
      expect.stringMatching(
        /^Tag deleted, You \| supporting Training.* \(gone\) \| “Training helped.”$/,
      ),
      'Tag saved, You | New paper The work 10.5555/a',
      expect.stringMatching(/^On the list of “.+” /),
      expect.stringMatching(/^supporting Training.* \| “Training helped.”$/),
    ]);
  });

  test('that was joined into it by a correction: what was done to its tags before is told, and not once they are parted', async () => {
    const a = await save();
    const b = await save({ on: PAGE_B, quote: 'On B.' });
    const { eventId } = await correctPaper(PAGE_B, { doi: '10.5555/a' });
    const joined = await read({ paper: a.paper.id });
    expect(joined.join('\n')).toContain('On B.');
    // The paper that is gone has its name still.
    expect(joined.join('\n')).toContain('Paper The work 10.5555/a, was The work 10.5555/b');
    expect(joined.filter((line) => line.startsWith('Tag saved'))).toHaveLength(2);
    await undo(eventId);
    const parted = await read({ paper: a.paper.id });
    expect(parted.filter((line) => line.startsWith('Tag saved'))).toHaveLength(1);
    expect((await read({ paper: b.paper.id })).join('\n')).toContain('On B.');
  });

  test.each<[string, Corrections, string]>([
    ['the language', { language: 'pt-BR' }, 'Language pt-BR, was none'],
    ['the ISBN', { isbn: '9780306406157' }, 'ISBN 9780306406157, was none'],
    ['the status', { status: 'in press' }, 'Status in press, was none'],
    ['the kind of thesis', { genre: 'PhD thesis' }, 'Kind PhD thesis, was none'],
    [
      'the list of editors',
      { editors: [{ family: 'Ek', given: 'Ada' }] },
      'Editors Ada Ek, was none',
    ],
  ])('of which %s was corrected: with what was there before', async (_fact, correction, told) => {
    const { paper } = await save();
    await correctPaper(PAGE_A, correction);
    expect((await read({ paper: paper.id }))[0]).toBe(`Paper corrected, You | ${told}`);
  });

  test('that was put into a study family: with which', async () => {
    const a = await save();
    const b = await save({ on: PAGE_B });
    const c = await save({ on: page('https://c.example', facts('10.5555/c')) });
    const review = (await db.reviews.toArray())[0]?.id ?? '';
    const { eventId } = await putInFamily(review, [a.paper.id, b.paper.id, c.paper.id]);
    const [line = ''] = await read({ paper: a.paper.id });
    expect(line).toContain('Papers put into one study family, You | With ');
    expect(line).toContain('The work 10.5555/b');
    expect(line).toContain('The work 10.5555/c');
    await undo(eventId);
    expect((await read({ paper: a.paper.id }))[0]).toBe(
      'Taken back: papers put into one study family, You',
    );
  });

  test('that merging made one of two: what was done to each before', async () => {
    const first = await save();
    await placePaper(first.tag.reviewId, first.paper.id, { progress: 'read' });
    const file = await backUp('test');
    await emptyStore();
    const second = await save({ quote: 'In another store.' });
    await placePaper(second.tag.reviewId, second.paper.id, { eligibility: 'included' });
    await restore(file);
    const [paper, ...others] = await db.papers.toArray();
    expect(others).toEqual([]);
    const lines = (await read({ paper: paper?.id ?? '' })).join('\n');
    expect(lines).toContain('Progress Read, was Reading');
    expect(lines).toContain('Eligibility Included, was Undecided');
  });

  test('whose study family was joined with another and parted again: with which once, and not as that is taken back', async () => {
    const ids: string[] = [];
    for (const one of ['a', 'b', 'c', 'd']) {
      const on = page(`https://${one}.example/1`, facts(`10.5555/${one}`));
      ids.push((await save({ on, quote: `On ${one}.` })).paper.id);
    }
    const [a = '', b = '', c = '', d = ''] = ids;
    const { id: reviewId } = await ensureReview();
    await putInFamily(reviewId, [a, b]);
    await putInFamily(reviewId, [c, d]);
    const { eventId } = await putInFamily(reviewId, [a, c]);
    await undo(eventId);
    const firsts = await Promise.all(ids.map(async (paper) => (await read({ paper }))[0] ?? ''));
    const parted = firsts.filter((line) => line.startsWith('Taken back'));
    expect(parted.length).toBeGreaterThan(1);
    expect(new Set(parted)).toEqual(new Set(['Taken back: papers put into one study family, You']));
  });

  test('nothing is told where only what finds the paper again was noted', async () => {
    const { paper, tag } = await save();
    const before = await read({ paper: paper.id });
    const { url } = PAGE_B;
    await addPaper({ ...PAGE_A, url }, tag.reviewId, {});
    expect((await db.papers.get(paper.id))?.urls).toContain(url);
    expect(await read({ paper: paper.id })).toEqual(before);
  });

  test('what an import brought is counted; what it changed and deleted is told', async () => {
    await asCoder('Ada');
    const { tag, paper } = await save();
    const other = await save({ quote: 'Stays.', influenceId: 'psw.culture' });
    const before = await backUp('test');
    await deleteTag(tag.id);
    await changeTag(other.tag.id, { note: 'n' });
    const after = await backUp('test');
    await emptyStore();
    await asCoder('Ben');
    await restore(before);
    await restore(after);
    const lines = await read({ paper: paper.id });
    expect(lines[0]).toContain('Changed by an import, You');
    expect(lines.slice(0, 2).join('\n')).toContain('(gone) | “Training helped.”');
    expect(lines.slice(0, 2).join('\n')).toContain('Note n, was none');
    expect(lines.find((line) => line.startsWith('Came in with an import'))).toBe(
      'Came in with an import, You | 1 paper, 1 reading list entry, 2 tags',
    );
  });
});

test('that history was forgotten is said, and nothing of it is left', async () => {
  const { tag, paper } = await save({ note: 'secret' });
  expect((await historyOf({ tags: [tag.id] })).missing).toBeNull();
  await changeTag(tag.id, { note: '' });
  const last = await lastStep();
  await forgetHistory(last?.id ?? '');
  expect(await read({ tags: [tag.id] })).toEqual([]);
  expect((await historyOf({ tags: [tag.id] })).missing).toBe('forgotten');
  await changeTag(tag.id, { stance: 'mentioning' });
  expect(await read({ paper: paper.id })).toHaveLength(1);
  expect((await historyOf({ paper: paper.id })).missing).toBe('forgotten');
});

test('a step that takes back a forgotten one is told as that', async () => {
  const { tag } = await save();
  const { eventId } = await changeTag(tag.id, { stance: 'contrasting' });
  await undo(eventId);
  await forgetHistory(eventId);
  const lines = await read({ tags: [tag.id] });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('An earlier step taken back, You');
});

describe('an earlier version of the reader’s own tag', () => {
  test('is brought back whole, by one step, and undo takes that back', async () => {
    const { tag } = await save({ note: 'first', strength: 2 });
    await changeTag(tag.id, { stance: 'contrasting', strength: null, note: '' });
    const offers = await offered({ tags: [tag.id] });
    expect([...offers.values()].map(({ words }) => words)).toEqual(['Bring this version back']);
    const { eventId } = (await [...offers.values()][0]?.work()) ?? { eventId: '' };
    const now = await db.tags.get(tag.id);
    expect(now).toEqual({ ...tag, updatedAt: now?.updatedAt });
    expect([...(await offered({ tags: [tag.id] })).values()]).toHaveLength(1);
    await undo(eventId);
    expect(await db.tags.get(tag.id)).toMatchObject({ stance: 'contrasting', note: '' });
    await expectSound();
  });

  test('that was deleted alone comes back; those that were deleted together come back together', async () => {
    const { tag, paper } = await save();
    await deleteTag(tag.id);
    const [offer] = (await offered({ paper: paper.id })).values();
    expect(offer?.words).toBe('Bring this tag back');
    await offer?.work();
    expect(await db.tags.get(tag.id)).toBeDefined();
    const other = await save({ influenceId: 'psw.culture' });
    const { eventId } = await deleteTags([tag.id, other.tag.id]);
    await save({ influenceId: 'psw.pay', quote: 'Done since.' });
    const offers = await offered({ paper: paper.id });
    const heads = historyLines(await historyOf({ paper: paper.id })).flatMap((line) =>
      line.stepId === eventId && line.head ? line.key : [],
    );
    expect([...offers.keys()]).toEqual(heads);
    const [both] = offers.values();
    expect(both).toMatchObject({ words: 'Bring these 2 tags back', ofStep: true });
    await both?.work();
    expect(await db.tags.bulkGet([tag.id, other.tag.id])).not.toContain(undefined);
    expect((await offered({ paper: paper.id })).size).toBe(0);
    await expectSound();
  });

  test.each<[string, (on: { reviewId: string; paperId: string }) => Promise<unknown>]>([
    ['Put it on the list again, with 1 tag', (on) => unlistPaper(on.reviewId, on.paperId)],
    ['Bring the review back, with 1 tag', (on) => deleteReview(on.reviewId)],
  ])('that went with more than itself comes back with all of it: %s', async (words, remove) => {
    const { tag } = await save();
    await createReview({ name: 'Another', codebooks: [{ id: 'x', version: '1' }] });
    await remove(tag);
    const [offer, ...more] = (await offered({ tags: [tag.id] })).values();
    expect([offer?.words, more]).toEqual([words, []]);
    await offer?.work();
    expect(await db.tags.get(tag.id)).toBeDefined();
    expect(await db.reviewPapers.get([tag.reviewId, tag.paperId])).toBeDefined();
    await expectSound();
  });

  test('is not offered of another coder’s', async () => {
    await asCoder('Ada');
    const { tag } = await save();
    await changeTag(tag.id, { stance: 'contrasting' });
    await asCoder('Ben');
    await nameReader('Benny');
    expect((await read({ tags: [tag.id] }))[0]).toContain('Tag changed, Ada');
    expect((await offered({ tags: [tag.id] })).size).toBe(0);
    const bens = [await save({ quote: 'Another.' }), await save({ quote: 'A third.' })];
    await deleteTags(bens.map((one) => one.tag.id));
    expect((await offered({ paper: tag.paperId })).size).toBe(1);
    await asCoder('Cleo');
    expect((await offered({ paper: tag.paperId })).size).toBe(0);
  });
});

describe('without other coders’ tags', () => {
  test('their tag changes are left out and counted; what they did to the paper is there', async () => {
    await asCoder('Ada');
    const { tag, paper } = await save({ note: 'of Ada' });
    await changeTag(tag.id, { stance: 'contrasting' });
    await correctPaper(PAGE_A, { year: 1999 });
    await asCoder('Ben');
    const own = await save({ quote: 'Of Ben.', influenceId: 'psw.culture' });
    const all = await historyOf({ paper: paper.id });
    const { history, leftOut } = withoutOthers(all);
    const heads = historyLines(history).flatMap(({ head }) => head ?? []);
    expect(heads.map(({ what, who }) => `${what}, ${who}`)).toEqual([
      'Tag saved, You',
      'Paper corrected, Ada',
      'Tag saved, Ada',
    ]);
    const tags = historyLines(history).flatMap((line) => line.tag?.tag.id ?? []);
    expect([...new Set(tags)]).toEqual([own.tag.id]);
    expect(JSON.stringify(historyLines(history))).not.toContain('of Ada');
    expect(leftOut).toBe(2);
    expect(withoutOthers(await historyOf({ tags: [own.tag.id] })).leftOut).toBe(0);
  });
});
