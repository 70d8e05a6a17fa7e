/**
 * The entries of a BibTeX file. Each is read between where it begins and where the next one begins a line, so that a
 * brace that nobody closed costs one entry. Text between entries is a comment, as BibTeX has it.
 */
import type { BrokenReference } from '../../../model';
import { beginningOf, LONGEST_ENTRY, TOO_LONG } from './lines';

export interface BibEntry {
  /** "article", in small letters. */
  kind: string;
  key: string;
  line: number;
  text: string;
  /** By their names in small letters; values without their outer braces, as LaTeX. */
  fields: ReadonlyMap<string, string>;
}

const BEGINS_LINE = /^[ \t]{0,20}@[ \t]{0,9}[a-z]{1,40}\s{0,9}[{(]/gim;
const BEGINS = /@[ \t]{0,9}([a-z]{1,40})\s{0,9}([{(])/gi;
const NAME = /[^\s=,{}()"#%@]{1,100}/y;
const EQUALS = /\s{0,200}=/y;
/** An entry that was closed too early goes on with a field. */
const GOES_ON = /\s{0,200},\s{0,200}[a-z][a-z_-]{1,40}\s{0,20}=\s{0,20}[{"\d]/iy;

/** How deep braces are nested. */
const MOST_DEEP = 50;
/** Of a `@string`: short, as entries repeat it. */
const LONGEST_MACRO = 2_000;
const LONGEST_VALUE = 200_000;
/** ScienceDirect writes a field for each keyword. */
const REPEATED = new Set(['keywords', 'keyword']);
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Another field, in a value. */
const SWALLOWED = /,\s{0,200}[a-z]{2,30}\s{0,20}=\s{0,20}[{"]/i;

const notClosed = (closer: '}' | '"'): string =>
  `a ${closer === '}' ? 'brace' : 'quotation mark'} is not closed`;

/** Why an entry cannot be read. */
class Unreadable extends Error {}

export function readEntries(text: string): { entries: BibEntry[]; broken: BrokenReference[] } {
  const entries: BibEntry[] = [];
  const broken: BrokenReference[] = [];
  const macros = new Map(MONTHS.map((month) => [month, month]));
  const starts = [...text.matchAll(BEGINS_LINE)].map(({ index }) => index);
  // One may begin behind text.
  const first = text.slice(0, starts[0] ?? text.length).search(BEGINS);
  if (first >= 0) starts.unshift(first);
  const lines = new LineCounter(text);
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? text.length;
    for (let at = start; at < end; ) {
      BEGINS.lastIndex = at;
      const head = BEGINS.exec(text);
      if (!head || head.index >= end) break;
      const line = lines.at(head.index);
      const shown = text.slice(head.index, Math.min(end, head.index + LONGEST_EXCERPT));
      const reader = new EntryReader(
        text,
        BEGINS.lastIndex,
        end,
        head[2] === '(' ? ')' : '}',
        macros,
      );
      try {
        if (end - start > LONGEST_ENTRY) throw new Unreadable(TOO_LONG);
        const entry = reader.read((head[1] ?? '').toLowerCase());
        if (entry) entries.push({ ...entry, line, text: shown });
        at = reader.at;
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error;
        broken.push({ line, text: beginningOf(shown), problem: error.message });
        at = end;
      }
    }
  });
  return { entries, broken };
}

const LONGEST_EXCERPT = 400;

/** Lines of places that are asked for in their order. */
class LineCounter {
  private line = 1;
  private counted = 0;
  constructor(private readonly text: string) {}

  at(place: number): number {
    for (; this.counted < place; this.counted += 1) {
      const char = this.text[this.counted];
      if (char === '\n' || (char === '\r' && this.text[this.counted + 1] !== '\n')) this.line += 1;
    }
    return this.line;
  }
}

class EntryReader {
  private isClosed = false;
  private hasEscapes = true;

  constructor(
    private readonly text: string,
    public at: number,
    private readonly end: number,
    private readonly closer: string,
    private readonly macros: Map<string, string>,
  ) {}

  /** The entry; null for what is none. */
  read(kind: string): Pick<BibEntry, 'kind' | 'key' | 'fields'> | null {
    if (kind === 'comment' || kind === 'preamble') {
      this.at = this.end;
      return null;
    }
    if (kind === 'string') {
      for (const [name, value] of this.fields())
        this.macros.set(name, value.slice(0, LONGEST_MACRO));
      return null;
    }
    const from = this.at;
    try {
      return { kind, ...this.keyed() };
    } catch (error) {
      // For TeX an escaped brace counts; people who write one alone mean the sign. A path may end in a backslash.
      this.at = from;
      this.hasEscapes = false;
      try {
        return { kind, ...this.keyed() };
      } catch {
        throw error;
      }
    }
  }

  private keyed(): Pick<BibEntry, 'key' | 'fields'> {
    this.isClosed = false;
    const key = this.key();
    const fields = this.fields();
    // The brace that should have closed the entry has closed a value, and the fields behind it are in there.
    if (!this.isClosed && [...fields.values()].some((value) => SWALLOWED.test(value)))
      throw new Unreadable(notClosed('}'));
    return { key, fields };
  }

  private get char(): string {
    return this.at < this.end ? (this.text[this.at] as string) : '';
  }

  private skipBlanks(): void {
    while (this.char !== '' && /\s/.test(this.char)) this.at += 1;
  }

  /** The text up to the first comma, unless it is a field of an entry without a key. */
  private key(): string {
    let to = this.at;
    while (to < this.end && !/[,={}()"]/.test(this.text[to] as string)) to += 1;
    if (this.text[to] === '=') return '';
    // A key may have brackets.
    while (to < this.end && !/[,={}"\s]/.test(this.text[to] as string)) to += 1;
    const key = this.text.slice(this.at, to).trim();
    this.at = to;
    return key;
  }

  private fields(): Map<string, string> {
    const fields = new Map<string, string>();
    while (this.at < this.end) {
      this.skipBlanks();
      const { char } = this;
      if (char === '') break;
      if (char === '%') this.skipLine();
      else if (char === this.closer) {
        this.at += 1;
        this.isClosed = true;
        GOES_ON.lastIndex = this.at;
        if (!GOES_ON.test(this.text) || GOES_ON.lastIndex > this.end) break;
      } else {
        const name = this.name();
        if (!name) this.at += 1;
        else {
          const value = this.value();
          const before = fields.get(name);
          // The first counts: a second one is most often an empty template.
          if (!before) fields.set(name, value);
          else if (REPEATED.has(name)) fields.set(name, `${before}; ${value}`);
        }
      }
    }
    return fields;
  }

  private skipLine(): void {
    while (this.char !== '' && this.char !== '\n' && this.char !== '\r') this.at += 1;
  }

  /** The name of a field, behind which its value begins; '' where there is none. */
  private name(): string {
    NAME.lastIndex = this.at;
    const name = NAME.exec(this.text)?.[0] ?? '';
    EQUALS.lastIndex = this.at + name.length;
    if (!name || !EQUALS.test(this.text)) {
      this.at += Math.max(0, name.length - 1);
      return '';
    }
    this.at = EQUALS.lastIndex;
    return name.toLowerCase();
  }

  /** Parts with "#" between them. */
  private value(): string {
    let value = '';
    for (;;) {
      this.skipBlanks();
      value += this.part();
      if (value.length > LONGEST_VALUE)
        throw new Unreadable(
          `a value is longer than ${LONGEST_VALUE.toLocaleString('en')} characters`,
        );
      this.skipBlanks();
      if (this.char !== '#') return value;
      this.at += 1;
    }
  }

  private part(): string {
    if (this.char === '{') return this.delimited('}');
    if (this.char === '"') return this.delimited('"');
    NAME.lastIndex = this.at;
    const word = NAME.exec(this.text)?.[0] ?? '';
    this.at += word.length;
    return this.macros.get(word.toLowerCase()) ?? word;
  }

  private delimited(closer: '}' | '"'): string {
    const to = this.endOf(closer);
    if (to === null) throw new Unreadable(notClosed(closer));
    const value = this.text.slice(this.at + 1, to);
    this.at = to + 1;
    return value;
  }

  private endOf(closer: '}' | '"'): number | null {
    let depth = 0;
    for (let to = this.at + 1; to < this.end; to += 1) {
      const char = this.text[to];
      if (char === '\\' && this.hasEscapes) to += 1;
      else if (char === closer && depth === 0) return to;
      else if (char === '{') depth += 1;
      else if (char === '}') depth = Math.max(0, depth - 1);
      if (depth > MOST_DEEP) throw new Unreadable(`braces are more than ${MOST_DEEP} deep`);
    }
    return null;
  }
}
