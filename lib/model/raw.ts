/** Rows and files that may be anything: small questions to what is not yet checked. */

export type Raw = Record<string, unknown>;

/** Has it fields, as a record has? */
export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What of a list has fields; nothing of what is not a list. */
export const rawsOf = (value: unknown): Raw[] => (Array.isArray(value) ? value.filter(isRaw) : []);
