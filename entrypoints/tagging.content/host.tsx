/**
 * The shadow root that everything of ours lives in. It stands in the page only while there is something to
 * show, in the top layer (popover), so that no fixed header or transform of the page covers or moves it.
 *
 * The root is closed: the page's scripts can neither read a note that is being typed nor press our buttons.
 * Under automation it is open, or no test could look at it.
 */
import { createRoot, type Root } from 'react-dom/client';
import type { Session } from './session';
import { type Actions, App } from './ui/app';
import { TAGGING_STYLES } from './ui/styles';

export class Host {
  private element: HTMLElement | null = null;
  private root: Root | null = null;

  constructor(
    private readonly doc: Document,
    private readonly session: Session,
    private readonly actions: Actions,
  ) {}

  /** Our own element, so that events from inside can be told from the page's. */
  owns(event: Event): boolean {
    return this.element !== null && event.composedPath().includes(this.element);
  }

  holds(node: Node): boolean {
    return this.element?.contains(node) ?? false;
  }

  /** The focused field of ours, if any: keys then belong to it. */
  focusedField(): boolean {
    const active = this.shadow?.activeElement;
    return Boolean(active?.matches('input, textarea, select'));
  }

  private shadow: ShadowRoot | null = null;

  show(): void {
    if (this.element) {
      this.raise();
      return;
    }
    const element = this.doc.createElement('bearing-tagging');
    element.setAttribute('popover', 'manual');
    element.style.cssText =
      'all: initial; position: fixed; inset: 0; width: 100%; height: 100%; margin: 0; padding: 0;' +
      'border: 0; background: none; overflow: visible; pointer-events: none; z-index: 2147483647;';
    const shadow = element.attachShadow({ mode: navigator.webdriver ? 'open' : 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(TAGGING_STYLES);
    shadow.adoptedStyleSheets = [sheet];
    // Made-up events of the page must not act as the reader.
    for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'input'])
      shadow.addEventListener(
        type,
        (event) => !event.isTrusted && event.stopImmediatePropagation(),
        {
          capture: true,
        },
      );
    // What is typed into our fields is not the page's to hear.
    for (const type of ['keydown', 'keyup', 'keypress', 'input', 'paste'])
      element.addEventListener(type, (event) => event.stopPropagation());
    const container = this.doc.createElement('div');
    shadow.append(container);
    this.doc.documentElement.append(element);
    this.element = element;
    this.shadow = shadow;
    this.root = createRoot(container);
    this.root.render(<App session={this.session} actions={this.actions} />);
    this.raise();
  }

  /** Keeps us above dialogs that the page opens later. */
  private raise(): void {
    try {
      this.element?.hidePopover();
    } catch {
      // It was not open.
    }
    this.element?.showPopover?.();
  }

  hide(): void {
    this.root?.unmount();
    this.element?.remove();
    this.root = null;
    this.element = null;
    this.shadow = null;
  }
}
