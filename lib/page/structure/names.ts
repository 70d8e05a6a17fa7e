/**
 * What a class, id or role name says about an element: page furniture, a figure, a heading, a reference list.
 * Publishers' names are read as words ("dropDownAlt" = drop, down, alt), so that one rule serves many
 * platforms. Answers are cached per name: a page repeats the same few hundred names thousands of times.
 */

import { nameTable } from '../name-table';
import { FURNITURE_KINDS, kindsOfNames, speaksOf } from '../vocabulary';

export interface NameFacts {
  /** Navigation, adverts, comments, pop-ups and the like: never main text. */
  furniture: boolean;
  /** Text that is there for machines or screen readers, or a pop-up beside a marker. */
  hidden: boolean;
  /** A figure, table or caption: holds no sentences, but may hold citations. */
  figure: boolean;
  /** Rank 2..6 when the name says "this is a section heading" on a tag that does not. */
  heading: number;
  abstract: boolean;
  /** Numbers that preprints and reviews print beside each line. */
  lineNumber: boolean;
  /** Formula renderings that repeat the formula as text. */
  math: boolean;
}

/** Of an element without names. */
export const NO_NAMES: NameFacts = {
  furniture: false,
  hidden: false,
  figure: false,
  heading: 0,
  abstract: false,
  lineNumber: false,
  math: false,
};

const kindsOf = nameTable({
  hidden: `
    popup, pop up, popover, pop over, tooltip, tool tip, drop down, dropdown, drop block body, sr only, visuallyhidden, screen reader,
    screenreader, assistive, offscreen, off screen, hidden, hide, display none, reveal modal, ref
    tip box, preview, hovercard, hover card, accessibility text, invisible`,
  figure: `
    fig, figs, figure, figures, figcaption, caption, captions, tbl, table, tables, xbox, asset
    viewer, media, video, supplementary material, article textbox, disp formula, display formula,
    disp eqn, display eqn, equation, thumbnail, carousel, slider, slideshow, image container,
    gallery`,
  abstract: `
    abstract, abstracts, abs, synopsis, abstractsection`,
  /** What stands with an abstract's name and is none: tabs, links, the picture that goes with it. */
  notAbstract: `
    graphical, toc, teaser, preview, nav, link, links, page, view, tab, container, type, tools,
    html, fulltext, full text`,
  math: `
    mathjax preview, math jax preview, mjx assistive mathml, assistive mml, katex mathml, mathjax
    hidden, mathml alternative`,
  lineNumber: `
    line number, line numbers, line no, line nos, line nr, line num, line nums, lineno, linenos,
    linenum, linenumber, linenumbers, lnum`,
  heading: `
    section title, section heading, sec title, sec head, section head, head sec, subheading, sub
    heading, subsection title, subsection heading, heading text, heading title, html title, article
    heading, titre section, heading1, heading2, heading3, title1, title2, title3, titre1, titre2,
    titre3`,
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
});

const RANKS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** By class, then by the words of the id. */
const cache = new Map<string, Map<string, NameFacts>>();
let cached = 0;
const MAX_CACHE = 20_000;

function read(names: string): NameFacts {
  const kinds = kindsOf(names);
  const rank = RANKS.find((name) => kinds.has(name));
  return {
    furniture: speaksOf(kindsOfNames(names), FURNITURE_KINDS),
    hidden: kinds.has('hidden'),
    figure: kinds.has('figure'),
    heading: rank ? Math.max(2, Number(rank[1])) : kinds.has('heading') ? 3 : 0,
    abstract: kinds.has('abstract') && !kinds.has('notAbstract'),
    lineNumber: kinds.has('lineNumber'),
    math: kinds.has('math'),
  };
}

/** The facts of an element's class and id. */
export function nameFacts(names: string | null, id: string | null): NameFacts {
  if (!names && !id) return NO_NAMES;
  // An id is unique by nature: only its words matter, and digits would spoil the cache.
  const words = id ? id.replace(/\d+/g, '') : '';
  let byId = cache.get(names ?? '');
  let facts = byId?.get(words);
  if (!facts) {
    facts = read(id ? `${names ?? ''} ${words}` : (names ?? ''));
    if (++cached > MAX_CACHE) {
      cache.clear();
      cached = 1;
      byId = undefined;
    }
    if (!byId) {
      byId = new Map();
      cache.set(names ?? '', byId);
    }
    byId.set(words, facts);
  }
  return facts;
}

const SKIPPED_ROLES = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'dialog',
  'alertdialog',
  'alert',
  'menu',
  'menubar',
  'tablist',
  'toolbar',
  'tooltip',
  'button',
]);

/** True for ARIA roles that never hold main text. */
export function skippedRole(role: string | null): boolean {
  return role !== null && SKIPPED_ROLES.has(role);
}
