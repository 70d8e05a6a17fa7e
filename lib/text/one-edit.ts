/** Words that differ by one slip of the hand: a letter left out, put in, changed, or changed over with its neighbour. */

/** Is a word another one, or one edit away from it? By code units: both are folded, and letters beyond them are rare. */
export function withinOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const more = long.length - short.length;
  if (more > 1) return false;
  let at = 0;
  while (at < short.length && short.charCodeAt(at) === long.charCodeAt(at)) at += 1;
  if (more) return endsAlike(short, at, long, at + 1);
  if (at === short.length || endsAlike(short, at + 1, long, at + 1)) return true;
  const isSwapped =
    short.charCodeAt(at) === long.charCodeAt(at + 1) &&
    short.charCodeAt(at + 1) === long.charCodeAt(at);
  return isSwapped && endsAlike(short, at + 2, long, at + 2);
}

function endsAlike(a: string, fromA: number, b: string, fromB: number): boolean {
  return a.length - fromA === b.length - fromB && a.startsWith(b.slice(fromB), fromA);
}
