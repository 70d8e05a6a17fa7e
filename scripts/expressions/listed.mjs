/**
 * The regular expressions whose time grows by a power of the length of their input, each with the longest
 * input it is given and where that is cut. Compiled, each takes less than a millisecond on the worst of these.
 */

/** @type {{ file: string, expression: string, longest: number, cut: string, undecided?: string }[]} */
export const LISTED = [
  {
    file: 'lib/anchor/furniture/kinds.ts',
    expression: String.raw`/^(?:[\w-]*[-_])?(?:ads?|adverts?|advertis\w+|sponsored|promo)(?:(?:--|__)[\w-]*|[-_]?\d+)?$|(?:^|[-_])(?:ads?|promo)[-_]?(?:slots?|units?|containers?|wrap(?:per)?|banners?|box|blocks?|placeholders?|leaderboard|labels?|zone|area|frame|break|space)(?:[-_\d]|$)|(?:^|[-_])(?:adsbygoogle|advert(?:isement)?s?)(?:[-_\d]|$)/i`,
    longest: 300,
    cut: '`namesOf` keeps 300 characters of the names, `isAdvert` 300 of the tag',
  },
  {
    file: 'lib/anchor/compare/partial-words.ts',
    expression: String.raw`/\p{N}+(?:[.,\u00b7]\p{N}+)*[.,\u00b7]?$/u`,
    longest: 40,
    cut: '`trailingPart` looks at the last 40 characters',
  },
  {
    file: 'lib/anchor/compare/partial-words.ts',
    expression: String.raw`/[\p{L}\p{M}'\u2019]+[\u2010\u2011-]?$/u`,
    longest: 40,
    cut: '`trailingPart` looks at the last 40 characters',
  },
  {
    file: 'lib/page/fields/clean.ts',
    expression: String.raw`/[,.;]?\s+(?:\(?(?:1[5-9]|20)\d\d\)?|vol(?:ume|\.)?\s*\d+|\d+\s*\(\d+\)).*\d.*/is`,
    longest: 500,
    cut: '`venueOf` asks `plain` for 500 characters, with single blanks',
  },
  {
    file: 'lib/text/names.ts',
    expression: String.raw`/^[\s,;:·|–-]+|(?:[\s,;:·|–]|\s(?:and|&|mail|email|email author|equal contributor))+$/gi`,
    longest: 300,
    cut: '`bare` asks `plain` for 300 characters',
  },
  {
    file: 'lib/page/structure/citations/author-year.ts',
    expression: String.raw`/\p{Lu}[\p{L}'’-]+,? (?:and|&|und|et|y|e) $/u`,
    longest: 40,
    cut: '`nearest` hands `follows` 40 characters',
  },
  {
    file: 'lib/page/structure/citations/author-year.ts',
    expression: String.raw`/(\p{L}+),? \S+ $/u`,
    longest: 40,
    cut: '`nearest` hands `follows` 40 characters',
  },
  {
    file: 'lib/page/structure/references/tidy.ts',
    expression: String.raw`/(?:\s*(?:\[[\s,;|.]*\]|\([\s,;|.]*\)|[|·•,;]))+\s*$/`,
    longest: 120,
    cut: '`tidy` looks at the last 120 characters',
  },
  {
    file: 'lib/page/structure/references/tidy.ts',
    expression: String.raw`/\s*\[\s*(?:doi:?|pmid:?|pubmed:?|crossref:?|google scholar:?)?\s*\]\s*$/i`,
    longest: 120,
    cut: '`tidy` looks at the last 120 characters',
  },
  {
    file: 'lib/page/structure/sections/section-kind.ts',
    expression: String.raw`/^[^\p{L}\d]+|[^\p{L}\d)]+$/gu`,
    longest: 300,
    cut: '`bareTitle` looks at the first 300 characters',
  },
  {
    file: 'lib/page/structure/text/sentences.ts',
    expression: String.raw`/[\p{L}.]+$/u`,
    longest: 20,
    cut: '`gluedMarker` slices 20 characters',
  },
  {
    file: 'lib/page/structure/text/sentences.ts',
    expression: String.raw`/[^\s]+$/`,
    longest: 40,
    cut: '`unspaced` slices 40 characters',
  },
  {
    file: 'lib/page/structure/text/sentences.ts',
    expression: '/[.,;:)]+$/',
    longest: 60,
    cut: '`opens` takes its token from 60 characters and hands it to `geneLike`',
  },
  {
    file: 'lib/page/structure/text/sentences.ts',
    expression: String.raw`/(\S+)\s+$/`,
    longest: 30,
    cut: '`initial` slices 30 characters',
  },
];
