/** The toolbar's question about a draft of an earlier paper: its words, and what its keys and buttons ask for. */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { BarClient } from '../../entrypoints/bar/client';
import { listenToKeys } from '../../entrypoints/bar/keys';
import { App } from '../../entrypoints/bar/ui/app';
import { builtInCodebooks } from '../../lib/codebook';
import type {
  BarCommand,
  BarView,
  FromBar,
  HandOnBar,
  LeftOnBar,
  ToBar,
} from '../../lib/messaging';
import { EMPTY_DRAFT } from '../../lib/tagging';

const codebooks = builtInCodebooks();
const [book] = codebooks;
const [influence] = book?.influences ?? [];
if (!book || !influence) throw new Error('no codebook is built in');

const DRAFT: LeftOnBar = {
  id: 'draft-1',
  paper: 'Peer workers in crisis houses',
  quote: 'Supervision kept most of them in their posts.',
  stance: 'supporting',
  influence: { codebookId: book.id, influenceId: influence.id },
  note: '',
  ofTag: false,
  ready: true,
  state: 'asked',
};

/** What the toolbar asked of the script. */
const asked: BarCommand[] = [];
let hear: (message: ToBar) => void = () => {};
const client = new BarClient({
  post: (message: FromBar) => {
    if ('command' in message) asked.push(message.command);
  },
  listen: (listener) => {
    hear = listener;
  },
});
listenToKeys(client);

let root: Root;
let host: HTMLElement;

beforeEach(() => {
  asked.length = 0;
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
  flushSync(() => root.render(<App client={client} />));
});
afterEach(() => {
  root.unmount();
  host.remove();
});

const show = (view: Partial<BarView>) =>
  flushSync(() => hear({ view: { mode: 'tagging', codebooks, hand: { kind: 'empty' }, ...view } }));
const composing = (quote: string, elsewhere: string | null): HandOnBar => ({
  ...{ kind: 'composing', draft: EMPTY_DRAFT, typed: null },
  statement: { statementId: null, quote, tags: [], sites: [], elsewhere },
});
const question = () => host.querySelector('[aria-label="Draft of an earlier paper"]');
const heading = () => question()?.querySelector('h2')?.textContent;
const press = (name: string) =>
  [...(question()?.querySelectorAll('button') ?? [])]
    .find((button) => button.textContent?.startsWith(name))
    ?.click();

test.each<[Partial<LeftOnBar>, string]>([
  [{}, 'Save this tag for “Peer workers in crisis houses”?'],
  [{ ready: false, influence: null }, 'Finish this tag for “Peer workers in crisis houses”?'],
  [{ ofTag: true, note: 'half' }, 'Save this note for “Peer workers in crisis houses”?'],
  [{ paper: null }, 'Which paper is this of? Bearing cannot tell yet.'],
  [{ paper: `${'word '.repeat(60)}end` }, `Save this tag for “${'word '.repeat(20).trim()}…”?`],
  [{ paper: 'evil\u202Eelti\u0007t' }, 'Save this tag for “evil⟨U+202E⟩elti␇t”?'],
])('it names the paper in one sentence: %o', (change, sentence) => {
  show({ left: [{ ...DRAFT, ...change }] });
  expect(heading()).toBe(sentence);
});

test('it shows what is at stake: words, stance, influence and note', () => {
  show({ left: [{ ...DRAFT, note: 'half a thought' }] });
  for (const part of [DRAFT.quote, 'supporting', influence.label, 'half a thought'])
    expect(question()?.textContent).toContain(part);
});

test('its buttons answer about this draft, one after the other', () => {
  show({ left: [DRAFT, { ...DRAFT, id: 'draft-2', paper: 'Another' }] });
  expect(question()?.textContent).toContain('1 more');
  press('Save');
  press('Discard');
  expect(asked).toEqual([
    { do: 'answer', id: 'draft-1', keep: true },
    { do: 'answer', id: 'draft-1', keep: false },
  ]);
});

test('Enter and Delete answer it while no statement is chosen', async () => {
  show({ left: [DRAFT] });
  await userEvent.keyboard('{Enter}{Delete}');
  expect(asked).toEqual([
    { do: 'run', asked: { command: 'keep-draft', arg: DRAFT.id } },
    { do: 'run', asked: { command: 'discard-draft', arg: DRAFT.id } },
  ]);
});

test('with a statement chosen the keys are that statement’s, and the question shows none', async () => {
  show({ left: [DRAFT], hand: composing('Another.', null) });
  expect(question()?.querySelector('kbd')).toBeNull();
  await userEvent.keyboard('{Enter}{Delete}');
  expect(asked).toEqual([
    { do: 'run', asked: { command: 'confirm' } },
    { do: 'run', asked: { command: 'delete' } },
  ]);
});

test('what waits for the page is shown as kept, and nothing is asked', () => {
  show({ left: [{ ...DRAFT, state: 'waits' }] });
  expect(question()).toBeNull();
  expect(host.querySelector('.waiting')?.textContent).toContain('saved when this page has loaded');
});

test('the question outlives tagging mode; its keys do not', () => {
  show({ mode: 'showing', left: [DRAFT] });
  expect(heading()).toContain('Save this tag');
  expect(question()?.querySelector('kbd')).toBeNull();
});

test('a draft that is being finished is the toolbar’s, with the name of its paper', () => {
  show({ left: [{ ...DRAFT, state: 'finishing' }], hand: composing(DRAFT.quote, DRAFT.paper) });
  expect(question()).toBeNull();
  expect(host.querySelector('[role="toolbar"]')?.textContent).toContain(DRAFT.paper);
});
