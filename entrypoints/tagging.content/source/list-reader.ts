/** Result lists: which of the listed papers the review knows, and putting one on the reading list. */

import * as dom from '../../../lib/dom';
import { send } from '../../../lib/messaging';
import type { Author, FieldSource, PageReport } from '../../../lib/model';
import { Problem } from '../../../lib/model/problem';
import type { ListEntry } from '../../../lib/page';
import { readEntries } from '../../../lib/page';
import type { Session } from '../mode/session';
import type { ListedWork } from '../mode/view';

/** A page that lists more than this is not read to its end at once. */
const MOST = 500;

export class ListReader {
  constructor(
    private readonly doc: Document,
    private readonly session: Session,
  ) {}

  get active(): boolean {
    return this.session.view.listed.length > 0;
  }

  /** Reads the entries, asks what the review knows of them, and looks again when the list grows. */
  async read(signal: AbortSignal): Promise<void> {
    const entries = readEntries(this.doc, this.doc.location.href).slice(0, MOST);
    const listed: ListedWork[] = entries.map((entry) => ({ entry, known: null }));
    this.session.set({ listed, listAt: null });
    if (!listed.length) return;
    try {
      const known = await send('papers/known', { works: entries.map(named) });
      if (!signal.aborted)
        this.session.set({
          listed: listed.map((work, i) => ({ ...work, known: known[i] ?? null })),
        });
    } catch (error) {
      this.fail(error);
    }
  }

  forget(): void {
    if (this.active) this.session.set({ listed: [], listAt: null });
  }

  move(step: 1 | -1): void {
    const { listed, listAt } = this.session.view;
    const next = listAt === null ? (step > 0 ? 0 : listed.length - 1) : listAt + step;
    const work = listed[next];
    if (!work) return;
    dom.scrollIntoView(work.entry.element, { block: 'nearest', behavior: 'instant' });
    this.session.set({ listAt: next });
  }

  /** Puts the entry at hand on the reading list; one that is there stays as it is. */
  async putOnList(): Promise<void> {
    const { listed, listAt } = this.session.view;
    const work = listAt === null ? undefined : listed[listAt];
    if (!work) {
      this.move(1);
      return;
    }
    try {
      const known = await send('papers/list', {
        report: reportOf(work.entry),
      });
      this.session.set({
        problem: null,
        listed: this.session.view.listed.map((w) => (w.entry === work.entry ? { ...w, known } : w)),
      });
    } catch (error) {
      this.fail(error);
    }
  }

  private fail(error: unknown): void {
    if (error instanceof Problem) this.session.set({ problem: error.message });
    else throw error;
  }
}

const named = ({ doi, pmid, title }: ListEntry) => ({ doi, pmid, title: title.slice(0, 5_000) });

/** A list entry as the page report of the paper it names. */
function reportOf(entry: ListEntry): PageReport {
  const fields = {
    doi: entry.doi,
    pmid: entry.pmid,
    title: entry.title.slice(0, 2_000),
    authors: authorsOf(entry.authors),
    year: entry.year,
    containerTitle: entry.containerTitle?.slice(0, 2_000),
    ...(entry.url && { url: entry.url.slice(0, 2_000) }),
  };
  const sources = Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([field]): [string, FieldSource] => [field, 'site']),
  );
  return {
    kind: 'article',
    reasons: ['it stands in a list of papers'],
    representation: 'list',
    // The list's own address would make all its entries one paper.
    url: entry.url?.slice(0, 2_000) ?? 'urn:bearing:listed',
    paper: { ...fields, sources },
    conflicts: [],
  };
}

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
