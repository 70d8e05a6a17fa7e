/**
 * How claims become an answer, for what the page shows: claims of one value are added up, and the heaviest value wins
 * if it is heavy enough. Cheap rules are asked first, and the others only where these do not decide.
 */
import type { Ledger, Made, Rule } from './claims';
import { weightOf } from './weights';

/** How the claims of one field are counted. */
export interface Election<Value> {
  /** The value as it would be reported; undefined for what cannot be one. As it is, unless given. */
  clean?(value: Value): Value | undefined;
  /** Values with one key are one value. */
  key(value: Value): unknown;
  /** Whether claims of one value add up, or the heaviest counts. */
  combine: 'sum' | 'heaviest';
  /** Whether what is claimed for `other` speaks for `one` too: its short form, a piece of it. */
  absorbs?(one: Value, other: Value): boolean;
  /** What a value must weigh to be believed. */
  floor: number;
  /** Whether a tie gives no answer, or the value that was found first. */
  tie: 'none' | 'first';
  /** What a value needs besides its weight. */
  accepts?(candidate: Candidate<Value>): boolean;
}

/** A value with what was claimed for it. */
export interface Candidate<Value> {
  value: Value;
  points: number;
  claims: Made<Value>[];
}

/** Rules that are asked together, and whether the later ones need to be asked at all. */
export interface Stage<View, Value> {
  rules: readonly Rule<View, Value>[];
  /** @param ranked what has been claimed so far, the heaviest first */
  enough?(ranked: readonly Candidate<Value>[], view: View): boolean;
}

/** A field that the page shows: its rules, the cheapest first, and how their claims are counted. */
export interface ShownField<View, Value> {
  name: string;
  stages: readonly Stage<View, Value>[];
  /** May depend on the page: a journal is not called like the paper. */
  election(view: View): Election<Value>;
}

const pointsOf = ({ weight, times = 1 }: Made<unknown>): number =>
  (weightOf(weight)?.points ?? 0) * times;

/** Every two of these are compared: of a page with thousands of names only the heaviest are. */
const MOST_ABSORBED = 100;

/** The values that were claimed, the heaviest first; of one weight, the first that was found. */
export function count<Value>(
  claims: readonly Made<Value>[],
  { clean, key, combine, absorbs }: Election<Value>,
): Candidate<Value>[] {
  const found = new Map<unknown, Candidate<Value>>();
  for (const claim of claims) {
    const value = clean ? clean(claim.value) : claim.value;
    if (value === undefined) continue;
    const of = key(value);
    const had = found.get(of);
    const points = pointsOf(claim);
    if (!had) found.set(of, { value, points, claims: [claim] });
    else {
      // The heaviest of several claims is the one that is reported.
      if (combine === 'sum') had.points += points;
      else if (points > had.points) Object.assign(had, { value, points });
      had.claims.push(claim);
    }
  }
  const all = [...found.values()].sort((a, b) => b.points - a.points);
  const heavy = all.slice(0, MOST_ABSORBED);
  const ranked = absorbs
    ? heavy.map((one) => {
        const others = heavy.filter((other) => other !== one && absorbs(one.value, other.value));
        return {
          value: one.value,
          points: others.reduce((sum, other) => sum + Math.max(other.points, 0), one.points),
          claims: [one, ...others].flatMap(({ claims: of }) => of),
        };
      })
    : all;
  return ranked.sort((a, b) => b.points - a.points);
}

/** The value that is believed; null when none is. */
export function elect<Value>(
  ranked: readonly Candidate<Value>[],
  { floor, tie, accepts }: Election<Value>,
): Candidate<Value> | null {
  const [first, second] = ranked;
  if (!first || first.points < floor) return null;
  if (tie === 'none' && second && second.points >= first.points) return null;
  return !accepts || accepts(first) ? first : null;
}

/** Asks the rules of a field, stage by stage, and decides; null when nothing is believed. */
export function settleShown<View, Value>(
  field: ShownField<View, Value>,
  view: View,
  ledger: Ledger,
): Candidate<Value> | null {
  const election = field.election(view);
  const claims: Made<Value>[] = [];
  let ranked: Candidate<Value>[] = [];
  for (const { rules, enough } of field.stages) {
    claims.push(...ledger.gather(field.name, rules, view));
    ranked = count(claims, election);
    if (enough?.(ranked, view)) break;
  }
  const answer = elect(ranked, election);
  ledger.note(field.name, answer?.value);
  return answer;
}
