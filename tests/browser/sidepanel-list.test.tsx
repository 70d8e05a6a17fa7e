/** The panel's list as a reader meets it: what is drawn, its keys, and what is in a row. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../../components/tokens.css';
import '../../components/base.css';
import type { ListedRow } from '../../entrypoints/sidepanel/list/rows';
import { StatementList } from '../../entrypoints/sidepanel/list/StatementList';
import { inOrder, untaggedRows } from '../../entrypoints/sidepanel/list/untagged-rows';
import type { Tag } from '../../lib/model';
import { paperRecords } from '../support/panel-records';
import { labels, rowsOf, sentence, URL_HERE } from '../support/panel-rows';

describe('the list on screen', () => {
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

  const actions = {
    ...{ go: vi.fn(), change: vi.fn(), remove: vi.fn(), keep: vi.fn(), retag: vi.fn() },
    ...{ joinedBy: vi.fn(), correct: vi.fn(), history: vi.fn() },
    paper: paperRecords({ url: URL_HERE }, []).papers[0],
  };
  const onTag = vi.fn();
  function show(rows: readonly ListedRow[], isOwn: (tag: Tag) => boolean = () => true) {
    let active: string | null = null;
    const draw = () =>
      flushSync(() =>
        root.render(
          <StatementList
            rows={rows}
            labels={labels}
            inUse={labels.codebooks}
            chosen={null}
            coders={null}
            isOwn={isOwn}
            actions={actions}
            onTag={onTag}
            active={active}
            onActive={(id) => {
              active = id;
              queueMicrotask(draw);
            }}
          />,
        ),
      );
    draw();
  }
  const quotes = () => [...host.querySelectorAll<HTMLElement>('[data-quote]')];
  const press = (key: string) =>
    (document.activeElement ?? host).dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
    );
  const many = (n: number) =>
    rowsOf(
      Array.from({ length: n }, (_, i) => ({ quote: `Statement ${i}` })),
      Array.from({ length: n }, (_, i) => ({ order: i })),
    );

  test('draws only what is in sight of 5,000, and says how many there are', async () => {
    show(many(5_000));
    await expect.poll(() => quotes().length).toBeGreaterThan(2);
    expect(quotes().length).toBeLessThan(30);
    const first = host.querySelector('li');
    expect(first?.getAttribute('aria-setsize')).toBe('5000');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
  });

  test('one row is reached by Tab; arrows, End and Home move the focus', async () => {
    show(many(300));
    await expect.poll(() => quotes().length).toBeGreaterThan(2);
    expect(quotes().filter((q) => q.tabIndex === 0)).toHaveLength(1);
    quotes()[0]?.focus();
    await expect.poll(() => host.querySelector('[data-active] [data-quote]')).toBe(quotes()[0]);
    press('ArrowDown');
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 1');
    press('End');
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 299');
    press('Home');
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 0');
  });

  test('another coder’s tag is shown and neither edited nor deleted', async () => {
    actions.remove.mockClear();
    const rows = rowsOf([
      {
        quote: 'Both tagged this.',
        tags: [{ stance: 'supporting' }, { stance: 'contrasting', influenceId: 'psw.pay' }],
      },
      { quote: 'Only they tagged this.', tags: [{ stance: 'mentioning' }] },
    ]);
    const mine = rows[0]?.tags[0];
    show(rows, (tag) => tag === mine);
    await expect.poll(() => quotes().length).toBe(2);
    const named = (part: string) => host.querySelectorAll(`button[aria-label*="${part}"]`).length;
    expect([named('. Edit'), named('Edit tags'), named('Delete tag')]).toEqual([1, 1, 1]);
    quotes()[0]?.focus();
    press('Delete');
    expect(actions.remove).toHaveBeenCalledExactlyOnceWith(rows[0], [mine]);
    actions.remove.mockClear();
    press('End');
    await expect.poll(() => document.activeElement?.textContent).toBe('Only they tagged this.');
    press('Delete');
    press('e');
    expect(actions.remove).not.toHaveBeenCalled();
    expect(host.querySelector('[aria-expanded="true"]')).toBeNull();
  });

  test('Delete deletes the tags of the row and moves on to the next', async () => {
    actions.remove.mockClear();
    const rows = many(3);
    show(rows);
    await expect.poll(() => quotes().length).toBe(3);
    quotes()[1]?.focus();
    await expect.poll(() => quotes()[1]?.tabIndex).toBe(0);
    press('Delete');
    expect(actions.remove).toHaveBeenCalledWith(rows[1], rows[1]?.tags);
    await expect.poll(() => document.activeElement?.textContent).toBe('Statement 2');
  });

  test('a changed row says what was and what is, and asks whether it holds', async () => {
    const [row] = rowsOf(
      [{ quote: 'was associated' }],
      [
        {
          outcome: 'changed',
          text: 'was not associated',
          flags: ['negation'],
          diff: [
            { op: 'same', text: 'was' },
            { op: 'added', text: 'not' },
            { op: 'same', text: 'associated' },
          ],
        },
      ],
    );
    show(row ? [row] : []);
    await expect.poll(() => host.querySelector('ins')?.textContent).toBe('not');
    const names = [...host.querySelectorAll('fieldset button')].map((b) => b.textContent);
    expect(names).toEqual(['Keep', 'Re-tag', 'Drop']);
    const [quote] = quotes();
    const described = (quote?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(described.join(' ')).toContain('a negation');
  });

  test('a statement without a tag is chosen for tagging by Enter, and has nothing to edit or delete', async () => {
    const tagged = rowsOf([{ quote: 'Tagged here.' }], [{ order: 5 }]);
    const [untagged] = untaggedRows([sentence(4, 'Not tagged yet.', 9)], [], []);
    show(inOrder(tagged, untagged ? [untagged] : []));
    const rows = () => [...host.querySelectorAll<HTMLElement>('[data-row]')];
    await expect.poll(() => rows().length).toBe(2);
    rows()[0]?.focus();
    press('ArrowDown');
    await expect.poll(() => document.activeElement?.textContent).toBe('Not tagged yet.');
    actions.remove.mockClear();
    for (const key of ['Delete', 'e', 'h']) press(key);
    expect(actions.remove).not.toHaveBeenCalled();
    (document.activeElement as HTMLElement).click();
    expect(onTag).toHaveBeenCalledExactlyOnceWith(untagged);
    const described = document.activeElement?.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('Not tagged');
  });

  test('the dials of a tag are words', () => {
    const dials = { direction: 'barrier', strength: -1, basis: 'second-hand' } as const;
    show(rowsOf([{ quote: 'a', tags: [{ stance: 'supporting', ...dials }] }]));
    const chip = host.querySelector('[id$="-tags"] button');
    const words = [...(chip?.children ?? [])].map((part) => part.textContent).filter(Boolean);
    expect(words.slice(1)).toEqual(['barrier', 'strength \u22121', '2nd-hand']);
  });

  test('a statement of the full text leads to where it was tagged, and is not called lost', () => {
    const page = { url: 'https://other.example/a', representation: 'abstract' } as const;
    show(rowsOf([{ quote: 'full text' }], [{ outcome: 'lost', order: null }], page));
    const link = [...host.querySelectorAll('a')].map((a) => [a.textContent, a.href]);
    expect(link).toEqual([['Tagged in the full text: open it there', URL_HERE]]);
    expect(host.textContent).toContain('1 statement of this paper tagged elsewhere');
    expect(host.textContent).not.toMatch(/not found|Not on this page/);
  });

  test('headings stand where a section begins and before all that was not found', async () => {
    show(
      rowsOf(
        [
          { quote: 'a', section: 'Results' },
          { quote: 'b', section: 'Results' },
          { quote: 'c', section: 'Discussion' },
          { quote: 'd', section: 'Results' },
        ],
        [{ order: 1 }, { order: 2 }, { order: 3 }, { outcome: 'lost', order: null }],
      ),
    );
    await expect
      .poll(() => [...host.querySelectorAll('h2')].map((h) => h.textContent))
      .toEqual(['Results', 'Discussion', '1 statement not found on this page']);
  });
});
