/** The store's problems, and what becomes of what IndexedDB throws. */

import { Problem } from '../model/problem';

export class NotFound extends Problem {
  override name = 'NotFound';
  constructor(what: string) {
    super('not-found', `This ${what} is no longer in Bearing. Nothing was changed.`);
  }
}

export class InvalidRecord extends Problem {
  override name = 'InvalidRecord';
  constructor(problems: string) {
    super(
      'invalid',
      `This could not be saved because it is not valid (${problems}). Nothing was changed.`,
    );
  }
}

/** The record has moved on: carrying this out now would overwrite what came later. */
export class ChangedSince extends Problem {
  constructor(sentence: string) {
    super('changed-since', sentence);
  }
}

/** Turns what IndexedDB throws into a sentence; anything already ours passes through. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const names = namesOf(error);
  if (names.includes('QuotaExceededError'))
    return new Problem(
      'quota',
      'The disk is full, so this was not saved. Free some space, then try again.',
      { cause: error },
    );
  if (names.includes('DatabaseClosedError') || names.includes('VersionError'))
    return new Problem(
      'closed',
      'Bearing was updated while this page was open, so this was not saved. Reload the page, then try again.',
      { cause: error },
    );
  if (names.includes('InvalidStateError'))
    // Firefox opens no database for an extension's page that is itself in a private window.
    return new Problem(
      'private-page',
      'This browser keeps what Bearing has stored out of private windows. Open Bearing in an ordinary window.',
      { cause: error },
    );
  const said = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  return new Problem(
    'failed',
    `The browser refused to save this (${said}). Nothing was changed; try again.`,
    { cause: error },
  );
}

/** A full disk shows at commit: Dexie then says "AbortError" and carries the reason inside. */
function namesOf(error: unknown): string[] {
  const names: string[] = [];
  let one = error;
  for (let depth = 0; one instanceof Error && depth < 5; depth++) {
    names.push(one.name);
    one = (one as { inner?: unknown }).inner ?? one.cause;
  }
  return names;
}

/** Of a record that was set aside and has been changed here since. */
export const LATER = 'A later version of this record is in Bearing.';
