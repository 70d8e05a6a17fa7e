/** Looking at parsed JSON from a stranger before anything walks it by recursion or copies its keys. */
import { UNSAFE_KEYS } from '../../model';

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
