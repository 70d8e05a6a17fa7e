/**
 * In-text citations in plain paragraphs, against the links that JATS has: precision and recall by style, beside
 * the regular expression that everybody writes first. Ranges count in full on both sides ("1-3" cites three).
 */
import { readFileSync } from 'node:fs';
import { inCorpus } from './corpus.mjs';
import { Samples } from './samples.mjs';

function referencesOf(doc) {
  return doc.refs.map((r, i) => ({
    id: r.id,
    label: String(i + 1),
    text: `${r.authors.join(', ')} (${r.year}) ${r.title}`,
    doi: null,
    pmid: r.pmid || null,
    title: r.title || null,
    year: Number.parseInt(r.year, 10) || null,
    firstAuthor: r.authors[0] ?? null,
    url: null,
    element: null,
  }));
}

/** What the paragraph's own links say, ranges filled in; and the style of each. */
function truth(paragraph, doc) {
  const place = new Map(doc.refs.map((r, i) => [r.id, i]));
  const out = [];
  paragraph.xrefs.forEach((x, i) => {
    const style = x.sup
      ? 'superscript'
      : /^\W*\d{1,3}\W*$/.test(x.text)
        ? 'numeric'
        : 'author-year';
    const previous = paragraph.xrefs[i - 1];
    if (previous && style !== 'author-year') {
      const gap = paragraph.text.slice(previous.end, x.start);
      if (/^[\])\s]*[-–—−][[(\s]*$/.test(gap))
        for (let n = (place.get(previous.rid) ?? 0) + 1; n < (place.get(x.rid) ?? 0); n++)
          out.push({ style, id: doc.refs[n].id });
    }
    out.push({ style, id: x.rid });
  });
  return out;
}

/** Superscript runs as the page's markup would show them. */
function superscripts(paragraph) {
  const out = [];
  for (const x of paragraph.xrefs.filter((one) => one.sup)) {
    const last = out.at(-1);
    if (last && /^[\s,;–—-]*$/.test(paragraph.text.slice(last[1], x.start))) last[1] = x.end;
    else out.push([x.start, x.end]);
  }
  return out;
}

function plainRegex(text, doc) {
  const out = [];
  for (const m of text.matchAll(/\[(\d+(?:\s*[,–-]\s*\d+)*)\]/g))
    for (const part of m[1].split(',')) {
      const [a, b] = part.split(/[–-]/).map(Number);
      for (let n = a; n <= (b ?? a); n++)
        if (doc.refs[n - 1]) out.push({ style: 'numeric', id: doc.refs[n - 1].id });
    }
  for (const m of text.matchAll(
    /\(([A-Z][\w'-]+)(?: et al\.?| (?:and|&) [A-Z][\w'-]+)?,? (\d{4})[a-z]?\)/g,
  )) {
    const hit = doc.refs.find((r) => r.authors[0] === m[1] && r.year.startsWith(m[2]));
    if (hit) out.push({ style: 'author-year', id: hit.id });
  }
  return out;
}

/** Square or round brackets, by which reach more of the list: what page reading decides too. */
function bracketStyle(doc, references, findCitations) {
  const reach = (options) =>
    new Set(
      doc.paragraphs.flatMap((p) =>
        findCitations(p.text, references, { authorYear: false, ...options }).flatMap((c) => c.refs),
      ),
    ).size;
  const square = reach({ brackets: true });
  const round = reach({ brackets: false, parens: true });
  return round > square && round > references.length * 0.5 ? { brackets: false, parens: true } : {};
}

/** The style a document links most of its citations in. */
function styleOf(doc) {
  const count = {};
  for (const p of doc.paragraphs)
    for (const t of truth(p, doc)) count[t.style] = (count[t.style] ?? 0) + 1;
  return Object.entries(count).sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'none';
}

/** How many of the wanted links were given. */
function hits(want, gave) {
  const left = [...want];
  for (const id of gave) {
    const i = left.indexOf(id);
    if (i >= 0) left.splice(i, 1);
  }
  return want.length - left.length;
}

/** The links of all documents by style, beside those that `findCitations` and the plain expression give. */
function countLinks(docs, findCitations) {
  const rows = {};
  for (const doc of docs) {
    const references = referencesOf(doc);
    const brackets = bracketStyle(doc, references, findCitations);
    rows[styleOf(doc)] ??= {
      docs: 0,
      want: 0,
      ours: { hit: 0, gave: 0 },
      plain: { hit: 0, gave: 0 },
    };
    const row = rows[styleOf(doc)];
    row.docs++;
    for (const p of doc.paragraphs) {
      const want = truth(p, doc).map((t) => t.id);
      row.want += want.length;
      const sups = superscripts(p);
      const ours = findCitations(p.text, references, { ...brackets, sups }).flatMap((c) => c.refs);
      const plain = plainRegex(p.text, doc).map((c) => c.id);
      for (const [name, gave] of [
        ['ours', ours],
        ['plain', plain],
      ]) {
        row[name].hit += hits(want, gave);
        row[name].gave += gave.length;
      }
    }
  }
  return rows;
}

const share = (a, b) => (100 * a) / Math.max(1, b);

/** Prints precision and recall by the style of the document; @returns the counts of the project as it is now */
export async function benchCitelinks(sides) {
  const file = inCorpus('citelinks', 'text/citelinks_craft_train.jsonl');
  if (!file) return null;
  const docs = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const samples = new Samples();
  let rows;
  for (const side of sides) {
    new Function(await side.bundle('tests/bench/structure-entry.ts', { minify: true }))();
    rows = countLinks(docs, globalThis.findCitations);
    for (const [style, { want, ours }] of Object.entries(rows))
      samples.add(side, {
        [`${style}: precision, %`]: share(ours.hit, ours.gave),
        [`${style}: recall, %`]: share(ours.hit, want),
      });
  }
  const percent = (a, b) => `${share(a, b).toFixed(1)} %`;
  for (const [style, r] of Object.entries(rows))
    for (const name of ['ours', 'plain'])
      console.log(
        `citelinks: ${style.padEnd(12)} ${String(r.docs).padStart(2)} papers, ${r.want} links; ${name.padEnd(5)} ` +
          `precision ${percent(r[name].hit, r[name].gave)}, recall ${percent(r[name].hit, r.want)}`,
      );
  if (sides.length > 1) samples.print();
  return rows;
}
