/**
 * A hundred tags on a page that never rests: at a random moment of each one the page does something that pages do.
 * Every tag is saved with exactly the words that were chosen, or is shown as unsaved and kept; letters typed into
 * the page's own editors are text there and never commands. A failing case comes back with its seed.
 */
import type { Page } from '@playwright/test';
import { until } from '../../scripts/drive.mjs';
import { barOf, chosenText, startFromPopup, tagging } from '../../scripts/ui.mjs';
import { pick, seeded } from '../support/anchor-quotes';
import { type Bearing, test as base, expect } from '../support/extension';
import { storedTags } from '../support/stored';

const test = base.extend({ look: { backForwardCache: true } });

const DEMO = '/articles/peer-support-demo';
const STANCES = ['s', 'c', 'm'] as const;
/** One influence a block, so that no tag repeats an earlier one: the number keys. */
const BLOCKS = 9;
const TAGS_A_BLOCK = 12;
/** Of the tags whose words are still on the page. */
const LEAST_SAVED = 0.98;
/** Letters that are commands of tagging mode as well. */
const TYPED = 'jscm123 x is text';

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
/** What the test itself does to the page, beside those. */
const OTHERS = ['gives an editor the focus', 'is left and comes back'] as const;

type Outcome = 'saved' | 'unsaved' | 'lost';

interface Tagged {
  what: string;
  at: (typeof MOMENTS)[number];
  words: string;
  onPage: boolean;
  outcome: Outcome;
}

async function startTagging(bearing: Bearing, url: string): Promise<Page> {
  const page = await bearing.open(url);
  await page.bringToFront();
  await startFromPopup(await bearing.popup(page), page);
  return page;
}

const run = (page: Page, code: string) => page.evaluate((act) => void new Function(act)(), code);

/** The toolbar is where the reader sees it: keys without it do nothing. */
async function untilToolbar(page: Page): Promise<void> {
  const shown = () =>
    tagging
      .toolbar(page)
      .isVisible()
      .catch(() => false);
  await until('the toolbar', async () => ((await shown()) ? true : undefined), 3_000).catch(
    () => undefined,
  );
}

async function chooseNext(page: Page): Promise<string> {
  const before = await chosenText(page);
  return until('the next statement', async () => {
    await page.keyboard.press('j');
    const now = await chosenText(page);
    return now && now !== before ? now : undefined;
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
  return bar ? bar.locator('.unsaved q').allInnerTexts() : [];
}

for (const seed of [20_261, 20_262])
  test(`${BLOCKS * TAGS_A_BLOCK} tags on a page that never rests, seed ${seed}`, async ({
    bearing,
    site,
  }) => {
    test.setTimeout(300_000);
    const random = seeded(seed);
    const all: Tagged[] = [];
    let lettersLost = 0;
    const known = new Set<string>();
    /** What each number key meant. */
    const keys: Record<number, string[]> = {};
    const kinds = [...Object.keys(PAGE_DOES), ...OTHERS];
    for (let block = 1; block <= BLOCKS; block += 1) {
      console.log('BLOCK', block, new Date().toISOString());
      let page = await startTagging(bearing, site.url + DEMO);
      for (let i = 0; i < TAGS_A_BLOCK; i += 1) {
        const what = pick(random, kinds);
        const at = pick(random, MOMENTS);
        const words = await chooseNext(page);
        const interfere = async (now: (typeof MOMENTS)[number]) => {
          if (now !== at) return;
          if (what === 'gives an editor the focus') {
            await run(
              page,
              "const e = document.body.appendChild(document.createElement('textarea')); e.id = 'thief'; e.focus();",
            );
            await page.keyboard.type(TYPED);
            const got = await page.locator('#thief').inputValue();
            if (got !== TYPED) lettersLost += TYPED.length - got.length || 1;
            await run(page, "document.querySelector('#thief').remove();");
          } else if (what === 'is left and comes back') {
            await page.goto(`${site.url}/notices/opening-hours`);
            await page.goBack();
          } else await run(page, PAGE_DOES[what]?.act ?? '');
          await untilToolbar(page);
        };
        await interfere('chosen');
        await page.keyboard.press(pick(random, STANCES));
        await interfere('stance');
        await page.keyboard.press(String(block));
        await interfere('influence');
        const outcome = await until<Outcome>(
          'the tag',
          async () => {
            const tags = await storedTags(bearing);
            const tag = tags.find(({ id, quote }) => quote === words && !known.has(id));
            if (tag) {
              known.add(tag.id);
              keys[block] = [...new Set([...(keys[block] ?? []), tag.influenceId])];
              return 'saved';
            }
            return (await unsavedOn(page)).some((quote) => flat(quote) === words)
              ? 'unsaved'
              : undefined;
          },
          4_000,
        ).catch((): Outcome => 'lost');
        const onPage = await isOnPage(page, words);
        if (outcome !== 'saved') console.log(what, at, onPage, outcome, words.slice(0, 40));
        all.push({ what, at, words, onPage, outcome });
        await run(page, PAGE_DOES[what]?.undo ?? '');
        if (onPage && outcome === 'saved' && what !== 'is left and comes back') continue;
        await page.close();
        page = await startTagging(bearing, site.url + DEMO);
        for (let skipped = 0; skipped <= i; skipped += 1) await chooseNext(page);
      }
      await page.close();
    }
    const told = (tags: Tagged[]) =>
      tags.map(({ what, at, words }) => `${what} (${at}): ${words.slice(0, 40)}`);
    expect(lettersLost).toBe(0);
    expect(told(all.filter(({ outcome }) => outcome === 'lost'))).toEqual([]);
    // Nothing but what was chosen: no tag of other words, none from letters that were text.
    const chosen = new Set(all.map(({ words }) => words));
    const tags = await storedTags(bearing);
    expect(tags.filter(({ quote }) => !chosen.has(quote)).map(({ quote }) => quote)).toEqual([]);
    expect(tags.length).toBe(all.filter(({ outcome }) => outcome === 'saved').length);
    expect(Object.values(keys).filter((meant) => meant.length !== 1)).toEqual([]);
    const here = all.filter(({ onPage }) => onPage);
    const saved = here.filter(({ outcome }) => outcome === 'saved');
    expect(saved.length / here.length).toBeGreaterThanOrEqual(LEAST_SAVED);
  });

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
