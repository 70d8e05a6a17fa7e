/**
 * What a page's style hides. Asked once for all elements of a class in a parent of a class: a page has thousands of
 * elements, but a few hundred of these.
 */
import * as dom from '../../dom';
import { HAS, type Look, type TagFacts } from './look';

/** Declarations of an element's own that can hide it. */
const OWN_STYLE =
  /display|visibility|opacity\s*:\s*0|clip|user-select|font-size\s*:\s*0|(?:left|top|text-indent)\s*:\s*-\d{3}|width\s*:\s*[01]px/i;

/** Further out than this is out of sight, in CSS pixels. */
const FAR_OUT = -999;
/** Text for screen readers is cut to a box of a pixel. */
const SPECK = 1.5;

const px = (length: string): number => Number.parseFloat(length);

function isClipped(style: CSSStyleDeclaration): boolean {
  const { position, overflowX, clip, clipPath } = style;
  if (/^(?:inset\((?:[5-9]\d|100)(?:\.\d+)?%|circle\(0)/.test(clipPath)) return true;
  if (position !== 'absolute' && position !== 'fixed') return false;
  const edges = /^rect\((.*)\)$/.exec(clip)?.[1]?.split(/[\s,]+/);
  if (edges) {
    const [top = 0, right = 0, bottom = 0, left = 0] = edges.map(px);
    if (right - left <= SPECK || bottom - top <= SPECK) return true;
  }
  if (px(style.left) < FAR_OUT || px(style.top) < FAR_OUT) return true;
  return overflowX !== 'visible' && px(style.width) <= SPECK && px(style.height) <= SPECK;
}

/** Is an element hidden by itself, and not by what it is in? */
function hides(style: CSSStyleDeclaration, parent: CSSStyleDeclaration | null): boolean {
  return (
    style.display === 'none' ||
    (style.visibility !== 'visible' && parent?.visibility === 'visible') ||
    style.opacity === '0' ||
    style.fontSize === '0px' ||
    // In text that can be selected, what cannot be selected is not part of it: line numbers, labels, prompts.
    (style.userSelect === 'none' && parent !== null && parent.userSelect !== 'none') ||
    isClipped(style)
  );
}

/** Whether children of one kind of parent are hidden, by their tag and then by their class. */
type Children = Map<TagFacts, Map<string | null, boolean>>;

export class StyleJudge {
  /** By tag and class of the parent, then by those of the element. */
  private readonly known = new Map<string, Children>();
  /** The parent that was asked about last, and what is known of its children: brothers come one after the other. */
  private parent: Element | null = null;
  private children: Children = new Map();

  constructor(private readonly view: Window) {}

  /** Is the element hidden by the page's style, and not by what it is in? */
  isUnseen(el: Element, { tag, has, bare, class: names }: Look): boolean {
    const parent = dom.parentElement(el);
    if (has & HAS.style && OWN_STYLE.test(dom.getAttribute(el, 'style') ?? ''))
      return this.look(el, parent);
    if (parent !== this.parent) this.enter(parent);
    let named = this.children.get(tag);
    if (!named) {
      named = new Map();
      this.children.set(tag, named);
    }
    // Without any attribute, no selector but one for the tag or the place means it.
    const key = bare ? null : (names ?? '');
    let unseen = named.get(key);
    if (unseen === undefined) {
      unseen = this.look(el, parent);
      named.set(key, unseen);
    }
    return unseen;
  }

  private enter(parent: Element | null): void {
    const key = parent ? `${dom.tagName(parent)} ${dom.getAttribute(parent, 'class') ?? ''}` : '';
    const children: Children = this.known.get(key) ?? new Map();
    this.known.set(key, children);
    this.parent = parent;
    this.children = children;
  }

  private look(el: Element, parent: Element | null): boolean {
    const around = parent ? this.view.getComputedStyle(parent) : null;
    return hides(this.view.getComputedStyle(el), around);
  }
}
