/**
 * A file as importers look at it: text, and the value that it holds where it is JSON, or the files that it holds where it is a
 * zip; each looked at once for all of them.
 */
import { ZipFault, ZipFile } from './zip-file';

/** Enough to recognise any format that names itself. */
const START = 4_096;

/** How each zip begins that has something in it. */
export const ZIP_START = 'PK\u0003\u0004';

/** About what a browser can still hold as one string with room to parse it. */
export const MOST_CHARS = 200_000_000;
/** Of a zip: a project with the PDFs and photos of a study in it. */
export const MOST_BYTES = 500_000_000;

/** A file as it was read: its text; of a zip, which has none, its bytes. */
export type FileContent = string | Uint8Array;

export class FileText {
  /** Where the file begins, without white space and the byte order mark that editors and mail programs put there. */
  readonly start: string;
  /** Empty where the file is a zip. */
  readonly text: string;
  /** All of the file, where it is a zip. */
  readonly bytes: Uint8Array | undefined;
  #json: { value: unknown } | null | undefined;
  #zip: ZipFile | null | undefined;

  /** @param name what the file is called, where that is known: some formats are told by nothing else */
  constructor(
    content: FileContent,
    readonly name = '',
  ) {
    const isText = typeof content === 'string';
    this.text = isText ? content : '';
    this.bytes = isText ? undefined : content;
    this.start = (isText ? content : ZIP_START)
      .slice(0, START)
      .replace(/^\ufeff/, '')
      .trimStart();
  }

  /** What is in it, where it is a zip that can be opened; null otherwise. */
  get zip(): ZipFile | null {
    if (this.#zip === undefined) this.#zip = this.bytes ? opened(this.bytes) : null;
    return this.#zip;
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

function opened(bytes: Uint8Array): ZipFile | null {
  try {
    return new ZipFile(bytes);
  } catch (error) {
    if (error instanceof ZipFault) return null;
    throw error;
  }
}
