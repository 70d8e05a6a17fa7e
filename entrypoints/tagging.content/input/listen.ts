/** Hearing the reader in one document of the page: keys, clicks, and what is being selected. */

export interface Ears {
  /** Null for the page's own document, whose keys the guard takes before the page hears them. */
  key: ((event: KeyboardEvent) => boolean) | null;
  click(event: MouseEvent): void;
  /** The pointer goes down, and is let go, before the page hears of it. */
  pressed(event: PointerEvent): void;
  released(event: PointerEvent): void;
  /** Something is selected, or was a moment ago; called again and again while it changes. */
  selecting(): void;
}

/** A key that was ours is not released over the page either. */
function hearKeys(view: Window, key: NonNullable<Ears['key']>, early: AddEventListenerOptions) {
  const down = new Set<string>();
  const take = (event: KeyboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  view.addEventListener(
    'keydown',
    (event) => {
      down.delete(event.code);
      if (!key(event)) return;
      down.add(event.code);
      take(event);
    },
    early,
  );
  view.addEventListener('keyup', (event) => down.delete(event.code) && take(event), early);
}

/** Listens until the signal ends it, before the page's own listeners. */
export function hear(doc: Document, ears: Ears, signal: AbortSignal): void {
  const view = doc.defaultView ?? window;
  const early = { capture: true, signal };
  let pointerIsUp = true;
  const { key } = ears;
  if (key) hearKeys(view, key, early);
  doc.addEventListener('click', (event) => ears.click(event), early);
  // A selection is taken when the hand lets go of it, whatever made it: mouse, keys or touch handles.
  doc.addEventListener(
    'pointerup',
    (event) => {
      ears.released(event);
      ears.selecting();
    },
    early,
  );
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
    (event) => {
      pointerIsUp = false;
      ears.pressed(event);
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
