/**
 * A list of names or cues as one text, with a semicolon between: for files whose cells and descriptions have no lists. A
 * semicolon of a member has a backslash before it, and backslashes before that, or at the member's end, are doubled.
 */

export const joinList = (members: readonly string[]): string => members.map(escaped).join('; ');

const escaped = (member: string): string =>
  member.replace(
    /(?<!\\)(\\*)(;|$)/g,
    (_, run: string, sign: string) => `${run}${run}${sign && `\\${sign}`}`,
  );

/** Stands for an escaped semicolon while the others are split at. */
const HIDDEN = '\u0000';

/**
 * The members of such a text, of Bearing's or of another tool's; empty ones are left out.
 * @param between what separates members there
 */
export function splitList(text: string, between: string | RegExp): string[] {
  const hidden = text.replace(/(?<!\\)(\\+)(;|$)/g, (_, run: string, sign: string) => {
    const half = '\\'.repeat(Math.floor(run.length / 2));
    if (run.length % 2 === 0) return half + sign;
    // At the end an odd one is another tool's, and stays.
    return sign ? half + HIDDEN : run;
  });
  return hidden
    .split(between)
    .map((one) => one.replaceAll(HIDDEN, ';'))
    .filter((one) => one.trim());
}
