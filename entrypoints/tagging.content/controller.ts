/** Tagging in one page: joins the page, tagging mode, what is written and what is shown, and turns the mode on and off. */

import { lookIntoClosed } from '../../lib/dom';
import { concerns, type Mode, type ToldChange } from '../../lib/messaging';
import { following } from '../../lib/messaging/page/follow';
import { installGuard } from '../../lib/messaging/page/guard';
import { whenOrphaned } from '../../lib/messaging/page/life';
import { oneAtATime } from '../../lib/messaging/page/one-at-a-time';
import { shared } from '../../lib/messaging/page/shared';
import type { PageNow } from '../../lib/model';
import { watchDocuments } from '../../lib/paint';
import type { CommandContext } from '../../lib/tagging';
import { PDF_TYPE } from '../../lib/text';
import { PanelPort } from './bridge/panel-port';
import { Input } from './input/input';
import { Peeking } from './input/peek';
import { barCommands } from './mode/bar-commands';
import { NotFoundDeeds } from './mode/not-found';
import { Session } from './mode/session';
import { Walk } from './mode/walk';
import { anchorsOf } from './show/bar/anchors';
import { Bar } from './show/bar/bar';
import { type FoundStatement, Highlights } from './show/highlights';
import { CitedReader } from './source/cited-reader';
import { doubtOf } from './source/doubt';
import { htmlPage } from './source/html';
import { ListReader } from './source/list-reader';
import type { Medium } from './source/medium';
import { PageSource } from './source/page-source';
import { shadowOf } from './source/shadow';
import { adoptHandover } from './write/handover';
import { LeaveForNext } from './write/leave-for-next';
import { fateOf, isOpen, isPaperOf } from './write/left';
import { Sightings } from './write/sightings';
import { TakeUp } from './write/take-up';

export class TaggingController {
  private readonly life = new AbortController();
  /** Ends with tagging mode: the page's keys and clicks are ours only while it is on. */
  private mode: AbortController | null = null;
  private readonly medium: Medium;
  private readonly source: PageSource;
  private readonly session: Session;
  private readonly highlights: Highlights;
  readonly bar: Bar;
  private readonly list: ListReader;
  readonly panel: PanelPort;
  private readonly view: Window;
  private readonly input: Input;
  private readonly takeUp: TakeUp;
  private readonly leaveForNext: LeaveForNext;
  private readonly follow: (moreMayFollow: boolean) => void;

  /** @param read what is read: a web page, if nothing else is named */
  constructor(
    private readonly doc: Document,
    read: (doc: Document, signal: AbortSignal) => Medium = htmlPage,
  ) {
    const { signal } = this.life;
    lookIntoClosed(shadowOf);
    const medium = read(doc, signal);
    this.medium = medium;
    this.follow = following(doc, () => void this.refresh(), signal);
    this.view = doc.defaultView ?? window;
    this.source = new PageSource(doc, medium, signal);
    const { source, view } = this;
    const { text } = source;
    const report = () => source.report;
    this.session = new Session({
      report,
      hold: (passage) => source.hold(passage),
      fate: (held) => fateOf(held, source.now()),
      shows: (paper) => isPaperOf(paper, source.report),
      find: (held) => source.find(held),
      doubt: (passage) => doubtOf(passage, text.read.references),
      paint: () => this.highlights.paint(this.session.state),
      show: (statementId) => this.panel.point(statementId),
      start: () => this.turnOn(),
      orphaned: () => this.leaveForNext.start(),
    });
    const { session } = this;
    this.highlights = new Highlights(
      doc,
      session,
      signal,
      {
        root: () => medium.root(),
        ignore: (node) => this.bar.host.holds(node) || medium.isOurs(node),
      },
      () => source.report.url,
    );
    this.list = new ListReader(doc, session);
    const { highlights, list } = this;
    new Sightings({ source, session, highlights }, signal);
    const cited = new CitedReader(session);
    const refreshListed = () => {
      cited.refresh();
      return list.refresh();
    };
    const reveal = (range: Range) => medium.reveal(range);
    const walk = new Walk(doc, {
      ...{ session, highlights, text, list, reveal },
      leave: () => this.stop(),
    });
    const context: CommandContext = {
      ...{ tag: session, panels: session.panels, left: session.left },
      // What goes back may have been put on the list here.
      history: {
        undo: () => session.tags.steps.undo().then(refreshListed),
        redo: () => session.tags.steps.redo().then(refreshListed),
      },
      ...{ page: walk, whenStill: session.whenStill },
      list: {
        putOnList: () => (list.active ? list : cited).putOnList(),
        putAllOnList: () => list.putAllOnList(),
      },
    };
    const barSide = {
      guard: shared().guard ?? installGuard(view, signal),
      anchors: () => anchorsOf(session.state),
      carryOut: barCommands({
        ...{ session, context, reloadPage: () => view.location.reload() },
        notFound: new NotFoundDeeds({
          session,
          sentences: () => text.ready().then(() => text.passages()),
          goTo: (passage) => walk.goTo(passage, highlights.statementAtRange(passage.range)),
          point: (statementId) => this.panel.point(statementId),
        }),
        listReference: (id) => void cited.putOnList(id),
        openTag: (tagId) => {
          const statementId = session.tagOf(tagId)?.statementId;
          const found = statementId && highlights.foundOf(statementId);
          if (found) this.open(found);
        },
      }),
      rewritten: () => this.mode && this.hear(this.mode.signal),
    };
    this.bar = new Bar(doc, session, barSide, signal);
    this.input = new Input(doc, { bar: this.bar, session, highlights, text, context, cited });
    const peeking = new Peeking({
      ...{ bar: this.bar, session, highlights },
      open: (found) => this.open(found),
    });
    watchDocuments(doc, (one, ends) => peeking.watch(one, ends), signal);
    const side = {
      report,
      root: () => medium.root(),
      readOffered: () => source.readOffered(),
      selectorsOf: (range: Range) => source.selectorsOf(range),
      reveal,
      refused: () => this.bar.refused,
      start: () => this.start(),
      offerMissing: () => {
        this.turnOn();
        session.panels.show('not-found');
      },
      stop: () => this.stop(),
      goTo: walk.goTo.bind(walk),
    };
    this.panel = new PanelPort(side, session, highlights, text, signal);
    this.takeUp = new TakeUp(
      doc,
      {
        ...{ session, report, start: () => this.start(), find: (held) => source.find(held) },
        contentId: () => source.content?.id ?? null,
      },
      signal,
    );
    this.leaveForNext = new LeaveForNext(view, session, () => this.end());
    session.dispatch({ type: 'loading', loading: source.now().state === 'loading' });
    source.subscribe((shown, restored) => this.onPage(shown, restored), signal);
    whenOrphaned(signal, () => this.leaveForNext.start());
    view.addEventListener('pagehide', () => session.leaveDocument(), { signal });
  }

  /** Is tagging mode on? For a page of ours that shows it; `subscribe` tells when this may have changed. */
  get isOn(): boolean {
    return this.session.isOn;
  }

  subscribe(listener: () => void): () => void {
    return this.session.subscribe(listener);
  }

  /** What is under the highlights looks otherwise now. */
  repaint(): void {
    this.highlights.paint(this.session.state);
  }

  get answer(): Mode {
    return { tagging: this.session.isOn, ...(this.isPdf && { pdf: true }) };
  }

  /** The browser's viewer shows a PDF in a document of its own, which has no text for us. */
  private get isPdf(): boolean {
    return this.doc.contentType === PDF_TYPE;
  }

  /** Reads the store again, shows what it says, and takes over what an older copy could not save. */
  readonly refresh = oneAtATime(() => this.readStore());

  /** Something was written elsewhere. */
  onStoreChange(change: ToldChange): void {
    if (concerns(change, this.session.papers)) this.follow(change.byTagging === true);
  }

  private async readStore(): Promise<void> {
    // As soon as it has been read, this is called again.
    if (!this.source.content) return;
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
    await this.takeUp.from(left?.drafts ?? []);
  }

  toggle(): void {
    if (this.session.isOn) this.stop();
    else this.start();
  }

  start(): void {
    if (!this.turnOn()) return;
    this.input.settle();
    // What was begun on this paper goes on, unless something is selected.
    this.session.left.settle();
  }

  /** Opens a tagged statement in tagging mode, which starts if it is off. */
  private open(found: FoundStatement): void {
    this.turnOn();
    this.session.choose(found, found.statementId);
  }

  /** True where it was off. */
  private turnOn(): boolean {
    if (this.mode || this.isPdf || this.medium.refuses?.()) return false;
    this.mode = new AbortController();
    this.session.dispatch({ type: 'started' });
    this.bar.show();
    this.hear(this.mode.signal);
    this.bar.watchUnheard(this.mode.signal);
    this.readPage();
    if (!this.session.state.stored.review)
      this.session
        .load()
        .then(() => this.takeUp.from([]))
        .catch((error: Error) => this.session.tell(error.message));
    return true;
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
    this.session.dispatch({ type: 'stopped' });
    const { unsaved, left } = this.session.state;
    if (!unsaved.length && !left.some(isOpen)) this.bar.hide();
  }

  /** The page shows something else, shows the same better known, or was away and is here again. */
  private onPage(now: PageNow, restored: boolean): void {
    const { session, source } = this;
    session.dispatch({ type: 'loading', loading: now.state === 'loading' });
    if (now.state === 'loading') return;
    const before = source.content;
    const another = now.id !== before?.id;
    const better = JSON.stringify(now.report) !== JSON.stringify(before?.report);
    source.content = now;
    if (another) {
      source.text.forget();
      session.leaveContent();
      this.panel.pageChanged();
      if (session.isOn) this.readPage();
    }
    session.left.settle();
    // A note of a saved tag goes on only when the tags of its paper are there.
    if (another || better || restored) void this.refresh().then(() => session.left.settle());
  }

  private readPage(): void {
    void this.source.text.ready();
    const isList = !this.source.readOffered().length && this.source.report.kind === 'citation-list';
    if (isList && this.mode) void this.list.read(this.mode.signal);
    else this.list.forget();
  }

  /** Takes everything of this copy out of the page. */
  private end(): void {
    this.mode?.abort();
    this.mode = null;
    this.life.abort();
    this.leaveForNext.stop();
    this.session.end();
    this.bar.hide();
  }
}
