/** The same paper as a web page and as a PDF: what was tagged on one is found on the other, and other words are not. */
import { afterEach, expect, test } from 'vitest';
import { commands } from 'vitest/browser';
import ARTICLE from '../fixtures/pdf/article.html?raw';
import { MEANING_EDITS } from '../support/anchor-meaning';
import { NO_CORPUS } from '../support/no-corpus';
import {
  chooseAll,
  type Judged,
  judgeAll,
  type Show,
  showJats,
  showPdf,
  showSaved,
} from '../support/pdf-pairs';
import { seeded } from '../support/random';
import { type Piece, setInColumns } from '../support/set-pdf';
import { writePdf } from '../support/write-pdf';

afterEach(() => document.body.replaceChildren());

/** Sentences of one representation, looked for on the other. */
function judged(from: Show, to: Show): Judged[] {
  const chosen = chooseAll(from());
  return judgeAll(chosen, to());
}

const share = (part: readonly Judged[], all: readonly Judged[]): string =>
  `${part.length}/${all.length} (${((100 * part.length) / Math.max(1, all.length)).toFixed(1)} %)`;

const there = (all: readonly Judged[]) => all.filter(({ isThere }) => isThere);
const found = (all: readonly Judged[]) => there(all).filter(({ isFound }) => isFound);
const wrong = (all: readonly Judged[]) => all.filter(({ isWrong }) => isWrong);

/** A row of the printed table. */
const row = (name: string, all: readonly Judged[]): string =>
  `${name}: ${all.length} sentences, there ${share(there(all), all)}, found ${share(found(all), there(all))}, ` +
  `on wrong words ${wrong(all).length}`;

/** What went wrong, readable in a failed assertion. */
const told = (all: readonly Judged[]): string[] =>
  all.map(({ outcome, quote, got, diff }) => {
    const other = diff.filter(({ op }) => op !== 'same');
    return `${outcome}: ${quote}\n  -> ${got}\n  ${JSON.stringify(other)}`;
  });

const missed = (all: readonly Judged[]) => there(all).filter(({ isFound }) => !isFound);

const pairs = await commands.pdfPairs();

test.skipIf(!pairs.length)(
  `the given pairs${pairs.length ? '' : `: ${NO_CORPUS}`}`,
  async () => {
    const toPdf: Judged[] = [];
    const toPage: Judged[] = [];
    const rows: string[] = [];
    for (const pair of pairs) {
      const { page, pdf } = await commands.pdfPair(pair);
      const html: Show = () => (pair.page.endsWith('.xml') ? showJats(page) : showSaved(page));
      const file: Show = () => showPdf(pdf);
      const there = judged(html, file);
      const back = judged(file, html);
      rows.push(row(`${pair.name} -> PDF`, there), row(`PDF -> ${pair.name}`, back));
      toPdf.push(...there);
      toPage.push(...back);
    }
    console.log([...rows, row('all to PDF', toPdf), row('all to page', toPage)].join('\n'));
    expect(pairs.length).toBeGreaterThanOrEqual(5);
    for (const all of [toPdf, toPage]) {
      expect(told(wrong(all))).toEqual([]);
      expect(there(all).length).toBeGreaterThanOrEqual(400);
      expect(
        found(all).length / there(all).length,
        told(missed(all)).join('\n'),
      ).toBeGreaterThanOrEqual(0.97);
    }
  },
  120_000,
);

const KINDS: Record<string, Piece['kind']> = { H1: 'title', H2: 'heading', P: 'text', LI: 'entry' };

/** A page of ours as a publisher would print it. */
function piecesOf(html: string): Piece[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.querySelectorAll('h1, h2, p, li')].map((one) => {
    const kind = one.className === 'authors' ? 'authors' : (KINDS[one.tagName] as Piece['kind']);
    const number =
      one.tagName === 'LI'
        ? `${[...(one.parentElement as Element).children].indexOf(one) + 1}. `
        : '';
    return { kind, text: number + (one.textContent ?? '').replace(/\s+/g, ' ').trim() };
  });
}

/** The same as a PDF, as pdf.js reads it. */
function printed(html: string) {
  const bytes = writePdf({ pages: setInColumns(piecesOf(html), 'Ostrander et al.: Reminders') });
  return commands.loadPdf(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

test('an article of ours: every sentence is found both ways, at its words', async () => {
  const pdf = await printed(ARTICLE);
  const cut = pdf.pages.flatMap(({ items }) => items.filter(({ str }) => /[a-z]-$/.test(str)));
  expect(cut.length, 'words over the ends of lines').toBeGreaterThan(40);
  const toPdf = judged(
    () => showSaved(ARTICLE),
    () => showPdf(pdf),
  );
  const toPage = judged(
    () => showPdf(pdf),
    () => showSaved(ARTICLE),
  );
  console.log([row('ours -> PDF', toPdf), row('PDF -> ours', toPage)].join('\n'));
  for (const all of [toPdf, toPage]) {
    expect(all.length).toBeGreaterThan(90);
    expect(told(wrong(all))).toEqual([]);
    expect(told(all.filter(({ isFound, isThere }) => !isFound || !isThere))).toEqual([]);
  }
});

test('what an article of ours says otherwise is not found, and the judge sees other words', async () => {
  const pdf = await printed(ARTICLE);
  const random = seeded(14);
  const changed = new Map<string, string>();
  const edited = ARTICLE.split('\n').map((line) => {
    if (line.includes('<')) return line;
    const from = Math.floor(random() * MEANING_EDITS.length);
    const edits = [...MEANING_EDITS.slice(from), ...MEANING_EDITS.slice(0, from)];
    const other = edits.map(({ change }) => change(line, random)).find((one) => one) ?? line;
    if (other !== line) changed.set(line, other);
    return other;
  });
  expect(changed.size).toBeGreaterThan(20);
  const all = judged(
    () => showPdf(pdf),
    () => showSaved(edited.join('\n')),
  );
  expect(told(all.filter(({ quote, isFound }) => changed.has(quote) && isFound))).toEqual([]);
  const chosen = chooseAll(showPdf(pdf));
  const others = [...chosen.slice(1), ...chosen.slice(0, 1)];
  const misjudged = chosen.map((one, i) => ({ ...one, words: (others[i] as typeof one).words }));
  expect(wrong(judgeAll(misjudged, showSaved(ARTICLE)))).toHaveLength(chosen.length);
});
