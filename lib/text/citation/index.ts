/**
 * The grammar of printed citations: a reference of a list, or the line in which a page cites itself, read into
 * fields. Any usual style: the parts that marks and numbers give away are read first (identifiers, authors, dates,
 * volume and pages), and what is left is shared between title and container.
 */
import { firstOfAuthors } from './authors';
import { type Called, calledAtOnce, type Fields, readFields } from './fields';
import { type Identifiers, readIdentifiers } from './identifiers';
import { type Opening, readOpening } from './opening';
import { onePrint } from './print';
import { Words } from './tokens';

export { isOrganisation } from './organisation';

export interface Citation extends Fields {
  doi?: string;
}

const LABEL =
  /^(?:\[[^\][]{1,20}\]|\((?:\d{1,3}|[^\p{L}\d()“"]{1,2})\)|\d{1,4}[.)](?= )|\d{1,3} ?-(?= ?[A-Z])|[-•·–](?= ))\s*/u;

/**
 * A printed citation that is read as far as it has been asked, each part once: its identifiers, then its opening,
 * then the rest. A list has hundreds of references; matching markers asks for their openings at most, and only what
 * a reader looks at is asked for its fields.
 */
export class PrintedCitation {
  private identified: Identifiers | undefined;
  private opened: { words: Words; opening: Opening } | undefined;
  private read: Fields | undefined;

  /** @param printed one citation, its number before it or not; of more than 2,000 characters the first are read */
  constructor(private readonly printed: string) {}

  get doi(): string | undefined {
    return this.identifiers.doi;
  }

  /** The rest is read for it only where no date is behind the authors. */
  get called(): Called {
    if (this.read) return this.read;
    const { words, opening } = this.opening;
    return calledAtOnce(words, opening) ?? this.fields;
  }

  get fields(): Fields {
    if (!this.read) {
      const { words, opening } = this.opening;
      this.read = readFields(words, opening);
      // Nothing asks for the words again, and a page may be open for days.
      this.opened = undefined;
    }
    return this.read;
  }

  private get identifiers(): Identifiers {
    this.identified ??= readIdentifiers(onePrint(this.printed).replace(LABEL, ''));
    return this.identified;
  }

  private get opening(): { words: Words; opening: Opening } {
    if (!this.opened) {
      const words = new Words(this.identifiers.rest);
      this.opened = { words, opening: readOpening(words) };
    }
    return this.opened;
  }
}

/** Reads all of a printed citation. */
export function readCitation(printed: string): Citation {
  const citation = new PrintedCitation(printed);
  const { doi } = citation;
  return { ...citation.fields, ...(doi && { doi }) };
}

/** The family name, or the organisation, that a list of authors opens with. */
export function readFirstAuthor(printed: string): string | undefined {
  return firstOfAuthors(onePrint(printed));
}
