/** A row of the panel's list: its forms, whose words they show, and which row a key acts on. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/base.css';
import { buildRows, Labels, type Row } from '../../entrypoints/sidepanel/list/rows';
import { StatementItem } from '../../entrypoints/sidepanel/list/StatementItem';
import { StatementList } from '../../entrypoints/sidepanel/list/StatementList';
import { TagEditor } from '../../entrypoints/sidepanel/tag/TagEditor';
import { builtInCodebooks } from '../../lib/codebook';
import { CoderIndex, type Paper, type Tag } from '../../lib/model';
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

const actions = {
  ...{ go: vi.fn(), change: vi.fn(), remove: vi.fn(), keep: vi.fn(), retag: vi.fn() },
  ...{ joinedBy: vi.fn(), correct: vi.fn(), history: vi.fn() },
};

/** Rows "Statement 0", "Statement 1", ... of another paper's words. */
function rowsOf(n: number, rest = ''): Row[] {
  const quotes = Array.from({ length: n }, (_, i) => ({ quote: `Statement ${i}${rest}` }));
  const { statements, tags, papers } = paperRecords({ url: URL_HERE }, quotes);
  const saidBy: Paper | undefined = papers[0] && { ...papers[0], title: 'Quoted paper' };
  const tagged = statements.map((statement) => ({
    statement,
    saidBy,
    tags: tags.filter((tag) => tag.statementId === statement.id),
  }));
  return buildRows(tagged, null, { url: URL_HERE });
}

function List({ rows }: { rows: readonly Row[] }) {
  const [active, setActive] = useState<string | null>(null);
  return (
    <StatementList
      rows={rows}
      labels={labels}
      inUse={labels.codebooks}
      chosen={null}
      coders={null}
      isOwn={() => true}
      actions={actions}
      onTag={() => {}}
      active={active}
      onActive={setActive}
    />
  );
}

const itemOf = (quote: string) =>
  [...host.querySelectorAll('li[data-index]')].find(
    (item) => item.querySelector('[data-quote]')?.textContent === quote,
  );

/** The control of that row by its name, once it is drawn. */
async function controlOf(quote: string, name: string): Promise<HTMLElement> {
  const find = () =>
    [...(itemOf(quote)?.querySelectorAll<HTMLElement>('button') ?? [])].find((button) =>
      (button.getAttribute('aria-label') ?? button.textContent)?.startsWith(name),
    );
  await expect.poll(find).toBeTruthy();
  return find() as HTMLElement;
}

const key = (to: Element, init: KeyboardEventInit) =>
  to.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));

function showList(n: number, rest?: string): readonly Row[] {
  for (const action of Object.values(actions)) action.mockClear();
  const rows = rowsOf(n, rest);
  flushSync(() => root.render(<List rows={rows} />));
  return rows;
}

test.each(['Delete', 'Backspace'])('%s acts on the row that has the focus', async (name) => {
  const rows = showList(4);
  const history = await controlOf('Statement 2', 'History');
  history.focus();
  history.click();
  key(history, { key: name });
  expect(actions.remove).toHaveBeenCalledExactlyOnceWith(rows[2], rows[2]?.tags);
});

test('e edits the row that has the focus, and the arrows go on from it', async () => {
  showList(4);
  const history = await controlOf('Statement 2', 'History');
  history.focus();
  key(history, { key: 'e' });
  await expect.poll(() => itemOf('Statement 2')?.querySelector('[data-editor]')).toBeTruthy();
  expect(host.querySelectorAll('[data-editor]')).toHaveLength(1);
  (await controlOf('Statement 2', 'History')).focus();
  key(document.activeElement as Element, { key: 'ArrowUp' });
  await expect.poll(() => document.activeElement?.textContent).toBe('Statement 1');
});

test('a key that is held down deletes no further rows', async () => {
  showList(4);
  const quote = await controlOf('Statement 1', 'Statement 1');
  quote.focus();
  key(quote, { key: 'Delete' });
  key(quote, { key: 'Delete', repeat: true });
  expect(actions.remove).toHaveBeenCalledTimes(1);
});

test('no key of the list acts from inside a form', async () => {
  showList(4);
  (await controlOf('Statement 2', 'Not this paper?')).click();
  const cancel = await controlOf('Statement 2', 'Cancel');
  for (const name of ['Delete', 'Backspace', 'e', 'h', 'ArrowDown']) key(cancel, { key: name });
  (await controlOf('Statement 1', 'Edit tags')).click();
  const barrier = await controlOf('Statement 1', '\u2212barrier');
  for (const name of ['Delete', 'Backspace', 'e', 'h', 'ArrowDown']) key(barrier, { key: name });
  expect(actions.remove).not.toHaveBeenCalled();
  expect(actions.history).not.toHaveBeenCalled();
  expect(itemOf('Statement 1')?.querySelector('[data-editor]')).toBeTruthy();
});

test('forms that are half filled in are there when the list is scrolled back to them', async () => {
  showList(200);
  const titles = ['Half typed', 'Another, half typed'];
  for (const [i, title] of titles.entries()) {
    (await controlOf(`Statement ${i}`, 'Not this paper?')).click();
    await controlOf(`Statement ${i}`, 'Cancel');
    const field = itemOf(`Statement ${i}`)?.querySelector('form textarea');
    await userEvent.fill(field as Element, title);
  }
  const scroller = host.querySelector('ul')?.parentElement as HTMLElement;
  scroller.scrollTop = scroller.scrollHeight / 2;
  await expect.poll(() => itemOf('Statement 2')).toBeUndefined();
  scroller.scrollTop = 0;
  await expect.poll(() => itemOf('Statement 2')).toBeTruthy();
  const typed = [...host.querySelectorAll<HTMLTextAreaElement>('form textarea')];
  expect(typed.map(({ value }) => value)).toEqual(titles);
});

test('a press on a control of another row is not lost as that row becomes the active one', async () => {
  const rest = ' in many words'.repeat(20);
  showList(3, rest);
  const control = await controlOf(`Statement 1${rest}`, 'Not this paper?');
  await userEvent.click(control);
  await controlOf(`Statement 1${rest}`, 'Cancel');
  expect(itemOf(`Statement 1${rest}`)?.querySelector('[data-active]')).toBeTruthy();
});

test('the focus is on the quote once its form is closed', async () => {
  showList(4);
  (await controlOf('Statement 2', 'Not this paper?')).click();
  (await controlOf('Statement 2', 'Cancel')).click();
  await expect.poll(() => document.activeElement?.textContent).toBe('Statement 2');
  expect(host.querySelector('form')).toBeNull();
});

test('another coder’s tag and note are theirs in the text too', () => {
  const { statements, tags } = paperRecords({ url: URL_HERE }, [
    {
      quote: 'Q',
      tags: [
        { stance: 'supporting', note: 'my note' },
        { stance: 'contrasting', note: 'their note', coderId: crypto.randomUUID() },
      ],
    },
  ]);
  const [mine, theirs] = tags as [Tag, Tag];
  const coders = new CoderIndex([
    { id: mine.coderId, name: 'Me' },
    { id: theirs.coderId, name: 'Ana' },
  ]);
  const [row] = buildRows([{ statement: statements[0] as Row['statement'], tags }], null, {
    url: URL_HERE,
  });
  flushSync(() =>
    root.render(
      <StatementItem
        row={row as Row}
        lead={null}
        labels={labels}
        inUse={[]}
        active
        chosen={false}
        editing={null}
        correcting={false}
        coders={coders}
        isOwn={(tag) => tag === mine}
        actions={{ ...actions, edit: vi.fn(), correcting: vi.fn() }}
      />,
    ),
  );
  const read = (element: Element | null | undefined) => {
    const copy = element?.cloneNode(true) as Element;
    for (const hidden of copy.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
    return copy.textContent;
  };
  const described = host.querySelector('[data-quote]')?.getAttribute('aria-describedby') ?? '';
  const words = read(document.getElementById(described));
  expect(words).toContain(`contrasting ${labels.of(theirs)}, by Ana`);
  const notes = ['my note', 'their note'].map((note) =>
    [...host.querySelectorAll('p')].find((p) => p.textContent?.includes(note)),
  );
  expect(notes.map((note) => read(note?.parentElement))).toEqual([
    `Note on ${labels.of(mine)}: my note`,
    `Note by Ana on ${labels.of(theirs)}: their note`,
  ]);
  expect(notes.map((note) => note?.textContent)).toEqual(['my note', 'Ana: their note']);
});
