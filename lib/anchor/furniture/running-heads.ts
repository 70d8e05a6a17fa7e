/**
 * Running heads and page numbers of paged text (a PDF's text layer, a scanned book): lines at the top or the foot of a
 * page that stand there on other pages too. A sentence that goes over the page is torn by them.
 */
import * as dom from '../../dom';
import type { TextIndex } from '../text/text-index';

const PAGE = '.page,[data-page-number],.textLayer,.pf';
/** Lines looked at on either end of a page. */
const LINES = 3;
const LONGEST = 160;
/** Letters of a line that cannot begin two pages by chance. */
const TELLING = 12;

interface Line {
  text: string;
  /** Indices of the line's text nodes. */
  nodes: number[];
  page: number;
}

const known = new WeakMap<TextIndex, ReadonlySet<number>>();

/** Indices of the text nodes that are running heads; none on a page that is not paged. */
export function runningHeads(index: TextIndex): ReadonlySet<number> {
  let heads = known.get(index);
  if (!heads) {
    heads = find(index);
    known.set(index, heads);
  }
  return heads;
}

function find({ tree }: TextIndex): ReadonlySet<number> {
  const heads = new Set<number>();
  const root = tree.nodes[0]?.ownerDocument.body;
  const pages = [...(root ? dom.querySelectorAll(root, PAGE) : [])].filter(
    (page) => !dom.closest(dom.parentElement(page), PAGE),
  );
  if (pages.length < 2 || pages.length > 3_000) return heads;
  const place = new Map<Node, number>(pages.map((page, i) => [page, i]));
  const lines: Line[][] = pages.map(() => []);
  tree.nodes.forEach((node, i) => {
    if (tree.unread[i] || node.data.trim() === '') return;
    let page = dom.closest(node.parentElement, PAGE);
    while (page && !place.has(page)) page = dom.closest(dom.parentElement(page), PAGE);
    if (!page) return;
    const own = lines[place.get(page) as number] as Line[];
    const last = own[own.length - 1];
    if (last && !tree.breaks[i]) {
      last.text += node.data;
      last.nodes.push(i);
    } else own.push({ text: node.data, nodes: [i], page: place.get(page) as number });
  });
  for (const end of [0, 1]) {
    const edges = lines.map((own) =>
      end === 0 ? own.slice(0, LINES) : own.slice(-LINES).reverse(),
    );
    for (const line of repeated(edges)) for (const i of line.nodes) heads.add(i);
  }
  return heads;
}

/** Lines whose words stand at the same end of other pages, and page numbers that count as the pages do. */
function repeated(edges: Line[][]): Line[] {
  const groups = new Map<string, Line[]>();
  for (const own of edges) {
    for (const line of own) {
      const key = line.text.replace(/\d+/g, '#').replace(/\s+/g, '').toLowerCase();
      if (key.length > LONGEST) continue;
      const group = groups.get(key);
      if (group) group.push(line);
      else groups.set(key, [line]);
    }
  }
  const found: Line[] = [];
  for (const [key, group] of groups) {
    const pages = new Set(group.map((line) => line.page));
    if (pages.size < 2) continue;
    if (/\p{L}{3}/u.test(key)) {
      if (pages.size >= 3 || key.length >= TELLING || numbersCount(group)) found.push(...group);
    } else if (key.includes('#') && numbersCount(group)) found.push(...group);
  }
  return found;
}

/** Whether a number in these lines grows by one a page. */
function numbersCount(group: readonly Line[]): boolean {
  const offsets = group.map((line) =>
    (line.text.match(/\d+/g) ?? []).map((digits) => Number(digits) - line.page),
  );
  return (offsets[0] ?? []).some((offset) => offsets.every((others) => others.includes(offset)));
}
