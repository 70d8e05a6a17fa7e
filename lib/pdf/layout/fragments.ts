/**
 * Items as they lie on the page that a reader sees: upright, x to the right and y downwards from the top left corner,
 * in points. Text that runs in another direction than the page's is set apart, and text that is painted twice (shadows,
 * bold made by repeating) is taken once.
 */
import type { PdfPage } from '../source/types';

export interface Fragment {
  /** The item's place among those of its page. */
  item: number;
  text: string;
  x0: number;
  x1: number;
  /** y of the baseline. */
  base: number;
  /** Height of the font, in points. */
  size: number;
  font: string;
}

export interface PageFragments {
  width: number;
  height: number;
  /** In the direction in which the page is read. */
  upright: Fragment[];
  /** In any other direction, as items of the page. */
  turned: number[];
}

/** Letters lean so much (as the tangent of the angle) where a scan is crooked; more is another direction. */
const CROOKED = 0.05;
/** A page is read in another direction if so many times more of its text runs in that. */
const SIDEWAYS = 3;
/** Copies of one text lie at most so far from each other, in parts of its size. */
const SAME_PLACE = 0.2;
/** No font of running text is smaller: such text is there for machines. */
const SMALLEST = 1;

/** Quarter turns clockwise by which the text of an item is read: 0 to 3, or none for slanted text. */
function quarter(transform: readonly number[]): number | null {
  const [a = 0, b = 0] = transform;
  if (Math.abs(b) <= CROOKED * Math.abs(a)) return a >= 0 ? 0 : 2;
  if (Math.abs(a) <= CROOKED * Math.abs(b)) return b >= 0 ? 3 : 1;
  return null;
}

/** A point of the page's own space, turned by quarters clockwise, with the corner of the turned page at the origin. */
function turn(x: number, y: number, view: readonly number[], quarters: number): [number, number] {
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  if (quarters === 1) return [y - bottom, x - left];
  if (quarters === 2) return [right - x, y - bottom];
  if (quarters === 3) return [top - y, right - x];
  return [x - left, top - y];
}

/** The items of a page in their places. */
export function pageFragments(page: PdfPage): PageFragments {
  const shares = [0, 0, 0, 0];
  const directions = page.items.map((item) => {
    const direction = quarter(item.transform);
    if (direction !== null) shares[direction] = (shares[direction] ?? 0) + item.str.trim().length;
    return direction;
  });
  // A table that is printed sideways is read sideways: the direction of most of the text is the page's.
  const most = Math.max(...shares);
  const own = most > SIDEWAYS * (shares[0] ?? 0) ? shares.indexOf(most) : 0;
  // Text that runs in direction 1 (down the page) is upright once the page is turned by three quarters.
  const quarters = (4 - own) % 4;
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const sideways = quarters % 2 === 1;
  const out: PageFragments = {
    width: sideways ? top - bottom : right - left,
    height: sideways ? right - left : top - bottom,
    upright: [],
    turned: [],
  };
  const seen = new Map<string, Fragment[]>();
  page.items.forEach((item, index) => {
    if (item.str.trim() === '') return;
    const [, , c = 0, d = 0, e = 0, f = 0] = item.transform;
    const size = Math.hypot(c, d);
    if (directions[index] !== own) out.turned.push(index);
    else if (size >= SMALLEST) {
      const [x0, base] = turn(e, f, page.view, quarters);
      const at = { item: index, text: item.str, x0, x1: x0 + item.width, base, size };
      const fragment = { ...at, font: item.fontName };
      const alike = seen.get(item.str);
      if (alike?.some((one) => isSamePlace(one, fragment))) return;
      if (alike) alike.push(fragment);
      else seen.set(item.str, [fragment]);
      out.upright.push(fragment);
    }
  });
  return out;
}

function isSamePlace(one: Fragment, other: Fragment): boolean {
  const near = SAME_PLACE * Math.min(one.size, other.size);
  return Math.abs(one.x0 - other.x0) < near && Math.abs(one.base - other.base) < near;
}
