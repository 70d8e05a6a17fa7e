/**
 * The end of an old copy of this script, after the extension was updated or reloaded: what it cannot finish is sealed
 * for the next copy, which may be in the page already.
 */
import { clear, wasTaken } from '../../../lib/messaging/page/handover';
import { handoverWaits, sessionStorageOf } from '../../../lib/messaging/page/waiting';
import type { Session } from '../mode/session';
import { type HandedOver, handOver } from './handover';

/** An updated Bearing has put its next copy into the page by then. */
const NEXT_COPY_MS = 10_000;

/** How often an old copy looks whether what it left was taken. */
const LOOK_MS = 200;

export class LeaveForNext {
  private timer = 0;

  /** @param end takes everything of this copy out of the page */
  constructor(
    private readonly view: Window,
    private readonly session: Session,
    private readonly end: () => void,
  ) {}

  /** Ends this copy when the next one has taken what is left, or at once when there is nothing to take. */
  start(): void {
    const storage = sessionStorageOf(this.view);
    const left = storage && handOver(storage, this.session);
    if (storage && left) this.waitUntilTaken(storage, left);
    // Without a place to leave them, unsaved tags stay on screen.
    else if (!this.session.state.unsaved.length) this.end();
  }

  private waitUntilTaken(storage: Storage, first: HandedOver): void {
    this.stop();
    let left: HandedOver | null = first;
    const until = Date.now() + NEXT_COPY_MS;
    this.timer = this.view.setInterval(() => {
      const taken = left && wasTaken(storage, this.session.handoverKey, left.id);
      if (taken) for (const id of left?.tagIds ?? []) this.session.tags.drop(id);
      const { unsaved } = this.session.state;
      // Bearing was switched off, not updated: only unsaved tags are worth waiting for.
      if (!unsaved.length && (taken || Date.now() > until)) {
        clear(storage);
        this.end();
      }
      // The page took it away, or a tag was made since.
      else if (taken || !handoverWaits(this.view)) left = handOver(storage, this.session);
    }, LOOK_MS);
  }

  stop(): void {
    this.view.clearInterval(this.timer);
  }
}
