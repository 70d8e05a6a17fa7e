/**
 * Tags on a page that never rests: at some moment of each one the page does something that pages do, or the reader
 * does; in random order, every kind at every moment. A failing run comes back with its seed.
 */
import type { Page } from '@playwright/test';
import { until } from '../../scripts/drive.mjs';
import { barOf, chosenText, tagging } from '../../scripts/ui.mjs';
import { type Bearing, expect } from './extension';
import { pick, type Random, seeded, shuffled } from './random';
import { type StoredTag, storedTags } from './stored';
import { DEMO, startTagging } from './tagging';

const STANCES = ['s', 'c', 'm'] as const;
/** Letters that are commands of tagging mode as well. */
const TYPED = 'jscm123 x is text';

/** A page without its text is waited for, ten seconds; a busy machine saves late. */
const SAVED_WITHIN_MS = 16_000;

const MOMENTS = ['chosen', 'stance', 'influence'] as const;

/** What pages do, as code that runs in the page. `undo` is what a reader does before going on. */
const PAGE_DOES: Record<string, { act: string; undo?: string }> = {
  'renders the article anew': {
    act: "const a = document.querySelector('article, main'); a.replaceWith(a.cloneNode(true));",
  },
  'renders the paragraphs anew': {
    act: "for (const p of document.querySelectorAll('p')) p.replaceWith(p.cloneNode(true));",
  },
  'replaces its body': { act: 'document.body.replaceWith(document.body.cloneNode(true));' },
  'rewrites its address': { act: "history.replaceState(null, '', '?s=' + Math.random());" },
  'takes the focus': {
    act:
      "const b = document.body.appendChild(document.createElement('button')); b.textContent = 'x'; b.id = 'thief';" +
      'b.focus();',
    undo: "document.querySelector('#thief')?.remove();",
  },
  'opens a modal dialog': {
    act: "const d = document.body.appendChild(document.createElement('dialog')); d.textContent = 'Cookies?'; d.showModal();",
    undo: "for (const d of document.querySelectorAll('dialog')) d.remove();",
  },
  'shows the article full screen': {
    act: "document.querySelector('article, main').requestFullscreen().catch(() => {});",
    undo: 'if (document.fullscreenElement) document.exitFullscreen();',
  },
  'throws our element out': {
    act: `document.querySelector('div[popover="manual"]')?.remove();`,
  },
  'takes the article out': {
    act: "for (const p of document.querySelectorAll('article p, main p')) p.remove();",
  },
  'shows another article': {
    act:
      "history.pushState(null, '', '/articles/another'); document.title = 'Another article altogether';" +
      "const a = document.querySelector('article, main'); const b = document.createElement(a.localName);" +
      "b.innerHTML = '<h1>Another article altogether</h1>' + '<p>Words of another article, which nobody has chosen here at all.</p>'.repeat(9);" +
      'a.replaceWith(b);',
  },
};
/** What the reader does in between. */
const TYPES_ELSEWHERE = 'gives an editor the focus';
const LEAVES = 'is left and comes back';
const KINDS = [...Object.keys(PAGE_DOES), TYPES_ELSEWHERE, LEAVES];

/** Everything that can happen, at every moment: each once before anything happens again. */
const INTERFERENCES = KINDS.flatMap((what) => MOMENTS.map((at) => ({ what, at })));

/**
 * `unsaved`: shown as unsaved and kept, or asked about because the page shows another article. `not made`: the toolbar
 * for the statement went with its text, in sight, before anything was begun, or the page was left and loaded anew.
 */
export type Outcome = 'saved' | 'unsaved' | 'not made' | 'lost';

export interface Tagged {
  what: string;
  at: (typeof MOMENTS)[number];
  words: string;
  onPage: boolean;
  outcome: Outcome;
}

const act = (page: Page, code: string) => page.evaluate((act) => void new Function(act)(), code);

/** The toolbar is where the reader sees it: keys without it do nothing. */
async function untilToolbar(page: Page): Promise<void> {
  const isShown = async () => ((await isAtHand(page)) ? true : undefined);
  await until('the toolbar', isShown, 3_000).catch(() => undefined);
}

/** Goes to the next statement that has not been tagged with this key: tagged again it would be changed instead. */
async function chooseNext(page: Page, run: Run): Promise<string> {
  let before = await chosenText(page);
  let askedAt = Date.now();
  const next = async () => {
    askedAt = Date.now();
    await page.keyboard.press('j');
  };
  await next();
  return until('the next statement', async () => {
    const now = await chosenText(page);
    if (now && now !== before) {
      if (!run.done.has(now)) return now;
      before = now;
      await next();
    } else if (Date.now() - askedAt > ASKS_AFTER_MS) {
      // As a reader does whose key a page that is rendering itself anew has cost.
      run.askedAgain += 1;
      await next();
    }
    return undefined;
  });
}

async function isOnPage(page: Page, words: string): Promise<boolean> {
  return page.evaluate(
    (text) => document.body.innerText.replace(/\s+/g, ' ').includes(text),
    words,
  );
}

async function unsavedOn(page: Page): Promise<string[]> {
  const bar = barOf(page);
  return bar ? bar.locator('.unsaved q, .asked q').allInnerTexts() : [];
}

/** What the reader has done and seen so far. */
interface Run {
  random: Random;
  /** What is still to happen. */
  deck: typeof INTERFERENCES;
  tags: Tagged[];
  /** Letters that did not arrive in an editor of the page. */
  lettersLost: number;
  /** Keys that the page cost, and that were pressed again. */
  askedAgain: number;
  known: Set<string>;
  /** The statements of this key. */
  done: Set<string>;
  /** What each number key meant. */
  keys: Record<number, string[]>;
}

export interface Ran extends Pick<Run, 'tags' | 'lettersLost' | 'askedAgain'> {
  /** Number keys that meant more than one influence. */
  keysThatChanged: number[];
  stored: StoredTag[];
}

/** What happens at one moment of a tag. */
async function interfere(page: Page, what: string, run: Run): Promise<void> {
  if (what === TYPES_ELSEWHERE) {
    await act(
      page,
      "const e = document.body.appendChild(document.createElement('textarea')); e.id = 'thief'; e.focus();",
    );
    await page.keyboard.type(TYPED);
    const got = await page.locator('#thief').inputValue();
    if (got !== TYPED) run.lettersLost += TYPED.length - got.length || 1;
    await act(page, "document.querySelector('#thief').remove();");
  } else if (what === LEAVES) {
    const { href } = new URL(page.url());
    await page.goto(new URL('/notices/opening-hours', href).href);
    await page.goBack();
    return;
  } else await act(page, PAGE_DOES[what]?.act ?? '');
  await untilToolbar(page);
}

/** Whether the words are chosen, and the toolbar for them is in sight. */
async function isAtHand(page: Page): Promise<boolean> {
  return tagging
    .toolbar(page)
    .isVisible()
    .catch(() => false);
}

/** The reader sees that a draft of these words is kept. */
function isKept(page: Page, words: string): Promise<boolean> {
  const looks = async () => (await unsavedOn(page).catch(() => [])).map(flat).includes(words);
  return until('the draft', async () => (await looks()) || undefined, ASKED_WITHIN_MS).catch(
    () => false,
  );
}

/** Until then a page has shown what it goes on to. */
const ASKED_WITHIN_MS = 6_000;

/** One tag, with its interference. */
async function tagOne(bearing: Bearing, page: Page, key: number, run: Run): Promise<Tagged> {
  const { random, known, keys } = run;
  if (!run.deck.length) run.deck = shuffled(random, INTERFERENCES);
  const { what, at } = run.deck.pop() as (typeof INTERFERENCES)[number];
  const stance = pick(random, STANCES);
  const words = await chooseNext(page, run);
  run.done.add(words);
  const onItsWay = async (moment: Tagged['at']) => {
    if (moment !== at) return true;
    await interfere(page, what, run);
    return moment === 'influence' || isAtHand(page);
  };
  const done = async (outcome: Outcome): Promise<Tagged> => ({
    ...{ what, at, words, outcome },
    onPage: await isOnPage(page, words),
  });
  // Whoever sees that the choice has gone with its text does not go on.
  if (!(await onItsWay('chosen'))) return done('not made');
  await page.keyboard.press(stance);
  if (!(await onItsWay('stance')))
    return done((await isKept(page, words)) ? 'unsaved' : 'not made');
  await page.keyboard.press(String(key));
  await onItsWay('influence');
  const asksAt = Date.now() + ASKS_AFTER_MS;
  let answered = false;
  const outcome = await until<Outcome>(
    'the tag',
    async () => {
      // The frame and the worker that are asked may be gone, and others there: they are asked again.
      const stored = await storedTags(bearing).catch(() => []);
      const tag = stored.find(({ id, quote }) => quote === words && !known.has(id));
      if (tag) {
        known.add(tag.id);
        keys[key] = [...new Set([...(keys[key] ?? []), tag.influenceId])];
        return 'saved';
      }
      // A key that the page has cost is asked for in sight: the reader presses it again, once.
      if (!answered && Date.now() > asksAt) {
        answered = true;
        const asked = await Promise.race([barText(page), noAnswer()]);
        if (/Which stance/.test(String(asked))) {
          run.askedAgain += 1;
          await page.keyboard.press(stance);
        }
      }
      const unsaved = await Promise.race([unsavedOn(page).catch(() => []), noAnswer()]);
      return unsaved.some((quote) => flat(quote) === words) ? 'unsaved' : undefined;
    },
    SAVED_WITHIN_MS,
  ).catch((): Outcome => 'lost');
  if (outcome === 'lost') console.log(what, at, words, await barText(page));
  return done(outcome);
}

/** Until then a tag may still be on its way. */
const ASKS_AFTER_MS = 4_000;
/** A frame that is being taken out may not answer at all. */
const ANSWERS_WITHIN_MS = 500;
const noAnswer = () =>
  new Promise<string[]>((resolve) => {
    setTimeout(() => resolve([]), ANSWERS_WITHIN_MS);
  });

const barText = async (page: Page) => barOf(page)?.locator('body').innerText().catch(String);

/**
 * Tags, with an interference at a random moment of each one.
 * @param keys one number key a block, so that no tag repeats an earlier one
 */
export async function tagThrough(
  bearing: Bearing,
  site: string,
  { seed, keys, tagsAKey }: { seed: number; keys: number; tagsAKey: number },
): Promise<Ran> {
  const run: Run = {
    random: seeded(seed),
    deck: [],
    tags: [],
    lettersLost: 0,
    askedAgain: 0,
    known: new Set(),
    done: new Set(),
    keys: {},
  };
  for (let key = 1; key <= keys; key += 1) {
    run.done.clear();
    let page = await startTagging(bearing, site + DEMO);
    for (let i = 0; i < tagsAKey; i += 1) {
      const tag = await tagOne(bearing, page, key, run);
      run.tags.push(tag);
      if (tag.onPage && tag.outcome === 'saved' && tag.what !== LEAVES) {
        await act(page, PAGE_DOES[tag.what]?.undo ?? '');
        continue;
      }
      await page.close();
      page = await startTagging(bearing, site + DEMO);
    }
    await page.close();
  }
  const keysThatChanged = Object.entries(run.keys).filter(([, meant]) => meant.length > 1);
  return {
    tags: run.tags,
    lettersLost: run.lettersLost,
    askedAgain: run.askedAgain,
    keysThatChanged: keysThatChanged.map(([key]) => Number(key)),
    stored: await storedTags(bearing),
  };
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Of the tags whose words are still on the page. */
const LEAST_SAVED = 0.98;

/** Of the tags: keys that the page cost, and that the toolbar asked for in sight. */
const MOST_ASKED_AGAIN = 0.06;

export function expectNothingLost(ran: Ran): void {
  const { tags, lettersLost, askedAgain, keysThatChanged, stored } = ran;
  const counts: Partial<Record<Outcome, number>> = {};
  for (const { outcome } of tags) counts[outcome] = (counts[outcome] ?? 0) + 1;
  console.log(
    `${tags.length} tags: ${JSON.stringify(counts)}; asked again for ${askedAgain} stances`,
  );
  const names = (of: Tagged[]) =>
    of.map(({ what, at, words }) => `${what} (${at}): ${words.slice(0, 40)}`);
  expect(lettersLost).toBe(0);
  expect(askedAgain / tags.length).toBeLessThanOrEqual(MOST_ASKED_AGAIN);
  expect(keysThatChanged).toEqual([]);
  expect(names(tags.filter(({ outcome }) => outcome === 'lost'))).toEqual([]);
  // Nothing but what was chosen: no tag of other words, none from letters that were text.
  const saved = tags.filter(({ outcome }) => outcome === 'saved');
  expect(stored.map(({ quote }) => quote).sort()).toEqual(saved.map(({ words }) => words).sort());
  // What was begun is never dropped, unless its page was loaded anew.
  const notMade = tags.filter(({ outcome }) => outcome === 'not made');
  expect(names(notMade.filter(({ at, what }) => at !== 'chosen' && what !== LEAVES))).toEqual([]);
  const left = tags.filter(({ what }) => what === LEAVES);
  const savedLeft = left.filter(({ outcome }) => outcome === 'saved');
  console.log(`${left.length} on pages that were left, ${savedLeft.length} of them saved`);
  expect(savedLeft.length).toBeGreaterThan(0);
  expect(
    names(left.filter(({ at, outcome }) => at === 'influence' && outcome !== 'saved')),
  ).toEqual([]);
  const here = tags.filter(
    ({ onPage, what, outcome }) => onPage && !(what === LEAVES && outcome === 'not made'),
  );
  const savedHere = here.filter(({ outcome }) => outcome === 'saved');
  console.log(`${here.length} with their words on the page, ${savedHere.length} of them saved`);
  expect(savedHere.length / here.length).toBeGreaterThanOrEqual(LEAST_SAVED);
}
