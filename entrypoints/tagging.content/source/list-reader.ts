/** Result lists: which of the listed papers the review knows, and putting one on the reading list. */

import * as dom from '../../../lib/dom';
import { ask, send } from '../../../lib/messaging';
import type { Author } from '../../../lib/model';
import { Problem } from '../../../lib/model/problem';
import type { ListEntry } from '../../../lib/page';
import { readEntries } from '../../../lib/page';
import type { Session } from '../mode/session';
import type { ListedWork, Tagging } from '../mode/state';
import { listedReport } from './listed-work';

/** A page that lists more than this is not read to its end at once. */
const MOST = 500;

export class ListReader {
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

  /** Reads the entries, asks what the review knows of them, and looks again when the list grows. */
  async read(signal: AbortSignal): Promise<void> {
    const entries = readEntries(this.doc, this.doc.location.href).slice(0, MOST);
    const listed: ListedWork[] = entries.map((entry) => ({ entry, known: null }));
    this.show(listed, null);
    if (!listed.length) return;
    try {
      const known = await ask('papers/known', { works: entries.map(named) });
      if (!signal.aborted)
        this.show(
          listed.map((work, i) => ({ ...work, known: known[i] ?? null })),
          this.list?.at ?? null,
        );
    } catch (error) {
      this.fail(error);
    }
  }

  forget(): void {
    if (this.active) this.show([], null);
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
      const known = await send('papers/list', {
        report: reportOf(work.entry),
      });
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

  private fail(error: unknown): void {
    if (error instanceof Problem) this.session.tell(error.message);
    else throw error;
  }
}

const named = ({ doi, pmid, title }: ListEntry) => ({ doi, pmid, title: title.slice(0, 5_000) });

/** A list entry as the page report of the paper it names. */
const reportOf = (entry: ListEntry) =>
  listedReport({ ...entry, authors: authorsOf(entry.authors) }, 'it stands in a list of papers');

/** "A Smith, B Jones…": names as printed, not split further. */
function authorsOf(line: string | undefined): Author[] {
  return (line ?? '')
    .split(/[,;]/)
    .map((name) =>
      name
        .trim()
        .replace(/(?<!…)…+$/, '')
        .trim(),
    )
    .filter((name) => name && name.length < 200)
    .slice(0, 200)
    .map((literal) => ({ literal }));
}
