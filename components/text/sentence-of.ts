/** What is shown of anything that was thrown. */
import { asProblem, Problem } from '../../lib/model/problem';

/** A problem's own sentence; anything else is named as it is. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const known = asProblem(error);
  if (known.code !== 'failed') return known.message;
  const what = error instanceof Error ? error.message : String(error);
  return `This did not work (${what}). What was saved before is safe. Try again.`;
}
