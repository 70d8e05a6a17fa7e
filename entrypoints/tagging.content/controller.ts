/** Tagging in one page: joins the page's text, its highlights, the reader's keys and the session. */
import { describe } from '../../lib/anchor';
import { HANDED_OVER, handoverWaits, sessionStorageOf } from '../../lib/messaging/waiting';
import type { PageReport } from '../../lib/model';
import { notice } from '../../lib/page';
import { watchPage } from '../../lib/page/watch';
import { documentsOf, watchDocuments } from '../../lib/paint';
import { type Action, actionOf } from '../../lib/tagging';
import { adoptHandover, handOver } from './handover';
import { hear } from './hear';
import { Highlights } from './highlights';
import { Host } from './host';
import { Markers, watchMarkers } from './hover';
import { ListReader } from './list-reader';
import { overlap } from './overlap';
import {
  isField,
  neighbourOf,
  PageText,
  type Passage,
  selectedPassage,
  standing,
} from './page-text';
import { PanelPort } from './panel-port';
import { reveal } from './reveal';
import { citingReport, type ScitePassage, scitePassages } from './scite-reader';
import { Session } from './session';
import { carryOut } from './session-actions';

export class TaggingController {
  private readonly life = new AbortController();
  /** Ends with tagging mode: the page's keys and clicks are ours only while it is on. */
  private mode: AbortController | null = null;
  private report: PageReport;
  private readonly text: PageText;
  private readonly session: Session;
  private readonly highlights: Highlights;
  private readonly host: Host;
  private readonly list: ListReader;
  /** The statements that a scite report offers; empty on every other page. */
  private scite: ScitePassage[] = [];
  readonly panel: PanelPort;
  private readonly view: Window;
  private readonly markers: Markers;

  constructor(private readonly doc: Document) {
    this.view = doc.defaultView ?? window;
    this.report = this.look();
    this.text = new PageText(doc, this.life.signal, () => this.scite);
    this.session = new Session({
      report: () => this.report,
      reportFor: (passage) => this.reportFor(passage),
      newStatement: (passage) => this.newStatement(passage),
      paint: () => this.highlights.paint(this.session.view),
      orphaned: () => this.leaveForNext(),
    });
    this.highlights = new Highlights(doc, this.session, this.life.signal, (node) =>
      this.host.holds(node),
    );
    this.host = new Host(doc, this.session, {
      leave: () => this.stop(),
      reloadPage: () => this.view.location.reload(),
      act: (action) => this.act(action),
    });
    this.list = new ListReader(doc, this.session);
    this.markers = new Markers(this.text, this.session, (event) => this.host.owns(event));
    const side = {
      report: () => this.report,
      tagging: () => this.tagging,
      start: () => this.start(),
      stop: () => this.stop(),
      goTo: (passage: Passage, id: string | null) => this.goTo(passage, id),
    };
    this.panel = new PanelPort(side, this.session, this.highlights, this.text, this.life.signal);
    watchPage(doc, () => this.onNewPage(), this.life.signal);
  }

  get tagging(): boolean {
    return this.mode !== null;
  }

  /** Reads the store again, shows what it says, and takes over what an older copy could not save. */
  async refresh(): Promise<void> {
    try {
      await this.session.load();
    } catch {
      // Nobody asked for this: a reader who tags will be told by the tag itself.
      return;
    }
    const left = adoptHandover(this.doc, this.session.handoverKey);
    if (!left) return;
    this.start();
    this.session.tags.adopt(left);
  }

  toggle(): void {
    if (this.tagging) this.stop();
    else this.start();
  }

  start(): void {
    if (this.mode) return;
    this.mode = new AbortController();
    this.session.set({ mode: 'tagging' });
    this.host.show();
    watchDocuments(this.doc, (doc, signal) => this.enter(doc, signal), this.mode.signal);
    this.readPage();
    if (!this.session.view.review)
      this.session.load().catch((error: Error) => this.session.set({ problem: error.message }));
    this.onSelection();
  }

  /** Leaves tagging mode. Highlights stay; unsaved tags keep their card. */
  stop(): void {
    this.mode?.abort();
    this.mode = null;
    this.selectedIn = null;
    this.session.choose(null);
    this.list.forget();
    this.session.set({ mode: 'showing', panel: 'none', toast: null, moving: null });
    if (!this.session.view.unsaved.length) this.host.hide();
  }

  private look(): PageReport {
    const report = notice(this.doc, this.view.location.href);
    if (report.paper) return report;
    // The reader may tag any page: one that is no article is remembered by its address and title.
    const title = this.doc.title.trim().slice(0, 2000);
    return {
      ...report,
      paper: {
        url: report.url,
        authors: [],
        ...(title && { title }),
        sources: title ? { title: 'visible' } : {},
      },
    };
  }

  private onNewPage(): void {
    const before = this.report.url;
    this.report = this.look();
    if (this.report.url === before) return;
    this.text.forget();
    this.session.choose(null);
    if (this.tagging) this.readPage();
    void this.refresh();
  }

  private readPage(): void {
    void this.text.ready();
    this.scite = this.report.representation === 'scite-report' ? scitePassages(this.doc) : [];
    if (this.scite.length) this.list.forget();
    else if (this.report.kind === 'citation-list' && this.mode)
      void this.list.read(this.mode.signal);
    else this.list.forget();
  }

  /** A statement of a scite report, if this passage is one. */
  private offeredAt(passage: Passage): ScitePassage | undefined {
    return this.scite.find(
      (one) => one.range === passage.range || overlap(one.range, passage.range),
    );
  }

  private reportFor(passage: Passage): PageReport {
    const offered = this.offeredAt(passage);
    return offered ? citingReport(this.report, offered) : this.report;
  }

  private newStatement(passage: Passage) {
    const offered = this.offeredAt(passage);
    return {
      quote: passage.quote,
      ...this.text.contextOf(passage.range),
      ...(offered && { section: offered.section, machineLabels: offered.machineLabels }),
      target: {
        representation: this.report.representation ?? ('html' as const),
        url: this.report.url,
        selectors: describe(passage.range),
      },
    };
  }

  /** Hears the reader in one document of the page: its own, or one that a frame shows (now). */
  private enter(doc: Document, signal: AbortSignal): void {
    // The article may have come with it.
    if (doc !== this.doc) this.text.forget();
    const ears = {
      key: (event: KeyboardEvent) => this.onKey(event),
      click: (event: MouseEvent) => this.onClick(event, doc),
      selecting: () => {
        this.view.clearTimeout(this.settling);
        this.selectedIn = doc;
        this.settling = this.view.setTimeout(() => this.onSelection(), SELECTION_SETTLES_MS);
      },
    };
    hear(doc, ears, signal);
    watchMarkers(doc, this.markers, signal);
  }

  /** The document in which the reader selected last. */
  private selectedIn: Document | null = null;

  /** The timer of a selection that has not settled yet; 0 for none. */
  private settling = 0;

  private onSelection(): void {
    this.view.clearTimeout(this.settling);
    this.settling = 0;
    if (!this.tagging || this.host.focusedField()) return;
    const passage = this.selected();
    if (!passage) return;
    const { current } = this.session.view;
    if (current && sameRange(current.range, passage.range)) return;
    this.session.choose(passage, this.highlights.statementAtRange(passage.range));
  }

  /** What is selected: where the reader selected last, else wherever there is something. */
  private selected(): Passage | null {
    const docs = documentsOf(this.doc);
    const last = this.selectedIn && docs.includes(this.selectedIn) ? [this.selectedIn] : docs;
    for (const doc of last) {
      const passage = selectedPassage(doc);
      if (passage) return passage;
    }
    return null;
  }

  private onClick(event: MouseEvent, within: Document): void {
    if (this.host.owns(event) || !event.isTrusted || event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    if (!within.getSelection()?.isCollapsed) return;
    const target = event.target as Element | null;
    if (isField(target) || target?.closest?.('a[href], button, summary, label, video, audio'))
      return;
    const tagged = this.highlights.at(x, y, within);
    if (tagged) {
      this.session.choose(tagged, tagged.statementId);
      return;
    }
    void this.text.ready().then(() => {
      if (this.tagging) this.session.choose(this.text.sentenceAt(x, y, within));
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (!event.isTrusted) return;
    const own = this.host.owns(event);
    if (own && this.host.focusedField()) {
      if (event.key !== 'Escape' || event.isComposing) return;
    } else if (!own && isField(event.composedPath()[0] ?? null)) return;
    // A focused button of ours is pressed by Enter and Space as everywhere.
    if (own && (event.key === 'Enter' || event.key === ' ' || event.key === 'Tab')) return;
    // A hand faster than the selection's settling means what it has just selected, not the last statement.
    if (this.settling) this.onSelection();
    const { view } = this.session;
    // A move that is under way will have chosen something.
    const chosen = view.current !== null || this.moving !== null;
    const action = actionOf(event, chosen, this.list.active, view.keys);
    // What has the focus (a player, a list) keeps its keys as long as they mean nothing here.
    if (!action || (action.do === 'choose-first' && focused(this.doc))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.act(action);
  }

  /** A move may have to read the page first; what is typed meanwhile is meant for where it arrives. */
  private moving: Promise<void> | null = null;

  private act(action: Action): void {
    if (this.moving) void this.moving.then(() => this.doNow(action));
    else this.doNow(action);
  }

  private startMove(step: 1 | -1, tagged: boolean): void {
    const move = this.move(step, tagged).finally(() => {
      if (this.moving === move) this.moving = null;
    });
    this.moving = move;
  }

  private doNow(action: Action): void {
    const ours = carryOut(action, this.session);
    switch (ours?.do) {
      case 'list':
        void this.list.putOnList();
        break;
      case 'next':
        this.startMove(1, ours.tagged);
        break;
      case 'previous':
        this.startMove(-1, ours.tagged);
        break;
      case 'leave':
        this.stop();
        break;
      case 'back':
        this.back();
        break;
    }
  }

  /** Escape takes one thing back at a time: panel, edit, half a draft, the choice, the mode. */
  private back(): void {
    const { view } = this.session;
    if (view.panel !== 'none') this.session.set({ panel: 'none' });
    else if (view.moving) this.session.set({ moving: null });
    else if (view.editing) this.session.edit(null);
    else if (view.current) {
      this.deselect();
      this.session.choose(null);
    } else this.stop();
  }

  private async move(step: 1 | -1, tagged: boolean): Promise<void> {
    if (this.list.active) {
      this.list.move(step);
      return;
    }
    if (!tagged) await this.text.ready();
    // Only now: a page that renders its text anew meanwhile has moved the choice to its new place.
    const from = standing(this.session.view.current?.range ?? null);
    if (tagged) {
      const found = this.highlights.found();
      const next = neighbourOf(found, (f) => f.range, from, step);
      if (next) this.goTo(next, next.statementId);
      else this.session.tags.toast(step > 0 ? 'at-end' : 'at-start', null);
      return;
    }
    const next = this.text.neighbour(from, step);
    if (next) this.goTo(next, this.highlights.statementAtRange(next.range));
    else this.session.tags.toast(step > 0 ? 'at-end' : 'at-start', null);
  }

  private deselect(): void {
    for (const doc of documentsOf(this.doc)) doc.getSelection()?.removeAllRanges();
  }

  private goTo(passage: Passage, statementId: string | null): void {
    this.deselect();
    reveal(passage.range);
    this.session.choose(passage, statementId);
  }

  /** The extension was reloaded under us: what is unsaved is sealed for the next copy, which may be here already. */
  private leaveForNext(): void {
    const storage = sessionStorageOf(this.view);
    if (!storage || !handOver(storage, this.session)) return;
    this.doc.dispatchEvent(new CustomEvent(HANDED_OVER));
    const timer = this.view.setInterval(() => {
      if (handoverWaits(this.view)) return;
      this.view.clearInterval(timer);
      this.end();
    }, 200);
    this.life.signal.addEventListener('abort', () => this.view.clearInterval(timer));
  }

  /** Takes everything of this copy out of the page. */
  private end(): void {
    this.mode?.abort();
    this.mode = null;
    this.life.abort();
    this.session.end();
    this.host.hide();
  }
}

/** Whether something on the page, or of ours, has the focus. */
function focused(doc: Document): boolean {
  return doc.activeElement !== null && doc.activeElement !== doc.body;
}

const SELECTION_SETTLES_MS = 60;

function sameRange(a: Range, b: Range): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}
