/** A file of ours that comes back later: what is older than the tag that is here, or of another tag, changes nothing. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { CodedPassage, EarlierCoding, Tag } from '../../../lib/model';
import {
  changeTag,
  createReview,
  deleteTag,
  saveCodebook,
  saveTag,
  undo,
} from '../../../lib/store';
import { db } from '../../../lib/store/db';
import { ownCodebook } from '../../support/own-codebook';
import { bringIn, coding, passage } from './coding';
import { emptyStore, newTag } from './support';

const QUOTE = 'Training helped.';
let reviewId: string;
beforeEach(async () => {
  await emptyStore();
  const book = ownCodebook({ version: '1' }, { pay: 'Pay', load: 'Workload' });
  await saveCodebook({ ...book, stage: 'open' });
  reviewId = (await createReview({ name: 'Mine', codebooks: [{ id: 'own', version: '1' }] })).id;
});

const saved = async (more: Parameters<typeof newTag>[0] = {}): Promise<Tag> => {
  const own = { reviewId, codebookId: 'own', codebookVersion: '1', influenceId: 'load' };
  return (await saveTag(newTag({ ...own, quote: QUOTE, ...more }))).tag;
};
const tagNow = async ({ id }: Tag): Promise<Tag> => (await db.tags.get(id)) as Tag;
const code = (label: string, id?: string): CodedPassage['code'] => ({
  ...{ label, path: [], definition: '' },
  ...(id !== undefined && { id }),
});
/** The tag as a file of ours has it, and what was changed. */
const returned = (tag: Tag, more: Partial<CodedPassage> = {}): CodedPassage =>
  passage({
    ...{ tagId: tag.id, gives: ['influence', 'stance', 'note'], quote: QUOTE },
    ...{ stance: tag.stance, note: tag.note, asOf: tag.updatedAt },
    code: code('Workload', 'load'),
    ...more,
  });
const fates = async (passages: CodedPassage[], more: Partial<EarlierCoding> = {}) => {
  const { lines, made } = await bringIn(reviewId, coding(passages, more));
  expect(made).toBeNull();
  return lines.map(({ fate, why }) => (why ? `${fate}: ${why}` : fate));
};

describe('the quote of a passage with the id of a tag', () => {
  test('that is another tag’s, as after one column was sorted alone, changes neither tag', async () => {
    const a = await saved({ stance: 'supporting' });
    const b = await saved({ stance: 'contrasting', quote: 'Pay did not.' });
    expect(
      await fates([
        returned(a, { quote: 'Pay did not.', stance: 'contrasting' }),
        returned(b, { quote: QUOTE, stance: 'supporting' }),
      ]),
    ).toEqual(['left: quote', 'left: quote']);
    expect([await tagNow(a), await tagNow(b)]).toEqual([a, b]);
  });

  test.each<[string, Partial<CodedPassage>]>([
    ['in other blanks, dashes, quotation marks and braces', { quote: '“no” {x} - yes' }],
    ['with a square for a sign that the format has no place for', { quote: '"no" x–yes\u25a1' }],
    ['of which only the beginning is there', { quote: '"no" x', isPart: true }],
    ['that is empty', { quote: '' }],
  ])('%s is the tag’s', async (_, more) => {
    const signs = more.quote?.includes('\u25a1') ? '\u{1f600}' : '';
    const tag = await saved({ quote: `"no" x – yes${signs}` });
    expect(await fates([returned(tag, { ...more, stance: 'contrasting' })])).toEqual(['changed']);
  });
});

describe('after an import was taken back', () => {
  const file = () => {
    const tagId = '00000000-0000-4000-8000-000000000001';
    return coding([passage({ tagId, gives: ['stance'], stance: 'supporting' })]);
  };
  test('the same file comes in as it did the first time, also a third time', async () => {
    const first = await bringIn(reviewId, file());
    expect(first.counts.new).toBe(1);
    const { eventId: undone } = await undo(first.eventId ?? '');
    const second = await bringIn(reviewId, file());
    expect([second.counts, second.lines]).toEqual([first.counts, first.lines]);
    await undo(second.eventId ?? '');
    expect(undone).not.toBe(second.eventId);
    expect((await bringIn(reviewId, file())).counts.new).toBe(1);
  });

  test('and brought again and taken back again, it comes in too, into another review as well', async () => {
    const { eventId } = await bringIn(reviewId, file());
    const { eventId: back } = await undo(eventId ?? '');
    const { eventId: again } = await undo(back);
    await undo(again);
    const codebooks = [{ id: 'own', version: '1' }];
    reviewId = (await createReview({ name: 'Other', codebooks })).id;
    expect(await fates([...file().passages])).toEqual(['new']);
  });

  test('a tag whose making was taken back is not deleted, and one that was deleted is', async () => {
    const { tag, eventId } = await saveTag(
      newTag({ reviewId, codebookId: 'own', codebookVersion: '1', influenceId: 'load' }),
    );
    const row = returned(tag);
    await undo(eventId);
    expect(await fates([row])).toEqual(['new']);
    const { eventId: deleted } = await deleteTag(tag.id);
    expect(await fates([row])).toEqual(['left: deleted']);
    const { eventId: back } = await undo(deleted);
    await undo(back);
    expect(await fates([row])).toEqual(['left: deleted']);
  });
});

describe('a tag that was changed here', () => {
  const edit = { stance: 'contrasting' } as const;
  test('after the file was written stays as it is, and one that was not is changed', async () => {
    const tag = await saved();
    const old = returned(tag, edit);
    await changeTag(tag.id, { note: 'Changed here.' });
    const here = await tagNow(tag);
    expect(await fates([old])).toEqual(['left: newer']);
    expect(await tagNow(tag)).toEqual(here);
    expect(await fates([returned(here, edit)])).toEqual(['changed']);
  });

  test('in the second, minute or day that the file says is not newer', async () => {
    for (const length of ['2026-01-02', '2026-01-02T03:04', '2026-01-02T03:04:05']) {
      const tag = await saved({ quote: `Of ${length}.` });
      const row = returned(tag, { quote: `Of ${length}.`, ...edit });
      expect(await fates([{ ...row, asOf: tag.updatedAt.slice(0, length.length) }])).toEqual([
        'changed',
      ]);
    }
  });

  test('is not changed by a library that does not say when it was written', async () => {
    const tag = await saved();
    const { asOf: _, ...row } = returned(tag, edit);
    expect(await fates([row], { isLibrary: true })).toEqual(['left: library']);
    expect(await tagNow(tag)).toEqual(tag);
    expect(await fates([row])).toEqual(['changed']);
  });

  test('is as the newest of several passages says', async () => {
    const tag = await saved();
    const row = (note: string, asOf: string) => returned(tag, { note, asOf });
    const passages = [
      row('Old.', '2098-01-01'),
      row('Newest.', '2099-01-01'),
      row('Older.', '2097-01-01'),
    ];
    expect(await fates(passages)).toEqual(['left: twice', 'changed', 'left: twice']);
    expect((await tagNow(tag)).note).toBe('Newest.');
  });

  test('comes in elsewhere as of the moment that its file says', async () => {
    const tag = await saved();
    const row = returned(tag, { asOf: '2020-02-03T04:05:06.000Z', at: '2020-01-01' });
    await deleteTag(tag.id);
    const { tagId: _, ...free } = row;
    expect(await fates([free])).toEqual(['new']);
    expect(await db.tags.toArray()).toMatchObject([{ updatedAt: '2020-02-03T04:05:06.000Z' }]);
  });
});

describe('the influence of a passage with the id of a tag', () => {
  test('that has another name here since is no edit, and what else was edited is', async () => {
    const tag = await saved();
    expect(await fates([returned(tag, { code: code('Work load, once', 'load') })])).toEqual([
      'same',
    ]);
    const more = { code: code('Work load, once', 'load'), note: 'Edited.' };
    expect(await fates([returned(tag, more)])).toEqual(['changed']);
    expect(await tagNow(tag)).toMatchObject({ influenceId: 'load', note: 'Edited.' });
  });

  test('that has the name of another one is an edit, whatever its id', async () => {
    const tag = await saved();
    expect(await fates([returned(tag, { code: code('Pay', 'load') })])).toEqual(['changed']);
    expect((await tagNow(tag)).influenceId).toBe('pay');
  });

  test('that nothing here is called is left, and never makes a codebook', async () => {
    const tag = await saved();
    expect(await fates([returned(tag, { code: code('Wrkload') })])).toEqual(['left: unnamed']);
    expect(await fates([returned(tag, { code: code('Wrkload', 'pay') })])).toEqual([
      'left: unnamed',
    ]);
    expect(await tagNow(tag)).toEqual(tag);
    expect(await db.codebooks.count()).toBe(1);
  });
});
