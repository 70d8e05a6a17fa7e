/** Errors of the store that can be expected. Each carries one sentence for the reader. */

export class StoreError extends Error {
  override name = 'StoreError';
  /** Stable code for messages between contexts. */
  readonly code: string;

  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}

export class NotFound extends StoreError {
  override name = 'NotFound';
  constructor(what: string) {
    super('not-found', `This ${what} is no longer in Bearing. Nothing was changed.`);
  }
}

export class InvalidRecord extends StoreError {
  override name = 'InvalidRecord';
  constructor(problems: string) {
    super(
      'invalid',
      `This could not be saved because it is not valid (${problems}). Nothing was changed.`,
    );
  }
}

/** Turns what IndexedDB throws into a sentence; anything already ours passes through. */
export function asStoreError(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError')
    return new StoreError(
      'quota',
      'The disk is full, so this was not saved. Free some space, then try again.',
      { cause: error },
    );
  if (name === 'DatabaseClosedError' || name === 'VersionError')
    return new StoreError(
      'closed',
      'Bearing was updated while this page was open, so this was not saved. Reload the page, then try again.',
      { cause: error },
    );
  return new StoreError(
    'failed',
    `The browser refused to save this (${error instanceof Error ? error.message : String(error)}). Nothing was changed; try again.`,
    { cause: error },
  );
}
