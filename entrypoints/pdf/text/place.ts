/**
 * Lays the text of a page over its picture: each run of letters where the file paints it, as wide as it paints it. Done
 * for the pages near to what the reader sees; in points, so that zooming moves and scales the parts of pages, and no run.
 */
import type { PageViewport, PDFPageProxy } from 'pdfjs-dist';
import type { PdfItem } from '@/lib/pdf';
import type { Part, Run, TextSurface } from './surface';

/** Where a run is painted, on its page as it is shown, in points. The way of its baseline may be turned. */
export interface Placed {
  run: Run;
  x: number;
  /** Top of its letters. */
  y: number;
  width: number;
  height: number;
  /** Radians clockwise. */
  angle: number;
  family: string;
}

/** Of a font without a kind. Letters are stretched to the width that the file gives them. */
const FAMILY = 'sans-serif';
/** Letters reach so far above the baseline, in parts of their size, as most fonts have it. */
const ASCENT = 0.8;
/** Text is measured in this size, in pixels: larger than any rounding. */
const MEASURED_AT = 64;

/** Widths of text, relative to each other. */
class Ruler {
  private readonly context = new OffscreenCanvas(1, 1).getContext(
    '2d',
  ) as OffscreenCanvasRenderingContext2D;

  constructor(readonly family: string) {
    this.context.font = `${MEASURED_AT}px ${family}`;
    this.context.textRendering = 'geometricPrecision';
  }

  /** In parts of the font's size. */
  width(text: string): number {
    return this.context.measureText(text).width / MEASURED_AT;
  }
}

/** By family, of which pdf.js names three: serif, sans-serif and monospace. */
const rulers = new Map<string, Ruler>();

function rulerOf(family: string): Ruler {
  const known = rulers.get(family);
  if (known) return known;
  const ruler = new Ruler(family);
  rulers.set(family, ruler);
  return ruler;
}

/** A product of two transforms, each as [a, b, c, d, e, f]. */
function times(m: readonly number[], n: readonly number[]): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = m;
  const [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0] = n;
  return [
    ...[a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j],
    ...[a * k + c * l + e, b * k + d * l + f],
  ];
}

/** Where a run is. */
function place(run: Run, item: PdfItem, family: string, viewport: PageViewport): Placed {
  const ruler = rulerOf(family);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = times(viewport.transform, item.transform);
  const height = Math.hypot(c, d);
  const angle = Math.atan2(b, a);
  const all = ruler.width(item.str) || 1;
  const before = run.from ? ruler.width(item.str.slice(0, run.from)) / all : 0;
  const own =
    run.to < item.str.length || run.from ? ruler.width(item.str.slice(run.from, run.to)) / all : 1;
  const along = before * item.width;
  const up = ASCENT * height;
  return {
    ...{ run, height, angle, family, width: own * item.width },
    x: e + along * Math.cos(angle) + up * Math.sin(angle),
    y: f + along * Math.sin(angle) - up * Math.cos(angle),
  };
}

type Laid = Omit<Placed, 'run'> & { element: HTMLElement };

function write({ element, x, y, width, height, angle, family }: Laid): void {
  const { style } = element;
  const natural = rulerOf(family).width(element.textContent ?? '') * height;
  style.left = `${x}px`;
  style.top = `${y}px`;
  style.fontSize = `${height}px`;
  style.fontFamily = family;
  const turn = angle ? `rotate(${angle}rad) ` : '';
  style.transform = `${turn}scaleX(${natural > 0 ? width / natural : 1})`;
}

/**
 * Lays blanks between the runs of a line, so that what is highlighted or selected is so without gaps. At the end of a line
 * they have no width.
 */
function placeBlanks({ blanks }: Part, runs: readonly Placed[]): void {
  for (const { element, behind } of blanks) {
    const last = runs[behind] ?? runs[0];
    if (!last) continue;
    const next = runs[behind + 1];
    const { x, y, width, height, angle, family } = last;
    const end = behind < 0 ? 0 : width;
    const [dx, dy] = [Math.cos(angle), Math.sin(angle)];
    const along = next ? (next.x - x) * dx + (next.y - y) * dy : 0;
    const aside = next ? Math.abs((next.y - y) * dx - (next.x - x) * dy) : height;
    const gap = behind >= 0 && aside < height / 2 ? Math.max(0, along - end) : 0;
    const place = { x: x + end * dx, y: y + end * dy, width: gap };
    write({ element, height, angle, family, ...place });
  }
}

/** Takes back how the text of a part was laid over its page. */
export function unplace({ runs, blanks }: Part): void {
  for (const { element } of [...runs, ...blanks]) element.removeAttribute('style');
}

/** The runs of a page in their places, by the parts that they are of. */
export type PlacedPart = { part: Part; runs: Placed[] };

/** Lays out the text of one page. @param viewport at the scale 1 */
export async function placePage(
  surface: TextSurface,
  page: PDFPageProxy,
  viewport: PageViewport,
): Promise<PlacedPart[]> {
  const parts = surface.partsOf(page.pageNumber - 1);
  if (!parts.length) return [];
  const content = await page.getTextContent({ disableNormalization: true });
  const items = content.items.filter((item): item is typeof item & PdfItem => 'str' in item);
  return parts.map((part) => {
    const runs = part.runs.flatMap((run) => {
      const item = items[run.item];
      if (!item) return [];
      const family = content.styles[item.fontName]?.fontFamily ?? FAMILY;
      return [place(run, item, family, viewport)];
    });
    for (const one of runs) write({ ...one, element: one.run.element });
    // One run that is missing would give each blank behind it another's place.
    if (runs.length === part.runs.length) placeBlanks(part, runs);
    return { part, runs };
  });
}

/** The letter of a run that is nearest to a place along its baseline, in points: how many letters are before it. */
export function lettersBefore(run: Placed, along: number): number {
  const ruler = rulerOf(run.family);
  const text = run.run.element.textContent ?? '';
  const all = ruler.width(text) || 1;
  const wanted = (along / (run.width || 1)) * all;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const left = ruler.width(text.slice(0, middle));
    const right = ruler.width(text.slice(0, middle + 1));
    if ((left + right) / 2 <= wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
