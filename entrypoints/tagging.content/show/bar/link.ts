/**
 * The line between the tagging script and its toolbars: the one over the page, and one that the side panel may
 * show. Each gets the parts of the state that it has not got, and its commands are carried out here.
 */
import type { Anchors, BarCommand, BarView, FromBar, ToBar } from '../../../../lib/messaging';
import type { Session } from '../../mode/session';
import { barView } from './view';

/** A toolbar's end. */
export interface BarLine {
  post(message: ToBar): void;
}

export interface LinkSide {
  /** Where the chosen statement, the card and the listed papers are now. */
  anchors(): Anchors;
  carryOut(command: BarCommand): void;
}

interface Served {
  sent: Partial<BarView>;
  anchors: string;
}

export class BarLink {
  private readonly lines = new Map<BarLine, Served>();
  private frame = 0;

  constructor(
    doc: Document,
    private readonly session: Session,
    private readonly page: LinkSide,
    signal: AbortSignal,
  ) {
    const unsubscribe = session.subscribe(() => this.tell());
    const quiet = { capture: true, passive: true, signal };
    const view = doc.defaultView ?? window;
    view.addEventListener('scroll', () => this.follow(), quiet);
    view.addEventListener('resize', () => this.follow(), quiet);
    // What loads late or unfolds moves the text without scrolling.
    const sizes = new ResizeObserver(() => this.follow());
    if (doc.documentElement) sizes.observe(doc.documentElement);
    signal.addEventListener('abort', () => {
      unsubscribe();
      sizes.disconnect();
      view.cancelAnimationFrame(this.frame);
      this.lines.clear();
    });
  }

  /** A toolbar is ready: it is sent everything. */
  add(line: BarLine): void {
    this.lines.set(line, { sent: {}, anchors: '' });
    this.tell();
  }

  drop(line: BarLine): void {
    this.lines.delete(line);
  }

  hear(message: FromBar): void {
    if ('command' in message) this.page.carryOut(message.command);
  }

  /** The text may have moved: the toolbars follow with the next frame. */
  follow(): void {
    if (!this.lines.size || this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.tellAnchors();
    });
  }

  private tell(): void {
    if (!this.lines.size) return;
    // The place first: what is drawn is drawn there.
    this.tellAnchors();
    const view = barView(this.session.state);
    for (const [line, served] of this.lines) {
      const news = changed(view, served.sent);
      if (!news) continue;
      served.sent = view;
      line.post({ view: news });
    }
  }

  private tellAnchors(): void {
    const anchors = this.page.anchors();
    const text = JSON.stringify(anchors);
    for (const [line, served] of this.lines) {
      if (served.anchors === text) continue;
      served.anchors = text;
      line.post({ anchors });
    }
  }
}

/** The parts of a view that are other than those sent; null for none. */
function changed(view: BarView, sent: Partial<BarView>): Partial<BarView> | null {
  const entries = Object.entries(view).filter(
    ([key, value]) => !Object.is(sent[key as keyof BarView], value) || !(key in sent),
  );
  return entries.length ? (Object.fromEntries(entries) as Partial<BarView>) : null;
}
