/** The toolbar's look and words: what is spoken, where it is, and that it fits small windows. */
import '../../components/tokens.css';
import '../../entrypoints/bar/ui/styles/base.css';
import '../../entrypoints/bar/ui/styles/toolbar.css';
import '../../entrypoints/bar/ui/styles/panels.css';
import '../../entrypoints/bar/ui/styles/corner.css';
import '../../entrypoints/bar/ui/styles/page-marks.css';
import '../../entrypoints/bar/ui/styles/conditions.css';
import { flushSync } from 'react-dom';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { BarClient } from '../../entrypoints/bar/client';
import { App } from '../../entrypoints/bar/ui/app';
import { builtInCodebooks } from '../../lib/codebook';
import { influencesOf } from '../../lib/codebook/influences';
import type { BarView, Box, FromBar, HandOnBar, ToBar } from '../../lib/messaging';
import type { Tag } from '../../lib/model';
import { EMPTY_DRAFT, type NumberKey } from '../../lib/tagging';
import { mounted } from '../support/mounted';

const place = mounted();
const codebooks = builtInCodebooks();
const all = influencesOf(codebooks).all;
const numberKeys: NumberKey[] = all
  .slice(0, 9)
  .map((quick, at) => ({ number: at + 1, state: 'set', quick }));
const [first, second] = all;
if (!first || !second) throw new Error('no codebook is built in');
const last = { codebookId: second.codebookId, influenceId: second.influenceId };

const asked: FromBar[] = [];
function bar(view: Partial<BarView>, current: Box | null, card: Box | null = null): void {
  let hear: (message: ToBar) => void = () => {};
  const client = new BarClient({
    post: (message) => asked.push(message),
    listen: (listener) => {
      hear = listener;
    },
  });
  place.render(<App client={client} />);
  flushSync(() => {
    hear({ anchors: { current, card, listed: [] } });
    hear({ view: { mode: 'tagging', codebooks, numberKeys, last, ...view } });
  });
}
afterEach(async () => {
  asked.length = 0;
  await page.viewport(1280, 720);
});

const QUOTE = 'Supervision kept most workers in their posts.';
const statement = { statementId: null, quote: QUOTE, tags: [], sites: [], elsewhere: null };
const composing = (draft: object = {}): HandOnBar => ({
  ...{ kind: 'composing', draft: { ...EMPTY_DRAFT, ...draft }, typed: null, statement },
});
const tag = {
  ...{ id: 'tag', statementId: 'one', stance: 'supporting', direction: 'both', strength: 2 },
  ...{ basis: 'own', note: '', codebookId: first.codebookId, influenceId: first.influenceId },
} as unknown as Tag;
const saved: HandOnBar = {
  ...{ kind: 'saved', tag, draft: EMPTY_DRAFT, typed: null },
  statement: { ...statement, statementId: 'one', tags: [{ tag, statement: {} as never }] },
};

const part = (selector: string) => place.host.querySelector<HTMLElement>(selector);
const boxOf = (selector: string) => part(selector)?.getBoundingClientRect() ?? new DOMRect();
const meet = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const spoken = () => part('.sr[role="status"]')?.textContent ?? '';
const placed = () =>
  vi.waitFor(() => expect(part('.toolbar')?.dataset.placement).toBeDefined(), 2_000);

test('the chosen statement and each part of its tag are spoken', () => {
  bar({ hand: composing() }, { x: 100, y: 300, width: 500, height: 24 });
  expect(spoken()).toContain(`Statement: ${QUOTE}`);
  bar({ hand: composing({ stance: 'supporting' }) }, null);
  expect(spoken()).toContain('supporting. Which influence? Enter: ');
  bar({ hand: composing({ direction: 'both', strength: 2 }) }, null);
  expect(spoken()).toContain('both, strength +2, strong positive');
});

test('the influence used last is on Enter before a stance is chosen, with what it means', async () => {
  bar({ hand: composing() }, { x: 100, y: 300, width: 500, height: 24 });
  expect(part('.prompt')?.textContent).toContain(`Enter ${second.label}`);
  const before = boxOf('.toolbar').height;
  expect(part('.definition')?.textContent).toContain(second.influence.definition.slice(0, 30));
  const button = part('.influence[aria-keyshortcuts="1"]') as HTMLElement;
  await userEvent.hover(button);
  await vi.waitFor(() => expect(part('.definition')?.textContent).toContain(first.label));
  // What is clicked does not move under the pointer.
  expect(boxOf('.toolbar').height).toBe(before);
});

test('before anything was used, the place of a definition has how to read one, and is as high', async () => {
  const at = { x: 100, y: 300, width: 500, height: 24 };
  bar({ hand: composing() }, at);
  const { height } = boxOf('.definition');
  bar({ hand: composing(), last: null }, at);
  expect(part('.definition')?.textContent).toBe('Point at an influence to read what it means.');
  expect(boxOf('.definition').height).toBe(height);
});

test('both directions are one button, which turns on what is off', async () => {
  bar({ hand: composing({ direction: 'barrier' }) }, { x: 100, y: 300, width: 500, height: 24 });
  await userEvent.click(page.getByRole('button', { name: /^both/ }));
  expect(asked).toContainEqual({ command: { do: 'run', asked: { command: 'facilitator' } } });
  expect(asked).not.toContainEqual({ command: { do: 'run', asked: { command: 'barrier' } } });
});

test.each([
  ['in the middle of the window', 300],
  ['at its top', 20],
])('after a save the lines below a statement %s are free', async (_, y) => {
  const at = { x: 100, y, width: 500, height: 48 };
  bar({ hand: saved }, at);
  await placed();
  expect(meet(boxOf('.toolbar'), new DOMRect(100, y, 640, 48 + 120))).toBe(false);
  expect(meet(boxOf('.toolbar'), boxOf('.corner'))).toBe(false);
});

test.each([
  [320, 320],
  [480, 320],
  [320, 568],
  [1280, 400],
])('in a window of %i × %i the toolbar is whole and off the statement', async (width, height) => {
  await page.viewport(width, height);
  const at = { x: 12, y: 64, width: width - 24, height: 50 };
  bar({ hand: composing() }, at);
  await placed();
  await vi.waitFor(() => {
    const { left, top, right, bottom } = boxOf('.toolbar');
    expect(left >= 0 && top >= 0 && right <= width && bottom <= height).toBe(true);
    // Of a statement there is at least the beginning to be seen.
    expect(meet(boxOf('.toolbar'), new DOMRect(at.x, at.y, at.width, 24))).toBe(false);
  });
  // A name is in words, not in a column of letters.
  expect(boxOf('.row .prompt').height).toBeLessThan(60);
  expect((part('.stances') as HTMLElement).getBoundingClientRect().bottom).toBeLessThan(height);
});

test('the card of a reference is never on the toolbar', async () => {
  const references = [
    { id: 'r1', label: '1', text: 'A work', title: 'A work about supervision', year: 2011 },
  ];
  // The marker is at the end of the statement, right above the toolbar.
  const card = { references, known: null } as unknown as BarView['card'];
  bar(
    { hand: composing(), card },
    { x: 100, y: 100, width: 500, height: 24 },
    { x: 560, y: 100, width: 20, height: 20 },
  );
  await placed();
  await vi.waitFor(() => expect(boxOf('.reference-card').width).toBeGreaterThan(0));
  await vi.waitFor(() => expect(meet(boxOf('.reference-card'), boxOf('.toolbar'))).toBe(false));
});

test('a message is never on the toolbar', async () => {
  const toast = { kind: 'at-end', tag: null, replaced: null, draft: null } as const;
  bar({ hand: composing(), toast }, { x: 700, y: 440, width: 500, height: 24 });
  await placed();
  await vi.waitFor(() => expect(meet(boxOf('.corner'), boxOf('.toolbar'))).toBe(false));
});

test('keys that do nothing are not promised', () => {
  bar({ hand: { kind: 'empty' } }, null);
  expect(part('.mode-bar')?.textContent).toContain('press j');
  bar({ hand: { kind: 'empty' }, paused: 'taken' }, null);
  expect(part('.mode-bar')?.textContent).toContain('Another extension takes the keys');
  expect(part('.mode-bar')?.textContent).not.toContain('press j');
});

test('without tagging mode the tags of a highlight are shown, and opened by a click', async () => {
  bar({ mode: 'showing', peek: [{ tag, statement: {} as never }] }, null, {
    x: 100,
    y: 100,
    width: 300,
    height: 20,
  });
  expect(part('.peek')?.textContent).toContain(first.label);
  expect(part('.peek')?.textContent).toContain('strength +2, strong positive');
  expect(part('.mode-bar')).toBeNull();
  await userEvent.click(part('.peek button') as HTMLElement);
  expect(asked).toContainEqual({ command: { do: 'edit', tagId: 'tag' } });
});
