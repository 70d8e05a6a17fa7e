/** Anything that a database can hold, as JSON can express it: for records that were set aside, which may be anything. */

/** As deep as a restore keeps what it sets aside, less the levels that a file adds around a record. */
const MOST_DEEP = 30;

/** Keys with which a careless copy would reach an object's prototype. */
export const UNSAFE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const TOO_DEEP = 'not kept: circular, or nested too deeply';

export function jsonSafe(value: unknown, deep = 0): unknown {
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (deep === MOST_DEEP) return TOO_DEEP;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Map || value instanceof Set) return jsonSafe([...value], deep);
  if (Array.isArray(value)) return Array.from(value, (part) => jsonSafe(part, deep + 1));
  const parts = Object.entries(value).map(([key, part]) => [key, jsonSafe(part, deep + 1)]);
  // `fromEntries` defines its keys, so that a key named "__proto__" stays a key.
  return Object.fromEntries(parts);
}
