/**
 * A click on the toolbar counts only if the reader can have seen what was clicked: nothing of the page over it,
 * and in its place for a moment. Chromium observes that from inside the frame (IntersectionObserver v2); and the
 * script looks at the page, which Firefox depends on. A click that does not count is said to have had no effect.
 */
import type { BarClient } from './client';

/** Shorter than it takes to see a thing and aim at it. */
const SEEN_FOR_MS = 400;

type Entry = IntersectionObserverEntry & { isVisible?: boolean };

/** Since when each card has been wholly visible, in its place; 0 while it is not. */
const seenSince = new WeakMap<Element, number>();
const places = new WeakMap<Element, string>();

const seesOcclusion = 'isVisible' in IntersectionObserverEntry.prototype;

/** Where the frame is on the screen: a page can move the frame under the pointer. */
let frameAt = '';
let frameMoved = 0;

export function guardClicks(root: HTMLElement, client: BarClient): void {
  const options = { threshold: 1, trackVisibility: true, delay: 100 };
  const observer = new IntersectionObserver((entries) => {
    for (const entry of entries as Entry[])
      see(entry.target, seesOcclusion ? entry.isVisible === true : entry.isIntersecting);
  }, options);
  const watched = new Set<Element>();
  new MutationObserver(() => {
    const cards = new Set(root.querySelectorAll('.card'));
    for (const gone of watched) if (!cards.has(gone)) drop(gone);
    for (const card of cards) {
      if (!watched.has(card)) {
        watched.add(card);
        observer.observe(card);
      }
      noteMove(card);
    }
  }).observe(root, { subtree: true, childList: true, attributes: true });
  const drop = (card: Element) => {
    watched.delete(card);
    observer.unobserve(card);
  };

  let pending: Promise<boolean> | null = null;
  addEventListener('pointermove', noteFrame, { capture: true, passive: true });
  addEventListener(
    'pointerdown',
    (event) => {
      noteFrame(event);
      pending = client.isClear(event.clientX, event.clientY);
    },
    true,
  );
  addEventListener('click', (event) => onClick(event, pending, client), true);
}

function onClick(event: MouseEvent, pending: Promise<boolean> | null, client: BarClient): void {
  // Enter or Space on the button that has the focus; and our own repetition of a click that has been checked.
  if (!event.isTrusted || event.detail === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const target = event.target as HTMLElement;
  const card = target.closest('.card');
  const seen = card !== null && isSeen(card);
  void (pending ?? Promise.resolve(false)).then((clear) => {
    if (clear && seen) press(target, event.detail);
    else client.refuse();
    // The page has the keyboard again, where no field has been opened.
    client.post({ release: true });
  });
}

/** The click again, as the page's handlers know it. */
function press(target: HTMLElement, detail: number): void {
  target.dispatchEvent(
    new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, detail }),
  );
}

function isSeen(card: Element): boolean {
  const now = performance.now();
  const since = seenSince.get(card) ?? 0;
  return since > 0 && now - since >= SEEN_FOR_MS && now - frameMoved >= SEEN_FOR_MS;
}

function see(card: Element, visible: boolean): void {
  if (visible && seenSince.get(card)) return;
  seenSince.set(card, visible ? performance.now() : 0);
  arm(card);
}

/** Marks a card whose clicks count, so that it can be seen (and waited for) from outside. */
function arm(card: Element): void {
  const { dataset } = card as HTMLElement;
  delete dataset.armed;
  const since = seenSince.get(card);
  if (!since) return;
  setTimeout(() => {
    if (seenSince.get(card) === since) dataset.armed = '';
  }, SEEN_FOR_MS);
}

/** A card that has moved is a new one to the eye. */
function noteMove(card: Element): void {
  const { left, top } = card.getBoundingClientRect();
  const place = `${Math.round(left)} ${Math.round(top)}`;
  if (places.get(card) === place) return;
  places.set(card, place);
  if (!seenSince.get(card)) return;
  seenSince.set(card, performance.now());
  arm(card);
}

function noteFrame({ screenX, screenY, clientX, clientY, pointerType }: PointerEvent): void {
  // Only a mouse event reports its screen position in CSS pixels of the page.
  if (pointerType !== 'mouse') return;
  const at = `${Math.round(screenX - clientX)} ${Math.round(screenY - clientY)}`;
  if (frameAt && at !== frameAt) frameMoved = performance.now();
  frameAt = at;
}
