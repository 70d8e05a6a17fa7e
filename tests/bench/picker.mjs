/**
 * Codebooks of 60 and of 500 influences: from a letter typed into the search of tagging mode until the answer is on screen,
 * from an arrow key in the editor until the next influence is chosen and shown, and from a letter typed in its form. A frame
 * of a 60 Hz screen is 16.7 ms.
 */
import { until } from '../../scripts/drive.mjs';
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';
import { onePaper } from './sizes.mjs';

const SIZES = [60, 500];
const ROUNDS = 6;
const PAPER = onePaper(10);
/** What is typed: letters that many, some and no labels have, and what takes it away again. */
const TYPED = ['t', 'r', 'a', 'i', 'n', 'Backspace', 'Backspace', 'Backspace', 'q', 'Backspace'];
const STEPS = 20;

const WORDS =
  'training culture staff time funding leadership trust role policy data space access attitude network pay'.split(
    ' ',
  );

/** An own codebook, three levels deep, each influence with a definition, rules and cues. */
function codebook(size) {
  const influences = Array.from({ length: size }, (_, i) => {
    const label = `${WORDS[i % WORDS.length]} ${WORDS[(i * 7 + 3) % WORDS.length]} ${i}`;
    return {
      id: `big.${i}`,
      label: label[0].toUpperCase() + label.slice(1),
      definition: `How far ${label} helps or hinders the service, as its staff and users see it.`,
      ...(i % 10 ? { parent: `big.${i - (i % 10)}` } : { group: `Domain ${i % 5}` }),
      aliases: [`${label} as managers see it`],
      cues: [label, `lack of ${label}`],
      include: 'What the participants report.',
      exclude: 'What the authors only cite.',
      crosswalk: [],
    };
  });
  return {
    ...{ id: 'big', name: `Codebook of ${size}`, version: '1', kind: 'own', stage: 'open' },
    ...{ builtIn: false, compiled: false, complete: true, source: { citation: 'Bench' } },
    influences,
  };
}

function backupWith(size, journal) {
  const file = JSON.parse(backupOf([PAPER], journal.url));
  file.codebooks = [codebook(size)];
  for (const review of file.reviews) review.codebookIds = ['big'];
  for (const tag of file.tags)
    Object.assign(tag, { codebookId: 'big', codebookVersion: '1', influenceId: 'big.3' });
  return JSON.stringify(file);
}

/** Runs in a page: notes for each key when the frame that answers it has been shown. The toolbar lets nobody else hear keys. */
function watchKeys(event) {
  globalThis.keyTimes = [];
  addEventListener(
    event,
    () => {
      const start = performance.now();
      requestAnimationFrame(() => {
        // After the frame: what was drawn in it is on its way to the screen.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => globalThis.keyTimes.push(performance.now() - start);
        port2.postMessage(null);
      });
    },
    true,
  );
}

/** @param {'input' | 'keydown'} event  what a key makes */
async function pressed(page, frame, event, keys) {
  await frame.evaluate(watchKeys, event);
  for (const [i, key] of keys.entries()) {
    await page.keyboard.press(key);
    await until('the key to be answered', async () =>
      (await frame.evaluate(() => globalThis.keyTimes.length)) > i ? true : undefined,
    );
  }
  return frame.evaluate(() => globalThis.keyTimes);
}

async function measure(side, size, journal) {
  const reader = await Reader.start(side);
  try {
    await reader.restore(backupWith(size, journal));
    const page = await reader.open(journal.url(PAPER));
    await page.bringToFront();
    await reader.untilPainted(page, PAPER.tags);
    await reader.startTagging(page);
    await page.keyboard.press('j');
    await page.keyboard.press('/');
    const bar = await until('the search', async () =>
      page.frames().find((frame) => frame.url().includes('/bar.html')),
    );
    await bar.getByRole('combobox').waitFor();
    const search = await pressed(page, bar, 'input', TYPED);
    await page.close();

    const editor = await reader.openOwn('workspace.html#/codebooks?edit=big');
    await editor.bringToFront();
    await editor.getByRole('treeitem').first().focus();
    const arrows = await pressed(editor, editor, 'keydown', Array(STEPS).fill('ArrowDown'));
    await editor.getByRole('textbox', { name: 'Definition' }).focus();
    const letters = await pressed(editor, editor, 'input', Array(STEPS).fill('a'));
    return { search, arrows, letters };
  } finally {
    await reader.close();
  }
}

export async function benchPicker(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  try {
    await byTurns(sides, ROUNDS, clock(), async (side) => {
      for (const size of SIZES) {
        const { search, arrows, letters } = await measure(side, size, journal);
        const add = (what, times) => {
          for (const ms of times) samples.add(side, { [`${size} influences: ${what}, ms`]: ms });
        };
        add('a letter in the search', search);
        add('an arrow key in the editor', arrows);
        add('a letter in the form', letters);
      }
    });
    samples.print();
    console.log('picker: from the key until after the frame that answers it; a frame is 16.7 ms');
  } finally {
    journal.close();
  }
}
