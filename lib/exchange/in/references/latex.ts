/** LaTeX as bibliographies hold it, as the text that it prints. Goes through a text once, and never calls itself. */
import { ACCENTS, SIGNS } from './latex-signs';

/** Commands whose first argument is not printed. */
const UNPRINTED = new Set([
  'href',
  'vphantom',
  'hphantom',
  'phantom',
  'textcolor',
  'color',
  'label',
]);
/** Behind a backslash, signs that are printed as they are. */
const ESCAPED = /[&%$#_{}]/;
const WORD = /[A-Za-z]+/y;
/** Most of a text means nothing to LaTeX. */
const PLAIN = /[^\\{}$~^_`'-]+/y;
/** Mathematics is short; two dollar signs further apart are prices. */
const LONGEST_MATHS = 200;

/** Mendeley escapes what is LaTeX already. */
const ESCAPED_TWICE = /\$\\backslash\$/g;

/** The text that a value prints; braces, dollar signs and commands of form are gone. */
export function latexText(source: string): string {
  return new Printer(source.replace(ESCAPED_TWICE, '\\')).print().normalize('NFC');
}

/** An address or an id: only what LaTeX makes authors escape in it is taken back. */
export const latexVerbatim = (source: string): string =>
  source
    .replace(/\\url\b|\\path\b/g, '')
    .replace(/\\(?:textasciitilde|sim)\b ?(?:\{\})?|\\~(?:\{\})?/g, '~')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/[{}]/g, '');

/** Accents on one letter: Vietnamese has two. */
const MOST_ACCENTS = 3;

/** Signs in a row that are printed as one, longest first. */
const LIGATURES: readonly [string, string][] = [
  ['---', '\u2014'],
  ['--', '\u2013'],
  ['``', '\u201c'],
  ["''", '\u201d'],
  ['`', '\u2018'],
  ['~', ' '],
];

/** Each method reads on from `at`, and gives what is printed for it. */
class Printer {
  private at = 0;
  /** Where the mathematics that was entered ends. */
  private mathsEnd = -1;

  constructor(private readonly source: string) {}

  print(): string {
    const printed: string[] = [];
    while (this.at < this.source.length) printed.push(this.next());
    return printed.join('');
  }

  private get char(): string {
    return this.source[this.at] ?? '';
  }

  private next(): string {
    PLAIN.lastIndex = this.at;
    const plain = PLAIN.exec(this.source)?.[0];
    if (plain) {
      this.at += plain.length;
      return plain;
    }
    const { char } = this;
    if (char === '\\') return this.command(0);
    if (char === '$') return this.dollar();
    const ligature = LIGATURES.find(([signs]) => this.source.startsWith(signs, this.at));
    this.at += ligature?.[0].length ?? 1;
    if (ligature) return ligature[1];
    const isScript = (char === '^' || char === '_') && this.at <= this.mathsEnd;
    return isScript || char === '{' || char === '}' ? '' : char;
  }

  private dollar(): string {
    const { at } = this;
    this.at += 1;
    if (at === this.mathsEnd) return '';
    const end = this.source.slice(0, at + LONGEST_MATHS).indexOf('$', at + 1);
    const inside = this.source.slice(at + 1, Math.max(end, at + 1));
    if (!inside || (/\s/.test(inside) && !/[\\^_{}]/.test(inside))) return '$';
    this.mathsEnd = end;
    return '';
  }

  /** @param accents that wait for what it prints */
  private command(accents: number): string {
    const sign = this.source[this.at + 1] ?? '';
    WORD.lastIndex = this.at + 1;
    const word = WORD.exec(this.source)?.[0];
    if (!word) {
      this.at += 2;
      if (Object.hasOwn(ACCENTS, sign)) return this.accented(ACCENTS[sign] ?? '', accents);
      return ESCAPED.test(sign) ? sign : /[\\ ,;:]/.test(sign) ? ' ' : '';
    }
    this.at += 1 + word.length;
    if (Object.hasOwn(ACCENTS, word)) return this.accented(ACCENTS[word] ?? '', accents);
    while (/[ \t\n]/.test(this.char)) this.at += 1;
    if (UNPRINTED.has(word)) this.skipGroup();
    return SIGNS.get(word) ?? '';
  }

  private skipGroup(): void {
    if (this.char !== '{') return;
    let depth = 0;
    for (; this.at < this.source.length; this.at += 1) {
      const char = this.source[this.at];
      if (char === '\\') this.at += 1;
      else if (char === '{') depth += 1;
      else if (char === '}' && --depth === 0) break;
    }
    this.at += 1;
  }

  /** The letter behind an accent, in braces or not, with the mark over it. */
  private accented(mark: string, accents: number): string {
    while (/[ \t{]/.test(this.char)) this.at += 1;
    if (this.char === '\\' && accents < MOST_ACCENTS) {
      // "\'{\i}", "\'{\ae}", and an accent on an accent, whose own mark comes first.
      const letter = this.command(accents + 1);
      return letter && letter + mark;
    }
    if (/^[}\\]?$/.test(this.char)) return '';
    const letter = String.fromCodePoint(this.source.codePointAt(this.at) ?? 0);
    this.at += letter.length;
    return letter + mark;
  }
}
