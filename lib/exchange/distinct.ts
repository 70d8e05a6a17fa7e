/** Names that several things would have: the first has it as it is, the next ones with "b", "c". */

/** "", "b" ... "z", "aa": the ending of the nth thing of a name, from 0 on. */
function ending(n: number): string {
  if (n === 0) return '';
  let text = '';
  for (let rest = n; ; rest = Math.floor(rest / 26) - 1) {
    text = String.fromCharCode(97 + (rest % 26)) + text;
    if (rest < 26) return text;
  }
}

/** A name of its own for each, in their order: what comes later changes no earlier one. */
export function asDistinct<T>(all: readonly T[], nameOf: (one: T) => string): Map<T, string> {
  const names = new Map<T, string>();
  const taken = new Set<string>();
  const next = new Map<string, number>();
  for (const one of all) {
    const name = nameOf(one);
    let n = next.get(name) ?? 0;
    while (taken.has(name + ending(n))) n += 1;
    next.set(name, n + 1);
    taken.add(name + ending(n));
    names.set(one, name + ending(n));
  }
  return names;
}
