/** What a review's tables are made of: saved, changed, refused and removed, each as one step that can be taken back. */
import { beforeEach, describe, expect, test } from 'vitest';
import { memoId, newId } from '../../../lib/model';
import * as store from '../../../lib/store';
import {
  changeTag,
  createReview,
  lastStep,
  saveAnswers,
  saveAttribute,
  saveMeasure,
  saveMemo,
  saveSite,
  saveTag,
  setAttributeValue,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import {
  asCoder,
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_B,
  withoutMoments,
} from './support';
import { WRITES_OF_TABLES } from './table-writes';

beforeEach(emptyStore);

const INFLUENCE = { codebookId: 'psw-core', influenceId: 'training' };

async function begun() {
  const { tag } = await saveTag(newTag());
  const other = await saveTag(newTag({ on: PAGE_B, quote: 'Pay did not.' }));
  const { reviewId, paperId, statementId } = tag;
  return { reviewId, paperId, statementId, tag, otherPaper: other.tag.paperId };
}

/** All records, without history and versions. */
async function records() {
  const { steps: _, stepParts: __, stamps: ___, installation: ____, ...rest } = await contents();
  return withoutMoments(rest);
}

describe.each(Object.entries(WRITES_OF_TABLES))('%s', (_, write) => {
  test('is one step, which is taken back and done again', async () => {
    const at = await begun();
    let before = await records();
    const prepared = await write(at);
    if (typeof prepared === 'function') {
      before = await records();
      await prepared();
    }
    const after = await records();
    expect(after).not.toEqual(before);
    await expectSound();
    const undone = await undo((await lastStep())?.id ?? '');
    expect(await records()).toEqual(before);
    await undo(undone.eventId);
    expect(await records()).toEqual(after);
    await expectSound();
  });
});

describe('a site', () => {
  test('has a name that no other has, of one paper or of none', async () => {
    const { reviewId, paperId } = await begun();
    await saveSite({ reviewId, name: 'Ward 1' });
    await expect(saveSite({ reviewId, name: 'ward  1' })).rejects.toMatchObject({
      code: 'same-name',
      message: 'There is a site of this name already. Nothing was changed.',
    });
    await saveSite({ reviewId, name: 'Ward 1', paperId });
    expect((await db.sites.toArray()).map(({ position }) => position).sort()).toEqual([0, 1]);
  });

  test.each([
    ['review', { reviewId: newId(), name: 'x' }],
    ['paper', { name: 'x', paperId: newId() }],
    ['site', { name: 'x', id: newId() }],
  ])('is refused where its %s is gone', async (noun, wrong) => {
    const { reviewId } = await begun();
    await expect(saveSite({ reviewId, ...wrong })).rejects.toMatchObject({
      message: `This ${noun} is no longer in Bearing. Nothing was changed.`,
    });
  });

  test('is changed under its id, and its place stays', async () => {
    const { reviewId, paperId } = await begun();
    const { site } = await saveSite({ reviewId, name: 'Ward 1', paperId });
    await saveSite({ reviewId, name: 'Ward 2' });
    const { site: after } = await saveSite({ id: site.id, reviewId, name: 'The ward' });
    expect(after).toEqual({
      ...site,
      name: 'The ward',
      paperId: undefined,
      updatedAt: after.updatedAt,
    });
  });

  test('that is removed takes its memos, values and answers along, and its tags stay', async () => {
    const { reviewId, tag } = await begun();
    const { site } = await saveSite({ reviewId, name: 'Ward 1' });
    await changeTag(tag.id, { siteId: site.id });
    await saveMemo({ reviewId, siteId: site.id, ...INFLUENCE, rating: 1 });
    const column = { reviewId, of: 'site', name: 'Beds', type: 'number' } as const;
    const { attribute } = await saveAttribute(column);
    await setAttributeValue(attribute.id, { siteId: site.id }, 12);
    const items = [{ id: 'a', text: 'We are ready.' }];
    const { measure } = await saveMeasure({ reviewId, name: 'R', lowest: 1, highest: 5, items });
    const answers = [{ item: 'a', value: 5 }];
    await saveAnswers({ reviewId, measureId: measure.id, siteId: site.id, answers });
    const before = await records();
    const { eventId } = await store.removeSite(site.id);
    expect(await db.tags.get(tag.id)).not.toHaveProperty('siteId');
    for (const table of [db.sites, db.memos, db.attributeValues, db.measureAnswers])
      expect(await table.count()).toBe(0);
    await expectSound();
    await undo(eventId);
    expect(await records()).toEqual(before);
  });
});

describe('a tag', () => {
  test('names a voice and a site, which are taken away with null, and kept with another stance', async () => {
    const { reviewId, tag } = await begun();
    const { site } = await saveSite({ reviewId, name: 'Ward 1' });
    await changeTag(tag.id, { voice: 'participants', siteId: site.id });
    const { tag: again } = await saveTag(newTag({ stance: 'contrasting' }));
    expect(again).toMatchObject({ id: tag.id, voice: 'participants', siteId: site.id });
    const { tag: without } = await changeTag(tag.id, { voice: null, siteId: null });
    expect(without).not.toHaveProperty('voice');
    expect(without).not.toHaveProperty('siteId');
  });

  test('can be saved with both', async () => {
    const { reviewId } = await begun();
    const { site } = await saveSite({ reviewId, name: 'Ward 1' });
    const dials = { voice: 'authors', siteId: site.id } as const;
    expect((await saveTag(newTag({ quote: 'New.', ...dials }))).tag).toMatchObject(dials);
  });

  test('is about no site of another review', async () => {
    const { tag } = await begun();
    const other = await createReview({ name: 'Other' });
    const { site } = await saveSite({ reviewId: other.id, name: 'Ward 1' });
    const problem = { code: 'not-found' };
    await expect(changeTag(tag.id, { siteId: site.id })).rejects.toMatchObject(problem);
    const wanted = newTag({ quote: 'New.', reviewId: tag.reviewId, siteId: site.id });
    await expect(saveTag(wanted)).rejects.toMatchObject(problem);
  });
});

describe('a site that is made with a tag', () => {
  const wanted = (name: string) => ({ siteId: newId(), newSite: { name } });

  test('is of the tag’s paper, and goes with the step that made it', async () => {
    const { reviewId, tag } = await begun();
    const before = await records();
    const new1 = wanted('Ward 1');
    const saved = await saveTag(newTag({ quote: 'New.', ...new1 }));
    expect(await db.sites.toArray()).toMatchObject([
      { id: new1.siteId, reviewId, paperId: tag.paperId, name: 'Ward 1' },
    ]);
    expect(saved.tag).toMatchObject({ siteId: new1.siteId });
    expect(saved.tag).not.toHaveProperty('newSite');
    await undo(saved.eventId);
    expect(await records()).toEqual(before);
    const changed = await changeTag(tag.id, wanted('Ward 2'));
    expect(await db.sites.count()).toBe(1);
    await undo(changed.eventId);
    expect(await records()).toEqual(before);
    await expectSound();
  });

  test.each([
    ['the paper’s own', true],
    ['the review’s', false],
  ])('is %s of that name, where there is one', async (_, isOwn) => {
    const { reviewId, tag } = await begun();
    const paperId = isOwn ? { paperId: tag.paperId } : {};
    const { site } = await saveSite({ reviewId, name: 'Ward 1', ...paperId });
    await changeTag(tag.id, wanted('ward 1'));
    expect(await db.tags.get(tag.id)).toMatchObject({ siteId: site.id });
    expect(await db.sites.count()).toBe(1);
  });

  test('of another paper is none for this one', async () => {
    const { reviewId, tag } = await begun();
    const other = await saveTag(newTag({ on: PAGE_B, ...wanted('Ward 1') }));
    const { siteId = '' } = other.tag;
    await expect(changeTag(tag.id, { siteId })).rejects.toMatchObject({ code: 'not-found' });
    const names = async (paperIds: string[]) =>
      (await store.sitesForTags(reviewId, paperIds)).map(({ name }) => name);
    await saveSite({ reviewId, name: 'All wards' });
    expect(await names([tag.paperId])).toEqual(['All wards']);
    expect(await names([other.paper.id])).toEqual(['Ward 1', 'All wards']);
  });
});

describe('a cell', () => {
  const column = async (
    type: 'text' | 'choice' | 'number' | 'several',
    of: 'paper' | 'site' | 'influence' = 'paper',
  ) => {
    const at = await begun();
    const { reviewId } = at;
    const { attribute } = await saveAttribute({
      reviewId,
      of,
      name: 'Country',
      type,
      choices: ['Chile'],
    });
    return { ...at, attribute };
  };

  test.each([
    ['text', 'Large', 'Large'],
    ['text', '  Large ', 'Large'],
    ['text', ' ', undefined],
    ['text', null, undefined],
    ['text', 7, 'This column takes a text. Nothing was changed.'],
    ['choice', 'Chile', 'Chile'],
    ['choice', ['Chile'], 'This column takes a choice. Nothing was changed.'],
    ['number', 7, 7],
    ['number', 0, 0],
    ['number', '7', 'This column takes a number. Nothing was changed.'],
    ['number', Number.NaN, 'This column takes a number. Nothing was changed.'],
    ['several', ['Chile', 'Peru', 'Chile'], ['Chile', 'Peru']],
    ['several', [], undefined],
    ['several', 'Chile', 'This column takes choices. Nothing was changed.'],
  ] as const)('of type %s given %j holds or says: %j', async (type, value, expected) => {
    const { attribute, paperId } = await column(type);
    const given = value as string | number | string[] | null;
    const set = () => setAttributeValue(attribute.id, { paperId }, given);
    if (typeof expected === 'string' && expected.startsWith('This'))
      await expect(set()).rejects.toMatchObject({ code: 'wrong-type', message: expected });
    else await set();
    const isRefused = typeof expected === 'string' && expected.startsWith('This');
    expect((await db.attributeValues.toArray())[0]?.value).toEqual(
      isRefused ? undefined : expected,
    );
  });

  test('is emptied and filled again under one id, and a new choice joins the column', async () => {
    const { attribute, paperId } = await column('choice');
    await setAttributeValue(attribute.id, { paperId }, 'Peru');
    const [first] = await db.attributeValues.toArray();
    expect((await db.attributes.get(attribute.id))?.choices).toEqual(['Chile', 'Peru']);
    await setAttributeValue(attribute.id, { paperId }, null);
    expect(await db.attributeValues.count()).toBe(0);
    await setAttributeValue(attribute.id, { paperId }, 'Chile');
    expect((await db.attributeValues.toArray())[0]?.id).toBe(first?.id);
  });

  test.each(['site', 'influence'] as const)('of a %s is not one of a paper', async (of) => {
    const { attribute, paperId } = await column('text', of);
    await expect(setAttributeValue(attribute.id, { paperId }, 'x')).rejects.toMatchObject({
      message: `This column is of ${of}s, so it has no such cell. Nothing was changed.`,
    });
  });

  test('keeps its column from becoming one of another type, and its choice in the column', async () => {
    const { attribute, paperId, reviewId } = await column('choice');
    await setAttributeValue(attribute.id, { paperId }, 'Peru');
    const change = { id: attribute.id, reviewId, of: 'paper', name: 'Land' } as const;
    await expect(saveAttribute({ ...change, type: 'number' })).rejects.toMatchObject({
      code: 'column-in-use',
    });
    const { attribute: after } = await saveAttribute({ ...change, type: 'choice', choices: [] });
    expect(after).toMatchObject({ name: 'Land', choices: ['Peru'] });
  });

  test.each([
    ['choice', 'Peru', 'Republic of Peru', ['Chile', 'Republic of Peru']],
    ['several', ['Peru', 'Chile'], ['Republic of Peru', 'Chile'], ['Chile', 'Republic of Peru']],
  ] as const)(
    'of type %s has the new name of its choice, in one step',
    async (type, old, value, choices) => {
      const { attribute, paperId, reviewId, otherPaper } = await column(type);
      const given = typeof old === 'string' ? old : [...old];
      await setAttributeValue(attribute.id, { paperId }, given);
      const another = type === 'choice' ? 'Chile' : ['Chile'];
      await setAttributeValue(attribute.id, { paperId: otherPaper }, another);
      const both = async () => ({
        columns: await db.attributes.toArray(),
        values: await db.attributeValues.toArray(),
      });
      const before = await both();
      const { eventId } = await saveAttribute(
        {
          ...{ id: attribute.id, reviewId, of: 'paper', name: 'Country', type },
          choices: ['Chile', 'Republic of Peru'],
        },
        { renamed: [{ from: 'Peru', to: 'Republic of Peru' }] },
      );
      const valueIn = async (id: string) =>
        (await db.attributeValues.toArray()).find((one) => one.paperId === id)?.value;
      expect(await valueIn(paperId)).toEqual(value);
      expect(await valueIn(otherPaper)).toEqual(another);
      expect((await db.attributes.get(attribute.id))?.choices).toEqual(choices);
      await undo(eventId);
      expect(withoutMoments(await both())).toEqual(withoutMoments(before));
    },
  );

  test('of two choices that change their names over has the other one, and of two that get one name has it once', async () => {
    const { attribute, paperId, reviewId } = await column('several');
    await setAttributeValue(attribute.id, { paperId }, ['Chile', 'Peru']);
    const of = {
      id: attribute.id,
      reviewId,
      of: 'paper',
      name: 'Country',
      type: 'several',
    } as const;
    const [chile, peru] = ['Chile', 'Peru'];
    const over = [
      { from: chile, to: peru },
      { from: peru, to: chile },
    ];
    await saveAttribute({ ...of, choices: [chile, peru] }, { renamed: over });
    expect((await db.attributeValues.toArray())[0]?.value).toEqual(['Peru', 'Chile']);
    const { attribute: after } = await saveAttribute(
      { ...of, choices: [chile] },
      { renamed: [{ from: peru, to: chile }] },
    );
    expect((await db.attributeValues.toArray())[0]?.value).toEqual(['Chile']);
    expect(after.choices).toEqual(['Chile']);
  });

  test('is in a column of a name that no other has', async () => {
    const { reviewId } = await column('text');
    const twin = { reviewId, of: 'paper', name: 'country', type: 'text' } as const;
    await expect(saveAttribute(twin)).rejects.toMatchObject({ code: 'same-name' });
    await saveAttribute({ ...twin, of: 'site' });
  });
});

describe('a memo', () => {
  test('is one of a coder on an influence and a case, and is removed where it is empty', async () => {
    const { reviewId, paperId } = await begun();
    const place = { reviewId, paperId, ...INFLUENCE };
    const { memo } = await saveMemo({ ...place, rating: -1, rationale: 'Twice.' });
    expect(memo).toMatchObject({
      id: memoId({ ...place, coderId: memo?.coderId ?? '' }),
      rating: -1,
    });
    const { memo: after } = await saveMemo({ ...place, word: 'External' });
    expect(after).toMatchObject({ id: memo?.id, word: 'External', rationale: '' });
    expect(after).not.toHaveProperty('rating');
    await saveMemo({ reviewId, ...INFLUENCE, summary: 'All in all.' });
    expect(await db.memos.count()).toBe(2);
    expect(await saveMemo({ ...place, summary: ' ' })).toMatchObject({ memo: null });
    expect(await db.memos.count()).toBe(1);
  });

  test('is on a paper or on a site', async () => {
    const { reviewId, paperId } = await begun();
    const { site } = await saveSite({ reviewId, name: 'Ward 1' });
    const both = { reviewId, paperId, siteId: site.id, ...INFLUENCE, rating: 0 } as const;
    await expect(saveMemo(both)).rejects.toMatchObject({ code: 'two-cases' });
  });

  test('of another coder stays as it is', async () => {
    const { reviewId, paperId } = await begun();
    const { memo } = await saveMemo({ reviewId, paperId, ...INFLUENCE, rating: 1 });
    await asCoder('Somebody else');
    await expect(store.removeMemo(memo?.id ?? '')).rejects.toMatchObject({
      message: 'This memo is another coder’s, so it stays as it is. Nothing was changed.',
    });
    await saveMemo({ reviewId, paperId, ...INFLUENCE, rating: -1 });
    expect((await db.memos.toArray()).map(({ rating }) => rating).sort()).toEqual([-1, 1]);
  });
});

describe('a measure', () => {
  const ready = async () => {
    const { reviewId } = await begun();
    const items = ['a', 'b'].map((id) => ({ id, text: `Item ${id}.` }));
    const scale = { reviewId, name: 'Readiness', lowest: 1, highest: 5, items };
    const { measure } = await saveMeasure(scale);
    const { site } = await saveSite({ reviewId, name: 'Ward 1' });
    return {
      scale: { ...scale, id: measure.id },
      reviewId,
      measureId: measure.id,
      siteId: site.id,
    };
  };

  test.each([
    ['off-scale', [{ item: 'a', value: 6 }]],
    ['not-found', [{ item: 'c', value: 1 }]],
    ['same-item', [1, 2].map((value) => ({ item: 'a', value }))],
  ])('refuses answers: %s', async (code, answers) => {
    const { scale: _, ...place } = await ready();
    await expect(saveAnswers({ ...place, answers })).rejects.toMatchObject({ code });
    expect(await db.measureAnswers.count()).toBe(0);
  });

  test('is answered once by a site, and no answer is no record', async () => {
    const { scale: _, ...place } = await ready();
    await saveAnswers({ ...place, answers: [{ item: 'a', value: 1 }] });
    await saveAnswers({ ...place, answers: [{ item: 'b', value: 5 }], note: 'By phone.' });
    expect(await db.measureAnswers.toArray()).toMatchObject([
      { answers: [{ item: 'b', value: 5 }], note: 'By phone.' },
    ]);
    await saveAnswers({ ...place, answers: [] });
    expect(await db.measureAnswers.count()).toBe(0);
  });

  test.each([
    ['no-scale', { highest: 1 }],
    ['same-item', { items: [1, 2].map(() => ({ id: 'a', text: 'x' })) }],
    ['off-scale', { lowest: 3 }],
  ])('cannot become one: %s', async (code, wrong) => {
    const { scale, ...place } = await ready();
    await saveAnswers({ ...place, answers: [{ item: 'a', value: 1 }] });
    const before = await records();
    await expect(saveMeasure({ ...scale, ...wrong })).rejects.toMatchObject({ code });
    expect(await records()).toEqual(before);
  });

  test('without an item is without the answers to it', async () => {
    const { scale, ...place } = await ready();
    const answers = ['a', 'b'].map((item) => ({ item, value: 2 }));
    await saveAnswers({ ...place, answers });
    await saveMeasure({ ...scale, items: scale.items.slice(1) });
    expect((await db.measureAnswers.toArray())[0]?.answers).toEqual(answers.slice(1));
  });
});

test('a decision is on a statement of its paper', async () => {
  const { reviewId, statementId, otherPaper } = await begun();
  const wrong = {
    reviewId,
    paperId: otherPaper,
    statementId,
    ...INFLUENCE,
    stance: 'none',
  } as const;
  await expect(store.saveDecision(wrong)).rejects.toMatchObject({ code: 'not-found' });
});

test('a number means one paper of a review', async () => {
  const { reviewId, paperId, otherPaper } = await begun();
  await store.numberPaper(reviewId, paperId, 7);
  await expect(store.numberPaper(reviewId, otherPaper, 7)).rejects.toMatchObject({
    message: 'Another paper of this review has the number 7. Nothing was changed.',
  });
  await expect(store.numberPaper(reviewId, otherPaper, -1)).rejects.toMatchObject({
    code: 'invalid',
  });
  await store.numberPaper(reviewId, paperId, null);
  expect(await db.reviewPapers.get([reviewId, paperId])).not.toHaveProperty('number');
  await store.numberPaper(reviewId, otherPaper, 7);
});
