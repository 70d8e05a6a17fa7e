/**
 * The demonstration that `npm start` plays without a window: two articles of our journal are tagged through the real
 * interface, the service worker is stopped in between, the map is read, and everything is exported. Each step checks
 * what it prints.
 */
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { clickToolbarButton, endWorker, fileFrom, surface, until, visit } from './drive.mjs';
import {
  citationInWords,
  exportFromPopup,
  mapInWords,
  painted,
  paintedCount,
  paperInWords,
  STANCE_SHAPES,
  selectByMouse,
  startFromPopup,
  tagByKeys,
  tagByMouse,
} from './ui.mjs';

/** What is tagged: statements of the demonstration articles, and how. */
const FIRST_PAPER = [
  {
    quote:
      'A recovery-oriented culture was the clearest difference between the services that kept their peer workers and those that lost them.',
    stance: 'supporting',
    influence: 'Organi[sz]ational culture',
    find: 'culture',
    by: 'keys',
  },
  {
    quote: 'Training was not associated with retention in our services.',
    stance: 'contrasting',
    influence: 'Training',
    find: 'training',
    by: 'mouse',
  },
  {
    quote:
      'Role definition and pay were mentioned together in seven services, without any claim that one caused the other.',
    stance: 'mentioning',
    influence: 'Role',
    find: 'role',
    by: 'keys',
  },
];
const SECOND_PAPER = [
  {
    quote:
      'Nine of the 11 peer workers said that supervision by a peer made it more likely that they would stay.',
    stance: 'supporting',
    find: 'supervision',
    by: 'keys',
  },
  {
    quote: 'Training of the supervisors was mentioned in passing.',
    stance: 'mentioning',
    find: 'supervision',
    by: 'keys',
  },
];

/** @typedef {{context: import('@playwright/test').BrowserContext, id: string, profile: string,
 *   site: {url: string}, out: string}} Stage */

let number = 0;
function say(text, details = []) {
  number += 1;
  console.log(`\n${number}. ${text}`);
  for (const line of details) console.log(`   ${line}`);
}

/** @throws with a sentence when what was just said is not so. */
function check(holds, sentence) {
  if (!holds) throw new Error(`The walk-through failed: ${sentence}`);
}

async function openPopup({ context, id, profile }, page) {
  await clickToolbarButton(context, id, page);
  return surface(profile, `chrome-extension://${id}/popup.html`);
}

/** Takes a picture of what is on the screen, or of a part of the page, wherever that is scrolled to. */
async function shot(stage, target, name, clip) {
  const file = path.join(stage.out, `${name}.png`);
  await target.screenshot({
    path: file,
    animations: 'disabled',
    ...(clip && { fullPage: true, clip }),
  });
  return `picture: ${path.relative(process.cwd(), file)}`;
}

function prepare(stage) {
  rmSync(stage.out, { recursive: true, force: true });
  mkdirSync(stage.out, { recursive: true });
}

/** The text above and below the highlights that is in their picture, in pixels. */
const AROUND_HIGHLIGHTS = 120;

/** The part of the page that has all its highlights. */
function highlightedPart(page) {
  return page.evaluate((around) => {
    const boxes = [...CSS.highlights.values()]
      .flatMap((highlight) => [...highlight])
      .map((range) => range.getBoundingClientRect());
    const top = Math.min(...boxes.map((box) => box.top)) + scrollY - around;
    const bottom = Math.max(...boxes.map((box) => box.bottom)) + scrollY + around;
    return { x: 0, y: top, width: innerWidth, height: bottom - top };
  }, AROUND_HIGHLIGHTS);
}

/** Tags the statements on an open page and prints each. `onChosen` is called while one is chosen and not tagged yet. */
async function tagAll(page, tags, onChosen) {
  for (const { quote, stance, influence, find, by } of tags) {
    await selectByMouse(page, quote);
    await onChosen?.(quote);
    if (by === 'mouse') await tagByMouse(page, { stance, influence });
    else await tagByKeys(page, { stance, find });
    say(`Tagged by ${by}: ${STANCE_SHAPES[stance]} ${stance} · ${find}`, [`“${quote}”`]);
  }
  const now = await painted(page);
  for (const { quote, stance } of tags)
    check(now[stance].includes(quote), `the statement is not painted as ${stance}: ${quote}`);
}

/** Any page: what Bearing makes of it. @param {Stage} stage @param {string} address */
export async function lookAt(stage, address) {
  prepare(stage);
  const page = stage.context.pages()[0] ?? (await stage.context.newPage());
  await visit(page, address, { waitUntil: 'domcontentloaded' });
  const popup = await openPopup(stage, page);
  say(`The popup on ${address}`, await paperInWords(popup));
  console.log(`   ${await shot(stage, popup, 'popup')}`);
  console.log(`   ${await shot(stage, page, 'page')}`);
}

/** The demonstration. @param {Stage} stage @param {string} address of the first article */
export async function walkThrough(stage, address) {
  prepare(stage);
  try {
    await play(stage, address);
  } catch (error) {
    for (const [index, page] of stage.context.pages().entries())
      console.log(`   ${await shot(stage, page, `failed-${index}`)}`);
    throw error;
  }
}

async function play(stage, address) {
  const page = stage.context.pages()[0] ?? (await stage.context.newPage());
  await visit(page, address);
  say(`Opened ${address}`);

  let popup = await openPopup(stage, page);
  const paper = await citationInWords(popup);
  say('Clicked the toolbar button: the popup shows the paper', [
    ...paper,
    await shot(stage, popup, '1-popup-before'),
  ]);
  check(paper.join(' ').includes('10.5555/bearing-demo.1'), 'the popup does not show the DOI');

  await startFromPopup(popup, page);
  say('Pressed "Tag this page": tagging mode is on');
  // The second statement: by then the line at the bottom counts a tag.
  const pictured = FIRST_PAPER[1].quote;
  await tagAll(page, FIRST_PAPER, async (quote) => {
    if (quote === pictured)
      say('Selected the next statement', [await shot(stage, page, '2-toolbar')]);
  });

  await endWorker(stage.context, stage.id);
  await page.reload();
  await until('the highlights after the reload', async () =>
    (await paintedCount(page)) === FIRST_PAPER.length ? true : undefined,
  );
  say('Stopped the extension’s service worker and reloaded the page: the highlights are back', [
    `${FIRST_PAPER.length} statements are highlighted again`,
    await shot(stage, page, '3-highlights', await highlightedPart(page)),
  ]);

  const second = await stage.context.newPage();
  await second.goto(`${stage.site.url}/articles/supervision-demo`);
  popup = await openPopup(stage, second);
  await startFromPopup(popup, second);
  say('Opened a second article and started tagging it');
  await tagAll(second, SECOND_PAPER);

  popup = await openPopup(stage, second);
  const map = await until('the map to count five tags', async () => {
    const rows = await mapInWords(popup);
    return rows.length >= 4 ? rows : undefined;
  });
  say('The evidence map, as the popup shows it', [...map, await shot(stage, popup, '4-map')]);
  await popup.emulateMedia({ colorScheme: 'dark' });
  console.log(`   ${await shot(stage, popup, '4-map-dark')}`);

  const csv = await fileFrom(stage.context, stage.out, () =>
    exportFromPopup(popup, /evidence table/i),
  );
  const rows = readFileSync(csv, 'utf8');
  for (const { quote } of [...FIRST_PAPER, ...SECOND_PAPER])
    check(rows.includes(quote), `the table does not contain the exact quote: ${quote}`);
  const json = await fileFrom(stage.context, stage.out, () =>
    exportFromPopup(popup, /back up everything/i),
  );
  JSON.parse(readFileSync(json, 'utf8'));
  say('Exported everything', [
    `table:  ${path.relative(process.cwd(), csv)} (${statSync(csv).size} bytes)`,
    `backup: ${path.relative(process.cwd(), json)} (${statSync(json).size} bytes)`,
  ]);
  console.log('\nEvery step succeeded.');
}
