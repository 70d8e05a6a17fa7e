/**
 * One look at an element: what its tag tells, which of the attributes that matter it has, and what its class and id
 * are called by. Most elements have none of these attributes, and asking each one for all of them is most of what a
 * page costs to read: so they are listed once, and asked for only where they are there.
 */
import * as dom from '../../dom';
import { type NameFacts, NO_NAMES, nameFacts } from '../structure/names';
import { INLINE, isBlock } from './inline';

/** Text that nobody reads, scripts above all. */
export const UNREAD = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
/** Fields, drawings, and readings above the line: their text is beside the words, wherever they are. */
const BESIDE = new Set(
  'TEXTAREA DATALIST SVG CANVAS VIDEO AUDIO OBJECT ANNOTATION ANNOTATION-XML RP RT'.split(' '),
);
/** Controls, which have a label, or a word of the sentence that they explain or let the reader choose. */
const CONTROLS = new Set(['BUTTON', 'SELECT']);

export interface TagFacts {
  /** In capitals, whatever the page or the language of the element writes. */
  name: string;
  /** Begins a line of its own (`isBlock`). */
  block: boolean;
  inline: boolean;
  unread: boolean;
  beside: boolean;
  control: boolean;
}

const tags = new Map<string, TagFacts>();
/** Pages make up elements; what HTML has is a hundred. */
const MOST_TAGS = 2_000;

/** @param tag as `dom.tagName` gives it: names of formulas and drawings are in small letters */
export function tagFacts(tag: string): TagFacts {
  let facts = tags.get(tag);
  if (!facts) {
    const name = tag.toUpperCase();
    facts = {
      name,
      block: isBlock(tag),
      inline: INLINE.has(name),
      unread: UNREAD.has(name),
      beside: BESIDE.has(name),
      control: CONTROLS.has(name),
    };
    if (tags.size >= MOST_TAGS) tags.clear();
    tags.set(tag, facts);
  }
  return facts;
}

/** Attributes that decide whether and how a text counts. */
export const HAS = {
  class: 1,
  id: 2,
  style: 4,
  hidden: 8,
  role: 16,
  'aria-hidden': 32,
  'data-line-number': 64,
} as const;
const BITS = new Map<string, number>(Object.entries(HAS));

export interface Look {
  tag: TagFacts;
  /** It has no attribute at all. */
  bare: boolean;
  /** Those of `HAS` that it has, added up. */
  has: number;
  class: string | null;
  facts: NameFacts;
}

/** Looks at an element, whose tag may be known. */
export function lookAt(el: Element, tag = tagFacts(dom.tagName(el))): Look {
  if (!dom.hasAttributes(el)) return { tag, bare: true, has: 0, class: null, facts: NO_NAMES };
  let has = 0;
  for (const name of dom.getAttributeNames(el)) has |= BITS.get(name) ?? 0;
  const names = has & HAS.class ? dom.getAttribute(el, 'class') : null;
  const id = has & HAS.id ? dom.getAttribute(el, 'id') : null;
  return { tag, bare: false, has, class: names, facts: nameFacts(names, id) };
}
