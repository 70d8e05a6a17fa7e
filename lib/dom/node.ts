/**
 * What every node is asked. One function each, not one for all: the browser compiles a function whose callee is
 * always the same into a plain look-up, and the readers ask hundreds of thousands of these questions of a page.
 */
import { getter, type Maybe, method, type Of } from './prototypes';

const getNodeType = getter<Node, number>('Node', 'nodeType');
export function nodeType<T extends Maybe<Node>>(of: T): Of<T, number> {
  return (of ? getNodeType.call(of) : undefined) as Of<T, number>;
}

const getNodeName = getter<Node, string>('Node', 'nodeName');
export function nodeName<T extends Maybe<Node>>(of: T): Of<T, string> {
  return (of ? getNodeName.call(of) : undefined) as Of<T, string>;
}

const getNodeValue = getter<Node, string | null>('Node', 'nodeValue');
export function nodeValue(of: Maybe<Node>): string | null {
  return of ? getNodeValue.call(of) : null;
}

const getTextContent = getter<Node, string | null>('Node', 'textContent');
type Text_<T> = Of<T, T extends Element ? string : string | null>;
export function textContent<T extends Maybe<Node>>(of: T): Text_<T> {
  return (of ? getTextContent.call(of) : undefined) as Text_<T>;
}

const getOwnerDocument = getter<Node, Document | null>('Node', 'ownerDocument');
type Owned<T> = Of<T, T extends Element ? Document : Document | null>;
export function ownerDocument<T extends Maybe<Node>>(of: T): Owned<T> {
  return (of ? getOwnerDocument.call(of) : undefined) as Owned<T>;
}

const getParentNode = getter<Node, ParentNode | null>('Node', 'parentNode');
export function parentNode(of: Maybe<Node>): ParentNode | null {
  return of ? getParentNode.call(of) : null;
}

const getParentElement = getter<Node, HTMLElement | null>('Node', 'parentElement');
export function parentElement(of: Maybe<Node>): HTMLElement | null {
  return of ? getParentElement.call(of) : null;
}

const getFirstChild = getter<Node, ChildNode | null>('Node', 'firstChild');
export function firstChild(of: Maybe<Node>): ChildNode | null {
  return of ? getFirstChild.call(of) : null;
}

const getLastChild = getter<Node, ChildNode | null>('Node', 'lastChild');
export function lastChild(of: Maybe<Node>): ChildNode | null {
  return of ? getLastChild.call(of) : null;
}

const getNextSibling = getter<Node, ChildNode | null>('Node', 'nextSibling');
export function nextSibling(of: Maybe<Node>): ChildNode | null {
  return of ? getNextSibling.call(of) : null;
}

const getPreviousSibling = getter<Node, ChildNode | null>('Node', 'previousSibling');
export function previousSibling(of: Maybe<Node>): ChildNode | null {
  return of ? getPreviousSibling.call(of) : null;
}

const getChildNodes = getter<Node, NodeListOf<ChildNode>>('Node', 'childNodes');
export function childNodes(of: Node): NodeListOf<ChildNode> {
  return getChildNodes.call(of);
}

const getIsConnected = getter<Node, boolean>('Node', 'isConnected');
export function isConnected(of: Node): boolean {
  return getIsConnected.call(of);
}

const callContains = method<Node, Node['contains']>('Node', 'contains');
export function contains(of: Maybe<Node>, other: Node | null): boolean {
  return of ? callContains.call(of, other) : false;
}

const callCompare = method<Node, Node['compareDocumentPosition']>(
  'Node',
  'compareDocumentPosition',
);
export function compareDocumentPosition(of: Node, other: Node): number {
  return callCompare.call(of, other);
}

const callGetRootNode = method<Node, Node['getRootNode']>('Node', 'getRootNode');
export function getRootNode(of: Node): Node {
  return callGetRootNode.call(of);
}

/** Whether the target of an event is an element, and not a window or another node. */
export function isElement(target: Maybe<EventTarget>): target is Element {
  try {
    return nodeType(target as Maybe<Node>) === Node.ELEMENT_NODE;
  } catch {
    return false;
  }
}

/** A fragment of its own is a node without a host. */
export function isShadowRoot(of: Node): of is ShadowRoot {
  return nodeType(of) === Node.DOCUMENT_FRAGMENT_NODE && 'host' in (of as DocumentFragment);
}
