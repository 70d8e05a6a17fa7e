/** Dates as every surface prints them, by the reader's clock and in the reader's language. */

/** "28 Nov 2026, 14:05" of a stored moment. */
export const momentInWords = (at: string): string =>
  new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** "28 Nov 2026" */
export const dayInWords = (day: Date): string =>
  day.toLocaleDateString(undefined, { dateStyle: 'medium' });
