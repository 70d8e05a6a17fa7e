/** Prints works in a style, and notes each field that it has put in: what must be read in the print. */
import { type List, printed } from './names';
import type { Article, Chapter, Work } from './works';

/** What was put into a print; the authors as "family, given". */
export interface Said {
  authors: string[];
  title?: string;
  container?: string;
  year?: number;
  volume?: string;
  issue?: string;
  pages?: string;
  doi?: string;
}

type Of<Kind extends Work['kind']> = (print: Print, work: Extract<Work, { kind: Kind }>) => string;

export interface Style {
  name: string;
  authors: List;
  /** Editors, where they are printed in another way. */
  editors?: List;
  journal?: 'full' | 'short' | 'bare';
  title?: 'sentence' | 'headline';
  /** "145-158", "145-58", "145"; a dash between them. */
  pages?: 'full' | 'short' | 'first';
  dash?: string;
  /** Works of which a print in this style does not tell enough. */
  leaves?: (work: Work) => boolean;
  article?: Of<'article'>;
  book?: Of<'book'>;
  chapter?: Of<'chapter'>;
  paper?: Of<'paper'>;
  thesis?: Of<'thesis'>;
  report?: Of<'report'>;
  preprint?: Of<'preprint'>;
  page?: Of<'page'>;
}

const SMALL = new Set('a an the and or of in on for to by with from at as'.split(' '));

/** "Falls at Night: A Study". */
export const headline = (title: string): string =>
  title
    .split(' ')
    .map((word, i, all) =>
      SMALL.has(word) && i > 0 && !/[:?]$/.test(all[i - 1] ?? '')
        ? word
        : `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    )
    .join(' ');

/** "Luis García Márquez", "García Márquez, Luis, Ana Ruiz": in full, nothing tells a second family name from a given one. */
export const hasTwoFamilyNames = ({ authors }: Work): boolean =>
  typeof authors !== 'string' && authors.some(({ family }) => / \p{Lu}/u.test(family));

/** `text` with its full stop, where no other mark ends it. */
export const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** `before` and `after` around what is there, else nothing. */
export const around = (before: string, value: string | undefined, after = ''): string =>
  value ? `${before}${value}${after}` : '';

/** "145-58", "1403-11". */
function shortened(first: string, last: string): string {
  let same = 0;
  while (same < last.length - 2 && first[same] === last[same]) same += 1;
  return first.length === last.length ? last.slice(same) : last;
}

export class Print {
  readonly said: Said = { authors: [] };

  constructor(
    private readonly style: Style,
    private readonly work: Work,
  ) {}

  get authors(): string {
    const { text, names } = printed(this.work.authors, this.style.authors);
    this.said.authors = names;
    return text;
  }

  get title(): string {
    const title = this.style.title === 'headline' ? headline(this.work.title) : this.work.title;
    this.said.title = title;
    return title;
  }

  get year(): string {
    this.said.year = this.work.year;
    return String(this.work.year);
  }

  get editors(): string {
    return printed((this.work as Chapter).editors, this.style.editors ?? this.style.authors).text;
  }

  /** For one editor, and for more. */
  several(one: string, more: string): string {
    return (this.work as Chapter).editors.length > 1 ? more : one;
  }

  get journal(): string {
    const { journal, short } = this.work as Article;
    const kind = this.style.journal ?? 'full';
    const name = kind === 'full' ? journal : kind === 'short' ? short : short.replace(/\./g, '');
    this.said.container = name;
    return name;
  }

  /** The book or the proceedings that the work is in. */
  get host(): string {
    const name = this.work.kind === 'paper' ? this.work.proceedings : (this.work as Chapter).book;
    this.said.container = this.style.title === 'headline' ? headline(name) : name;
    return this.said.container;
  }

  get volume(): string {
    this.said.volume = (this.work as Article).volume;
    return this.said.volume;
  }

  get issue(): string | undefined {
    const { issue } = this.work as Article;
    if (issue) this.said.issue = issue;
    return issue;
  }

  get pages(): string {
    const { pages } = this.work as Article;
    const [first = '', last] = pages.split('-');
    const dash = this.style.dash ?? '-';
    if (!last || this.style.pages === 'first') this.said.pages = first;
    else
      this.said.pages = `${first}${dash}${this.style.pages === 'short' ? shortened(first, last) : last}`;
    return this.said.pages;
  }

  get doi(): string | undefined {
    const { doi } = this.work as Article;
    if (doi) this.said.doi = doi;
    return doi;
  }
}

/** A work in a style; null where the style does not print such works. */
export function print(style: Style, work: Work): { text: string; said: Said } | null {
  if (style.leaves?.(work)) return null;
  const one = new Print(style, work);
  const template = style[work.kind] as ((print: Print, work: Work) => string) | undefined;
  return template ? { text: template(one, work), said: one.said } : null;
}
