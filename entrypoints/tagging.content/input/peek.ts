/**
 * Reading without tagging mode: resting the pointer on a highlight shows its tags, a click opens it for editing. Until
 * the pointer rests on one, nothing of ours is in the page.
 */
import * as dom from '../../../lib/dom';
import type { Session } from '../mode/session';
import { peekOf } from '../mode/state';
import type { Bar } from '../show/bar/bar';
import type { FoundStatement, Highlights } from '../show/highlights';
import { selectedRange } from '../source/shadow';
import { isEditor } from './keyboard-owner';

/** Longer than a pointer on its way rests, and than the one on a reference marker: nobody has asked for help here. */
const REST_MS = 350;
/** Long enough to move from the highlight into the card. */
const LEAVE_MS = 300;

/** What a click does by itself. */
const HAS_ITS_OWN_CLICK = 'a[href], button, summary, label, video, audio';

/** What a click lands on: in a shadow tree the event itself names the element that holds the tree. */
export const targetOf = (event: MouseEvent): Element | null =>
  (event.composedPath()[0] ?? event.target) as Element | null;

/** Is a click meant for something of the page that it lands on? */
export function isForPage(event: MouseEvent): boolean {
  const target = targetOf(event);
  return (target !== null && isEditor(target)) || dom.closest(target, HAS_ITS_OWN_CLICK) !== null;
}

interface Parts {
  bar: Bar;
  session: Session;
  highlights: Highlights;
  /** Opens a tagged statement in tagging mode. */
  open(found: FoundStatement): void;
}

export class Peeking {
  private resting: ReturnType<typeof setTimeout> | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly parts: Parts) {}

  /** Watches the pointer in one document of the page until the signal ends it. */
  watch(doc: Document, signal: AbortSignal): void {
    const quiet = { capture: true, passive: true, signal };
    doc.addEventListener('pointermove', (event) => this.moved(event, doc), quiet);
    doc.addEventListener('scroll', () => this.close(), quiet);
    doc.addEventListener('click', (event) => this.clicked(event, doc), { capture: true, signal });
    signal.addEventListener('abort', () => this.close());
  }

  /** Takes the card away, unless tagging mode has come in its place. */
  close(): void {
    clearTimeout(this.resting);
    clearTimeout(this.leaving);
    this.leaving = undefined;
    const { session, bar } = this.parts;
    if (!peekOf(session.state)) return;
    session.dispatch({ type: 'peeked', peek: null });
    const { unsaved, left } = session.state;
    if (!unsaved.length && !left.length) bar.hide();
  }

  private get isIdle(): boolean {
    const { session } = this.parts;
    return session.isOn || !session.state.tags.size;
  }

  private moved(event: PointerEvent, doc: Document): void {
    // Events that the page makes up raise nothing of ours.
    if (this.isIdle || !event.isTrusted || event.pointerType === 'touch') return;
    clearTimeout(this.resting);
    if (this.parts.bar.host.owns(event)) {
      clearTimeout(this.leaving);
      this.leaving = undefined;
      return;
    }
    const { clientX: x, clientY: y, buttons } = event;
    // Somebody selects: no card in their way.
    if (!buttons) this.resting = setTimeout(() => this.rest(x, y, doc), REST_MS);
    if (!peekOf(this.parts.session.state) || this.leaving) return;
    this.leaving = setTimeout(() => this.leave(x, y, doc), LEAVE_MS);
  }

  private leave(x: number, y: number, doc: Document): void {
    this.leaving = undefined;
    const peek = peekOf(this.parts.session.state);
    const now = this.parts.highlights.at(x, y, doc);
    if (peek && now?.statementId !== peek.statementId) this.close();
  }

  private rest(x: number, y: number, doc: Document): void {
    if (this.isIdle) return;
    const { session, bar, highlights } = this.parts;
    const found = highlights.at(x, y, doc);
    if (!found || peekOf(session.state)?.statementId === found.statementId) return;
    const { statementId, range } = found;
    session.dispatch({ type: 'peeked', peek: { statementId, range } });
    bar.show(true);
  }

  private clicked(event: MouseEvent, doc: Document): void {
    if (this.isIdle || !event.isTrusted || event.button !== 0) return;
    if (event.defaultPrevented || this.parts.bar.host.owns(event)) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (selectedRange(doc) || isForPage(event)) return;
    const found = this.parts.highlights.at(event.clientX, event.clientY, doc);
    if (found) this.parts.open(found);
  }
}
