/**
 * One opened file, from its address to text that can be tagged: fetched, painted by pdf.js, read in a worker, laid over
 * its pages, and joined with tagging mode. The page's components show its state and call its verbs.
 */

import type { OpenDocument } from '@/lib/pdf';
import { loadPdf, type PdfReading } from '@/lib/pdf';
import { type Opened, openPdf, type Wanted } from './open/open';
import { CannotOpen, problems } from './open/problems';
import { pdfMedium } from './tag/medium';
import { nothingShown, reportOf, ShownFile } from './tag/shown';
import { startTagging } from './tag/start';
import { Find } from './text/find';
import { selectByMouse } from './text/select';
import { TextSurface } from './text/surface';
import { followLinks } from './view/follow-links';
import { keepPlace } from './view/place-kept';
import { PdfView } from './view/viewer';

export interface OutlineItem {
  title: string;
  dest: unknown;
  items: OutlineItem[];
}

export type State =
  | { step: 'nothing' }
  | { step: 'fetching'; share: number | null }
  | { step: 'password'; wrong: boolean; answer: (password: string) => void }
  | { step: 'problem'; problem: CannotOpen }
  | { step: 'open'; text: 'reading' | PdfReading['quality'] | 'failed' };

/** Where the pages and their text are shown. */
export interface Places {
  container: HTMLDivElement;
  pages: HTMLDivElement;
  text: HTMLDivElement;
}

export class Reader {
  state: State = { step: 'nothing' };
  view: PdfView | null = null;
  find: Find | null = null;
  outline: readonly OutlineItem[] = [];
  title = 'PDF';
  private surface: TextSurface | null = null;
  /** Of the file that is open: another one ends it. */
  private life = new AbortController();
  private readonly listeners = new Set<() => void>();
  private readonly tagging: ReturnType<typeof startTagging>;
  private readonly shown: ShownFile;

  constructor(
    private readonly places: Places,
    public wanted: Wanted | null,
  ) {
    const address = wanted && 'url' in wanted ? wanted.url : location.href;
    this.shown = new ShownFile(address, places.text);
    const opened = () =>
      this.surface && this.view ? { surface: this.surface, view: this.view } : null;
    // From the beginning: whoever asks this tab is answered that it is loading.
    this.tagging = startTagging(this.shown, pdfMedium(this.shown, places.text, opened));
    if (!wanted) this.shown.set(nothingShown(address), '');
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private set(state: State): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  readonly isTagging = (): boolean => this.tagging.isOn;

  readonly subscribeTagging = (listener: () => void): (() => void) =>
    this.tagging.subscribe(listener);

  /** The pages are dark now, or light again. */
  repaint(): void {
    this.tagging.repaint();
  }

  toggleTagging(): void {
    this.tagging.toggle();
  }

  /** Opens a file, in the place of the one that is open. */
  async open(wanted: Wanted): Promise<void> {
    this.close();
    this.wanted = wanted;
    const { signal } = this.life;
    this.set({ step: 'fetching', share: null });
    try {
      const opened = await openPdf(
        wanted,
        {
          progress: (share) => this.set({ step: 'fetching', share }),
          password: (wrong) =>
            new Promise((answer) => this.set({ step: 'password', wrong, answer })),
        },
        signal,
      );
      signal.throwIfAborted();
      await this.show(opened, signal);
    } catch (error) {
      if (signal.aborted) return;
      const problem = error instanceof CannotOpen ? error : problems.failed(error);
      this.set({ step: 'problem', problem });
      this.shown.set(nothingShown('url' in wanted ? wanted.url : location.href), '');
    }
  }

  private close(): void {
    this.life.abort();
    this.view?.close();
    this.life = new AbortController();
    this.find?.clear();
    [this.surface, this.view, this.find, this.outline] = [null, null, null, []];
    this.places.text.replaceChildren();
    this.places.pages.replaceChildren();
    this.shown.clear();
  }

  private async show(opened: Opened, signal: AbortSignal): Promise<void> {
    const { document: file, name } = opened;
    const { container, pages } = this.places;
    this.title = name;
    if (!file.numPages) throw problems.damaged('no pages');
    const view = new PdfView(container, pages, file, signal);
    this.view = view;
    const painted = view.whenPainted();
    this.set({ step: 'open', text: 'reading' });
    await view.ready;
    signal.throwIfAborted();
    keepPlace(view, file.fingerprints[0] ?? '', signal);
    const outline = ((await file.getOutline().catch(() => null)) ?? []) as OutlineItem[];
    signal.throwIfAborted();
    this.outline = outline;
    this.set(this.state);
    try {
      // pdf.js has one worker: what is read of all pages would keep the first one waiting.
      await painted;
      await this.read(opened, view, signal);
    } catch (error) {
      if (signal.aborted) return;
      console.error('The text of this PDF could not be read.', error);
      this.set({ step: 'open', text: 'failed' });
      this.shown.set(nothingShown(opened.url ?? location.href), this.title);
    }
  }

  private async read(
    { document: file, url, name }: Opened,
    view: PdfView,
    signal: AbortSignal,
  ): Promise<void> {
    const loaded = await loadPdf(file as unknown as OpenDocument);
    const reading = await readInWorker(loaded, signal);
    const fingerprint = url ? '' : await hashOf(file);
    signal.throwIfAborted();
    const surface = new TextSurface(document, reading);
    this.places.text.append(surface.root);
    this.surface = surface;
    view.setText(surface);
    selectByMouse(
      surface,
      this.places.container,
      (x, y) => view.text?.offsetAt(x, y) ?? null,
      signal,
    );
    followLinks(surface, view, signal);
    this.find = new Find(surface, view);
    const stated = loaded.info.Title?.trim();
    this.title = reading.paper?.title ?? (stated || name);
    // The name of a file of the reader's own is nobody's business, and is not stored.
    const title = stated || (url ? name : 'A PDF without a title');
    const report = reportOf(reading, { url, fingerprint, title });
    this.set({ step: 'open', text: reading.quality });
    this.shown.set(report, reading.paper?.title ?? title);
  }
}

/** What a file of the reader's own is known by: all of its bytes. What a PDF states as its id, others may state as well. */
async function hashOf(file: Opened['document']): Promise<string> {
  const bytes = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new Uint8Array(await file.getData())),
  );
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A worker of its own for each file: what it holds of one is gone when it has answered. */
function readInWorker(file: object, signal: AbortSignal): Promise<PdfReading> {
  const worker = new Worker(new URL('./workers/read.ts', import.meta.url), {
    type: 'module',
    name: 'read',
  });
  return new Promise<PdfReading>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.onmessage = ({ data }: MessageEvent<PdfReading>) => resolve(data);
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(file);
  }).finally(() => worker.terminate());
}
