/**
 * Claims: what a rule has found for one field of a page's paper. A rule looks at the page and makes claims; it sees no
 * other rule's claims and decides nothing. `settle.ts` decides, and keeps the claims, so that a field can be explained.
 */
import type { FieldSource } from '../model';
import type { Weight, WeightName } from './weights';

export interface Claim<Value> {
  value: Value;
  /** None where the claim is about the page, and not about a field of its paper. */
  source?: FieldSource;
  /** How much it speaks for the value; claims of what machines are told have none: the source decides. */
  weight?: WeightName | Weight;
  /** How often the weight counts, where it is for each of something: a name, a letter. Once, unless given. */
  times?: number;
  /** Why, where no weight tells it: in words for the reader. */
  because?: string;
  /** What it was found in. */
  at?: Element | null;
}

/** A rule as data: what it is called where it is listed, switched off or explained, and how it looks at a page. */
export interface Rule<View, Value> {
  /** "doi/links": the field, and what is looked at. */
  id: string;
  find(view: View): Iterable<Claim<Value>>;
}

/** A claim, and the rule that made it. */
export type Made<Value> = Claim<Value> & { rule: string };

/** What was claimed of each field, and the rules that are switched off: the record of one reading. */
export class Ledger {
  readonly made = new Map<string, Made<unknown>[]>();
  readonly settled = new Map<string, unknown>();

  /** @param off ids of rules that are not asked, to see what they are worth */
  constructor(private readonly off: ReadonlySet<string> = new Set()) {}

  /** What some rules find on a page, noted under the field. */
  gather<View, Value>(
    field: string,
    rules: readonly Rule<View, Value>[],
    view: View,
  ): Made<Value>[] {
    const made: Made<Value>[] = [];
    for (const rule of rules) {
      if (this.off.has(rule.id)) continue;
      for (const claim of rule.find(view)) made.push({ ...claim, rule: rule.id });
    }
    this.made.set(field, [...(this.made.get(field) ?? []), ...made]);
    return made;
  }

  /** Notes what was decided. */
  note(field: string, value: unknown): void {
    this.settled.set(field, value);
  }
}

/** Every field that was asked for: what was decided, and the claims in the order in which they were made. */
export function ledgerFields({
  made,
  settled,
}: Ledger): { field: string; value: unknown; claims: Made<unknown>[] }[] {
  return [...new Set([...made.keys(), ...settled.keys()])].map((field) => ({
    field,
    value: settled.get(field),
    claims: made.get(field) ?? [],
  }));
}
