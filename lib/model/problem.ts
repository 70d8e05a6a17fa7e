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
