/** A review of made-up papers as exports take it: with columns, memos, ratings, findings and rounds of two coders. */
import { builtInCodebooks } from '../../lib/codebook';
import type { ExportData } from '../../lib/exchange';
import { tablesReview } from './tables-review';

export function wholeReview(papers: number, tags: number): ExportData {
  const { codebooks: _, reviews, ...records } = tablesReview({ papers, tags });
  const [review] = reviews;
  if (!review) throw new Error('no review');
  return {
    ...records,
    review,
    codebooks: builtInCodebooks().filter(({ id }) => id === 'psw-core'),
  };
}
