/**
 * The keyboard between the page and the toolbar's fields.
 *
 *     off ──a field opens──▶ moving ──the field is there; window blurs──▶ in ──it closes──▶ off
 *                                                        ▲               │
 *                                                        └─150 ms still──┴─ the page takes the focus: stolen
 *
 * While it is moving or stolen, what is typed reaches the page's window first: the guard keeps it from the page,
 * and it is forwarded to the field, in order. What the reader does (a click into the page) is no theft.
 */
import { FORWARDED_KEYS, momentOf, type ToBar } from '../../../../lib/messaging';
import type { BarHost } from './host';

type State = 'off' | 'moving' | 'in' | 'stolen';

/** A hand that types pauses no longer than this between two letters; only then the focus moves back. */
const PAUSE_MS = 150;
/** A focus this soon after a click or a Tab is the reader's own doing. */
const READERS_MS = 500;
/** A page that takes the focus more often than this does not let anybody type here. */
const MOST_THEFTS = 5;
/** Keys that a process has been sent reach its page within this time after the focus has moved. */
const STRAGGLERS_MS = 80;
/** A key that closed a field is released sooner than this. */
const RELEASED_WITHIN_MS = 2_000;
/** A key is not held down longer than this before it is released. */
const HELD_MS = 1_000;
/** A frame that has not shown its field by then is not going to, however busy the machine is. */
const ARRIVES_MS = 10_000;

export interface TypingSide {
  post(message: ToBar): void;
  /** The page does not let the reader type. */
  prevented(): void;
  /** The field has not come: it is closed. What is typed until then is still no command and not the page's. */
  lost(): void;
}

export class Typing {
  private state: State = 'off';
  /** The field is in place. */
  private there = false;
  private thefts = 0;
  private acted = Number.NEGATIVE_INFINITY;
  /** The toolbar queues its own keys until `end` reports that nothing more is forwarded. */
  private held = false;
  private readonly view: Window;
  private pause: ReturnType<typeof setTimeout> | undefined;
  private arrival: ReturnType<typeof setTimeout> | undefined;

  constructor(
    doc: Document,
    private readonly host: BarHost,
    private readonly side: TypingSide,
    signal: AbortSignal,
  ) {
    const view = doc.defaultView ?? window;
    this.view = view;
    const options = { capture: true, signal };
    const acted = (event: Event) => {
      const key = (event as Partial<KeyboardEvent>).key;
      if (event.isTrusted && (key === undefined || key === 'Tab')) this.acted = performance.now();
    };
    view.addEventListener('pointerdown', acted, options);
    view.addEventListener('keydown', acted, options);
    view.addEventListener('blur', (event) => event.target === view && this.left(), options);
    const focused = (event: Event) => {
      if (event.target !== view) return;
      this.focusedAt = performance.now();
      this.cameBack();
    };
    view.addEventListener('focus', focused, options);
    signal.addEventListener('abort', () => this.forget());
  }

  /** Whether what is typed belongs to a field of ours. */
  get active(): boolean {
    return this.state !== 'off';
  }

  /** A field opens. */
  open(): void {
    if (this.state === 'off') this.thefts = 0;
    this.state = 'moving';
    this.there = false;
    this.hold();
    clearTimeout(this.arrival);
    this.arrival = setTimeout(() => this.state === 'moving' && this.side.lost(), ARRIVES_MS);
  }

  /** The field is in place, with the caret in it. */
  arrived(): void {
    if (this.state !== 'moving') return;
    clearTimeout(this.arrival);
    this.there = true;
    // The toolbar may have the keyboard still, from the field before.
    if (this.host.focused) this.left();
    else this.moveWhenStill();
  }

  /** Keys that are on their way when the focus moves would arrive out of order: it moves in a pause. */
  private moveWhenStill(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.state === 'moving' && this.host.focus(), PAUSE_MS);
  }

  /** The field is closed: the page has its keys again. */
  close(): void {
    if (this.state === 'off') return;
    this.forget();
    this.closedAt = performance.now();
    this.returnWhenStill();
  }

  /** The next keys may be on their way: they act in the toolbar as well, and the keyboard moves in a pause. */
  returnWhenStill(): void {
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.state === 'off' && this.host.blur(), PAUSE_MS);
  }

  /** The toolbar still has the keyboard, and used it: not now. */
  heard(): void {
    if (this.state === 'off' && this.justClosed) this.returnWhenStill();
  }

  private closedAt = Number.NEGATIVE_INFINITY;

  /** Longer than a key is held that was pressed where the keyboard was before. */
  get pageHasKeys(): boolean {
    return (
      this.state === 'off' && !this.host.focused && performance.now() - this.focusedAt > HELD_MS
    );
  }

  /** When the page's window was last given the keyboard. */
  private focusedAt = performance.now();

  /** The key that closed the field may still be down. */
  get justClosed(): boolean {
    return performance.now() - this.closedAt < RELEASED_WITHIN_MS;
  }

  forget(): void {
    this.state = 'off';
    clearTimeout(this.pause);
    clearTimeout(this.arrival);
    clearTimeout(this.ending);
    this.ending = undefined;
    this.release();
  }

  private hold(): void {
    this.held = true;
    this.side.post({ focus: true });
  }

  private release(): void {
    if (!this.held) return;
    this.held = false;
    this.side.post({ end: true });
  }

  /** The page's window has lost the focus: to our frame, if that was asked for. */
  private left(): void {
    if (this.state !== 'moving' && this.state !== 'stolen') return;
    clearTimeout(this.arrival);
    this.state = 'in';
    this.endSoon();
  }

  private ending: ReturnType<typeof setTimeout> | undefined;

  /**
   * Keys that were on their way to the page's process when the focus moved still arrive here. Only then is the
   * toolbar told that nothing more comes, and types what was pressed there meanwhile.
   */
  private endSoon(): void {
    clearTimeout(this.ending);
    this.ending = setTimeout(() => {
      this.ending = undefined;
      this.release();
    }, STRAGGLERS_MS);
  }

  private cameBack(): void {
    if (this.state !== 'in') return;
    clearTimeout(this.ending);
    this.ending = undefined;
    if (performance.now() - this.acted < READERS_MS) {
      this.forget();
      return;
    }
    this.stolen();
  }

  private stolen(): void {
    this.state = 'stolen';
    this.thefts += 1;
    if (this.thefts > MOST_THEFTS) this.side.prevented();
    else this.returnSoon();
  }

  private returnSoon(): void {
    clearTimeout(this.pause);
    if (this.thefts > MOST_THEFTS) return;
    this.pause = setTimeout(() => {
      if (this.state !== 'stolen') return;
      this.hold();
      this.host.focus();
    }, PAUSE_MS);
  }

  /** Takes an event of the keyboard that reached the page, if it is meant for the field. */
  take(event: Event): boolean {
    if (!event.isTrusted || this.state === 'off') return false;
    // No event told of it (the page moved the focus within its own window).
    if (this.state === 'in' && this.ending) this.endSoon();
    else if (this.state === 'in') this.cameBack();
    if (!this.active) return false;
    if (event.type === 'keydown') this.forward(event as KeyboardEvent);
    if (event.type.startsWith('composition')) this.side.prevented();
    return true;
  }

  private forward(event: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey } = event;
    if (this.state === 'stolen') this.returnSoon();
    if (this.state === 'moving' && this.there) this.moveWhenStill();
    // AltGr types letters with Ctrl and Alt down.
    const letter = [...key].length === 1 && !metaKey && ctrlKey === altKey;
    if (letter || FORWARDED_KEYS.has(key))
      this.side.post({ keys: [{ key, at: momentOf(event, this.view) }] });
  }
}
