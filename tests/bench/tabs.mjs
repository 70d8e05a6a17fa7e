/**
 * What a save costs a reader who has many tagged tabs open: from the key to the tag that counts as saved. One tab
 * is tagged, faster than anybody types, while 1 or 20 others are open, of the same paper or of as many papers; and
 * what one of those quiet tabs has grown by at the end. Beside it, what each script of ours costs a page.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader } from './reader.mjs';
import { clock, median, Samples } from './samples.mjs';
import { scriptCosts } from './script-cost.mjs';
import { Tagger } from './tagger.mjs';

const QUIET_TABS = 20;
/** Over all desks: three kinds, for each side that is measured. */
const SAVES = 500;
/** Two turns for each desk: after a turn the quiet tabs are waited for, which takes seconds. */
const SAVES_A_TURN = 63;
/** Before anything is measured: the first saves make what the others find (codebooks read, code compiled). */
const WARM_SAVES = 12;
/** The desks take half a minute to set up, and the weighing a while: what is left of two minutes. */
const SAVING_TIME_MS = 60_000;
/** From one save to the keys of the next: what the last has set off in other tabs has so long to end. */
const PACE_MS = 50;
/** The paper that is tagged: long enough for every save to meet a statement of its own. */
const TAGGED = { number: 0, sentences: 700, tags: 3 };
const OTHERS = Array.from({ length: QUIET_TABS }, (_, i) => ({
  number: i + 1,
  sentences: 60,
  tags: 3,
}));

/** Which tabs are open beside the one that is tagged. */
const KINDS = [
  { name: '1 tab', quiet: [TAGGED] },
  { name: `${QUIET_TABS} tabs of one paper`, quiet: Array(QUIET_TABS).fill(TAGGED) },
  { name: `${QUIET_TABS} tabs of ${QUIET_TABS} papers`, quiet: OTHERS },
];
const savesADesk = (desks) => Math.ceil(SAVES / desks / SAVES_A_TURN) * SAVES_A_TURN;

/** Twenty tabs are compared with one tab of the same build; a base is there for what one tab costs. */
const isCompared = (kind, { name }) => kind === KINDS[0] || name !== 'base';

/** What a tab holds after all garbage is gone: every script world in it, ours included. */
async function weigh(cdp) {
  // Twice: what finalizers release goes with the second.
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const value = (name) => metrics.find((one) => one.name === name)?.value ?? 0;
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return { heap: usedSize, listeners: value('JSEventListeners'), nodes: value('Nodes') };
}

/** One reader at one kind of desk. */
class Desk {
  static async set(side, kind, journal) {
    const desk = new Desk();
    Object.assign(desk, { side, kind, reader: await Reader.start(side) });
    const { reader } = desk;
    await reader.restore(backupOf([TAGGED, ...OTHERS], journal.url));
    const quiet = await Promise.all(kind.quiet.map((paper) => reader.open(journal.url(paper))));
    await Promise.all(quiet.map((page, i) => reader.untilPainted(page, kind.quiet[i].tags)));
    desk.quiet = quiet;
    const page = await reader.open(journal.url(TAGGED));
    await reader.untilPainted(page, TAGGED.tags);
    await reader.startTagging(page);
    desk.tagger = new Tagger(reader, page, TAGGED.tags);
    desk.cdp = await reader.context.newCDPSession(desk.quiet[0]);
    await desk.cdp.send('Performance.enable');
    await desk.cdp.send('HeapProfiler.enable');
    for (let i = 0; i < WARM_SAVES; i++) await desk.tagger.save();
    await desk.settle();
    desk.before = await weigh(desk.cdp);
    desk.weighedAt = desk.tagger.saves;
    return desk;
  }

  /** Some saves, one after the other, while no other desk is at work. */
  async turn(samples) {
    for (let i = 0; i < SAVES_A_TURN; i++) {
      samples.add(this.side, { [this.kind.name]: await this.tagger.save() });
      await pause(PACE_MS);
    }
    await this.settle();
  }

  /** Waits until each quiet tab shows what was saved, where it shows that paper: nothing is left for another's turn. */
  async settle() {
    for (const [i, page] of this.quiet.entries()) {
      const shown = this.kind.quiet[i];
      const saved = shown === TAGGED ? this.tagger.saves : 0;
      await this.reader.untilPainted(page, shown.tags + saved);
    }
  }

  /** By how much the quiet tab has grown for each save. */
  async growth() {
    await this.settle();
    const after = await weigh(this.cdp);
    const saves = this.tagger.saves - this.weighedAt;
    const by = (what) => (after[what] - this.before[what]) / saves;
    return {
      'heap kB / save': by('heap') / 1_000,
      'listeners / save': by('listeners'),
      'nodes / save': by('nodes'),
      saves,
    };
  }
}

/** Nothing is measured yet: while one browser starts, another opens its tabs. */
const SET_AT_ONCE = 2;

/** Sets desks side by side. Where one cannot be set the others are closed, and the first fault is thrown. */
async function setDesks(wanted, journal) {
  const outcomes = await Promise.allSettled(
    wanted.map(({ side, kind }) => Desk.set(side, kind, journal)),
  );
  const desks = outcomes.flatMap(({ value }) => value ?? []);
  const fault = outcomes.find(({ status }) => status === 'rejected');
  if (!fault) return desks;
  for (const { reader } of desks) await reader.close();
  throw fault.reason;
}

/** How many times as long as beside one tab, median over pairs of saves. */
const timesOneTab = (samples, side, kind) => {
  const one = samples.of(side, KINDS[0].name);
  return median(samples.of(side, kind.name).map((ms, i) => ms / one[i]));
};

export async function benchTabs(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  const desks = [];
  try {
    const wanted = KINDS.flatMap((kind) =>
      sides.filter((side) => isCompared(kind, side)).map((side) => ({ side, kind })),
    );
    for (let i = 0; i < wanted.length; i += SET_AT_ONCE)
      desks.push(...(await setDesks(wanted.slice(i, i + SET_AT_ONCE), journal)));
    const late = clock(SAVING_TIME_MS);
    for (let done = 0; done < savesADesk(desks.length) && !(done && late()); done += SAVES_A_TURN)
      // Whoever began the last turn ends this one.
      for (const desk of done % (2 * SAVES_A_TURN) ? [...desks].reverse() : desks)
        await desk.turn(samples);
    console.log('tabs: ms from the key to "saved", by what else is open');
    samples.print();
    for (const side of sides)
      for (const kind of KINDS.slice(1).filter((one) => isCompared(one, side)))
        console.log(
          `tabs: ${side.name}, ${kind.name}: ${timesOneTab(samples, side, kind).toFixed(2)} times one tab`,
        );
    console.log('tabs: what a quiet tab grows by; of the same paper it rightly keeps each new tag');
    const growth = {};
    for (const desk of desks) growth[`${desk.side.name}, ${desk.kind.name}`] = await desk.growth();
    console.table(
      Object.fromEntries(
        Object.entries(growth).map(([name, row]) => [
          name,
          Object.fromEntries(
            Object.entries(row).map(([what, value]) => [what, Math.round(value * 100) / 100]),
          ),
        ]),
      ),
    );
    console.log('tabs: the scripts that a tagged page and tagging mode get; evaluation in ms');
    for (const { side, reader } of desks.slice(0, sides.length))
      await scriptCosts(side, reader, journal.url(OTHERS[0]), OTHERS[0].tags);
  } finally {
    for (const { reader } of desks) await reader.close();
    journal.close();
  }
}
