/** The one error that is expected and shown: what happened, what is safe, what to do. Without the schema library. */
export class Problem extends Error {
  override name = 'Problem';
  /** Stable, for messages between contexts. */
  readonly code: string;

  /** @param sentence for the reader */
  constructor(code: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
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
