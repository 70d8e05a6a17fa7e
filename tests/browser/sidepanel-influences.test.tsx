/** The coding form beside the page: what is tagged, what was looked for and is not reported, and what is still open, by keyboard. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import { expect, test } from 'vitest';
import type { FormRow } from '../../components/coding/coding-form';
import { InfluencesTab } from '../../entrypoints/sidepanel/influence/InfluencesTab';
import {
  beginReview,
  noteNotReported,
} from '../../entrypoints/sidepanel/influence/note-not-reported';
import { type Filter, NO_FILTER } from '../../entrypoints/sidepanel/list/rows';
import { CoderIndex } from '../../lib/model';
import {
  addPaper,
  ensureReview,
  paperState,
  paperTags,
  saveTag,
  setNotReported,
  undo,
} from '../../lib/store';
import { db } from '../../lib/store/db';
import { control, inRoom, press } from '../support/in-room';
import { newTag, PAGE_A } from '../unit/store/support';

const room = inRoom();
const everybody = (_: { coderId: string }): boolean => true;
const nobody = () => false;
const INFLUENCE = 'psw.training-peers';

function Panel({
  onShow,
  isShown = everybody,
  isKnown = true,
}: {
  onShow: (row: FormRow) => void;
  /** Has the store answered where the paper is on the list? */
  isKnown?: boolean;
  isShown?: typeof everybody;
}) {
  const held = useLiveQuery(() => paperTags(PAGE_A), []);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [said, setSaid] = useState({ words: '', eventId: '' });
  const field = useRef<HTMLInputElement>(null);
  const middle = useRef<HTMLDivElement>(null);
  const note = async (row: FormRow, isOn: boolean) => {
    const review = held?.review.id;
    if (review === undefined) throw new Error('no review has these rows');
    const state = isKnown ? await paperState(PAGE_A, review) : undefined;
    const done = await noteNotReported(row, isOn, PAGE_A, review, state);
    setSaid({ eventId: '', ...done });
    return true;
  };
  return (
    <>
      <InfluencesTab
        {...{ held, filter, field, middle, onShow, isShown }}
        coders={new CoderIndex(held?.coders ?? [])}
        text={filter.text}
        onFilter={(change) => setFilter({ ...filter, ...change })}
        onLeave={() => {}}
        onNotReported={note}
        onActive={() => {}}
        onBegin={() => void beginReview()}
      />
      <p role="status" data-step={said.eventId}>
        {said.words}
      </p>
    </>
  );
}

const rows = () => [...room.host.querySelectorAll<HTMLElement>('[data-row]')];
const key = (name: string) =>
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
  );
const status = () => room.host.querySelector<HTMLElement>('[role="status"]');
const focused = () => document.activeElement?.getAttribute('aria-label') ?? '';

test('a key notes that an influence is not reported, on a paper that was on no list too, and undo takes it back', async () => {
  await ensureReview();
  room.show(<Panel onShow={() => {}} />);
  await expect.poll(() => rows().length).toBeGreaterThan(10);
  const total = rows().length;
  expect(room.host.textContent).toContain(`${total} not assessed yet`);
  rows()[0]?.focus();
  key('ArrowDown');
  await expect.poll(() => document.activeElement).toBe(rows()[1]);
  expect(focused()).toMatch(/, not assessed yet$/);
  key('n');
  await expect.poll(() => status()?.textContent).toMatch(/^Looked for, not reported: /);
  await expect.poll(focused).toMatch(/, not reported$/);
  expect(room.host.textContent).toContain(`${total - 1} not assessed yet`);
  expect(await db.reviewPapers.count()).toBe(1);
  expect(await db.assessments.count()).toBe(1);
  await undo(status()?.dataset.step ?? '');
  await expect.poll(focused).toMatch(/, not assessed yet$/);
  expect(await db.assessments.count()).toBe(0);
});

test('where there is no review, one is begun', async () => {
  room.show(<Panel onShow={() => {}} />);
  await press('Begin a review');
  await expect.poll(() => rows().length).toBeGreaterThan(10);
});

test('a paper that was read stays read, also where its place is not known yet', async () => {
  const { id } = await ensureReview();
  await addPaper(PAGE_A, id, { progress: 'read' });
  room.show(<Panel onShow={() => {}} isKnown={false} />);
  await expect.poll(() => rows().length).toBeGreaterThan(10);
  rows()[0]?.focus();
  key('n');
  await expect.poll(() => status()?.textContent).toMatch(/^Looked for, not reported: /);
  expect(await db.assessments.count()).toBe(1);
  expect(await db.reviewPapers.toArray()).toMatchObject([{ progress: 'read' }]);
});

test('what the reader has tagged is not “not reported”; Enter shows its statements; the open ones are shown alone', async () => {
  await saveTag(newTag({ influenceId: INFLUENCE }));
  const shown: string[] = [];
  room.show(<Panel onShow={(row) => shown.push(row.key)} />);
  await expect.poll(() => rows().some((row) => row.ariaLabel?.endsWith(', tagged'))).toBe(true);
  const tagged = rows().find((row) => row.ariaLabel?.endsWith(', tagged'));
  expect(tagged?.querySelector('input')).toBeNull();
  tagged?.focus();
  key('n');
  key('Enter');
  expect(shown).toEqual([`psw-core/${INFLUENCE}`]);
  expect(status()?.textContent).toBe('');
  const total = rows().length;
  await press(`${total - 1} not assessed yet`);
  await expect.poll(() => rows().length).toBe(total - 1);
  expect(control('button', 'Show all')?.getAttribute('aria-pressed')).toBe('true');
});

test('what another coder tagged in the paper is not given away where coders code apart', async () => {
  const { tag } = await saveTag(newTag({ influenceId: INFLUENCE }));
  const { reviewId, paperId } = tag;
  await setNotReported(reviewId, paperId, { codebookId: 'psw-core', influenceId: 'psw.pay' }, true);
  const states = () => rows().filter((row) => !row.ariaLabel?.endsWith(', not assessed yet'));
  room.show(<Panel onShow={() => {}} isShown={everybody} />);
  await expect.poll(() => states().length).toBe(2);
  room.show(<Panel onShow={() => {}} isShown={nobody} />);
  await expect.poll(() => states().length).toBe(0);
});
