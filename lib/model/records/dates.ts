/**
 * Dates of records come from clocks: a clock may be ahead and be put right later, and a file may claim any date. So a
 * change is always later than what it changes, and a date in the future is reported and decides nothing.
 */
const DAY_MS = 24 * 60 * 60 * 1000;

/** A clock set to the wrong time zone is less than a day off; only beyond that does a date count as future. */
const TOLERANCE_MS = DAY_MS;

/** The latest date that is believed at this moment. */
export function latestBelieved(at: number = Date.now()): string {
  return new Date(at + TOLERANCE_MS).toISOString();
}

/** The dates of a record that its reader sees. */
const DATES = ['createdAt', 'updatedAt', 'addedAt'] as const;

/** Is any date of the record in the future? */
export function isAhead(record: unknown, latest: string = latestBelieved()): boolean {
  const dated = record as Partial<Record<(typeof DATES)[number], unknown>>;
  return DATES.some((field) => {
    const date = dated[field];
    return typeof date === 'string' && date > latest;
  });
}

/** The last moment that a record can hold: its year has four digits. */
const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z');

/** The `updatedAt` of a change: this moment, but later than every record that it changes or replaces. */
export function changedAt(...before: ({ updatedAt: string } | null | undefined)[]): string {
  const last = Math.max(...before.map((one) => Date.parse(one?.updatedAt ?? '') || 0));
  return new Date(Math.min(Math.max(Date.now(), last + 1), LAST_MS)).toISOString();
}
