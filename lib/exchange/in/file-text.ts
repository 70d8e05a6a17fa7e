/** A file as importers look at it: text, and the value that it holds where it is JSON, parsed once for all of them. */

/** Enough to recognise any format that names itself. */
const START = 4_096;

export class FileText {
  /** Where the file begins, without white space and the byte order mark that editors and mail programs put there. */
  readonly start: string;
  #json: { value: unknown } | null | undefined;

  /** @param name what the file is called, where that is known: some formats are told by nothing else */
  constructor(
    readonly text: string,
    readonly name = '',
  ) {
    this.start = text
      .slice(0, START)
      .replace(/^\ufeff/, '')
      .trimStart();
  }

  /** Is the file valid JSON? */
  get isJson(): boolean {
    return this.#parsed !== null;
  }

  /** Its value; undefined where it is not JSON. */
  get json(): unknown {
    return this.#parsed?.value;
  }

  get #parsed(): { value: unknown } | null {
    if (this.#json === undefined) this.#json = parsed(this.text);
    return this.#json;
  }
}

function parsed(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) };
  } catch {
    return null;
  }
}
