/** What the side panel's bench puts into the store: one paper with thousands of tagged statements. */
import '../support/store-entry';
import { paperRecords } from '../support/panel-records';

const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;
const INFLUENCES = ['psw.culture', 'psw.training-peers', 'psw.role-definition', 'psw.supervision'];

/** Restores one paper whose statements carry a tag each. @returns milliseconds that the restore took */
async function fill(url: string, doi: string, quotes: readonly string[]): Promise<number> {
  const records = paperRecords(
    { url, doi },
    quotes.map((quote, i) => ({
      quote,
      prefix: quotes[i - 1]?.slice(-32),
      suffix: quotes[i + 1]?.slice(0, 32),
      section: 'Results',
      tags: [
        { stance: STANCES[i % 3] ?? 'mentioning', influenceId: INFLUENCES[i % INFLUENCES.length] },
      ],
    })),
  );
  const start = performance.now();
  await bearingStore.restore(JSON.stringify(records));
  const spent = performance.now() - start;
  const [review] = records.reviews;
  await bearingStore.changeSettings({ currentReviewId: review?.id });
  return spent;
}

Object.assign(globalThis, { bearingBench: { fill } });
