/**
 * What the background knows of the documents that are open: the reports that each has sent, and the papers whose
 * tags it was shown. In session storage, which is memory that outlives the worker and that page scripts cannot
 * read. Only the worker writes there, so it does not read again what it has read or written. Losing it costs a
 * question: a document whose reports are unknown sends them again. So what is open in a private window is kept in
 * the worker alone, and ends with it.
 */
import { browser } from 'wxt/browser';
import type { PageReport } from '../model';
import { identityOf, sameIdentity } from '../store';

export interface OpenDocument {
  /** What names their papers, no more. The newest is last: it is what the document shows now. */
  reports: PageReport[];
  paperIds: string[];
  /** By which it put works that it lists on the reading list, and took that back. */
  steps?: string[];
}

/** With as long titles and addresses as a report may have, these still fit into session storage (10 MB). */
const MOST_DOCUMENTS = 150;
/** A single-page site changes its report without a new document; one may still be tagging the last but one. */
const MOST_REPORTS = 6;
/** A scite report shows tags of many papers. */
const MOST_PAPERS = 200;
/** Those that a reader takes back one after the other. */
const MOST_STEPS = 20;

const INDEX = 'documents';
const slotOf = (key: string) => `document ${key}`;
const NOTHING: OpenDocument = { reports: [], paperIds: [] };

/** Those in private windows, the newest last. */
const unwritten = new Map<string, OpenDocument>();
/** Those in session storage that this worker has read or written; the newest last. */
const met = new Map<string, OpenDocument>();

/** Forgets what is lost when a worker ends. For tests, each of which starts with a new worker. */
export function forgetMet(): void {
  met.clear();
  unwritten.clear();
}

export async function openDocument(key: string): Promise<OpenDocument> {
  const known = unwritten.get(key) ?? met.get(key);
  if (known) return known;
  const slot = slotOf(key);
  const stored = (await browser.storage.session.get(slot))[slot] as OpenDocument | undefined;
  if (stored) keepIn(met, key, stored);
  return stored ?? NOTHING;
}

/** Adds to what is known of a document. Calls for one document must not overlap: its requests take turns. */
export async function noteDocument(
  key: string,
  {
    report,
    paperIds = [],
    steps = [],
  }: { report?: PageReport; paperIds?: readonly string[]; steps?: readonly string[] },
  inPrivate = false,
): Promise<void> {
  const before = await openDocument(key);
  const others = report ? before.reports.filter((one) => !sameIdentity(one, report)) : [];
  const all = [...(before.steps ?? []), ...steps].slice(-MOST_STEPS);
  const after: OpenDocument = {
    reports: report ? [...others, identityOf(report)].slice(-MOST_REPORTS) : before.reports,
    paperIds: [...new Set([...before.paperIds, ...paperIds])].slice(-MOST_PAPERS),
    ...(all.length && { steps: all }),
  };
  if (JSON.stringify(after) === JSON.stringify(before)) return;
  if (inPrivate) return keepIn(unwritten, key, after);
  await browser.storage.session.set({ [slotOf(key)]: after });
  keepIn(met, key, after);
  if (before !== NOTHING) return;
  indexing = indexing.then(() => index(key)).catch(() => undefined);
  await indexing;
}

function keepIn(memory: Map<string, OpenDocument>, key: string, document: OpenDocument): void {
  memory.delete(key);
  memory.set(key, document);
  const [oldest] = memory.keys();
  if (oldest !== undefined && memory.size > MOST_DOCUMENTS) memory.delete(oldest);
}

let indexing: Promise<void> = Promise.resolve();

/** Remembers that a document has a slot, and frees the oldest slots. */
async function index(key: string): Promise<void> {
  const stored = (await browser.storage.session.get(INDEX))[INDEX] as string[] | undefined;
  const keys = [...(stored ?? []).filter((one) => one !== key), key];
  const old = keys.splice(0, Math.max(0, keys.length - MOST_DOCUMENTS));
  await browser.storage.session.set({ [INDEX]: keys });
  // One of them that is written again gets a place in the index again.
  for (const one of old) met.delete(one);
  if (old.length) await browser.storage.session.remove(old.map(slotOf));
}
