/**
 * What a class, id or role name says about an element: page furniture, a figure, a heading, a reference list.
 * Publishers' names are read as words ("dropDownAlt" = drop, down, alt), so that one rule serves many
 * platforms. Answers are cached per name: a page repeats the same few hundred names thousands of times.
 */

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
  /** Formula renderings that repeat the formula as text. */
  math: boolean;
}

const NOTHING: NameFacts = {
  furniture: false,
  hidden: false,
  figure: false,
  heading: 0,
  abstract: false,
  math: false,
};

const FURNITURE =
  / (nav|navbar|navigation|menu|submenu|breadcrumbs?|sidebar|side bar|toolbar|tool bar|toolbox|share|sharing|social|cookies?|consent|advert|adverts|advertisement|advertising|ad|ads|promo|related|recommend|recommended|recommendations?|recommender|comments?|commenting|disqus|modal|altmetrics?|metrics|subscribe|subscription|newsletter|login|signin|sign in|skip link|skip to|toc(?! section)|table of contents|jump ?links?|jumpto|cited by|citedby|cited bylist|citing|similar|referee|reviewer reports?|reports comments|peer review|decision letter|section nav|prev section link|next section link|goto link|callout|collateral info|author notes popup|cite box|get citation|getcitation|citation tools|export citation|most read|most cited|trending|paywall|access options|access box|denial block|copyright|licen[cs]e|article tools|article actions|download links?|download options|fulltext links|supplementary tools|keywords?|kwd group|subjects|edit profile|signup|register|feedback|permalink|anchor link|view all|back to top|backtotop|scroll to top|print only|printonly|print view|read more|readmore|footer) /;
const HIDDEN =
  / (popup|pop up|tooltip|drop down|dropdown|drop block|sr only|visually hidden|visuallyhidden|screen reader|screenreader|screen reader text|assistive|mfp hide|offscreen|off screen|hidden|is hidden|hide|display none|reveal modal|ref popup|ref tip box|reference popup|preview|hovercard|accessibility text|u hide|element invisible|invisible) /;
const FIGURE =
  / (fig|figs|figure|figures|fig wrap|figcaption|figure wrap|figure wrapper|fig inline|fig panel|figure table|caption|captions|table wrap|tbl|tables?|table responsive|tbl box|html fig|html table|fig tbl|xbox|asset viewer|media|video|supplementary material|inline supplementary material|article textbox|disp formula|display formula|disp eqn|display eqn|equation|thumbnail|carousel|slider|slideshow|image container|gallery) /;
const ABSTRACT =
  / (abstract|abstracts|abs|synopsis|hlfld abstract|abstractsection|abstract section) /;
const NOT_ABSTRACT =
  / (graphical|toc|teaser|preview|nav|link|links|page|view|tab|container|type|tools|html|full ?text) /;
const MATH =
  / (math ?jax preview|mjx assistive mathml|mjx assistive mml|assistive mml|katex mathml|mathjax hidden|mathml alternative) /;
const HEADING =
  / (section title|section heading|sec title|sec head|section head|head sec|sub ?heading|sub ?section title|subsection heading|heading text|heading title|html title|article heading|titre section|heading1|heading2|heading3|title1|title2|title3|titre1|titre2|titre3) /;

const cache = new Map<string, NameFacts>();
const MAX_CACHE = 20_000;

/** Splits names into lower-case words with single blanks, a blank at both ends. */
export function nameWords(names: string): string {
  return ` ${names
    .slice(0, 400)
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim()
    .toLowerCase()} `;
}

function read(names: string): NameFacts {
  const words = nameWords(names);
  const rank = / h([1-6]) /.exec(words);
  const facts: NameFacts = {
    furniture: FURNITURE.test(words),
    hidden: HIDDEN.test(words),
    figure: FIGURE.test(words),
    heading: rank ? Math.max(2, Number(rank[1])) : HEADING.test(words) ? 3 : 0,
    abstract: ABSTRACT.test(words) && !NOT_ABSTRACT.test(words),
    math: MATH.test(words),
  };
  return facts;
}

/** The facts of an element's class and id. */
export function nameFacts(el: Element): NameFacts {
  const cls = el.getAttribute('class');
  const id = el.id;
  if (!cls && !id) return NOTHING;
  // An id is unique by nature: only its words matter, and digits would spoil the cache.
  const key = `${cls ?? ''} ${typeof id === 'string' ? id.replace(/\d+/g, '') : ''}`;
  let facts = cache.get(key);
  if (!facts) {
    facts = read(key);
    if (cache.size > MAX_CACHE) cache.clear();
    cache.set(key, facts);
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
