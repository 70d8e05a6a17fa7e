/** Which paper the reader shows, for tagging mode and for whoever asks the tab: that of the file, once it has been read. */
import type { PageNow, PageReport } from '@/lib/model';
import type { ShownContent, ShownPage } from '@/lib/page/types';
import type { PdfReading } from '@/lib/pdf';

/** The address of a file that has none of its own: it is known by its fingerprint, and its path is stored nowhere. */
export const localAddress = (fingerprint: string): string => `urn:bearing:pdf:${fingerprint}`;

export interface Identified {
  /** Null for a file of the reader's own machine. */
  url: string | null;
  fingerprint: string;
  /** For a file that prints none. */
  title: string;
}

/** The report of a file. */
export function reportOf(reading: PdfReading, { url, fingerprint, title }: Identified): PageReport {
  const { kind, paper, conflicts } = reading;
  const address = url ?? localAddress(fingerprint);
  const facts = paper ?? { authors: [], sources: {} };
  const known = facts.doi ?? facts.pmid ?? facts.pmcid ?? facts.arxiv;
  return {
    kind: kind === 'none' ? 'none' : 'article',
    reasons: ['a PDF, opened in the reader'],
    representation: 'pdf',
    url: address,
    paper: {
      ...facts,
      ...(!facts.title && { title, sources: { ...facts.sources, title: 'pdf' as const } }),
      ...(url && { url }),
      // What has an identifier or an address is known by that; a server may make a file anew for each reader.
      ...(!known && !url && { fingerprint }),
    },
    conflicts,
  };
}

/** The report of a tab in which no file is open: none has been chosen, or it cannot be shown. */
export const nothingShown = (url: string): PageReport => ({
  kind: 'none',
  reasons: ['no PDF is open in the reader'],
  representation: 'pdf',
  url,
  paper: null,
  conflicts: [],
});

type Listener = (now: PageNow, restored: boolean) => void;

export class ShownFile implements ShownPage {
  private content: ShownContent | null = null;
  private readonly listeners = new Set<Listener>();
  private files = 0;

  /** @param root the element whose text is the file's */
  constructor(
    private readonly address: string,
    private readonly root: Node,
  ) {}

  now(): PageNow {
    return this.content
      ? { state: 'read', ...this.content }
      : { state: 'loading', address: this.address };
  }

  set(report: PageReport, title: string): void {
    this.files += 1;
    this.content = { id: `pdf-${this.files}`, report, title };
    this.tell();
  }

  /** Another file is being opened. */
  clear(): void {
    if (!this.content) return;
    this.content = null;
    this.tell();
  }

  private tell(): void {
    for (const listener of this.listeners) listener(this.now(), false);
  }

  subscribe(listener: Listener, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener));
  }

  contentAt(places: readonly Node[]): ShownContent | null {
    return places.every((one) => this.root.contains(one)) ? this.content : null;
  }
}
