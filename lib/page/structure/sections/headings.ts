/** The headings of a paper, each with what it does to the text below it: told by its words, its rank, and the others. */
import * as dom from '../../../dom';
import { Block } from '../text/blocks';
import type { Heading, Item } from '../text/walk';
import { boldHeading } from './bold-heading';
import { titleKey } from './page-titles';
import type { TitleWords } from './section-kind';

const LABELLED =
  /^(?:fig(?:ure|\.)?|tables?|tab\.|scheme|video|movie|box|chart|plate|equation|eq\.|listing|algorithm|supplementa\w+ (?:fig\w*|table|file|data|movie)|additional file|abbildung|abb\.|tabelle|figura|tabla|tabela)\s*[\dS]+/i;
const BY_LINE = /^[Bb][Yy] \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]*){1,4}$/u;

/** What a heading does to the text below it. */
export type HeadingRole = 'section' | 'references' | 'furniture' | 'none';

export interface PaperHeading extends Heading {
  role: HeadingRole;
  /**
   * Printed in bold only, with words that name no section: a heading behind the first section, or where such lines are
   * all that the page has.
   */
  doubtful: boolean;
}

/** All headings of a paper, and what they tell together. */
export interface PaperHeadings {
  of: ReadonlyMap<Item, PaperHeading>;
  /** Are there hardly any but the lines in bold? */
  few: boolean;
  /** The one that is the article's title. */
  title: PaperHeading | null;
  hasAbstract: boolean;
  /** The abstract's rank when sections of the paper are beside or above its heading, not all below it. */
  flatAbstract: number | null;
}

/** A page with more headings than this prints its sections' as such. */
const FEW = 2;

/**
 * Judges the headings of the paper.
 * @param main   the element that holds it
 * @param titles what the page states as its title (`pageTitles`)
 */
export function readHeadings(
  items: readonly Item[],
  main: Element,
  titles: readonly string[],
): PaperHeadings {
  const of = new Map<Item, PaperHeading>();
  const tagged: PaperHeading[] = [];
  items.forEach((item, i) => {
    if ('edge' in item || !dom.contains(main, item.element)) return;
    const bold = item instanceof Block;
    const heading = bold ? boldHeading(item, nextOf(items, i)) : item;
    if (!heading) return;
    const { kind, references } = heading.words;
    const doubtful = bold && kind === 'other' && !references;
    const one = { ...heading, role: roleOf(heading.words, titles), doubtful };
    of.set(item, one);
    if (!bold) tagged.push(one);
  });
  return {
    of,
    few: tagged.length <= FEW,
    title: tagged.find((one) => isArticleTitle(one, tagged)) ?? null,
    hasAbstract: tagged.some(({ words }) => words.kind === 'abstract'),
    flatAbstract: abstractIsFlat(tagged),
  };
}

/** What follows an item, the abstract's edges aside. */
function nextOf(items: readonly Item[], at: number): Heading | Block | undefined {
  for (let i = at + 1; i < items.length; i++) {
    const item = items[i] as Item;
    if (!('edge' in item)) return item;
  }
  return undefined;
}

/** Judges a heading by its words alone. */
function roleOf(words: TitleWords, titles: readonly string[]): HeadingRole {
  const { title } = words;
  if (!/\p{L}/u.test(title) || title.length > 300) return 'none';
  if (words.references) return 'references';
  if (LABELLED.test(title) || BY_LINE.test(title)) return 'none';
  if (words.furniture) return 'furniture';
  const key = titleKey(title);
  if (key.length >= 15 && titles.some((t) => t.includes(key) && key.length >= t.length * 0.4))
    return 'none';
  return 'section';
}

/** The first h1 is the article's title when no other h1 follows, or when it is long and names no kind. */
function isArticleTitle(one: PaperHeading, tagged: readonly PaperHeading[]): boolean {
  if (one.rank !== 1 || one.role !== 'section' || one.words.kind !== 'other') return false;
  return tagged[0] === one || !tagged.some((other) => other.rank === 1 && other !== one);
}

const OF_PAPERS: readonly string[] = ['introduction', 'methods', 'results', 'discussion'];

function abstractIsFlat(tagged: readonly PaperHeading[]): number | null {
  const at = tagged.findIndex(({ words }) => words.kind === 'abstract');
  const abstract = tagged[at];
  if (!abstract) return null;
  const beside = tagged
    .slice(at + 1)
    .some(
      ({ rank, role, words }) =>
        rank <= abstract.rank && role === 'section' && OF_PAPERS.includes(words.laterKind),
    );
  return beside ? abstract.rank : null;
}
