/**
 * The side panel's line into the page. While a panel is connected it is told where the page's statements
 * stand, part by part and only what has changed; it asks to be shown one. Without a panel nothing of this runs.
 */

import type { Browser } from 'wxt/browser';
import * as dom from '../../../lib/dom';
import { yieldNow } from '../../../lib/dom';
import { isOwnPage } from '../../../lib/messaging';
import {
  PANEL_PORT,
  type PanelAsk,
  type PanelPart,
  SLICE,
} from '../../../lib/messaging/panel/types';
import type { PageReport, Selectors, StatementTarget } from '../../../lib/model';
import type { PageStructure } from '../../../lib/page/types';
import type { Session } from '../mode/session';
import { chosenOf } from '../mode/state';
import type { Highlights } from '../show/highlights';
import {
  type CitationStatement,
  type PageText,
  type Passage,
  passageOf,
} from '../source/page-text';
import { type Citing, citingOf, placesOf, referencesOf, sentenceText, touched } from './outline';

type SlicedPart = Extract<PanelPart, { turn: number }>['part'];

/** What the port asks of the controller. */
export interface PanelSide {
  report(): PageReport;
  /** The element in whose text places are counted. */
  root(): Element;
  /** Reads the statements that the page offers as such. */
  readOffered(): void;
  /** What finds a passage of the page again. */
  selectorsOf(range: Range): Selectors;
  reveal(range: Range): Promise<void>;
  start(): void;
  /** Shows which statements are not on the page, and what can be done about them. */
  offerMissing(): void;
  stop(): void;
  /** Why the toolbar cannot be shown in the page; null where it can. */
  refused(): string | null;
  /** Scrolls to a passage and chooses it for tagging. */
  goTo(passage: Passage, statementId: string | null): void;
}

type Port = Browser.runtime.Port;

/** Texts that arrive late are waited for so long. */
const POINT_WITHIN_MS = 15_000;

export class PanelPort {
  private readonly ports = new Set<Port>();
  private citing: Citing | null = null;
  /** What the panels were told last of each part, as JSON. */
  private said = new Map<string, string>();
  /** The structure whose references the panels have been told. */
  private listed: PageStructure | null = null;
  private turn = 0;
  private recount = 0;

  constructor(
    private readonly page: PanelSide,
    private readonly session: Session,
    private readonly highlights: Highlights,
    private readonly text: PageText,
    private readonly signal: AbortSignal,
  ) {
    session.subscribe(() => this.tellPage());
    highlights.onLocated(() => this.onLocated());
    signal.addEventListener('abort', () => this.close());
  }

  /** Takes a port in, if it is a panel's. Only the extension's own pages may ask. */
  accept(port: Port): void {
    if (port.name !== PANEL_PORT || this.signal.aborted) return;
    if (!isOwnPage(port.sender)) {
      port.disconnect();
      return;
    }
    this.ports.add(port);
    port.onMessage.addListener((message) => this.onAsk(message as PanelAsk));
    port.onDisconnect.addListener(() => this.ports.delete(port));
    // A new panel knows nothing: all is said again, which the others take as no news.
    this.said.clear();
    this.listed = null;
    this.tellPage();
    this.tellPlaces();
    void this.readText();
  }

  /** The page has put another text in place. */
  pageChanged(): void {
    this.citing = null;
    this.tellList('sentences', []);
    this.tellPage();
    void this.readText();
  }

  private async readText(): Promise<void> {
    if (!this.ports.size) return;
    await this.text.ready();
    if (this.signal.aborted) return;
    const structure = this.text.read;
    if (this.listed !== structure) {
      this.page.readOffered();
      const references = await referencesOf(structure, yieldNow);
      // Read anew in the meantime: who has it read tells what it holds.
      if (this.signal.aborted || this.text.read !== structure) return;
      this.listed = structure;
      this.tellList('references', references);
    }
    await this.count();
  }

  private onLocated(): void {
    if (this.toPoint && Date.now() < this.pointUntil) this.tryToPoint(this.toPoint);
    else this.toPoint = null;
    if (!this.ports.size) return;
    if (this.toShow) this.show(this.toShow);
    this.tellPlaces();
    clearTimeout(this.recount);
    this.recount = setTimeout(() => void this.readText(), COUNT_AFTER_MS) as unknown as number;
  }

  private async count(): Promise<void> {
    const { citationStatements } = this.text;
    const places = this.highlights.places ?? new Map();
    try {
      this.citing = await citingOf(citationStatements, places, this.page.root(), yieldNow);
    } catch {
      // The page replaced its text under us: the next pass counts again.
      return;
    }
    if (this.signal.aborted) return;
    this.tellList('sentences', this.citing.sentences);
    this.tellList('tagged', this.citing.tagged);
    this.tellPage();
  }

  private tellPage(): void {
    if (!this.ports.size) return;
    const { session } = this;
    const chosen = chosenOf(session.state);
    const part: PanelPart = {
      part: 'page',
      report: this.page.report(),
      tagging: session.isOn,
      chosen: chosen ? chosen.statementId : this.highlights.shown,
      chosenSentence: chosen && !chosen.statementId ? this.numberOf(chosen.range) : null,
      toolbarHere: this.page.refused(),
    };
    if (this.isNews('page', part)) this.post(part);
  }

  /** Of the citation statement that a passage is in. */
  private numberOf(passage: Range): number | null {
    try {
      return touched(this.citing?.ranges ?? [], passage)[0] ?? null;
    } catch {
      // The page has replaced the text of one of them: the next count knows better.
      return null;
    }
  }

  private tellPlaces(): void {
    if (!this.highlights.places) return;
    this.tellList('places', placesOf(this.highlights.places, this.page.root()));
  }

  private tellList(part: SlicedPart, all: readonly unknown[]): void {
    if (!this.ports.size || !this.isNews(part, all)) return;
    this.turn += 1;
    // An empty list is news too.
    for (let from = 0; from < Math.max(1, all.length); from += SLICE) {
      const slice = { turn: this.turn, from, total: all.length };
      this.post({ part, ...slice, [part]: all.slice(from, from + SLICE) } as unknown as PanelPart);
    }
  }

  private isNews(part: string, value: unknown): boolean {
    const text = JSON.stringify(value);
    if (this.said.get(part) === text) return false;
    this.said.set(part, text);
    return true;
  }

  private post(part: PanelPart): void {
    for (const port of this.ports)
      try {
        port.postMessage(part);
      } catch {
        // The panel was closed, or the extension reloaded under us.
        this.ports.delete(port);
      }
  }

  private onAsk(ask: PanelAsk): void {
    if ('show' in ask) this.show(ask.show);
    else if ('choose' in ask) this.choose(ask.choose);
    else if ('sentence' in ask) this.chooseSentence(ask.sentence);
    else if ('describe' in ask)
      this.post({
        part: 'described',
        statementId: ask.describe,
        target: this.targetOf(ask.describe),
      });
    else if (ask.tagging) this.page.start();
    else this.page.stop();
  }

  private toShow: string | null = null;

  /** Draws a statement in focus where it stands; while tagging it is chosen too. */
  private show(statementId: string): void {
    const range = this.highlights.rangeOf(statementId);
    // Asked before the page has been searched, after a reload: it is shown when it has been found.
    this.toShow = range || this.highlights.places ? null : statementId;
    if (!range) return;
    const found = this.highlights.foundOf(statementId);
    this.highlights.show(statementId);
    if (this.session.isOn && found) this.page.goTo(found, statementId);
    else {
      if (this.session.isOn) this.session.choose(null);
      void this.page.reveal(range);
    }
    this.tellPage();
  }

  private toPoint: string | null = null;
  /** A reader who asked for a statement longer ago reads something else by now: the page stays where it is. */
  private pointUntil = 0;
  /** The statement that the reader was told is not here. */
  private missed: string | null = null;

  /**
   * Brings a statement into sight, flashing, as soon as the page has it; where the page has been searched in vain, the
   * reader is told, and offered what can be done.
   */
  point(statementId: string): void {
    this.pointUntil = Date.now() + POINT_WITHIN_MS;
    this.tryToPoint(statementId);
  }

  private tryToPoint(statementId: string): void {
    const range = this.highlights.rangeOf(statementId);
    this.toPoint = range ? null : statementId;
    if (!range) {
      const isSearched = this.highlights.places?.has(statementId);
      if (isSearched && this.missed !== statementId) {
        this.missed = statementId;
        this.page.offerMissing();
      }
      return;
    }
    void this.page.reveal(range).then(() => this.highlights.flash(statementId));
    this.tellPage();
  }

  /** A passage whose words have changed, as a new statement: the old one keeps its quote and its tags. */
  private choose(statementId: string): void {
    const range = this.highlights.rangeOf(statementId);
    if (!range) return;
    this.page.start();
    const found = this.highlights.foundOf(statementId);
    const passage = found ?? passageOf(range);
    if (!passage) return;
    this.page.goTo(passage, found ? statementId : null);
    dom.ownerDocument(range.startContainer)?.defaultView?.focus();
  }

  /** A citation statement for its first tag: by its number, or, where the page has put other text in place since, by its words. */
  private chooseSentence({ index, text }: { index: number; text: string }): void {
    const all = this.citing?.statements ?? [];
    const isIt = (one: CitationStatement | undefined) => one && sentenceText(one.text) === text;
    const passage = (isIt(all[index]) ? all[index] : all.find(isIt))?.passage();
    if (!passage) return;
    this.page.start();
    this.page.goTo(passage, this.highlights.statementAtRange(passage.range));
    dom.ownerDocument(passage.range.startContainer)?.defaultView?.focus();
  }

  private targetOf(statementId: string): StatementTarget | null {
    const range = this.highlights.rangeOf(statementId);
    if (!range) return null;
    const { representation, url } = this.page.report();
    return {
      representation: representation ?? 'html',
      url,
      selectors: this.page.selectorsOf(range),
    };
  }

  private close(): void {
    clearTimeout(this.recount);
    for (const port of this.ports) port.disconnect();
    this.ports.clear();
  }
}

/** Counting waits for the end of a burst of changes. */
const COUNT_AFTER_MS = 120;
