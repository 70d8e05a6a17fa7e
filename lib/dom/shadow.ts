/** The shadow trees of a page. What a reader sees as one text may be in several of them, one inside the other. */
import { getElementsByTagName, localName, shadowRoot } from './element';
import { isShadowRoot } from './node';

/** A page with more web components than this is not an article. */
const MOST_ROOTS = 500;

/** Bearing's own surfaces are not part of the page. */
const OURS = 'bearing-';

/** The shadow root of an element that the page has closed; null where nobody has said how to look into it. */
let closedRootOf: (element: Element) => ShadowRoot | null | undefined = () => null;

/** From now on closed shadow roots of web components are part of the page as well, as far as `look` sees them. */
export function lookIntoClosed(look: typeof closedRootOf): void {
  closedRootOf = look;
}

/** The shadow root of an element of the page. Only a component, whose name has a hyphen, is asked for a closed one. */
export function shadowOfPage(element: Element): ShadowRoot | null {
  const root =
    shadowRoot(element) ?? (localName(element).includes('-') ? closedRootOf(element) : null);
  return root && !localName(element).startsWith(OURS) ? root : null;
}

/** The shadow roots below `root`, at any depth; those of an outer one before those inside it. */
export function shadowRootsIn(root: Element | ShadowRoot): ShadowRoot[] {
  const found: ShadowRoot[] = [];
  const look = (tree: Element | ShadowRoot): void => {
    const all = isShadowRoot(tree) ? tree.querySelectorAll('*') : getElementsByTagName(tree, '*');
    for (let i = 0; i < all.length && found.length < MOST_ROOTS; i += 1) {
      const inner = shadowOfPage(all[i] as Element);
      if (inner) found.push(inner);
    }
  };
  look(root);
  for (let i = 0; i < found.length; i += 1) look(found[i] as ShadowRoot);
  return found;
}
