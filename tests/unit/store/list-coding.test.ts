/** Earlier coding comes in: what each passage becomes, in one step that is taken back whole. */
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Codebook,
  type CodedPassage,
  idOf,
  type LibraryReference,
  type Tag,
} from '../../../lib/model';
import * as store from '../../../lib/store';
import {
  createReview,
  deleteTag,
  nameReader,
  saveCodebook,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { ownCodebook } from '../../support/own-codebook';
import { rounds } from '../../support/rounds';
import { bringIn, codeSome, coding, passage } from './coding';
import { reference, TITLE } from './references';
import {
  contents,
  emptyStore,
  expectSound,
  newTag,
  PAGE_A,
  random,
  withoutMoments,
} from './support';
import { newWalk } from './walks/walk';

const LONG = 'A citing work whose title is long enough to name it';
const OWN: Codebook = {
  ...ownCodebook({ version: '1' }, { pay: 'Pay', load: 'Workload', role: 'Role' }),
  stage: 'open',
};

const QUOTE = 'Training helped.';

let reviewId: string;
beforeEach(async () => {
  await emptyStore();
  await saveCodebook(OWN);
  reviewId = (await createReview({ name: 'Mine', codebooks: [{ id: 'own', version: '1' }] })).id;
});

/** All records, without history and versions. */
async function held() {
  const { steps: _, stepParts: __, stamps: ___, installation: ____, ...rest } = await contents();
  return withoutMoments(rest as Record<string, unknown[]>);
}

const fates = async (...passages: CodedPassage[]) =>
  (await bringIn(reviewId, coding(passages))).lines.map(({ fate }) => fate);
const saved = async (more: Parameters<typeof newTag>[0] = {}): Promise<Tag> =>
  (
    await saveTag(
      newTag({
        ...{ reviewId, codebookId: 'own', codebookVersion: '1', influenceId: 'load' },
        ...{ quote: QUOTE, ...more },
      }),
    )
  ).tag;
const tagNow = async ({ id }: Tag): Promise<Tag> => (await db.tags.get(id)) as Tag;
const ALL = ['influence', 'stance', 'direction', 'strength', 'basis', 'note'] as const;
/** A passage of our own file: the tag as it is, and what was changed. */
const returned = (tag: Tag, more: Parameters<typeof passage>[0] = {}): CodedPassage =>
  passage({
    ...{ tagId: tag.id, gives: ALL, stance: tag.stance, direction: tag.direction },
    ...(tag.strength !== undefined && { strength: tag.strength }),
    ...{ basis: tag.basis, note: tag.note, label: 'Workload', quote: QUOTE },
    ...more,
  });

describe('a passage of another file', () => {
  test('becomes a tag, with its paper on the list, its statement and its coder', async () => {
    await bringIn(
      reviewId,
      coding([
        passage({
          ...{ stance: 'contrasting', direction: 'barrier', strength: -2, basis: 'second-hand' },
          ...{ coder: 'Ada', note: 'As she said.', page: '4', section: 'Results' },
          ...{ voice: 'participants', at: '2019-03-04T05:06:07Z', sectionKind: 'results' },
        }),
      ]),
    );
    const [tag] = await db.tags.toArray();
    const [statement] = await db.statements.toArray();
    const [place] = await db.reviewPapers.toArray();
    expect(tag).toMatchObject({
      ...{ codebookId: 'own', codebookVersion: '1', influenceId: 'load', stance: 'contrasting' },
      ...{ direction: 'barrier', strength: -2, basis: 'second-hand', note: 'As she said.' },
      ...{ voice: 'participants', createdAt: '2019-03-04T05:06:07.000Z', paperId: place?.paperId },
      statementId: statement?.id,
    });
    expect(statement).toMatchObject({
      ...{ quote: 'There was too much to do.', page: '4' },
      section: { title: 'Results', kind: 'results' },
    });
    expect(place).toMatchObject({ progress: 'reading', eligibility: 'undecided' });
    expect((await db.coders.get(tag?.coderId ?? ''))?.name).toBe('Ada');
    await expectSound();
  });

  test('comes in as what the reader chose, where the file gives no stance', async () => {
    const some = coding([passage(), passage({ label: 'Pay', stance: 'contrasting' })]);
    const { unstated } = await bringIn(reviewId, some, 'supporting');
    expect(unstated).toBe(1);
    expect((await db.tags.toArray()).map(({ stance }) => stance).sort()).toEqual([
      'contrasting',
      'supporting',
    ]);
  });

  test('is a mention where nothing is chosen', async () => {
    await bringIn(reviewId, coding([passage()]));
    expect((await db.tags.toArray())[0]?.stance).toBe('mentioning');
  });

  test('adds nothing when its file comes a second time, whatever is new in it', async () => {
    const some = coding([
      passage({ coder: 'Ada', label: 'Nights', code: nested('Nights', 'Rota') }),
      passage({ label: 'Nights', code: nested('Nights', 'Wards') }),
      passage({ stance: 'supporting', note: 'n' }),
    ]);
    expect((await bringIn(reviewId, some)).counts.new).toBe(3);
    const before = await contents();
    const again = await bringIn(reviewId, some);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 3, repeated: 0, left: 0 });
    expect(again.eventId).toBeNull();
    expect(await contents()).toEqual(before);
  });

  test.each<[string, CodedPassage[], string[]]>([
    ['that is in the file twice is one tag', [passage(), passage()], ['new', 'repeated']],
    [
      'of the same quote in other blanks and quotation marks is on one statement',
      [passage({ quote: 'She said  “no”.' }), passage({ quote: 'she said "no".' })],
      ['new', 'repeated'],
    ],
    [
      'that its coder has coded so with another stance stays as it is',
      [passage({ stance: 'supporting' }), passage({ stance: 'contrasting' })],
      ['new', 'left'],
    ],
    [
      'of two coders is two tags',
      [passage({ coder: 'Ada' }), passage({ coder: 'Ben' })],
      ['new', 'new'],
    ],
    [
      'of two codes is two tags on one statement',
      [passage(), passage({ label: 'pay' })],
      ['new', 'new'],
    ],
  ])('%s', async (_, passages, wanted) => {
    expect(await fates(...passages)).toEqual(wanted);
    await expectSound();
  });

  test('is on the statement that is here', async () => {
    const tag = await saved({ quote: 'Too much to do.', on: PAGE_A });
    await bringIn(
      reviewId,
      coding([passage({ quote: 'Too much  to do.', coder: 'Ada' })], {}, [
        reference({ doi: '10.5555/a' }),
      ]),
    );
    expect((await db.tags.toArray()).map(({ statementId }) => statementId)).toEqual([
      tag.statementId,
      tag.statementId,
    ]);
  });

  test.each<[string, Partial<CodedPassage>, RegExp]>([
    ['without a quote', { quote: ' \u00ad ' }, /no quote/],
    ['of a quote that is too long', { quote: 'x'.repeat(20_001) }, /quote/],
    ['of a note that is too long', { note: 'x'.repeat(50_001) }, /note/],
    ['without a code', { code: { label: ' ', path: [], definition: '' } }, /no code/],
    ['of a code that is too long', { code: nested('x'.repeat(301)) }, /300/],
    ['of no paper', { reference: 7 }, /no paper/],
    ['of an unknown stance', { stance: 'sideways' as never }, /stance/],
  ])('%s is broken, and the rest comes in', async (_, more, why) => {
    const { counts, broken } = await bringIn(reviewId, coding([passage(more), passage()]));
    expect(counts.new).toBe(1);
    expect(broken).toEqual([
      expect.objectContaining({ line: 1, problem: expect.stringMatching(why) }),
    ]);
    await expectSound();
  });
});

function nested(label: string, ...path: string[]) {
  return { label, path, definition: '' };
}

describe('a code', () => {
  test.each<[string, CodedPassage['code'], string]>([
    ['in other letters', nested('WORKLOAD'), 'load'],
    ['with other signs', nested(' pay - '), 'pay'],
    ['of a codebook that is named', { ...nested('Pay'), codebook: OWN.name }, 'pay'],
    ['of a codebook that is not here', { ...nested('Pay'), codebook: 'Elsewhere' }, 'pay'],
  ])('that is an influence of the review %s is that one', async (_, code, influenceId) => {
    const { matched, made } = await bringIn(reviewId, coding([passage({ code })]));
    expect(await db.tags.toArray()).toEqual([expect.objectContaining({ influenceId })]);
    expect([matched.length, made]).toEqual([1, null]);
  });

  test('that two codebooks have is not guessed, but where the file names one', async () => {
    await saveCodebook({
      ...ownCodebook({ version: '1' }, { pay: 'Pay' }),
      id: 'two',
      name: 'Two',
    });
    await store.putInUse(reviewId, { id: 'two', version: '1' }, true);
    const { lines } = await bringIn(
      reviewId,
      coding([passage({ label: 'Pay' }), passage({ code: { ...nested('Pay'), codebook: 'two' } })]),
    );
    expect(lines.map(({ fate, why }) => [fate, why])).toEqual([
      ['left', 'several'],
      ['new', undefined],
    ]);
    expect(lines[0]?.names).toHaveLength(2);
    expect((await db.tags.toArray()).map(({ codebookId }) => codebookId)).toEqual(['two']);
  });

  test('that is new is in a codebook of the file’s name, under what it is under there', async () => {
    const { made } = await bringIn(
      reviewId,
      coding([
        passage({ code: { ...nested('Nights', 'Rota'), definition: 'At night.' } }),
        passage({ label: 'Rota', quote: 'Another.' }),
        passage({ code: nested('Nights', 'Wards') }),
      ]),
    );
    expect(made?.name).toBe('Old codes');
    const review = await db.reviews.get(reviewId);
    const ref = review?.codebooks.at(-1);
    const book = await db.codebooks.get([ref?.id ?? '', ref?.version ?? '']);
    const parents = new Map(book?.influences.map(({ id, label }) => [id, label]));
    expect(
      book?.influences.map(({ label, parent, definition }) => [
        label,
        parents.get(parent ?? ''),
        definition,
      ]),
    ).toEqual([
      ['Rota', undefined, ''],
      ['Nights', 'Rota', 'At night.'],
      ['Wards', undefined, ''],
      ['Nights', 'Wards', ''],
    ]);
    expect(book).toMatchObject({ kind: 'own', builtIn: false, stage: 'open', name: 'Old codes' });
  });

  test('that is new in a second file of one name is in a codebook of its own', async () => {
    await bringIn(reviewId, coding([passage({ label: 'Nights' })]));
    const { made } = await bringIn(reviewId, coding([passage({ label: 'Days' })]));
    expect(made?.name).toBe('Old codes (2)');
  });
});

describe('a coder', () => {
  test('that is called as the reader is the reader, and one without a name is', async () => {
    await nameReader('Nadia I.');
    const { coders } = await bringIn(
      reviewId,
      coding([passage({ coder: 'nadia i' }), passage({ label: 'Pay' }), passage({ coder: 'Ada' })]),
    );
    expect(coders.map(({ is, passages }) => [is, passages])).toEqual([
      ['reader', 2],
      ['new', 1],
    ]);
    expect(await db.coders.count()).toBe(2);
  });

  test('that is known here is not made again', async () => {
    await bringIn(reviewId, coding([passage({ coder: 'Ada' })]));
    const { coders } = await bringIn(reviewId, coding([passage({ coder: 'ADA', label: 'Pay' })]));
    expect(coders.map(({ is }) => is)).toEqual(['known']);
    expect(await db.coders.count()).toBe(2);
  });
});

describe('a paper', () => {
  const works = (): LibraryReference[] => [
    reference({ title: TITLE, doi: '10.5555/lib' }),
    reference({ title: LONG }),
  ];
  test('comes onto the list with its first passage, or without any', async () => {
    const { papers } = await bringIn(reviewId, coding([passage()], {}, works()));
    expect(papers.counts.new).toBe(2);
    expect((await db.reviewPapers.toArray()).map(({ progress }) => progress).sort()).toEqual([
      'reading',
      'to-read',
    ]);
  });

  test('of which every passage is left or here stays away, but out of a library', async () => {
    const tag = await saved();
    const some = [returned(tag, { reference: 1 }), passage()];
    expect((await bringIn(reviewId, coding(some, {}, works()))).papers.counts.new).toBe(1);
    const { papers } = await bringIn(reviewId, coding(some, { isLibrary: true }, works()));
    // It is the paper of its tag, whatever the file calls it.
    expect(papers.counts).toMatchObject({ new: 0, listed: 2, doubtful: 0 });
  });
});

describe('a tag that comes back', () => {
  test('unchanged changes nothing', async () => {
    const tag = await saved({ note: 'First\n\nsecond  line', strength: 1 });
    const before = await contents();
    const { counts, eventId } = await bringIn(
      reviewId,
      coding([returned(tag, { note: 'First second line' })]),
    );
    expect([counts.same, eventId]).toEqual([1, null]);
    expect(await contents()).toEqual(before);
  });

  test.each<[string, Parameters<typeof passage>[0], Partial<Tag>]>([
    ['stance', { stance: 'contrasting' }, { stance: 'contrasting' }],
    ['direction', { direction: 'barrier' }, { direction: 'barrier' }],
    ['strength', { strength: 'mixed' }, { strength: 'mixed' }],
    ['basis', { basis: 'second-hand' }, { basis: 'second-hand' }],
    ['note', { note: 'Otherwise.' }, { note: 'Otherwise.' }],
    ['influence', { label: 'Role' }, { influenceId: 'role' }],
  ])('with another %s is that one tag, changed', async (field, more, wanted) => {
    const tag = await saved({ note: 'n', strength: 1 });
    const { counts, lines } = await bringIn(reviewId, coding([returned(tag, more)]));
    expect(counts).toMatchObject({ new: 0, changed: 1 });
    expect(lines[0]?.edits?.map((one) => one.field)).toEqual([field]);
    const after = await tagNow(tag);
    expect(after).toEqual({ ...tag, ...wanted, updatedAt: after.updatedAt });
    await expectSound();
  });

  test('without a strength or a note has none, and without a place for them keeps them', async () => {
    const tag = await saved({ note: 'n', strength: 1 });
    const { strength: _, ...bare } = returned(tag, { note: '' });
    await bringIn(reviewId, coding([{ ...bare, gives: ['stance'] }]));
    expect(await tagNow(tag)).toEqual(tag);
    await bringIn(reviewId, coding([bare]));
    expect(await tagNow(tag)).toMatchObject({ note: '' });
    expect(await tagNow(tag)).not.toHaveProperty('strength');
  });

  test.each<[string, (tag: Tag) => Promise<unknown>, string]>([
    ['was deleted since stays deleted', (tag) => deleteTag(tag.id), 'deleted'],
    [
      'is another coder’s stays as it is',
      async (tag) => {
        const id = idOf('ada');
        await db.coders.add({ id, name: 'Ada' });
        await db.tags.update(tag.id, { coderId: id });
      },
      'others',
    ],
    [
      'is in another review stays as it is',
      async (tag) => {
        reviewId = (await createReview({ name: 'Other' })).id;
        return tag;
      },
      'elsewhere',
    ],
    [
      'would be where its coder has one stays as it is',
      async () => saved({ influenceId: 'role' }),
      'taken',
    ],
  ])('and %s', async (_, happens, why) => {
    const tag = await saved();
    await happens(tag);
    const before = await held();
    const { lines } = await bringIn(
      reviewId,
      coding([returned(tag, { label: 'Role', stance: 'contrasting' })]),
    );
    expect(lines.map((one) => [one.fate, one.why])).toEqual([['left', why]]);
    expect(await held()).toEqual(before);
  });

  test('of an id that is in the file twice is changed once, and a row that says otherwise is named', async () => {
    const tag = await saved();
    const changed = returned(tag, { stance: 'contrasting' });
    const { lines } = await bringIn(
      reviewId,
      coding([changed, { ...changed }, returned(tag, { stance: 'mentioning' })]),
    );
    expect(lines.map(({ fate, why }) => [fate, why])).toEqual([
      ['changed', undefined],
      ['repeated', undefined],
      ['left', 'twice'],
    ]);
  });

  test('of an id that is not known is new, under its id', async () => {
    const id = idOf('a colleague’s tag');
    await bringIn(reviewId, coding([passage({ tagId: id, gives: ALL, stance: 'supporting' })]));
    expect(await db.tags.get(id)).toBeDefined();
    const again = coding([passage({ tagId: id, gives: ALL, stance: 'contrasting' })]);
    expect((await bringIn(reviewId, again)).counts.changed).toBe(1);
  });
});

test('undo takes all of it back, and undoing that brings it again', async () => {
  const tag = await saved();
  const before = await held();
  const { eventId } = await bringIn(
    reviewId,
    coding([
      returned(tag, { stance: 'contrasting', label: 'Nights' }),
      passage({ coder: 'Ada', label: 'Rota' }),
      passage({ label: 'Pay' }),
    ]),
  );
  const after = await held();
  const { eventId: undone } = await undo(eventId ?? '');
  expect(await held()).toEqual(before);
  await undo(undone);
  expect(await held()).toEqual(after);
  await expectSound();
});

test('a review that is gone is said to be, and nothing is written', async () => {
  const before = await contents();
  await expect(store.importCoding(idOf('gone'), coding([passage()]))).rejects.toThrow(/review/);
  await expect(store.previewCoding(idOf('gone'), coding([passage()]))).rejects.toThrow(/review/);
  expect(await contents()).toEqual(before);
});

test('what is written is reported as it goes on, up to all of it', async () => {
  const some = Array.from({ length: 30 }, (_, i) => passage({ quote: `Passage ${i}.` }));
  const told: [number, number][] = [];
  await store.importCoding(reviewId, coding(some), {
    onWritten: (done, total) => told.push([done, total]),
  });
  expect(told.at(-1)).toEqual([62, 62]);
});

test.each(rounds(6, 2))('any coding, in any order, leaves the store sound (%i)', async (seed) => {
  const walk = newWalk(random(seed));
  for (let i = 0; i < 4; i += 1) await codeSome(walk, reviewId);
  await expectSound();
  for (const id of walk.events.reverse()) await undo(id);
  expect(await db.tags.count()).toBe(0);
  await expectSound();
});
