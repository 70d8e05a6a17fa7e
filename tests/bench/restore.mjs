/**
 * A backup of 5,000 tags, restored into a fresh profile: from the chosen file until the room reports the
 * result, the preview included; and how long the page was kept from answering.
 */
import { backupOf, startJournal } from '../fixtures/papers.mjs';
import { Reader } from './reader.mjs';
import { byTurns, clock, Samples } from './samples.mjs';

const ROUNDS = 8;
/** 50 papers with 100 tags each. */
const PAPERS = Array.from({ length: 50 }, (_, number) => ({ number, sentences: 100, tags: 100 }));

export async function benchRestore(sides) {
  const journal = await startJournal();
  const samples = new Samples();
  try {
    const backup = backupOf(PAPERS, journal.url);
    await byTurns(sides, ROUNDS, clock(), async (side) => {
      const reader = await Reader.start(side);
      try {
        const first = await reader.restore(backup);
        const again = await reader.restore(backup);
        samples.add(side, {
          'into a fresh store, ms': first.ms,
          '  longest task of the page, ms': first.longest,
          'the same file again, ms': again.ms,
        });
      } finally {
        await reader.close();
      }
    });
    samples.print();
  } finally {
    journal.close();
  }
}
