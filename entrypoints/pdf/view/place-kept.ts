/** Where the reader was in a file, and how large: kept on this machine by the file's fingerprint, and nowhere else. */
import type { PdfView } from './viewer';

interface Kept {
  page: number;
  /** How far down the page, in parts of its height. */
  down: number;
  scale: number | string;
}

const KEY = 'pdf-places';
/** As many files are remembered; the one that was read longest ago is forgotten first. */
const MOST_FILES = 300;

function read(): [string, Kept][] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

/** Goes where the reader was, and keeps where the reader goes. */
export function keepPlace(view: PdfView, fingerprint: string, signal: AbortSignal): void {
  if (!fingerprint) return;
  const last = read().find(([file]) => file === fingerprint)?.[1];
  const { viewer, container } = view;
  if (last) {
    viewer.currentScaleValue = String(last.scale);
    const page = viewer.getPageView(Math.max(0, last.page - 1))?.div as HTMLElement | undefined;
    if (page) container.scrollTop = page.offsetTop + last.down * page.offsetHeight;
  }
  const keep = () => {
    const { currentPageNumber: page, currentScaleValue } = viewer;
    const div = viewer.getPageView(page - 1)?.div as HTMLElement | undefined;
    if (!div) return;
    const down = (container.scrollTop - div.offsetTop) / (div.offsetHeight || 1);
    const others = read().filter(([file]) => file !== fingerprint);
    const own: [string, Kept] = [fingerprint, { page, down, scale: currentScaleValue }];
    localStorage.setItem(KEY, JSON.stringify([own, ...others].slice(0, MOST_FILES)));
  };
  signal.addEventListener('abort', keep);
  addEventListener('pagehide', keep, { signal });
  document.addEventListener('visibilitychange', keep, { signal });
}
