/**
 * One tag saved, in a store of 4,600 tags: from the key until it counts as saved, and from the message to the
 * answer, which comes once the tag is on disk. The message is one that tagging mode has sent: it is sent again
 * with another statement, so that nothing here has to know what a commit's messages look like.
 */
import { backupOf, sentence, startJournal } from '../fixtures/papers.mjs';
import { Reader } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';
import { LARGE_REVIEW } from './sizes.mjs';
import { Tagger } from './tagger.mjs';

const ROUNDS = 30;
const SAVES_A_ROUND = 5;
const [PAPER] = LARGE_REVIEW;

/** A page of ours from which messages can be heard and sent. */
async function post(reader) {
  const own = await reader.openOwn('icon/16.png');
  await own.evaluate(() => {
    globalThis.heard = [];
    chrome.runtime.onMessage.addListener((message) => {
      globalThis.heard.push(JSON.stringify(message));
    });
  });
  return own;
}

/** Rows in the table of tags. */
function countTags(own) {
  return own.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('bearing');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const count = db.transaction('tags').objectStore('tags').count();
          count.onsuccess = () => {
            db.close();
            resolve(count.result);
          };
        };
      }),
  );
}

/** Sends the message again for other statements. @returns {Promise<number[]>} milliseconds of each */
function sendAgain(own, { message, quote }, others) {
  return own.evaluate(
    async ([sent, words, all]) => {
      const times = [];
      for (const other of all) {
        const again = JSON.parse(sent.replaceAll(words, other), (key, value) =>
          key === 'tagId' ? crypto.randomUUID() : value,
        );
        const start = performance.now();
        const answer = await chrome.runtime.sendMessage(again);
        times.push(performance.now() - start);
        if (!answer?.ok) throw new Error(`Not saved: ${JSON.stringify(answer)}`);
      }
      return times;
    },
    [message, quote, others],
  );
}

class Desk {
  static async set(side, journal) {
    const reader = await Reader.start(side);
    await reader.restore(backupOf(LARGE_REVIEW, journal.url));
    const page = await reader.open(journal.url(PAPER));
    await reader.untilPainted(page, PAPER.tags);
    await reader.startTagging(page);
    const own = await post(reader);
    await page.bringToFront();
    const tagger = new Tagger(reader, page, PAPER.tags);
    await tagger.save();
    const heard = await own.evaluate(() => globalThis.heard);
    const message = heard.find((one) => /"tagId"/.test(one) && one.includes(tagger.chosen));
    return Object.assign(new Desk(), {
      side,
      reader,
      own,
      tagger,
      model: message && { message, quote: tagger.chosen },
      sent: 0,
    });
  }

  /** Messages to other statements of the paper, in one go. */
  async messages(count) {
    if (!this.model) return [];
    // Sentences of a paper that nobody has open: they are never chosen by key as well.
    const others = Array.from({ length: count }, () => sentence(this.sent++, 999));
    return sendAgain(this.own, this.model, others);
  }
}

export async function benchSave(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  const desks = new Map();
  try {
    for (const side of sides) desks.set(side, await Desk.set(side, journal));
    await byTurns(sides, ROUNDS, clock(), async (side) => {
      const desk = desks.get(side);
      for (let i = 0; i < SAVES_A_ROUND; i++)
        samples.add(side, { 'key to saved, ms': await desk.tagger.save() });
      for (const ms of await desk.messages(SAVES_A_ROUND))
        samples.add(side, { 'message to committed, ms': ms });
    });
    samples.print();
    for (const [side, desk] of desks) {
      const expected =
        LARGE_REVIEW.reduce((sum, { tags }) => sum + tags, 0) + desk.tagger.saves + desk.sent;
      const stored = await countTags(desk.own);
      if (stored !== expected)
        throw new Error(`${side.name}: ${stored} tags are stored, not ${expected}.`);
      if (!desk.model) console.log(`save: ${side.name}: no message with a tag was heard`);
    }
  } finally {
    for (const { reader } of desks.values()) await reader.close();
    journal.close();
  }
}
