/** Where you were: the last own tag, what was begun, the last backup, and what pages have changed, over the real store. */
import { describe, expect, test, vi } from 'vitest';
import { useEvidenceMap } from '../../components/map/use-evidence-map';
import { ComingBack } from '../../components/review/ComingBack';
import { changeSettings, noteSightings, placePaper, saveTag } from '../../lib/store';
import { inRoom, press } from '../support/in-room';
import { newTag, PAGE_A, PAGE_B } from '../unit/store/support';

const asked = vi.hoisted(() => vi.fn(async (_address: string, _statementId: string) => null));
vi.mock('../../lib/browser/open-statement', async (original) => ({
  ...(await original<object>()),
  openStatement: asked,
}));

const shown = inRoom();

function Here() {
  const live = useEvidenceMap({ unit: 'papers', denominator: 'all', secondHand: false });
  return live ? (
    <>
      <ComingBack live={live} place="room" />
      <p>counted</p>
    </>
  ) : null;
}
const text = () => shown.host.textContent ?? '';

test('the paper and the words that were tagged last are named, and how many papers are begun', async () => {
  const { tag: first } = await saveTag(
    newTag({ on: PAGE_A, statement: { quote: 'The first words.' } }),
  );
  await saveTag(newTag({ on: PAGE_B, statement: { quote: 'The last words.' } }));
  // A paper that is tagged is being read, until it is read.
  await placePaper(first.reviewId, first.paperId, { progress: 'read' });
  await changeSettings({ lastBackupAt: '2026-11-02T10:00:00.000Z' });
  shown.show(<Here />);
  await expect.poll(text).toContain('“The last words.”');
  expect(text()).toContain('The work 10.5555/b');
  expect(text()).not.toContain('The first words.');
  expect(text()).toMatch(/last backup .*2026/);
  const begun = [...shown.host.querySelectorAll('a')].find((one) => /begun/.test(one.textContent));
  expect(begun?.textContent).toBe('1 paper begun, not done');
  expect(begun?.getAttribute('href')).toContain('progress=reading');
});

test('without a backup that is said; without a tag there is nothing to come back to', async () => {
  shown.show(<Here />);
  await saveTag(newTag({ on: PAGE_A, statement: { quote: 'Some words.' } }));
  await expect.poll(text).toContain('no backup yet');
});

describe('quotes that are not as tagged any more', () => {
  const quoteButtons = () =>
    [...shown.host.querySelectorAll<HTMLButtonElement>('li button')].map((one) => one.textContent);

  async function lost(quote: string, day: number) {
    const { statement } = await saveTag(newTag({ on: PAGE_A, quote }));
    const seen = (outcome: 'found' | 'lost') => [{ statementId: statement.id, outcome }] as const;
    await noteSightings(PAGE_A.url, seen('found'), `2027-03-0${day}T10:00:00Z`);
    await noteSightings(PAGE_A.url, seen('lost'), `2027-04-0${day}T10:00:00Z`);
    return () => noteSightings(PAGE_A.url, seen('found'), '2027-05-01T10:00:00Z');
  }

  test('are listed with their dates, and leave the list when their page has them again', async () => {
    const back = await lost('Supervision helped.', 1);
    shown.show(<Here />);
    await expect.poll(text).toContain('1 quote changed or not found');
    expect(text()).toMatch(/Not found · last seen as tagged on .*2027/);
    expect(quoteButtons()).toEqual(['“Supervision helped.”']);
    await back();
    await expect.poll(text).not.toContain('changed or gone');
  });

  test('one press opens the page at the words', async () => {
    await lost('Supervision helped.', 1);
    shown.show(<Here />);
    await expect.poll(quoteButtons).toHaveLength(1);
    shown.host.querySelector<HTMLButtonElement>('li button')?.click();
    await expect.poll(() => asked.mock.calls.at(-1)?.[0]).toBe(PAGE_A.url);
  });

  test('beyond three are a press away', async () => {
    for (let day = 1; day <= 5; day += 1) await lost(`Quote ${day}.`, day);
    shown.show(<Here />);
    await expect.poll(quoteButtons).toEqual(['“Quote 5.”', '“Quote 4.”', '“Quote 3.”']);
    await press('Show 2 more');
    await expect.poll(quoteButtons).toHaveLength(5);
    await press('Show fewer');
    await expect.poll(quoteButtons).toHaveLength(3);
  });
});
