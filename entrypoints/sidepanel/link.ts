/**
 * The panel's line to one page: what the page says of itself, checked before it is believed and put
 * together from its slices, and the few things that can be asked of it.
 */
import { type Browser, browser } from 'wxt/browser';
import { readPart } from '@/lib/messaging/panel/link';
import {
  PANEL_PORT,
  type PanelAsk,
  type PanelPart,
  type PanelPlace,
  type PanelReference,
  type PanelSentence,
  type PanelTagged,
} from '@/lib/messaging/panel/types';
import type { PageReport, StatementTarget } from '@/lib/model';

export interface Outline {
  report: PageReport;
  tagging: boolean;
  chosen: string | null;
  /** The number of the chosen citation statement, where that has no tag. */
  chosenSentence: number | null;
  /** Why the toolbar is here and not in the page; null where it is there. */
  toolbarHere: string | null;
  /** By statement; null until the page has been searched. */
  places: ReadonlyMap<string, PanelPlace> | null;
  /** Null until the page's text has been read. */
  references: readonly PanelReference[] | null;
  /** The page's citation statements, tagged or not; null until its text has been read. */
  sentences: readonly PanelSentence[] | null;
  /** Which of them are tagged; null until they have been counted. */
  tagged: readonly PanelTagged[] | null;
}

/** As much of a port as is used, so that a test can stand in for a page. */
export type PagePort = Pick<
  Browser.runtime.Port,
  'postMessage' | 'disconnect' | 'onMessage' | 'onDisconnect'
>;

const NOTHING_YET = { places: null, references: null, sentences: null, tagged: null };

const ANSWER_MS = 4_000;

type Slices = Extract<PanelPart, { turn: number }>;

export class PanelLink {
  outline: Outline | null = null;
  /** Called once when the page has gone or let go; not after `close`. */
  onGone: () => void = () => {};
  private readonly listeners = new Set<() => void>();
  private readonly gathering = new Map<Slices['part'], { turn: number; list: unknown[] }>();
  private readonly waiting = new Map<string, (target: StatementTarget | null) => void>();
  private open = true;

  constructor(
    private readonly port: PagePort,
    readonly tabId: number,
  ) {
    port.onMessage.addListener((message) => this.onMessage(message));
    port.onDisconnect.addListener(() => this.onDisconnect());
  }

  /** A line to the tab's tagging script, or null where none answers. */
  static to(tabId: number): Promise<PanelLink | null> {
    const port = browser.tabs.connect(tabId, { name: PANEL_PORT, frameId: 0 });
    const link = new PanelLink(port, tabId);
    return new Promise((resolve) => {
      link.onGone = () => resolve(null);
      // A script that answers without a word we know is as good as none.
      const timer = setTimeout(() => {
        link.close();
        resolve(null);
      }, ANSWER_MS);
      const stop = link.subscribe(() => {
        stop();
        clearTimeout(timer);
        resolve(link);
      });
    });
  }

  get alive(): boolean {
    return this.open;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  snapshot = (): Outline | null => this.outline;

  ask(ask: PanelAsk): void {
    if (this.open) this.port.postMessage(ask);
  }

  /** How the passage that stands at a statement's place now is found again; null when nothing stands there. */
  describe(statementId: string): Promise<StatementTarget | null> {
    if (!this.open) return Promise.resolve(null);
    this.waiting.get(statementId)?.(null);
    return new Promise((resolve) => {
      this.waiting.set(statementId, resolve);
      this.ask({ describe: statementId });
    });
  }

  close(): void {
    if (!this.open) return;
    this.open = false;
    this.port.disconnect();
    this.letGo();
  }

  private onDisconnect(): void {
    // Reading it is what tells the browser that the error was seen: nobody answering is no error here.
    void browser.runtime.lastError;
    if (!this.open) return;
    this.open = false;
    this.letGo();
    this.onGone();
  }

  private letGo(): void {
    for (const resolve of this.waiting.values()) resolve(null);
    this.waiting.clear();
  }

  private onMessage(message: unknown): void {
    const part = readPart(message);
    if (!part || !this.open) return;
    if (part.part === 'described') {
      this.waiting.get(part.statementId)?.(part.target);
      this.waiting.delete(part.statementId);
    } else if (part.part === 'page') {
      const { part: _, ...page } = part;
      this.set({ ...NOTHING_YET, ...this.outline, ...page });
    } else this.gather(part);
  }

  private gather(part: Slices): void {
    if (!this.outline) return;
    const items = itemsOf(part);
    let sofar = this.gathering.get(part.part);
    if (part.from === 0) {
      sofar = { turn: part.turn, list: [] };
      this.gathering.set(part.part, sofar);
    }
    // A slice of a list that a newer one has overtaken, or that was lost in part, is of no use.
    if (sofar?.turn !== part.turn || sofar.list.length !== part.from) return;
    sofar.list.push(...items);
    if (sofar.list.length < part.total) return;
    this.gathering.delete(part.part);
    if (part.part === 'places') this.setPlaces(sofar.list as PanelPlace[]);
    else if (part.part === 'sentences') this.setSentences(sofar.list as PanelSentence[]);
    else if (part.part === 'tagged')
      this.set({ ...this.outline, tagged: sofar.list as PanelTagged[] });
    else this.set({ ...this.outline, references: sofar.list as PanelReference[] });
  }

  private setPlaces(list: readonly PanelPlace[]): void {
    if (!this.outline) return;
    const before = this.outline.places;
    const places = new Map(
      list.map((place) => {
        const old = before?.get(place.statementId);
        // An unchanged place stays the same object, so that its row is not drawn again.
        return [place.statementId, old && samePlace(old, place) ? old : place];
      }),
    );
    this.set({ ...this.outline, places });
  }

  private setSentences(list: readonly PanelSentence[]): void {
    if (!this.outline) return;
    const before = this.outline.sentences;
    const sentences = list.map((one, i) => {
      const old = before?.[i];
      return old && sameSentence(old, one) ? old : one;
    });
    this.set({ ...this.outline, sentences });
  }

  private set(outline: Outline): void {
    this.outline = outline;
    for (const listener of [...this.listeners]) listener();
  }
}

function itemsOf(part: Slices): unknown[] {
  switch (part.part) {
    case 'places':
      return part.places;
    case 'sentences':
      return part.sentences;
    case 'tagged':
      return part.tagged;
    case 'references':
      return part.references;
  }
}

function sameSentence(a: PanelSentence, b: PanelSentence): boolean {
  return a.index === b.index && a.order === b.order && a.text === b.text && a.section === b.section;
}

function samePlace(a: PanelPlace, b: PanelPlace): boolean {
  return a.outcome === b.outcome && a.order === b.order && a.text === b.text;
}
