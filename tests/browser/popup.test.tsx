/** Parts of the popup over the real store: this paper before the map, one press onto the list, type to jump. */
import { useLiveQuery } from 'dexie-react-hooks';
import { describe, expect, test, vi } from 'vitest';
import { PlaceMenu } from '../../components/paper/PlaceMenu';
import { usePlace } from '../../components/paper/use-place';
import { StanceKey } from '../../components/stance/StanceBar';
import { Jump } from '../../entrypoints/popup/Jump';
import { OnThisPaper } from '../../entrypoints/popup/OnThisPaper';
import { allShipped } from '../../lib/codebook';
import { addPaper, currentReview, ensureReview, saveTag } from '../../lib/store';
import { db } from '../../lib/store/db';
import { button, inRoom, press, type } from '../support/in-room';
import { newTag, PAGE_A } from '../unit/store/support';

const shown = inRoom();
const codebooks = (await allShipped()).filter(({ id }) => id === 'psw-core');

function OnPage() {
  const review = useLiveQuery(async () => (await currentReview()) ?? null, []);
  const { state, loading, setPlace, add } = usePlace(PAGE_A, review?.id, null);
  return (
    <>
      <PlaceMenu
        listed={state?.listed}
        reviewId={review?.id}
        onChange={(place) => void setPlace(place)}
        loading={loading || review === undefined}
        onAdd={() => void add()}
      />
      {state ? <OnThisPaper paperId="p" tags={state.own} codebooks={codebooks} /> : null}
    </>
  );
}

describe('this page’s paper', () => {
  const rows = () =>
    [...shown.host.querySelectorAll('li a')].map((row) => row.textContent?.replace(/, $/, ''));

  test('its influences are listed, those with most tags first, with their stances', async () => {
    const tag = (influenceId: string, stance: 'supporting' | 'contrasting', quote: string) =>
      saveTag(newTag({ on: PAGE_A, influenceId, stance, statement: { quote } }));
    await tag('psw.supervision', 'contrasting', 'One sentence.');
    await tag('psw.training-peers', 'supporting', 'One sentence.');
    await tag('psw.training-peers', 'supporting', 'Another sentence.');
    shown.show(<OnPage />);
    await expect.poll(rows).toHaveLength(2);
    expect(rows()[0]).toMatch(/raining.*2 supporting/);
    expect(rows()[1]).toMatch(/upervision.*1 contrasting/);
  });

  test('more than three are a press away', async () => {
    for (const { id } of codebooks[0]?.influences.slice(0, 6) ?? [])
      await saveTag(newTag({ on: PAGE_A, influenceId: id }));
    shown.show(<OnPage />);
    await expect.poll(rows).toHaveLength(3);
    await press('All 6 on this paper');
    await expect.poll(rows).toHaveLength(6);
  });

  test('one press puts it on the list, as one to be read, and keeps the keyboard', async () => {
    await ensureReview();
    shown.show(<OnPage />);
    await expect.poll(() => button('Add to list')?.disabled).toBe(false);
    await press('Add to list');
    await expect.poll(() => document.activeElement?.textContent).toBe('To read');
    expect(await db.reviewPapers.toArray()).toMatchObject([{ progress: 'to-read' }]);
  });

  test('a page without a paper has no place, and nothing fails', () => {
    const NoPaper = () => <p>{String(usePlace(undefined, undefined, null).state)}</p>;
    shown.show(<NoPaper />);
    expect(shown.host.textContent).toBe('undefined');
  });

  test('a press before the store has answered changes nothing of a paper that was read', async () => {
    const { id } = await ensureReview();
    await addPaper(PAGE_A, id, { progress: 'read', eligibility: 'included' });
    shown.show(<OnPage />);
    for (let i = 0; i < 50 && button('Add to list'); i++) {
      button('Add to list')?.click();
      await new Promise(requestAnimationFrame);
    }
    await expect.poll(() => button(/^Read, included/)).toBeTruthy();
    expect(await db.reviewPapers.toArray()).toMatchObject([
      { progress: 'read', eligibility: 'included' },
    ]);
  });
});

test('the key has a pattern and a shape for each stance', () => {
  shown.show(<StanceKey />);
  const items = [...shown.host.querySelectorAll('span > span')].filter((one) =>
    one.querySelector('svg'),
  );
  expect(items.map((one) => one.textContent)).toEqual([
    ...['supporting', 'mixed', 'contrasting', 'mentioning'],
  ]);
  const patterns = items.map((one) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(one.firstElementChild as Element);
    return backgroundColor + backgroundImage;
  });
  expect(new Set(patterns).size).toBe(4);
});

describe('jumping', () => {
  const field = () => shown.host.querySelector('input') as HTMLInputElement;
  const options = () =>
    [...shown.host.querySelectorAll('[role=option]')].map((one) => one.textContent);
  const key = (name: string) =>
    field().dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
  const chosen = () => {
    const id = field().getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.textContent;
  };

  test('the field has the keyboard, arrows walk the matches, and Escape closes', async () => {
    await saveTag(newTag({ on: PAGE_A }));
    const review = await ensureReview();
    const onClose = vi.fn();
    shown.show(<Jump reviewId={review.id} codebooks={codebooks} onClose={onClose} />);
    expect(document.activeElement).toBe(field());
    type(field(), 'work');
    await expect.poll(options).toContainEqual(expect.stringContaining('The work 10.5555/a'));
    const first = chosen();
    key('ArrowDown');
    await expect.poll(chosen).not.toBe(first);
    key('ArrowUp');
    await expect.poll(chosen).toBe(first);
    key('Escape');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('what is called by no such words is said', async () => {
    const review = await ensureReview();
    shown.show(<Jump reviewId={review.id} codebooks={codebooks} onClose={() => {}} />);
    type(field(), 'zzzz');
    await expect.poll(() => shown.host.textContent).toContain('Nothing is called “zzzz”.');
  });
});
