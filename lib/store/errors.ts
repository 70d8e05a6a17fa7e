/** The store's problems. */

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

/** Of a record that was set aside and has been changed here since. */
export const LATER = 'A later version of this record is in Bearing.';
