/** Tagging in one page: joins the page's text, its highlights, the reader's keys and the session. */
import { describe, locate } from '../../lib/anchor';
import { type BarCommand, concerns, type Mode, type ToldChange } from '../../lib/messaging';
import { following } from '../../lib/messaging/page/follow';
import { installGuard } from '../../lib/messaging/page/guard';
import { clear, wasTaken } from '../../lib/messaging/page/handover';
import { whenOrphaned } from '../../lib/messaging/page/life';
import { oneAtATime } from '../../lib/messaging/page/one-at-a-time';
import { shared } from '../../lib/messaging/page/shared';
import { handoverWaits, sessionStorageOf } from '../../lib/messaging/page/waiting';
import type { PageNow, PageReport, Selectors } from '../../lib/model';
import { reportedReference } from '../../lib/model/records/quote';
import { readPassage } from '../../lib/page/reading';
import type { ShownPage } from '../../lib/page/types';
import { watchDocuments } from '../../lib/paint';
import { PanelPort } from './bridge/panel-port';
import { Input } from './input/input';
import { Commands } from './mode/commands';
import { Deeds } from './mode/deeds';
import { Session } from './mode/session';
import type { Held } from './mode/view';
import { anchorsOf } from './show/bar/anchors';
import { Bar } from './show/bar/bar';
import { Highlights } from './show/highlights';
import { ListReader } from './source/list-reader';
import { overlap } from './source/overlap';
import { PageText, type Passage } from './source/page-text';
import { readsAs } from './source/reads-as';
import { citingReport, type ScitePassage, scitePassages } from './source/scite-reader';
import { notYetRead, shownPage, taggedAs } from './source/shown';
import { adoptHandover, handOver } from './write/handover';
import { type BegunDraft, fateOf, isOpen, isPaperOf } from './write/left';
import { leftUnfinished } from './write/unfinished';

/** An updated Bearing has put its next copy into the page by then. */
const NEXT_COPY_MS = 10_000;

/** How often an old copy looks whether what it left was taken. */
const LOOK_MS = 200;

export class TaggingController {
  private readonly life = new AbortController();
  private leaving = 0;
  /** Ends with tagging mode: the page's keys and clicks are ours only while it is on. */
  private mode: AbortController | null = null;
  private readonly page: ShownPage;
  /** The content whose tags are shown; null until the page has been read. */
  private content: Extract<PageNow, { state: 'read' }> | null = null;
  private readonly text: PageText;
  private readonly session: Session;
  private readonly highlights: Highlights;
  readonly bar: Bar;
  private readonly list: ListReader;
  /** The statements that a scite report offers; empty on every other page. */
  private scite: ScitePassage[] = [];
  readonly panel: PanelPort;
  private readonly view: Window;
  private readonly deeds: Deeds;
  private readonly input: Input;
  private readonly follow: (moreMayFollow: boolean) => void;

  constructor(private readonly doc: Document) {
    this.follow = following(doc, () => void this.refresh(), this.life.signal);
    this.view = doc.defaultView ?? window;
    this.page = shownPage(doc, this.life.signal);
    const now = this.page.now();
    this.content = now.state === 'read' ? now : null;
    this.text = new PageText(doc, this.life.signal, () => this.scite);
    this.session = new Session({
      report: () => this.report,
      hold: (passage) => this.hold(passage),
      fate: (held) => fateOf(held, this.page.now()),
      shows: (paper) => isPaperOf(paper, this.report),
      find: ({ statement }) => this.find(statement),
      paint: () => this.highlights.paint(this.session.view),
      orphaned: () => this.leaveForNext(),
    });
    this.highlights = new Highlights(
      doc,
      this.session,
      this.life.signal,
      (node) => this.bar.host.holds(node),
      () => this.report.url,
    );
    this.list = new ListReader(doc, this.session);
    const { session, highlights, text, list } = this;
    this.deeds = new Deeds(doc, { session, highlights, text, list, leave: () => this.stop() });
    const { deeds } = this;
    const isOn = () => this.tagging;
    const commands = new Commands(session, deeds, () => this.view.location.reload());
    const barSide = {
      guard: shared().guard ?? installGuard(this.view, this.life.signal),
      // Without a toolbar to look at, keys on the page do nothing unseen.
      key: (event: Event) => this.bar.refused === null && this.input.onKey(event as KeyboardEvent),
      anchors: () => anchorsOf(session.view),
      carryOut: (command: BarCommand) => commands.carryOut(command),
      rewritten: () => this.mode && this.hear(this.mode.signal),
    };
    this.bar = new Bar(doc, session, barSide, this.life.signal);
    const { host, typing } = this.bar;
    this.input = new Input(doc, { isOn, deeds, host, typing, session, highlights, text, list });
    const side = {
      report: () => this.report,
      tagging: () => this.tagging,
      refused: () => this.bar.refused,
      start: () => this.start(),
      stop: () => this.stop(),
      goTo: (passage: Passage, id: string | null) => this.deeds.goTo(passage, id),
    };
    this.panel = new PanelPort(side, this.session, this.highlights, this.text, this.life.signal);
    this.session.set({ loading: now.state === 'loading' });
    this.page.subscribe((shown, restored) => this.onPage(shown, restored), this.life.signal);
    whenOrphaned(this.life.signal, () => this.leaveForNext());
    const { signal } = this.life;
    this.view.addEventListener('pagehide', () => this.session.leaveDocument(), { signal });
  }

  private get report(): PageReport {
    return this.content
      ? taggedAs(this.content.report, this.content.title)
      : notYetRead(this.view.location.href);
  }

  get answer(): Mode {
    return { tagging: this.tagging, ...(this.isPdf && { pdf: true }) };
  }

  /** The browser's viewer shows a PDF in a document of its own, which has no text for us. */
  private get isPdf(): boolean {
    return this.doc.contentType === 'application/pdf';
  }

  get tagging(): boolean {
    return this.mode !== null;
  }

  /** Reads the store again, shows what it says, and takes over what an older copy could not save. */
  readonly refresh = oneAtATime(() => this.readStore());

  /** Something was written elsewhere. */
  onStoreChange(change: ToldChange): void {
    if (concerns(change, this.session.papers)) this.follow(change.byTagging === true);
  }

  private async readStore(): Promise<void> {
    // As soon as it has been read, this is called again.
    if (!this.content) return;
    try {
      await this.session.load();
    } catch {
      // Nobody asked for this: a reader who tags will be told by the tag itself.
      return;
    }
    const left = adoptHandover(this.view, this.session.handoverKey);
    if (left) {
      this.start();
      this.session.tags.adopt(left.unsaved);
    }
    await this.takeUp(left?.drafts ?? []);
  }

  /** The pages whose drafts have been asked for: a single-page site shows several. */
  private readonly asked = new Set<string>();

  /** Takes up what was begun before: by an older copy of this script, or in earlier documents of this tab. */
  private async takeUp(handed: readonly BegunDraft[]): Promise<void> {
    const { url } = this.report;
    // Later, what is kept of this document is what this copy has sent.
    const first = this.asked.size === 0;
    const kept = this.asked.has(url) ? null : await this.askFor(url);
    if (this.life.signal.aborted) return;
    const own = (first && kept?.own) || [];
    // What was sealed at the last moment is newer than the copy that was kept.
    const drafts = handed.length ? handed : own;
    this.session.unfinished.replaces(own);
    this.session.adopt([...(kept?.earlier ?? []), ...drafts]);
    const open = drafts.find((draft) => draft.open);
    // The page may show another paper by now.
    if (open && (!open.page || isPaperOf(open.page, this.report))) this.resume(open);
  }

  private async askFor(url: string) {
    this.asked.add(url);
    return leftUnfinished(url).catch(() => {
      this.asked.delete(url);
      return null;
    });
  }

  /** Chooses the statement again on which something was begun, with its note field as it was. */
  private resume(draft: BegunDraft): void {
    this.start();
    const { statement, page } = draft;
    const range = this.find(statement) ?? this.doc.createRange();
    const held = { statement, page, contentId: this.content?.id ?? null };
    this.session.chooseHeld({ range, quote: statement.quote }, draft.statementId, held);
    const tag = draft.tagId && this.session.tagOf(draft.tagId);
    if (tag) this.session.edit(tag);
    if (draft.typed !== null) this.session.show('note');
  }

  private find({ target }: Held['statement']): Range | null {
    const [located] = locate([target.selectors as Selectors], this.doc.body);
    return located?.range ?? null;
  }

  toggle(): void {
    if (this.tagging) this.stop();
    else this.start();
  }

  start(): void {
    if (this.mode || this.isPdf) return;
    this.mode = new AbortController();
    this.session.set({ mode: 'tagging' });
    this.bar.show();
    this.hear(this.mode.signal);
    this.readPage();
    if (!this.session.view.review)
      this.session
        .load()
        .then(() => this.takeUp([]))
        .catch((error: Error) => this.session.set({ problem: error.message }));
    this.input.settle();
  }

  private ears = new AbortController();

  /** Hears the reader in every document of the page; again where the page has removed what listened. */
  private hear(mode: AbortSignal): void {
    this.ears.abort();
    this.ears = new AbortController();
    const signal = AbortSignal.any([mode, this.ears.signal]);
    watchDocuments(this.doc, (doc, ends) => this.input.enter(doc, ends), signal);
  }

  /** Leaves tagging mode. Highlights stay; unsaved tags keep their card. */
  stop(): void {
    this.mode?.abort();
    this.mode = null;
    this.input.forget();
    this.session.choose(null);
    this.list.forget();
    this.session.set({ mode: 'showing', panel: 'none', toast: null, moving: null });
    const { unsaved, left } = this.session.view;
    if (!unsaved.length && !left.some(isOpen)) this.bar.hide();
  }

  /** The page shows something else, shows the same better known, or was away and is here again. */
  private onPage(now: PageNow, restored: boolean): void {
    this.session.set({ loading: now.state === 'loading' });
    if (now.state === 'loading') return;
    const before = this.content;
    const another = now.id !== before?.id;
    const better = JSON.stringify(now.report) !== JSON.stringify(before?.report);
    this.content = now;
    if (another) {
      this.text.forget();
      this.session.leaveContent();
      if (this.tagging) this.readPage();
    }
    this.session.left.settle();
    // A note of a saved tag goes on only when the tags of its paper are there.
    if (another || better || restored) void this.refresh().then(() => this.session.left.settle());
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

  /** A passage as it is now: what is saved, whatever the page does to its text meanwhile. */
  private hold(passage: Passage): Held {
    const { range, quote } = passage;
    const content = readsAs(readPassage(range)?.text ?? '', quote)
      ? this.page.contentAt([range.startContainer, range.endContainer])
      : null;
    const report = content
      ? taggedAs(content.report, content.title)
      : notYetRead(this.view.location.href);
    const offered = this.offeredAt(passage);
    const { representation = 'html', url } = report;
    return {
      page: content && (offered ? citingReport(report, offered) : report),
      contentId: content?.id ?? null,
      statement: {
        quote,
        ...this.text.contextOf(range),
        ...(offered && {
          section: offered.section,
          machineLabels: offered.machineLabels,
          cites: [reportedReference(report.paper, url)],
        }),
        target: { representation, url, selectors: describe(range) },
      },
    };
  }

  /**
   * The extension was reloaded under us: what this copy cannot finish is sealed for the next one, which may be
   * here already. This copy ends when that has taken it, or at once when there is nothing to take.
   */
  private leaveForNext(): void {
    const storage = sessionStorageOf(this.view);
    let left = storage && handOver(storage, this.session);
    if (!storage || !left) {
      // Without a place to leave them, unsaved tags stay on screen.
      if (!this.session.view.unsaved.length) this.end();
      return;
    }
    this.view.clearInterval(this.leaving);
    const until = Date.now() + NEXT_COPY_MS;
    this.leaving = this.view.setInterval(() => {
      const taken = left && wasTaken(storage, this.session.handoverKey, left.id);
      if (taken) for (const id of left?.tagIds ?? []) this.session.tags.drop(id);
      const { unsaved } = this.session.view;
      // Bearing was switched off, not updated: only unsaved tags are worth waiting for.
      if (!unsaved.length && (taken || Date.now() > until)) {
        clear(storage);
        this.end();
      }
      // The page took it away, or a tag was made since.
      else if (taken || !handoverWaits(this.view)) left = handOver(storage, this.session);
    }, LOOK_MS);
  }

  /** Takes everything of this copy out of the page. */
  private end(): void {
    this.mode?.abort();
    this.mode = null;
    this.life.abort();
    this.view.clearInterval(this.leaving);
    this.session.end();
    this.bar.hide();
  }
}
