/**
 * Which elements are page furniture: figures, advertisements, boxes beside the text. What is not plainly
 * furniture is text, and within a sentence little is plain: glossaries, revisions and widgets put elements
 * around words of the author's.
 */
import * as dom from '../../dom';
import { INLINE, isBlock } from '../../page/reading';
import { negates } from '../compare/difference';

/** Elements that hold something else than running text, wherever they stand. */
const FIGURES = new Set(
  'ASIDE FIGURE TABLE IFRAME SVG IMG PICTURE VIDEO AUDIO OBJECT CANVAS'.split(' '),
);
/** Elements that are furniture between blocks, but may hold a word of the sentence within one. */
const CONTROLS = new Set('NAV FORM BUTTON FOOTER DIALOG MENU SELECT'.split(' '));
const PROSE = new Set('P LI BLOCKQUOTE DD DT H1 H2 H3 H4 H5 H6 PRE TD TH'.split(' '));

/** Names of boxes that stand between blocks. */
const BETWEEN =
  /(?:^|[-_\s])(?:banner|sponsored|promo|recommend\w*|related|share|sharing|social|newsletter|subscribe|signup|toolbar|tooltip|popover|popup|modal|furniture|sidebar|pull-?quote|figure|fig|figure-?wrap|table-?wrap|tbl|footer|cookie|paywall|metrics?|goto|back-?to-?top|toc|nav\w*)(?:[-_\s\d]|$)/i;
/** Names of what holds a figure or a table; in the midst of a sentence only if it does hold one. */
const FIGURE_NAME =
  /(?:^|[-_\s])(?:figure|fig|figure-?wrap|table-?wrap|tbl|image|img|media)(?:[-_\s\d]|$)/i;
const FIGURE_HELD = 'img,svg,picture,canvas,video,table';
const PAGE_NAME =
  /(?:^|[-_\s])(?:running-?head|page-?(?:number|header|footer|break))(?:[-_\s\d]|$)/i;
const ROLE = /^(?:complementary|navigation|banner)$/;

/** One name of an advertisement: "ad", "c-ad--728x90", "ad-slot", "adsbygoogle"; but not "ad-hoc". */
const ADVERT = new RegExp(
  [
    '^(?:[\\w-]*[-_])?(?:ads?|adverts?|advertis\\w+|sponsored|promo)(?:(?:--|__)[\\w-]*|[-_]?\\d+)?$',
    '(?:^|[-_])(?:ads?|promo)[-_]?(?:slots?|units?|containers?|wrap(?:per)?|banners?|box|blocks?|placeholders?|leaderboard|labels?|zone|area|frame|break|space)(?:[-_\\d]|$)',
    '(?:^|[-_])(?:adsbygoogle|advert(?:isement)?s?)(?:[-_\\d]|$)',
  ].join('|'),
  'i',
);
/** Inline elements that pages put advertisements into. */
const ADVERT_INLINE = new Set(['SPAN', 'A', 'INS']);

function namesOf(element: Element): string {
  return `${dom.getAttribute(element, 'class') ?? ''} ${dom.id(element)}`.slice(0, 300);
}

function isAdvert(element: Element): boolean {
  const tag = dom.tagName(element).toUpperCase();
  if (INLINE.has(tag) && !ADVERT_INLINE.has(tag)) return false;
  const own = tag.includes('-') ? tag.slice(0, 300).toLowerCase() : '';
  return [own, ...namesOf(element).split(/\s+/)].some((name) => name !== '' && ADVERT.test(name));
}

/** Words that a sentence may be turned by; furniture says more, or nothing at all. */
const FEW = 4;

/** What advertisements are headed with, in whatever letters. */
const LABEL = /^\s*(?:advertis\w+|sponsored|promoted)/i;

/** Whether what an element holds could be a part of the sentence around it that turns it: "not", "1". */
function turns(element: Element, inSentence: boolean): boolean {
  const text = dom.textContent(element) ?? '';
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return false;
  if (inSentence && !isBlock(dom.tagName(element)) && (/\p{N}/u.test(text) || negates(text)))
    return true;
  if (words.length > FEW) return false;
  // What stands for itself begins with a capital; a sentence goes on in small letters.
  if (inSentence && /^\P{L}*\p{Ll}/u.test(text) && !LABEL.test(text)) return true;
  return negates(text) || (inSentence && words.every((word) => /^\p{N}+$/u.test(word)));
}

/**
 * The block whose text a node is. What a sentence can hold is no block here, whatever it is for the page's
 * layout.
 */
function blockOf(node: Node): Element | null {
  let element = dom.parentElement(node);
  while (element) {
    const tag = dom.tagName(element);
    if (isBlock(tag) && !CONTROLS.has(tag)) return element;
    element = dom.parentElement(element);
  }
  return null;
}

/** Whether an element stands within a block of text, given the readable text nodes before and after it. */
export function inSentence(element: Element, before: Text | null, after: Text | null): boolean {
  return [before, after].some(
    (node) => node !== null && dom.contains(blockOf(node), element) === true,
  );
}

/**
 * Whether an element is furniture, so that it may come between the words of a passage. Within a block of
 * text (`inside`) only figures, tables, asides, running heads and what is named an advertisement are.
 */
export function isFurniture(element: Element, inside: boolean): boolean {
  const tag = dom.tagName(element).toUpperCase();
  if (INLINE.has(tag)) return isAdvert(element) && !turns(element, inside);
  const names = namesOf(element);
  const always =
    FIGURES.has(tag) ||
    isAdvert(element) ||
    PAGE_NAME.test(names) ||
    (FIGURE_NAME.test(names) &&
      !PROSE.has(tag) &&
      dom.querySelector(element, FIGURE_HELD) !== null);
  const between = (): boolean =>
    !PROSE.has(tag) &&
    (CONTROLS.has(tag) ||
      BETWEEN.test(names) ||
      ROLE.test(dom.getAttribute(element, 'role') ?? ''));
  return (always || (!inside && between())) && !turns(element, inside);
}

/** Furniture between blocks that no author writes, whatever stands around it. */
const PLAIN = new Set('ASIDE NAV IFRAME MENU'.split(' '));

/**
 * Whether an element in a selection is plainly not the author's: an advertisement, a menu, a box beside the
 * text.
 */
export function isPlain(element: Element, inside: boolean): boolean {
  const plain =
    isAdvert(element) ||
    (!inside &&
      (PLAIN.has(dom.tagName(element)) || ROLE.test(dom.getAttribute(element, 'role') ?? '')));
  return plain && !turns(element, inside);
}

/** Whether an element is a figure that a sentence may go around. */
export function isFigure(element: Element): boolean {
  return dom.tagName(element) === 'FIGURE' && !turns(element, true);
}
