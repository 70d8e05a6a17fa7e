/** Resting the pointer on a citation marker shows what it cites and what the review knows of it. */
import type { Session } from '../mode/session';
import { cardOf } from '../mode/state';
import type { CitedReader } from '../source/cited-reader';
import type { PageText } from '../source/page-text';

/** Long enough that a pointer on its way does not open cards. */
const REST_MS = 220;
/** Long enough to move from the marker into the card. */
const LEAVE_MS = 260;

/** The one card of a page, whichever of its documents the pointer is in. */
export class Markers {
  private resting: ReturnType<typeof setTimeout> | undefined;
  private leaving: ReturnType<typeof setTimeout> | undefined;

  /** @param owns tells our own interface from the page */
  constructor(
    private readonly text: PageText,
    private readonly session: Session,
    private readonly cited: CitedReader,
    private readonly owns: (event: Event) => boolean,
  ) {}

  moved(event: PointerEvent, doc: Document): void {
    if (event.pointerType === 'touch') return;
    clearTimeout(this.resting);
    if (this.owns(event)) {
      clearTimeout(this.leaving);
      this.leaving = undefined;
      return;
    }
    const { clientX: x, clientY: y } = event;
    this.resting = setTimeout(() => this.open(x, y, doc), REST_MS);
    if (!this.card || this.leaving) return;
    this.leaving = setTimeout(() => {
      this.leaving = undefined;
      if (!this.text.citationAt(x, y, doc)) this.close();
    }, LEAVE_MS);
  }

  close(): void {
    clearTimeout(this.resting);
    this.resting = undefined;
    clearTimeout(this.leaving);
    this.leaving = undefined;
    if (this.card) this.session.dispatch({ type: 'pointed', card: null });
  }

  private get card() {
    return cardOf(this.session.state);
  }

  private open(x: number, y: number, doc: Document): void {
    const { resting } = this;
    // In the first moments of tagging mode the page is still being read; the pointer may have gone on by then.
    if (!this.text.hasRead)
      return void this.text.ready().then(() => {
        if (this.text.hasRead && this.resting === resting) this.open(x, y, doc);
      });
    const found = this.text.citationAt(x, y, doc);
    if (!found?.references.length || found.range === this.card?.range) return;
    this.cited.show(found.range, found.references);
  }
}

/** Watches the pointer in one document until the signal ends it. */
export function watchMarkers(doc: Document, markers: Markers, signal: AbortSignal): void {
  const quiet = { signal, passive: true };
  doc.addEventListener('pointermove', (event) => markers.moved(event, doc), quiet);
  doc.addEventListener('scroll', () => markers.close(), { ...quiet, capture: true });
  signal.addEventListener('abort', () => markers.close());
}
