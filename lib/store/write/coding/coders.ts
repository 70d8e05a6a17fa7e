/** Who coded, by the names in a file: the reader, coders that are known here, and new ones. */
import { type Coder, CoderIndex, newId } from '../../../model';
import { nameKey } from '../../../text';

export interface CodersReport {
  name: string;
  /** Of the file's passages, how many. */
  passages: number;
  is: 'reader' | 'known' | 'new';
}

export class NamedCoders {
  readonly #index: CoderIndex;
  readonly #byName = new Map<string, string>();
  readonly #made = new Map<string, Coder>();
  readonly #report = new Map<string, CodersReport>();

  /** @param reader the reader's id */
  constructor(
    coders: readonly Coder[],
    private readonly reader: string,
  ) {
    this.#index = new CoderIndex(coders);
    for (const { id } of coders) {
      const person = this.#index.resolve(id);
      const key = nameKey(this.#index.name(id));
      // Of two people of one name the reader is meant, or else the first.
      if (!this.#byName.has(key) || this.#isReader(person)) this.#byName.set(key, person);
    }
  }

  /** The id of whoever is called so; whom a file does not name is the reader. */
  idOf(name: string): string {
    const clean = name.replace(/\s+/g, ' ').trim();
    const known = clean ? this.#byName.get(nameKey(clean)) : this.reader;
    const made = known === undefined ? this.#makeCoder(clean) : undefined;
    const id = known ?? made?.id ?? this.reader;
    const isOwn = this.#isReader(id);
    const row = this.#report.get(id) ?? {
      name: clean,
      passages: 0,
      is: isOwn ? ('reader' as const) : this.#made.has(id) ? ('new' as const) : ('known' as const),
    };
    row.passages += 1;
    this.#report.set(id, row);
    return isOwn ? this.reader : id;
  }

  /** The id that a person's tags are compared by. */
  person(id: string): string {
    return this.#index.resolve(id);
  }

  isReaders(id: string): boolean {
    return this.#isReader(id);
  }

  get made(): Coder[] {
    return [...this.#made.values()];
  }

  report(): CodersReport[] {
    return [...this.#report.values()];
  }

  #isReader(id: string): boolean {
    return id === this.reader || this.#index.areOne(id, this.reader);
  }

  #makeCoder(name: string): Coder {
    const coder: Coder = { id: newId(), name };
    this.#made.set(coder.id, coder);
    this.#byName.set(nameKey(name), coder.id);
    return coder;
  }
}
