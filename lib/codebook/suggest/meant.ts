/** Which of the phrases found in a text are meant, and what each is worth there. */
import type { Context } from './context';
import type { Entry } from './entries';
import type { Found } from './phrases';
import { MEASURED, OVERLAPPED, SURELY_LONGER } from './weights';

/** A phrase that was found, with what it is worth in this text. */
export type Weighed = Found<Entry> & { worth: number };

function worthIn({ value, likeness, at }: Found<Entry>, { measured }: Context): number {
  const gain = value.everyday && at.some((i) => measured.has(i)) ? MEASURED : 1;
  return value.worth * likeness * gain;
}

/**
 * The longer phrase wins: one whose words are all in a longer one of another influence is not meant. Of one influence each word
 * counts once, for what it is worth most.
 */
export function meant(found: readonly Found<Entry>[], context: Context): Weighed[] {
  const weighed = found.map((one) => ({ ...one, worth: worthIn(one, context) }));
  const spans = spansOf(weighed);
  const alone = weighed.filter((one) => !isInside(one, spans));
  const counted = new Map<number, Set<number>>();
  const owners = ownersOf(alone);
  return alone
    .map((one) => (isOverlapped(one, owners) ? { ...one, worth: one.worth * OVERLAPPED } : one))
    .sort((a, b) => b.worth - a.worth || b.length - a.length)
    .filter(({ value, at }) => {
      const words = counted.get(value.influence) ?? new Set();
      if (at.some((i) => words.has(i))) return false;
      counted.set(value.influence, new Set([...words, ...at]));
      return true;
    });
}

/** Is it a phrase of the codebook's own? */
export const isOwn = ({ source }: Entry): boolean =>
  source !== 'related' && source !== 'wording' && source !== 'word';

/** By each word, the phrases of the codebook's own that it is in: of two influences, those that are worth most. */
function ownersOf(found: readonly Weighed[]): Map<number, Weighed[]> {
  const owners = new Map<number, Weighed[]>();
  for (const one of found.filter(({ value }) => isOwn(value)))
    for (const i of one.at) {
      const there = [...(owners.get(i) ?? []), one].sort((a, b) => b.worth - a.worth);
      const [first = one] = there;
      const second = there.find(({ value }) => value.influence !== first.value.influence);
      owners.set(
        i,
        [first, second].flatMap((owner) => owner ?? []),
      );
    }
  return owners;
}

/** Related words, one of which is also in a phrase that the codebook has for another influence, and that is worth as much? */
const isOverlapped = (
  { value, at, worth }: Weighed,
  owners: ReadonlyMap<number, Weighed[]>,
): boolean =>
  !isOwn(value) &&
  at.some((i) =>
    owners
      .get(i)
      ?.some((owner) => owner.value.influence !== value.influence && owner.worth >= worth),
  );

/** The words that phrases cover, once each, with the influences that have a phrase there; by each word. */
interface Span {
  at: readonly number[];
  influences: Set<number>;
}

function spansOf(found: readonly Weighed[]): Map<number, Span[]> {
  const spans = new Map<string, Span>();
  const byWord = new Map<number, Span[]>();
  for (const { at, likeness, value } of found) {
    if (likeness < SURELY_LONGER) continue;
    const key = at.join(' ');
    const known = spans.get(key);
    if (known) {
      known.influences.add(value.influence);
      continue;
    }
    const span: Span = { at, influences: new Set([value.influence]) };
    spans.set(key, span);
    for (const i of at) {
      const there = byWord.get(i);
      if (there) there.push(span);
      else byWord.set(i, [span]);
    }
  }
  return byWord;
}

/** Does a longer phrase, and none of its own influence, cover its words? */
const isInside = ({ at, value }: Weighed, spans: ReadonlyMap<number, readonly Span[]>): boolean =>
  (spans.get(at[0] as number) ?? []).some(
    (span) =>
      span.at.length > at.length &&
      !span.influences.has(value.influence) &&
      at.every((i) => span.at.includes(i)),
  );
