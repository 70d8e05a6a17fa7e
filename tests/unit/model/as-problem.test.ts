/** What the database throws becomes a sentence with what to do next. */

import { describe, expect, it } from 'vitest';
import { asProblem } from '../../../lib/model';
import { NotFound } from '../../../lib/store';

/** As Dexie hands on what the browser threw. */
function wrapped(name: string): Error {
  const inner = Object.assign(new Error('as the browser words it'), { name });
  return Object.assign(new Error(name), { name: 'OpenFailedError', inner });
}

const CASES: [string, string, RegExp][] = [
  ['QuotaExceededError', 'quota', /Free some space/],
  ['DatabaseClosedError', 'closed', /Reload the page/],
  ['VersionError', 'closed', /Reload the page/],
  // Firefox, on a page of an extension inside a private window.
  ['InvalidStateError', 'private-page', /Open Bearing in an ordinary window/],
  ['UnknownError', 'failed', /Nothing was changed; try again/],
];

describe('an error of the database', () => {
  it.each(CASES)('%s', (name, code, sentence) => {
    const error = asProblem(wrapped(name));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(sentence);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('of our own passes through', () => {
    const own = new NotFound('tag');
    expect(asProblem(own)).toBe(own);
  });
});
