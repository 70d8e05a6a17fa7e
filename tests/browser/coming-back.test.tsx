/** Where you were: the last own tag, what was begun, and the last backup, over the real store. */
import { expect, test } from 'vitest';
import { useEvidenceMap } from '../../components/map/use-evidence-map';
import { ComingBack } from '../../components/review/ComingBack';
import { changeSettings, placePaper, saveTag } from '../../lib/store';
import { inRoom } from '../support/in-room';
import { newTag, PAGE_A, PAGE_B } from '../unit/store/support';

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
