/**
 * A reader at work, whose keys are counted: 15 tags on an article, each passage chosen by one drag of the mouse, then a walk
 * with `j`. Nothing is put away in between: whatever covered the lines that are read next would make the drag fail.
 */
import type { Page } from '@playwright/test';
import { DEFAULT_KEYS } from '../../lib/tagging';
import { tagging } from '../../scripts/ui.mjs';
import { expect, test } from '../support/extension';
import { storedTags } from '../support/stored';
import { DEMO, nextStatement, startTagging } from '../support/tagging';

const KEYS_MEDIAN = 4;
const KEYS_MOST = 5;
const KEYS_AFTER_ARRIVING = 3;
/**
 * Influences by name, and the letters by which a reader who knows the codebook finds those without a number key: the
 * beginning of the name, or its initials.
 */
const WANTED: readonly (readonly [label: string, letters: string])[] = [
  ...([
    ['Organisational culture', ''],
    ['Policy and political commitment', 'po'],
    ['Training of peer workers', ''],
    ['Resources', 're'],
    ['Supervision', ''],
    ['Stigma and public attitudes', 'st'],
    ['Role definition', ''],
    ['System funding', 'sy'],
  ] as const),
  ...([
    ['Access to a peer network', 'ac'],
    ['Supervision', ''],
    ['Peer worker wellbeing', 'pe'],
    ['Pay and financial arrangements', ''],
    ['Team relationships and inclusion', 'te'],
    ['Resources', 're'],
    ['Organisational culture', ''],
  ] as const),
];
const STANCES = ['s', 'c', 'm'];
/** Where the influence has a number: a search is long enough by itself. */
const DIRECTIONS = ['f', '', 'b', ''];

/** Presses keys and counts them. */
class Hand {
  keys = 0;
  constructor(private readonly page: Page) {}
  async press(key: string): Promise<void> {
    this.keys += 1;
    await this.page.keyboard.press(key);
  }
}

/** Sentences of the article as they are read, from its results on. */
function sentencesOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const all = [...document.querySelectorAll('article p')].map((p) => p.firstChild);
    return all.flatMap((node) => {
      const text = node instanceof Text ? node.data.replace(/\s+/g, ' ').trim() : '';
      return /^(\p{Lu}[^.]{30,150}\.) /u.exec(text)?.[1] ?? [];
    });
  });
}

/** One drag over a sentence, which is scrolled to the middle as a reader does. Nothing of ours may be over it. */
async function dragOver(page: Page, sentence: string): Promise<void> {
  const look = () =>
    page.evaluate(async (wanted) => {
      const parts = [...document.querySelectorAll('article p')].map((p) => p.firstChild);
      const node = parts.find(
        (one) => one instanceof Text && one.data.replace(/\s+/g, ' ').trim().startsWith(wanted),
      ) as Text;
      const start = node.data.search(/\S/);
      const words = wanted.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
      const length = new RegExp(words.join('\\s+')).exec(node.data)?.[0].length ?? 0;
      const letter = (at: number) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      };
      const { top } = letter(start);
      // Only what is not in sight is scrolled to.
      if (top < 80 || top > innerHeight - 200) {
        scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
      }
      const [head, tail] = [letter(start), letter(start + length - 1)];
      const from = { x: head.left + 1, y: head.top + head.height / 2 };
      const to = { x: tail.right - 0.5, y: tail.top + tail.height / 2 };
      const covered = [from, to].some(({ x, y }) =>
        document.elementFromPoint(x, y)?.matches('html > div[popover="manual"]'),
      );
      return { from, to, covered };
    }, sentence);
  const { from, to, covered } = await look();
  expect(covered, `something lies over "${sentence}"`).toBe(false);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, from.y, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
  await expect(tagging.toolbar(page).getByRole('group', { name: 'Influence' })).toBeVisible();
}

/** Gives an influence: Enter where it is the last one, its number where it has one, else the letters that find it. */
async function giveInfluence(
  page: Page,
  hand: Hand,
  [label, letters]: (typeof WANTED)[number],
): Promise<void> {
  const toolbar = tagging.toolbar(page);
  const last = toolbar.locator('.prompt').getByRole('button', { name: `Enter ${label}` });
  if (await last.count()) return hand.press('Enter');
  if (!letters) {
    const button = toolbar.getByRole('group', { name: 'Influence' }).getByRole('button');
    const number = button.filter({ hasText: label }).locator('kbd');
    return hand.press(await number.innerText());
  }
  // A letter that is not a command begins the search.
  if (DEFAULT_KEYS.commandOf(letters[0] ?? '')) await hand.press('/');
  for (const letter of letters) await hand.press(letter);
  await expect(tagging.field(page)).toHaveValue(letters);
  await expect(tagging.options(page).first()).toContainText(label);
  await hand.press('Enter');
}

test('15 tags by mouse and keys, and a walk with j, in few keys each', async ({
  bearing,
  site,
}) => {
  const page = await startTagging(bearing, site.url + DEMO);
  const sentences = (await sentencesOf(page)).slice(0, WANTED.length);
  expect(sentences).toHaveLength(WANTED.length);
  const counts: number[] = [];
  for (const [at, sentence] of sentences.entries()) {
    const hand = new Hand(page);
    await dragOver(page, sentence);
    const direction = DIRECTIONS[at % DIRECTIONS.length];
    const wanted = WANTED[at] ?? ['', ''];
    if (direction && !wanted[1]) await hand.press(direction);
    await hand.press(STANCES[at % STANCES.length] ?? 's');
    await giveInfluence(page, hand, wanted);
    await expect.poll(async () => (await storedTags(bearing)).length).toBe(at + 1);
    // Nobody reads on before that is seen.
    await expect(tagging.toolbar(page).getByText('Saved.')).toBeVisible();
    counts.push(hand.keys);
    if (at === 4) await bearing.shotsOf(page, 'reading-on-after-a-save');
  }
  const sorted = [...counts].sort((a, b) => a - b);
  const median = sorted[counts.length >> 1] ?? 0;
  console.log(
    `Keys for each of ${counts.length} tags by mouse: ${counts.join(' ')}; median ${median}`,
  );
  expect(median).toBeLessThanOrEqual(KEYS_MEDIAN);
  expect(sorted.at(-1)).toBeLessThanOrEqual(KEYS_MOST);
  const quotes = (await storedTags(bearing)).map(({ quote }) => quote.replace(/\s+/g, ' '));
  expect(quotes).toEqual(sentences);

  const walked: number[] = [];
  for (let step = 1; step <= 5; step++) {
    await nextStatement(page);
    const hand = new Hand(page);
    await hand.press('s');
    await hand.press(step % 2 ? String(step) : 'Enter');
    await expect.poll(async () => (await storedTags(bearing)).length).toBe(WANTED.length + step);
    walked.push(hand.keys);
  }
  console.log(`Keys after arriving with j, for each of ${walked.length} tags: ${walked.join(' ')}`);
  expect(Math.max(...walked)).toBeLessThanOrEqual(KEYS_AFTER_ARRIVING);
});
