/** Saving, repeating, changing, deleting and taking back tags. */

import { beforeEach, describe, expect, test } from 'vitest';
import { buildMap, sheetsOfTags } from '../../../lib/map';
import { influencesIn, type NewTag, newId, type TagChange } from '../../../lib/model';
import {
  changeTag,
  changeTags,
  createReview,
  deleteTag,
  ensureReview,
  lastInfluence,
  lastStep,
  type MapInput,
  mapInput,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { wholeStep } from '../../../lib/store/read/whole-steps';
import { shipped } from '../../support/codebooks';
import {
  asCoder,
  changesOf,
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_A,
  PAGE_B,
  page,
} from './support';

beforeEach(emptyStore);

describe('a saved tag', () => {
  test('makes review, paper, statement, tag, history and tally sheet at once', async () => {
    const { tag, statement, paper } = await saveTag(newTag());
    expect(await db.reviews.count()).toBe(1);
    expect(await db.papers.get(paper.id)).toMatchObject({ doi: '10.5555/a', urls: [PAGE_A.url] });
    expect(await db.statements.get(statement.id)).toMatchObject({ quote: 'Training helped.' });
    expect(await db.tags.get(tag.id)).toEqual(tag);
    const [sheets] = sheetsOfTags([tag]);
    expect(await db.tallySheets.toArray()).toEqual([sheets?.tallied]);
    expect(await db.statementSheets.toArray()).toEqual([sheets?.marked]);
    const step = await wholeStep((await lastStep())?.id ?? '');
    expect(step).toMatchObject({ id: tag.id, command: 'save-tag' });
    expect(step?.changes.map((c) => c.table).sort()).toEqual([
      'codebooks',
      'papers',
      'reviewPapers',
      'reviews',
      'settings',
      'statements',
      'tags',
    ]);
    await expectSound();
  });

  test('keeps the quote in single blanks and finds it by its normalised form', async () => {
    const first = await saveTag(newTag({ quote: '  Training\n\t helped “us”. ' }));
    const again = await saveTag(newTag({ quote: 'training helped "us".', influenceId: 'b' }));
    expect(first.statement.quote).toBe('Training helped “us”.');
    expect(again.statement.id).toBe(first.statement.id);
  });

  test('replaces the coder’s tag of the same statement on the same influence, its note kept', async () => {
    const first = await saveTag(newTag({ note: 'only in wards' }));
    const second = await saveTag(newTag({ stance: 'contrasting' }));
    expect(second.replaced).toEqual(first.tag);
    expect(second.tag).toMatchObject({ id: first.tag.id, note: 'only in wards' });
    expect(await db.tags.count()).toBe(1);
    await expectSound();
  });

  test('stands beside another coder’s tag of the same statement, and the cell counts the statement once', async () => {
    await saveTag(newTag());
    await asCoder('second');
    await saveTag(newTag());
    expect(await db.tags.count()).toBe(2);
    const { review, ...input } = (await mapInput()) as MapInput;
    const { cells } = buildMap({ ...input, reviewId: review.id });
    expect(cells).toMatchObject([{ own: { supporting: 1 } }]);
  });

  test('goes to the review the reader saw, not to the one chosen meanwhile', async () => {
    const seen = await createReview({ name: 'Seen', codebooks: [shipped('psw-core')] });
    await createReview({ name: 'Other', codebooks: [shipped('psw-core')] });
    const { tag } = await saveTag(newTag({ reviewId: seen.id }));
    expect(tag.reviewId).toBe(seen.id);
  });

  test('of two reviews counts in each alone', async () => {
    await saveTag(newTag());
    await createReview({ name: 'Second', codebooks: [shipped('psw-core')] });
    await saveTag(newTag());
    expect(await db.tags.count()).toBe(2);
    expect(await db.statements.count()).toBe(1);
    expect(await db.tallySheets.count()).toBe(2);
    await expectSound();
  });

  test('on another page of the same paper adds a way to find the statement', async () => {
    await saveTag(newTag());
    const pmc = page('https://pmc.example/7', { doi: '10.5555/a' });
    const { statement } = await saveTag(newTag({ on: pmc, influenceId: 'b' }));
    expect(statement.targets.map((t) => t.url)).toEqual([PAGE_A.url, pmc.url]);
    expect(await db.papers.count()).toBe(1);
  });
});

describe('a request that comes twice', () => {
  const twice = async (tag: NewTag) => [await saveTag(tag), await saveTag(tag)] as const;

  test('writes nothing the second time', async () => {
    const tag = newTag();
    const first = await saveTag(tag);
    const before = await contents();
    const second = await saveTag(tag);
    expect(second).toEqual({ ...first, isRepeated: true });
    expect(await contents()).toEqual(before);
  });

  test('writes nothing the second time where it replaced a tag', async () => {
    await saveTag(newTag());
    const [first, second] = await twice(newTag({ stance: 'mentioning' }));
    expect(second).toEqual({ ...first, isRepeated: true });
  });

  test('does not set back what was changed since', async () => {
    const tag = newTag();
    const { tag: saved } = await saveTag(tag);
    await changeTag(saved.id, { stance: 'contrasting', note: 'thought again' });
    await saveTag(tag);
    expect(await db.tags.get(saved.id)).toMatchObject({
      stance: 'contrasting',
      note: 'thought again',
    });
  });

  test('does not bring back a deleted tag', async () => {
    const tag = newTag();
    await deleteTag((await saveTag(tag)).tag.id);
    await expect(saveTag(tag)).rejects.toMatchObject({ code: 'replayed' });
    expect(await db.tags.count()).toBe(0);
    await expectSound();
  });

  test('does not bring back a deleted tag that it had only changed', async () => {
    await saveTag(newTag());
    const second = newTag({ stance: 'mentioning' });
    await deleteTag((await saveTag(second)).tag.id);
    await expect(saveTag(second)).rejects.toMatchObject({ code: 'replayed' });
    expect(await db.tags.count()).toBe(0);
  });

  test('is taken back by one undo', async () => {
    const [{ eventId }] = await twice(newTag());
    await undo(eventId);
    expect(await db.tags.count()).toBe(0);
  });
});

describe('what is no tag is refused and leaves nothing', () => {
  const cases: [string, Partial<NewTag> | object][] = [
    ['a tag without an id', { tagId: '' }],
    ['a quote without words', { statement: { ...newTag().statement, quote: ' \u200b\u00ad ' } }],
    [
      'a quote that grows beyond the bound when folded',
      { statement: { ...newTag().statement, quote: '\ufdfa'.repeat(15_000) } },
    ],
    [
      'a quote beyond the bound',
      { statement: { ...newTag().statement, quote: 'x'.repeat(20_001) } },
    ],
    ['a stance nobody knows', { stance: '__proto__' }],
    ['a strength beyond the scale', { strength: 3 }],
    ['an influence without a name', { influenceId: '' }],
    ['a review that is gone', { reviewId: newId() }],
    ['a page that is none', { page: 'constructor' }],
  ];
  test.each(cases)('%s', async (_, wrong) => {
    await expect(saveTag({ ...newTag(), ...wrong } as NewTag)).rejects.toMatchObject({
      name: expect.stringMatching(/^(InvalidRecord|NotFound)$/),
    });
    for (const [table, records] of Object.entries(await contents()))
      expect(records, table).toEqual([]);
  });

  test('names that objects inherit are names like any other', async () => {
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      await saveTag(newTag({ influenceId: name, codebookId: name }));
    expect((await db.tallySheets.toArray()).map((one) => influencesIn(one).length)).toEqual([4]);
    await expectSound();
  });

  test('only addresses of web pages are remembered', async () => {
    const file = page('file:///home/me/secret.pdf', {
      fingerprint: 'f1',
      url: 'javascript:alert(1)',
    });
    const { paper, statement } = await saveTag(newTag({ on: file }));
    expect(JSON.stringify([paper, statement])).not.toMatch(/file:|javascript:/);
  });
});

describe('changing a tag', () => {
  const changes: [string, TagChange, object][] = [
    ['turns its stance', { stance: 'contrasting' }, { stance: 'contrasting' }],
    ['turns its direction', { direction: 'both' }, { direction: 'both' }],
    ['rates it', { strength: 'mixed' }, { strength: 'mixed' }],
    ['rates it nought', { strength: 0 }, { strength: 0 }],
    ['makes it second-hand', { basis: 'second-hand' }, { basis: 'second-hand' }],
    ['names its voice', { voice: 'participants' }, { voice: 'participants' }],
    ['notes on it', { note: 'n' }, { note: 'n' }],
    ['moves it to another influence', { influenceId: 'culture' }, { influenceId: 'culture' }],
  ];
  test.each(changes)('%s, and undo and redo follow', async (_, change, seen) => {
    const { tag } = await saveTag(newTag());
    const { eventId } = await changeTag(tag.id, change);
    expect(await db.tags.get(tag.id)).toMatchObject(seen);
    await expectSound();
    const back = await undo(eventId);
    expect(await db.tags.get(tag.id)).toEqual({ ...tag, updatedAt: expect.any(String) });
    await expectSound();
    await undo(back.eventId);
    expect(await db.tags.get(tag.id)).toMatchObject(seen);
    await expectSound();
  });

  test.each([
    ['rating', 'strength', { strength: 2 }],
    ['voice', 'voice', { voice: 'authors' }],
  ] as const)('takes the %s away with null', async (_, dial, set) => {
    const { tag } = await saveTag(newTag());
    await changeTag(tag.id, set);
    expect(await db.tags.get(tag.id)).toMatchObject(set);
    await changeTag(tag.id, { [dial]: null });
    expect(await db.tags.get(tag.id)).not.toHaveProperty(dial);
  });

  test('leaves what is not named', async () => {
    const { tag } = await saveTag(newTag({ strength: 2, note: 'n', basis: 'second-hand' }));
    await changeTag(tag.id, { stance: 'mentioning', note: undefined });
    expect(await db.tags.get(tag.id)).toMatchObject({
      strength: 2,
      note: 'n',
      basis: 'second-hand',
    });
  });

  test('onto an influence tagged already joins the two, and one undo parts them', async () => {
    const one = await saveTag(newTag({ influenceId: 'a', note: 'first' }));
    const two = await saveTag(newTag({ influenceId: 'b', note: 'second' }));
    const { eventId } = await changeTag(one.tag.id, { influenceId: 'b' });
    expect(await db.tags.toArray()).toMatchObject([{ influenceId: 'b', note: 'first\n\nsecond' }]);
    await expectSound();
    const back = await undo(eventId);
    expect((await db.tags.toArray()).map((t) => `${t.influenceId} ${t.note}`).sort()).toEqual([
      'a first',
      'b second',
    ]);
    expect(await db.tags.get(two.tag.id)).toBeDefined();
    await expectSound();
    await undo(back.eventId);
    expect(await db.tags.count()).toBe(1);
    await expectSound();
  });

  const refused: [string, object][] = [
    ['a codebook without its influence', { codebookId: 'cfir-2022' }],
    ['a stance nobody knows', { stance: 'constructor' }],
    ['a note beyond the bound', { note: 'x'.repeat(50_001) }],
  ];
  test.each(refused)('%s is refused', async (_, change) => {
    const { tag } = await saveTag(newTag());
    await expect(changeTag(tag.id, change)).rejects.toMatchObject({ name: 'InvalidRecord' });
    expect(await db.tags.get(tag.id)).toEqual(tag);
  });

  test('of a tag that is gone is refused', async () => {
    await expect(changeTag(newId(), { note: 'x' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('changing several tags', () => {
  const three = async () => [
    (await saveTag(newTag({ quote: 'One.' }))).tag,
    (await saveTag(newTag({ quote: 'Two.', stance: 'contrasting' }))).tag,
    (await saveTag(newTag({ quote: 'Three.' }))).tag,
  ];

  test('is one step, and one undo takes it back', async () => {
    const tags = await three();
    const steps = await db.steps.count();
    const ids = tags.map(({ id }) => id);
    const done = await changeTags(ids, { direction: 'barrier', voice: 'authors' });
    expect(done).toMatchObject({ changed: 3, others: 0 });
    expect(await db.steps.count()).toBe(steps + 1);
    for (const { id } of tags)
      expect(await db.tags.get(id)).toMatchObject({ direction: 'barrier', voice: 'authors' });
    await expectSound();
    await undo(done.eventId);
    const after = await db.tags.bulkGet(ids);
    expect(after).toEqual(tags.map((tag) => ({ ...tag, updatedAt: expect.any(String) })));
    await expectSound();
  });

  test('writes only those that are not so already', async () => {
    const tags = await three();
    const ids = tags.map(({ id }) => id);
    expect(await changeTags(ids, { stance: 'supporting' })).toMatchObject({ changed: 1 });
    expect(await db.tags.get(ids[0] ?? '')).toEqual(tags[0]);
    expect(await changeTags(ids, { stance: 'supporting' })).toMatchObject({ changed: 0 });
  });

  test('onto one influence joins the tags that a statement had on two', async () => {
    const one = (await saveTag(newTag({ influenceId: 'a' }))).tag;
    const two = (await saveTag(newTag({ influenceId: 'b' }))).tag;
    const { eventId } = await changeTags([one.id, two.id], { influenceId: 'c' });
    expect(await db.tags.toArray()).toMatchObject([{ influenceId: 'c' }]);
    await expectSound();
    await undo(eventId);
    expect(await db.tags.count()).toBe(2);
    await expectSound();
  });

  test('of tags that are gone is refused, and of one that is gone leaves it out', async () => {
    const [one] = await three();
    await expect(changeTags([newId()], { note: 'x' })).rejects.toMatchObject({ code: 'not-found' });
    expect(await changeTags([newId(), one?.id ?? ''], { note: 'x' })).toMatchObject({ changed: 1 });
  });
});

describe('deleting and taking back', () => {
  test('the last tag takes its statement along, undo brings both back as they were', async () => {
    const { tag, statement } = await saveTag(newTag({ note: 'n' }));
    const { eventId } = await deleteTag(tag.id);
    expect(await db.statements.count()).toBe(0);
    await expectSound();
    await undo(eventId);
    expect(await db.statements.get(statement.id)).toEqual(statement);
    expect(await db.tags.get(tag.id)).toMatchObject({ note: 'n', createdAt: tag.createdAt });
    await expectSound();
  });

  test('a statement with another tag, of another review even, stays', async () => {
    const { tag } = await saveTag(newTag());
    await createReview({ name: 'Second', codebooks: [shipped('psw-core')] });
    await saveTag(newTag());
    await deleteTag(tag.id);
    expect(await db.statements.count()).toBe(1);
    await expectSound();
  });

  test('undo of a save, redo, undo, redo', async () => {
    const { tag, eventId } = await saveTag(newTag());
    let step = eventId;
    for (const there of [0, 1, 0, 1]) {
      ({ eventId: step } = await undo(step));
      expect(await db.tags.count()).toBe(there);
      await expectSound();
    }
    expect(await db.tags.get(tag.id)).toMatchObject({ stance: 'supporting' });
  });

  test('a step that something came after is refused, even within one millisecond', async () => {
    const { tag, eventId } = await saveTag(newTag());
    await changeTag(tag.id, { note: 'later' });
    // The clock need not have moved on.
    await db.tags.update(tag.id, { updatedAt: tag.updatedAt });
    await expect(undo(eventId)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await db.tags.get(tag.id)).toMatchObject({ note: 'later' });
  });

  test('a deletion taken back after the quote was tagged anew joins that statement', async () => {
    const { tag } = await saveTag(newTag({ influenceId: 'a' }));
    const { eventId } = await deleteTag(tag.id);
    const anew = await saveTag(newTag({ influenceId: 'b' }));
    await undo(eventId);
    expect((await db.tags.get(tag.id))?.statementId).toBe(anew.statement.id);
    await expectSound();
  });

  test('a deletion is not taken back onto an influence tagged anew', async () => {
    const { tag } = await saveTag(newTag());
    const { eventId } = await deleteTag(tag.id);
    await saveTag(newTag({ note: 'anew' }));
    await expect(undo(eventId)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await db.tags.toArray()).toMatchObject([{ note: 'anew' }]);
    await expectSound();
  });

  test.each([
    ['an event that is not there', newId()],
    ['an id that objects inherit', '__proto__'],
  ])('%s is refused', async (_, id) => {
    await expect(undo(id)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('a step from a hostile file writes nothing over a tag', async () => {
    const { tag } = await saveTag(newTag());
    const forged = {
      id: newId(),
      at: tag.createdAt,
      coderId: tag.coderId,
      counter: 1,
      command: 'delete-tags' as const,
      changes: [{ table: 'tags' as const, before: { ...tag, note: 'forged' }, after: null }],
      touches: [],
    };
    await db.steps.add(forged);
    await expect(undo(forged.id)).rejects.toMatchObject({ code: 'changed-since' });
    expect(await db.tags.get(tag.id)).toEqual(tag);
  });
});

describe('several at once', () => {
  test('ten influences on one statement of one new paper in one new review', async () => {
    const saved = await Promise.all(
      Array.from({ length: 10 }, (_, i) => saveTag(newTag({ influenceId: `i${i}` }))),
    );
    expect(new Set(saved.map((s) => s.tag.reviewId)).size).toBe(1);
    expect(await db.papers.count()).toBe(1);
    expect(await db.statements.count()).toBe(1);
    expect(await db.tags.count()).toBe(10);
    await expectSound();
  });

  test('two tabs tag the same statement on the same influence: one tag, both in history', async () => {
    await Promise.all([saveTag(newTag()), saveTag(newTag({ stance: 'contrasting' }))]);
    expect(await db.tags.count()).toBe(1);
    expect(await changesOf('tags')).toHaveLength(2);
    await expectSound();
  });

  test('changes of different dials of one tag are all kept', async () => {
    const { tag } = await saveTag(newTag());
    await Promise.all([
      changeTag(tag.id, { note: 'n' }),
      changeTag(tag.id, { strength: 1 }),
      changeTag(tag.id, { direction: 'barrier' }),
    ]);
    expect(await db.tags.get(tag.id)).toMatchObject({
      note: 'n',
      strength: 1,
      direction: 'barrier',
    });
  });

  test('one request sent from two copies of a script is one tag', async () => {
    const tag = newTag();
    await Promise.all([saveTag(tag), saveTag(tag)]);
    expect(await changesOf('tags')).toHaveLength(1);
  });

  test('two surfaces that ask for the first review get the same one', async () => {
    const [a, b] = await Promise.all([ensureReview(), ensureReview()]);
    expect(a.id).toBe(b.id);
  });
});

describe('a transaction that breaks leaves nothing', () => {
  const TOUCHED = [
    'papers',
    'statements',
    'tags',
    'tallySheets',
    'reviews',
    'reviewPapers',
    'steps',
    'stamps',
    'settings',
  ];

  test.each(TOUCHED)('a first save that fails at %s', async (name) => {
    const table = db.table(name);
    const fail = () => {
      throw new Error('pulled the plug');
    };
    table.hook('creating', fail);
    await expect(saveTag(newTag())).rejects.toMatchObject({ name: 'Problem', code: 'failed' });
    table.hook('creating').unsubscribe(fail);
    for (const [t, records] of Object.entries(await contents())) expect(records, t).toEqual([]);
    await saveTag(newTag());
    await expectSound();
  });

  test.each(['tags', 'statements', 'tallySheets'])('a deletion that fails at %s', async (name) => {
    const { tag } = await saveTag(newTag());
    const before = await contents();
    const fail = () => {
      throw new Error('pulled the plug');
    };
    db.table(name).hook('deleting', fail);
    await expect(deleteTag(tag.id)).rejects.toMatchObject({ code: 'failed' });
    db.table(name).hook('deleting').unsubscribe(fail);
    expect(await contents()).toEqual(before);
  });

  test('a change whose event cannot be written', async () => {
    const { tag } = await saveTag(newTag());
    const before = await contents();
    const fail = () => {
      throw new Error('pulled the plug');
    };
    db.steps.hook('creating', fail);
    await expect(changeTag(tag.id, { influenceId: 'b' })).rejects.toMatchObject({ code: 'failed' });
    db.steps.hook('creating').unsubscribe(fail);
    expect(await contents()).toEqual(before);
  });
});

describe('the influence used last', () => {
  test('is that of the newest tag of this review', async () => {
    const review = await ensureReview();
    for (let i = 0; i < 3; i++) {
      const { tag } = await saveTag(newTag({ influenceId: `i${i}`, quote: `Quote ${i}.` }));
      await db.tags.update(tag.id, { updatedAt: `2026-01-01T00:00:${20 - i}.000Z` });
    }
    await createReview({ name: 'Other', codebooks: [shipped('psw-core')] });
    await saveTag(newTag({ on: PAGE_B, influenceId: 'elsewhere' }));
    expect(await lastInfluence(review.id)).toEqual({ codebookId: 'psw-core', influenceId: 'i0' });
  });

  test('is none in a review without tags', async () => {
    expect(await lastInfluence((await ensureReview()).id)).toBeNull();
  });
});
