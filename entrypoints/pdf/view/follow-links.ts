/**
 * Following links: a citation in the text leads to its entry in the reference list, a link of the file to where the file
 * says. The text lies over the file's own links, so that a citation can be hovered and selected like other words; a click
 * goes through it. The browser's Back leads to where the reader was.
 */
import { entryId, type TextSurface } from '../text/surface';
import type { PdfView } from './viewer';

/** A link of the file under a point. */
function fileLinkAt(x: number, y: number): HTMLAnchorElement | null {
  const under = document.elementsFromPoint(x, y);
  return under.find((one) => one.matches('.annotationLayer a')) as HTMLAnchorElement | null;
}

/** Says with the pointer that a click would follow a link; `pdf.css` has its look. */
const OVER_LINK = 'over-link';

export function followLinks(surface: TextSurface, view: PdfView, signal: AbortSignal): void {
  const { references } = surface.reading.structure;
  const byId = new Map(references.map((one) => [`#${encodeURIComponent(entryId(one.id))}`, one]));
  const { container } = view;

  container.addEventListener(
    'click',
    (event) => {
      if (event.button !== 0 || !document.getSelection()?.isCollapsed) return;
      const own = (event.target as Element).closest<HTMLAnchorElement>('a[data-citation]');
      const entry = own && byId.get(own.getAttribute('href') ?? '');
      if (own) event.preventDefault();
      if (entry) {
        view.leaveMark();
        const range = surface.range(entry.start, entry.end);
        void view.reveal(entry.start, range);
      } else if (surface.root.contains(event.target as Node)) {
        const link = fileLinkAt(event.clientX, event.clientY);
        if (!link) return;
        view.leaveMark();
        link.click();
      }
    },
    { signal },
  );
  container.addEventListener(
    'mousemove',
    ({ target, clientX, clientY, buttons }) => {
      if (buttons || !surface.root.contains(target as Node)) return;
      surface.root.classList.toggle(OVER_LINK, fileLinkAt(clientX, clientY) !== null);
    },
    { signal, passive: true },
  );
}
