/** A row of the panel's list: its forms, whose words they show, and which row a key acts on. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/base.css';
import { Labels } from '../../entrypoints/sidepanel/rows';
import { TagEditor } from '../../entrypoints/sidepanel/TagEditor';
import { builtInCodebooks } from '../../lib/codebook';
import type { Tag } from '../../lib/model';
import { paperRecords } from '../support/panel-records';

const URL_HERE = 'https://journal.example/1';
const labels = new Labels(builtInCodebooks());

let root: Root;
let host: HTMLElement;
beforeEach(() => {
  host = document.createElement('div');
  host.style.cssText = 'display: flex; flex-direction: column; width: 360px; height: 400px';
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  root.unmount();
  host.remove();
});

test('leaving the note after an undo does not write the old words back', async () => {
  const { tags } = paperRecords({ url: URL_HERE }, [
    { quote: 'Q', tags: [{ stance: 'supporting', note: 'old' }] },
  ]);
  const [tag] = tags as [Tag];
  const onChange = vi.fn();
  const draw = (note: string) =>
    flushSync(() =>
      root.render(
        <TagEditor
          tag={{ ...tag, note }}
          labels={labels}
          inUse={[]}
          onChange={onChange}
          onDelete={vi.fn()}
          onDone={vi.fn()}
        />,
      ),
    );
  draw('old');
  const note = host.querySelector('textarea') as HTMLTextAreaElement;
  await userEvent.fill(note, 'new');
  await userEvent.tab();
  draw('new');
  draw('old');
  expect(note.value).toBe('old');
  note.focus();
  await userEvent.tab();
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ note: 'new' });
});
