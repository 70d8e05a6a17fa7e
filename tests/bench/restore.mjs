/** A backup of 5,000 tags, restored into a fresh profile: from the chosen file until the room reports the result. */
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
        samples.add(side, {
          'into a fresh store, ms': await reader.restore(backup),
          'the same file again, ms': await reader.restore(backup),
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
