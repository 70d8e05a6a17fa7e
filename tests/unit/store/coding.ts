/** Earlier coding for tests, and bringing it in: whatever any test brings in is previewed first. */
import { expect } from 'vitest';
import type { CodedPassage, EarlierCoding, LibraryReference, Stance } from '../../../lib/model';
import {
  type CodingReport,
  type ImportedCoding,
  importCoding,
  previewCoding,
} from '../../../lib/store';
import { reference, TITLE } from './references';
import { pick } from './support';
import type { Walk } from './walks/walk';

export function passage(more: Partial<CodedPassage> & { label?: string } = {}): CodedPassage {
  const { label = 'Workload', code, ...rest } = more;
  return {
    ...{ line: 1, reference: 0, quote: 'There was too much to do.', coder: '', note: '' },
    code: { label, path: [], definition: '', ...code },
    ...rest,
  };
}

export const coding = (
  passages: readonly CodedPassage[],
  more: Partial<EarlierCoding> = {},
  references: readonly LibraryReference[] = [reference({ title: TITLE, doi: '10.5555/lib' })],
): EarlierCoding => ({
  name: 'Old codes',
  references,
  passages: passages.map((one, i) => ({ ...one, line: i + 1 })),
  ...more,
});

/** What does not depend on when it was worked out: new records have new ids. */
const comparable = ({ lines, counts, broken, coders, papers, ...rest }: CodingReport) => ({
  ...{ lines, counts, broken, coders, papers },
  ...{ matched: rest.matched, made: rest.made, unstated: rest.unstated },
});

/** Brings coding in, after a preview that must report what is then done. */
export async function bringIn(
  reviewId: string,
  what: EarlierCoding,
  stance?: Stance,
): Promise<ImportedCoding> {
  const preview = await previewCoding(reviewId, what);
  const done = await importCoding(reviewId, what, stance ? { stance } : {});
  expect(comparable(done)).toEqual(comparable(preview));
  return done;
}

const LABELS = ['Training', 'Pay', 'Workload', 'Rota: nights', '__proto__'];
const QUOTES = ['Training helped.', 'Pay did not.', 'There was too much to do.'];

/** A few passages of a colleague's come in. */
export async function codeSome(
  { next, events }: Walk,
  reviewId: string | undefined,
): Promise<void> {
  if (!reviewId) return;
  const maybe = <T>(of: readonly T[]) => (next() < 0.5 ? pick(next, of) : undefined);
  const passages = Array.from({ length: 1 + Math.floor(next() * 4) }, () => {
    const stance = maybe(['supporting', 'contrasting', 'mentioning'] as const);
    return passage({
      ...{ label: pick(next, LABELS), quote: pick(next, QUOTES), reference: next() < 0.5 ? 0 : 1 },
      ...(stance && { stance }),
      coder: pick(next, ['', 'Ada', 'NI']),
      note: pick(next, ['', 'Seen before.']),
    });
  });
  const papers = [reference({ title: TITLE, doi: '10.5555/lib' }), reference({ doi: '10.5555/a' })];
  const { eventId } = await bringIn(reviewId, coding(passages, {}, papers));
  if (eventId) events.push(eventId);
}
