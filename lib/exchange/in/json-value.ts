/** Small questions to parsed JSON whose shape is not known. */

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
