/**
 * The guard: registered before any script of the page (`document_start`), it does nothing until tagging mode
 * asks it to. Listeners on the window are called in the order in which they were registered, whichever script
 * registered them; so only what is there first can keep a key from the page.
 */

/** Everything by which a page could hear a letter. */
const KINDS = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'textInput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
] as const;

/**
 * What the browser dispatches at our elements: the page could hear of it, and keep the toolbar shut. Moves and wheels over
 * the frame are the frame's own; no page pays for a listener to them.
 */
const KINDS_AT_OURS = [
  ...['DOMFrameContentLoaded', 'beforetoggle', 'toggle', 'load', 'error'],
  ...['focus', 'focusin', 'focusout', 'blur'],
  ...['mouseover', 'mouseout', 'mouseenter', 'mouseleave'],
  ...['pointerover', 'pointerout', 'pointerenter', 'pointerleave'],
  ...['dragenter', 'dragleave'],
];

export interface Guard {
  /** Looks at an event before the page; true keeps it from the page. Null while nothing is to be taken. */
  take: ((event: Event) => boolean) | null;
  /**
   * Our elements in the page, those of an older copy too: the page hears no event at one of them. (Firefox would give it
   * our frame when that has loaded, by `DOMFrameContentLoaded`.)
   */
  readonly ours: WeakSet<EventTarget>;
  /** False where scripts of the page may have been registered before, and hear keys first. */
  readonly early: boolean;
  /** True once the page has rewritten itself (`document.open`), which removes these listeners. */
  rewritten: boolean;
  onRewritten: (() => void) | null;
}

/** Puts the guard into a window. The signal takes it out again. */
export function installGuard(view: Window, signal: AbortSignal): Guard {
  const { document } = view;
  const guard = {
    take: null,
    ours: new WeakSet(),
    // Nothing but the empty document is there before the first script.
    early: document.readyState === 'loading' && document.body === null,
    rewritten: false,
    onRewritten: null,
  } as Guard;
  const options = { capture: true, signal };
  for (const kind of KINDS)
    view.addEventListener(
      kind,
      (event) => {
        if (!guard.take?.(event)) return;
        event.stopImmediatePropagation();
        if (event.cancelable) event.preventDefault();
      },
      options,
    );
  for (const kind of KINDS_AT_OURS)
    view.addEventListener(
      kind,
      (event) => {
        if (event.target && guard.ours.has(event.target)) event.stopImmediatePropagation();
      },
      options,
    );
  watchRewriting(document, guard, signal);
  return guard;
}

/** `document.open()` replaces the root element: nothing else does so after the page has begun. */
function watchRewriting(document: Document, guard: Guard, signal: AbortSignal): void {
  let root: Element | null = document.documentElement;
  const observer = new MutationObserver(() => {
    const now = document.documentElement;
    if (root && now !== root) {
      guard.rewritten = true;
      guard.onRewritten?.();
    }
    root = now ?? root;
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
}
