/** Result lists: which of the listed papers the review knows, and putting one on the reading list. */

import * as dom from '../../../lib/dom';
import { yieldNow } from '../../../lib/dom';
import { ask, send } from '../../../lib/messaging';
import { comingOn, type PageReport } from '../../../lib/model';
import { Problem } from '../../../lib/model/problem';
import type { ListEntry, PageList } from '../../../lib/page';
import { readList, reportOfEntry } from '../../../lib/page';
import type { Session } from '../mode/session';
import { type ListedWork, panelOf, type Tagging } from '../mode/state';

export class ListReader {
  /** What the page shows may change while it is read: the last reading counts. */
  private turn = 0;
  /** The papers of the offer that is shown. */
  private offered: PageReport[] = [];

  constructor(
    private readonly doc: Document,
    private readonly session: Session,
  ) {}

  get active(): boolean {
    return this.list !== null;
  }

  private get list(): Tagging['list'] {
    const { mode } = this.session.state;
    return mode.kind === 'tagging' ? mode.list : null;
  }

  private show(works: readonly ListedWork[], at: number | null): void {
    this.session.dispatch({ type: 'listed', works, at });
  }

  /** Reads the entries, and asks what the review knows of them. */
  async read(signal: AbortSignal): Promise<void> {
    if (await this.readPage(signal)) await this.refresh();
  }

  /** @returns what was read; null where the page shows something else by now */
  private async readPage(signal?: AbortSignal): Promise<PageList | null> {
    this.turn += 1;
    const { turn } = this;
    const list = await readList(this.doc, this.doc.location.href, yieldNow);
    if (signal?.aborted || turn !== this.turn) return null;
    const { works: before = [], at = null } = this.list ?? {};
    const known = new Map(before.map((one) => [one.entry.element, one.known]));
    const works = list.entries.map((entry) => ({ entry, known: known.get(entry.element) ?? null }));
    const here = at === null ? undefined : before[at]?.entry.element;
    const now = works.findIndex(({ entry }) => entry.element === here);
    this.show(works, now < 0 ? null : now);
    return list;
  }

  /** Asks again what the review knows of the entries: some were put on the list, or taken from it. */
  async refresh(): Promise<void> {
    const { turn } = this;
    const { works = [] } = this.list ?? {};
    if (!works.length) return;
    try {
      const known = await ask('papers/known', { works: works.map(({ entry }) => named(entry)) });
      if (turn === this.turn && this.active)
        this.show(
          works.map(({ entry }, i) => ({ entry, known: known[i] ?? null })),
          this.list?.at ?? null,
        );
    } catch (error) {
      this.fail(error);
    }
  }

  forget(): void {
    this.turn += 1;
    if (this.active) this.show([], null);
    this.closeOffer();
  }

  move(step: 1 | -1): void {
    const { works = [], at = null } = this.list ?? {};
    const next = at === null ? (step > 0 ? 0 : works.length - 1) : at + step;
    const work = works[next];
    if (!work) return;
    dom.scrollIntoView(work.entry.element, { block: 'nearest', behavior: 'instant' });
    this.session.dispatch({ type: 'list-moved', at: next });
  }

  /** Puts the entry at hand on the reading list; one that is there stays as it is. */
  async putOnList(): Promise<void> {
    const work = this.list?.works[this.list.at ?? -1];
    if (!work) {
      this.move(1);
      return;
    }
    try {
      const { known, eventId } = await send('papers/list', {
        report: reportOfEntry(work.entry),
      });
      if (eventId) this.session.tags.steps.took(eventId);
      this.session.tell(null);
      const { works = [], at = null } = this.list ?? {};
      this.show(
        works.map((one) => (one.entry === work.entry ? { ...one, known } : one)),
        at,
      );
    } catch (error) {
      this.fail(error);
    }
  }

  /** Shows what putting all papers of the page on the list would do; where that is shown, does it. */
  async putAllOnList(): Promise<void> {
    const isOffered = panelOf(this.session.state).kind === 'list-all';
    try {
      this.session.tell(null);
      if (isOffered) await this.addAll();
      else await this.offer();
    } catch (error) {
      this.fail(error);
    }
  }

  private async offer(): Promise<void> {
    // A page of results grows while it is scrolled.
    const list = await this.readPage();
    if (!list) return;
    const { turn } = this;
    const reports = list.entries.map(reportOfEntry);
    const counts = await ask('papers/offer', { reports });
    if (turn !== this.turn) return;
    this.offered = reports;
    const { unread, isCut } = list;
    const panel = { kind: 'list-all', offer: { counts, unread, isCut } } as const;
    this.session.dispatch({ type: 'opened', panel });
  }

  private async addAll(): Promise<void> {
    const reports = this.offered;
    this.closeOffer();
    const { counts, eventId } = await send('papers/list-all', { reports });
    const { steps } = this.session.tags;
    if (eventId) steps.took(eventId);
    steps.toast('listed', null, { papers: comingOn(counts) });
    await this.refresh();
  }

  private closeOffer(): void {
    if (panelOf(this.session.state).kind === 'list-all') this.session.dispatch({ type: 'closed' });
  }

  private fail(error: unknown): void {
    if (error instanceof Problem) this.session.tell(error.message);
    else throw error;
  }
}

const named = ({ doi, pmid, title }: ListEntry) => ({ doi, pmid, title: title.slice(0, 5_000) });
