/** Hearing the reader in one document of the page: keys, clicks, and what is being selected. */

export interface Ears {
  /** Null for the page's own document, whose keys the guard takes before the page hears them. */
  key: ((event: KeyboardEvent) => boolean) | null;
  click(event: MouseEvent): void;
  /** Something is selected, or was a moment ago; called again and again while it changes. */
  selecting(): void;
}

/** Listens until the signal ends it, before the page's own listeners. */
export function hear(doc: Document, ears: Ears, signal: AbortSignal): void {
  const view = doc.defaultView ?? window;
  const early = { capture: true, signal };
  let pointerIsUp = true;
  const { key } = ears;
  if (key)
    view.addEventListener(
      'keydown',
      (event) => {
        if (!key(event)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      early,
    );
  doc.addEventListener('click', (event) => ears.click(event), early);
  // A selection is taken when the hand lets go of it, whatever made it: mouse, keys or touch handles.
  doc.addEventListener('pointerup', () => ears.selecting(), early);
  doc.addEventListener('touchend', () => ears.selecting(), { ...early, passive: true });
  view.addEventListener(
    'keyup',
    (event) => {
      if (event.shiftKey || event.key === 'Shift') ears.selecting();
    },
    early,
  );
  doc.addEventListener('selectionchange', () => pointerIsUp && ears.selecting(), { signal });
  doc.addEventListener(
    'pointerdown',
    () => {
      pointerIsUp = false;
    },
    early,
  );
  for (const type of ['pointerup', 'pointercancel'])
    doc.addEventListener(
      type,
      () => {
        pointerIsUp = true;
      },
      early,
    );
}
