/** What elements are asked. */
import { getter, type Maybe, method, type Of } from './prototypes';

const getTagName = getter<Element, string>('Element', 'tagName');
export function tagName<T extends Maybe<Element>>(of: T): Of<T, string> {
  return (of ? getTagName.call(of) : undefined) as Of<T, string>;
}

const getLocalName = getter<Element, string>('Element', 'localName');
export function localName<T extends Maybe<Element>>(of: T): Of<T, string> {
  return (of ? getLocalName.call(of) : undefined) as Of<T, string>;
}

const getId = getter<Element, string>('Element', 'id');
export function id<T extends Maybe<Element>>(of: T): Of<T, string> {
  return (of ? getId.call(of) : undefined) as Of<T, string>;
}

const getClassName = getter<Element, string>('Element', 'className');
export function className(of: Element): string {
  return getClassName.call(of);
}

const callGetAttribute = method<Element, Element['getAttribute']>('Element', 'getAttribute');
export function getAttribute(of: Maybe<Element>, name: string): string | null {
  return of ? callGetAttribute.call(of, name) : null;
}

const callHasAttribute = method<Element, Element['hasAttribute']>('Element', 'hasAttribute');
export function hasAttribute(of: Element, name: string): boolean {
  return callHasAttribute.call(of, name);
}

const callHasAttributes = method<Element, Element['hasAttributes']>('Element', 'hasAttributes');
export function hasAttributes(of: Element): boolean {
  return callHasAttributes.call(of);
}

const callGetAttributeNames = method<Element, Element['getAttributeNames']>(
  'Element',
  'getAttributeNames',
);
export function getAttributeNames(of: Element): string[] {
  return callGetAttributeNames.call(of);
}

const getChildren = getter<Element, HTMLCollection>('Element', 'children');
export function children(of: Element): HTMLCollection {
  return getChildren.call(of);
}

const getChildElementCount = getter<Element, number>('Element', 'childElementCount');
export function childElementCount(of: Element): number {
  return getChildElementCount.call(of);
}

const getFirstElementChild = getter<Element, Element | null>('Element', 'firstElementChild');
export function firstElementChild(of: Maybe<Element>): Element | null {
  return of ? getFirstElementChild.call(of) : null;
}

const getNextElement = getter<Element, Element | null>('Element', 'nextElementSibling');
export function nextElementSibling(of: Maybe<Element>): Element | null {
  return of ? getNextElement.call(of) : null;
}

const getPreviousElement = getter<Element, Element | null>('Element', 'previousElementSibling');
export function previousElementSibling(of: Maybe<Element>): Element | null {
  return of ? getPreviousElement.call(of) : null;
}

const callMatches = method<Element, (selector: string) => boolean>('Element', 'matches');
export function matches(of: Element, selector: string): boolean {
  return callMatches.call(of, selector);
}

const callClosest = method<Element, (selector: string) => Element | null>('Element', 'closest');
export function closest(of: Maybe<Element>, selector: string): Element | null {
  return of ? callClosest.call(of, selector) : null;
}

type Query = (selector: string) => Element | null;
const callQuerySelector = method<Element, Query>('Element', 'querySelector');
export function querySelector<K extends keyof HTMLElementTagNameMap>(
  of: Maybe<Element>,
  selector: K,
): HTMLElementTagNameMap[K] | null;
export function querySelector(of: Maybe<Element>, selector: string): Element | null;
export function querySelector(of: Maybe<Element>, selector: string): Element | null {
  return of ? callQuerySelector.call(of, selector) : null;
}

type QueryAll = (selector: string) => NodeListOf<Element>;
const callQuerySelectorAll = method<Element, QueryAll>('Element', 'querySelectorAll');
export function querySelectorAll<K extends keyof HTMLElementTagNameMap>(
  of: Element,
  selector: K,
): NodeListOf<HTMLElementTagNameMap[K]>;
export function querySelectorAll(of: Element, selector: string): NodeListOf<Element>;
export function querySelectorAll(of: Element, selector: string): NodeListOf<Element> {
  return callQuerySelectorAll.call(of, selector);
}

type ByTag = (tag: string) => HTMLCollectionOf<Element>;
const callByTag = method<Element, ByTag>('Element', 'getElementsByTagName');
export function getElementsByTagName(of: Element, tag: string): HTMLCollectionOf<Element> {
  return callByTag.call(of, tag);
}

const getShadowRoot = getter<Element, ShadowRoot | null>('Element', 'shadowRoot');
export function shadowRoot(of: Element): ShadowRoot | null {
  return getShadowRoot.call(of);
}

const getAnyShadowRoot = getter<
  Element & { openOrClosedShadowRoot?: ShadowRoot | null },
  ShadowRoot | null
>('Element', 'openOrClosedShadowRoot');
/** In Firefox, for extensions; undefined in other browsers. */
export function openOrClosedShadowRoot(of: Element): ShadowRoot | null | undefined {
  return getAnyShadowRoot?.call(of);
}

const getIsContentEditable = getter<HTMLElement, boolean>('HTMLElement', 'isContentEditable');
/** Elements of drawings and formulas are edited by nobody. */
export function isContentEditable(of: Element): boolean {
  return isHtml(of) && getIsContentEditable.call(of);
}

const getEditContext = getter<HTMLElement & { editContext?: object | null }, object | null>(
  'HTMLElement',
  'editContext',
);
/** What an element that draws its own text takes letters with; null also where the browser knows of no such thing. */
export function editContext(of: Element): object | null {
  return isHtml(of) ? (getEditContext?.call(of) ?? null) : null;
}

const getNamespace = getter<Element, string | null>('Element', 'namespaceURI');
function isHtml(of: Element): of is HTMLElement {
  return getNamespace.call(of) === 'http://www.w3.org/1999/xhtml';
}

const callRect = method<Element, () => DOMRect>('Element', 'getBoundingClientRect');
export function getBoundingClientRect(of: Element): DOMRect {
  return callRect.call(of);
}

const getClientLeft = getter<Element, number>('Element', 'clientLeft');
export function clientLeft(of: Element): number {
  return getClientLeft.call(of);
}

const getClientTop = getter<Element, number>('Element', 'clientTop');
export function clientTop(of: Element): number {
  return getClientTop.call(of);
}

const callVisibility = method<Element, Element['checkVisibility'] | undefined>(
  'Element',
  'checkVisibility',
);
/** An element counts as visible in browsers without `checkVisibility`. */
export function checkVisibility(of: Maybe<Element>, options: CheckVisibilityOptions): boolean {
  return of && callVisibility ? callVisibility.call(of, options) : true;
}

const getZoom = getter<Element & { currentCSSZoom?: number }, number | undefined>(
  'Element',
  'currentCSSZoom',
);
/** Undefined where the browser does not report it. */
export function currentCSSZoom(of: Maybe<Element>): number | undefined {
  return of ? getZoom?.call(of) : undefined;
}

const callAppend = method<Element, (...nodes: Node[]) => void>('Element', 'append');
export function append(of: Maybe<Element>, node: Node): void {
  if (of) callAppend.call(of, node);
}

type MoveBefore = (node: Node, before: Node | null) => void;
const callMoveBefore = method<Element & { moveBefore?: MoveBefore }, MoveBefore | undefined>(
  'Element',
  'moveBefore',
);
/** Moves to the end without reloading what is in it; false where the browser cannot. */
export function moveBefore(of: Element, node: Node): boolean {
  callMoveBefore?.call(of, node, null);
  return callMoveBefore !== undefined;
}

const callRemove = method<Element, () => void>('Element', 'remove');
export function remove(of: Maybe<Element>): void {
  if (of) callRemove.call(of);
}

const callScrollIntoView = method<Element, Element['scrollIntoView']>('Element', 'scrollIntoView');
export function scrollIntoView(of: Element, options: ScrollIntoViewOptions): void {
  callScrollIntoView.call(of, options);
}

const callSetAttribute = method<Element, Element['setAttribute']>('Element', 'setAttribute');
export function setAttribute(of: Element, name: string, value: string): void {
  callSetAttribute.call(of, name, value);
}

const callRemoveAttribute = method<Element, Element['removeAttribute']>(
  'Element',
  'removeAttribute',
);
export function removeAttribute(of: Element, name: string): void {
  callRemoveAttribute.call(of, name);
}

const callFocus = method<HTMLElement, HTMLElement['focus']>('HTMLElement', 'focus');
export function focus(of: HTMLElement, options: FocusOptions): void {
  callFocus.call(of, options);
}

const callDispatchEvent = method<Element, Element['dispatchEvent']>('EventTarget', 'dispatchEvent');
export function dispatchEvent(of: Element, event: Event): void {
  callDispatchEvent.call(of, event);
}
