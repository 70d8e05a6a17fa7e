/** Passages of a file that name the same tag. */
import { type CodedPassage, grouped, isAfter } from '../../../model';
import { nameKey } from '../../../text';

/** Of several passages with the id of one tag the newest counts, or else the first. */
export function namedIn(passages: readonly CodedPassage[]): Map<string, CodedPassage> {
  const withId = passages.filter(({ tagId }) => tagId !== undefined);
  const byId = grouped(withId, ({ tagId = '' }) => tagId);
  return new Map(
    [...byId].map(([id, all]) => [
      id,
      all.reduce((best, one) => (isAfter(one.asOf ?? '', best.asOf ?? '') ? one : best)),
    ]),
  );
}

const SAID = ['quote', 'stance', 'direction', 'strength', 'basis', 'note'] as const;
/** Does a passage give the same for its tag as another one? */
export const isSameAgain = (a: CodedPassage, b: CodedPassage): boolean =>
  nameKey(a.code.label) === nameKey(b.code.label) &&
  SAID.every((field) => (a[field] ?? '') === (b[field] ?? ''));
