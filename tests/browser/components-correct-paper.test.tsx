/** "Not this paper?": what was asked about is what is saved, once, and what goes wrong is said. */
import { expect, test, vi } from 'vitest';
import { CorrectPaper } from '../../components/paper/CorrectPaper';
import { type Corrections, PaperFacts } from '../../lib/model';
import type { Joining } from '../../lib/store';
import { control, inRoom, press, type } from '../support/in-room';
import { PAGE_A } from '../unit/store/support';

const room = inRoom();
const paper = PaperFacts.parse(PAGE_A.paper);
const doi = () => room.host.querySelector('input') as HTMLInputElement;

function show(joinedBy: (fields: Corrections) => Promise<Joining | null>) {
  const onSave = vi.fn<(fields: Corrections) => Promise<void>>(async () => {});
  room.show(
    <CorrectPaper
      paper={paper}
      conflicts={[]}
      joinedBy={joinedBy}
      onSave={onSave}
      onCancel={() => {}}
    />,
  );
  return onSave;
}

test('what could not be asked is said, and nothing is saved', async () => {
  const onSave = show(() => Promise.reject(new Error('the disk is gone')));
  type(doi(), '10.5555/x');
  await press('Save');
  await expect.poll(() => room.host.querySelector('[role=alert]')?.textContent).toContain('disk');
  expect(onSave).not.toHaveBeenCalled();
  expect(control('button', 'Save')).toHaveProperty('disabled', false);
});

test('what could not be saved is said, and the form keeps what was typed', async () => {
  const onSave = show(async () => null);
  onSave.mockRejectedValue(new Error('the disk is full'));
  type(doi(), '10.5555/x');
  await press('Save');
  await expect.poll(() => room.host.querySelector('[role=alert]')?.textContent).toContain('full');
  expect(doi().value).toBe('10.5555/x');
});

test('while it is asked nothing changes, and the answer is about what is saved', async () => {
  let answer: (joining: Joining) => void = () => {};
  const onSave = show(() => new Promise((resolve) => (answer = resolve)));
  type(doi(), '10.5555/x');
  const form = room.host.querySelector('form');
  form?.requestSubmit();
  form?.requestSubmit();
  await expect.poll(() => doi().readOnly).toBe(true);
  const other = { ...paper, id: 'x', urls: [], title: 'Paper X' };
  answer({ paper: other, tags: 0, tagsThere: 3 } as unknown as Joining);
  await press('Join them');
  await expect.poll(() => onSave.mock.calls.length).toBe(1);
  expect(onSave.mock.calls[0]?.[0]).toMatchObject({ doi: '10.5555/x' });
});
