/** Looking at parsed JSON from a stranger before anything walks it by recursion or copies its keys. */

/** Keys with which a careless copy would reach an object's prototype. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** How deep the value is nested: 0 for a plain value. Stops looking beyond `limit`. Not recursive. */
export function depthOf(value: unknown, limit: number): number {
  let level = [value].filter(isNested);
  let depth = 0;
  while (level.length > 0 && depth <= limit) {
    depth += 1;
    level = level.flatMap((part) => Object.values(part).filter(isNested));
  }
  return depth;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The path of a key that could reach a prototype, or null. For values of bounded depth. */
export function findUnsafeKey(value: unknown, path = ''): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    const here = path ? `${path}.${key}` : key;
    if (UNSAFE_KEYS.has(key)) return here;
    const found = findUnsafeKey((value as Record<string, unknown>)[key], here);
    if (found) return found;
  }
  return null;
}

/**
 * The path of a key that `given` has and `kept` has not, or null: what a schema would silently leave out.
 * For values of bounded depth.
 */
export function findForeignKey(given: unknown, kept: unknown, path = ''): string | null {
  if (typeof given !== 'object' || given === null) return null;
  if (typeof kept !== 'object' || kept === null) return path || 'record';
  for (const key of Object.keys(given)) {
    const here = path ? `${path}.${key}` : key;
    if (!Object.hasOwn(kept, key)) return here.slice(0, 200);
    const found = findForeignKey(
      (given as Record<string, unknown>)[key],
      (kept as Record<string, unknown>)[key],
      here,
    );
    if (found) return found;
  }
  return null;
}
