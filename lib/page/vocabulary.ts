/**
 * What publishers call the parts of a page that are not the paper, in classes, ids and roles: one vocabulary, by kind.
 * Who reads a page asks for the kinds that it passes over. Names are read as words (`nameTable`).
 */
import { nameTable } from './name-table';

const PHRASES = {
  menu: `
    nav, navbar, navigation, menu, submenu, skip link, skip to, jumplink, jumplinks, jump link,
    jump links, jumpto, back to top, backtotop`,
  bars: 'breadcrumb, breadcrumbs, sidebar, side bar, toolbar, tool bar, toolbox, footer',
  related: `
    related, recommend, recommended, recommendation, recommendations, recommender, similar, cited by,
    citedby, cited bylist, citing, most read, most cited, trending`,
  comments: 'comment, comments, commenting, disqus, feedback',
  adverts: `
    advert, adverts, advertisement, advertising, ad, ads, promo, cookie, cookies, consent, subscribe,
    subscription, newsletter, paywall`,
  account: `
    login, signin, sign in, signup, register, edit profile, access options, access box, denial block,
    permalink`,
  review: `
    referee, reviewer report, reviewer reports, peer review, decision letter`,
  tools: `
    share, sharing, social, altmetric, altmetrics, metrics, modal, cite box, get citation,
    getcitation, citation tools, export citation, article tools, article actions, download link,
    download links, download options, fulltext links, supplementary tools, table of contents,
    prev section link, next section link, goto link, scroll to top, print only, printonly, print view,
    read more, readmore, anchor link, view all`,
  notes: `
    callout, collateral info, author notes popup, copyright, licence, license, keyword, keywords,
    kwd group, subjects`,
  popups: 'drop down, dropdown',
  references: `
    reference, references, ref list, reflist, cit list, bibliography, bibliographies, biblio,
    footnote, footnotes`,
  /** Furniture alone, but "toc section" is how some platforms name every section. */
  toc: 'toc',
  tocSection: 'toc section',
} as const;

export type NameKind = keyof typeof PHRASES;

const tableOf = nameTable<NameKind>(PHRASES);
const cache = new Map<string, ReadonlySet<NameKind>>();
/** A page repeats the same few hundred names thousands of times. */
const MOST_CACHED = 20_000;

/** The kinds of furniture that some names speak of. */
export function kindsOfNames(names: string): ReadonlySet<NameKind> {
  let kinds = cache.get(names);
  if (!kinds) {
    kinds = tableOf(names);
    if (cache.size > MOST_CACHED) cache.clear();
    cache.set(names, kinds);
  }
  return kinds;
}

/** Whether they speak of one of these; a table of contents counts as `toc` unless it is what a section is called. */
export function speaksOf(kinds: ReadonlySet<NameKind>, asked: readonly NameKind[]): boolean {
  return asked.some((kind) => kinds.has(kind) && !(kind === 'toc' && kinds.has('tocSection')));
}

/** Never the main text of a paper. */
export const FURNITURE_KINDS: readonly NameKind[] = [
  ...(['menu', 'bars', 'related', 'comments', 'adverts', 'account', 'review', 'tools'] as const),
  ...(['notes', 'toc'] as const),
];
