/**
 * A review as one page of HTML that needs nothing else: no script, no network, no other file. What is counted leads to its
 * quotes. `npm run verify` reads such a file again, and reports what in it was changed.
 */
import { influenceKey, influencesOf } from '../../codebook';
import { attentionNoteLong } from '../../map';
import {
  type Evidence,
  type InfluenceRow,
  influenceRows,
  OUTPUTS,
  type OutputTable,
} from '../../map/outputs';
import { grouped } from '../../model';
import { type CitationStyle, doiUrl } from '../../text';
import { evidenceOf } from '../evidence-of';
import { hasRatings } from '../has-ratings';
import { methodsOf, rolledMapOf } from '../map-of';
import { noticeText } from '../notices';
import { type ReviewedPaper, reviewedPapers } from '../records';
import { referenceIn } from '../reference';
import { sha256Base64, sha256Hex } from '../sha256';
import type { Chosen, Format } from '../types';
import { barMarkup, legendMarkup, PATTERNS } from './report/bars';
import { hasSection, influenceMarkup, partId, type ReportContext } from './report/influences';
import { html, joined, type Markup } from './report/markup';
import { sealed, sealedPage } from './report/seal';
import { STYLE } from './report/style';
import { type Drawing, tableMarkup } from './report/tables';

/** No request, no script, no form; of styles the one in the file. */
const POLICY = `default-src 'none'; style-src 'sha256-${sha256Base64(STYLE)}'; base-uri 'none'; form-action 'none'`;

export const reportHtml: Format = {
  id: 'report-html',
  of: 'counts',
  label: 'Report (HTML)',
  hint: 'One page on which each number leads to its quotes, for readers without Bearing: offline, printable, to be checked by npm run verify.',
  extension: 'html',
  mime: 'text/html;charset=utf-8',
  cannotCarry: [
    'machines',
    'abstracts',
    'languages',
    'publishers',
    'keywords',
    'paperNotes',
    'labels',
    'findings',
  ],
  write(data, options = {}) {
    const evidence = evidenceOf(data, options);
    const { name, question } = data.review;
    const rows = influenceRows(evidence);
    const papers = reviewedPapers(data);
    const context = contextOf(evidence, rows, papers);
    const methods = methodsOf(rolledMapOf(data, options), data, options);
    const quotes = rows
      .filter((row) => context.sections.has(row.key))
      .map((row) => influenceMarkup(row, context));
    const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Bearing report 2">
<title>${name}</title>
`;
    const header = html`<h1>${name}</h1>
${question.trim() && html`<p class="question">${question}</p>\n`}<p class="methods">${methods}</p>
${noticesMarkup(papers, context)}`;
    const head = html`${sealed('header', html``, header)}
<nav aria-label="Contents"><ul>${Object.entries(CONTENTS).map(([id, label]) => html`<li><a href="#${id}">${label}</a></li>`)}</ul></nav>
`;
    const { summary, others } = tablesOf(evidence, rows, context);
    const main = html`<main data-unit="${evidence.options.unit}" data-base="${evidence.base}" data-papers="${papers.length}" data-quotes="${context.sums.length}" data-sha256="${sha256Hex(context.sums.join(''))}">
${part('summary', summary)}${part('influences', quotes.length ? html`${quotes}` : html`<p>Nothing is tagged yet.</p>\n`)}${part('papers', html`${others}`)}${part('codebook', codebookMarkup(data))}${part('references', referencesMarkup(papers, context, options.style))}${part(
  'counting',
  html`<p class="methods">${methods}</p>
<p class="methods">${attentionNoteLong(evidence.options.unit)}</p>
<p class="methods">Each quote and each section carries its checksum (SHA-256), and each number the quotes that it counts: Bearing’s “npm run verify” reports what in this file was changed. It is not a signature: a file whose checksums were all written anew is another report.</p>
`,
)}</main>
`;
    // The style is put in as it is: what a page escapes, a style would show.
    return sealedPage((sum) => {
      const foot = html`<footer><p class="methods">Checksum of this page: <code>${sum}</code></p></footer>\n`;
      return `${page.text}<style>${STYLE}</style>\n</head>\n<body>\n${PATTERNS.text}\n${head.text}${main.text}${foot.text}</body>\n</html>\n`;
    });
  },
};

const CONTENTS = {
  summary: 'Summary',
  influences: 'Influences with their quotes',
  papers: 'Papers',
  codebook: 'Codebook',
  references: 'References',
  counting: 'How it was counted',
} as const;

const part = (id: keyof typeof CONTENTS, content: Markup): Markup =>
  html`${sealed('section', html``, html`<h2 id="${id}">${CONTENTS[id]}</h2>\n${content}`)}\n`;

function contextOf(
  evidence: Evidence,
  rows: readonly InfluenceRow[],
  papers: readonly ReviewedPaper[],
): ReportContext {
  const inScope = new Set(evidence.paperIds);
  const assessed = evidence.records.assessments.filter(
    (one) => evidence.isByWhom(one) && inScope.has(one.paperId),
  );
  const found = new Map(rows.map(({ key, paperIds }) => [key, new Set(paperIds)]));
  const silent = new Map(
    [...grouped(assessed, influenceKey)].map(([key, all]) => [
      key,
      evidence.names
        .sorted(all.map(({ paperId }) => paperId))
        .filter((id) => !found.get(key)?.has(id)),
    ]),
  );
  const shown = rows.filter((row) => hasSection(row, evidence, silent));
  return {
    ...{ evidence, silent, sums: [] },
    papers: new Map(papers.map((paper) => [paper.id, paper])),
    sections: new Map(shown.map(({ key }, i) => [key, `influence-${i + 1}`])),
    references: new Map(papers.map(({ id }, i) => [id, `reference-${i + 1}`])),
    tags: new Map(evidence.tags.map((tag) => [tag.id, tag])),
  };
}

/** What a column of the summary counts, as a part of an influence's section; the whole section for the others. */
const PARTS = new Set(
  ['supporting', 'mixed', 'contrasting', 'mentioning', 'differ'].concat(
    ...['barrier', 'facilitator', 'both', 'unstated'],
  ),
);
/** What it counts of the whole section. */
const COUNTED = new Set(['n', 'share', 'statements']);

function tablesOf(
  evidence: Evidence,
  rows: readonly InfluenceRow[],
  { sections, references }: ReportContext,
): { summary: Markup; others: Markup[] } {
  const built = (id: string): OutputTable | undefined =>
    OUTPUTS.find((one) => one.id === id)?.build(evidence);
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const at = (key: string, column: string): string | undefined => {
    const section = sections.get(key);
    if (section === undefined || column === 'published' || column === 'interval') return undefined;
    return PARTS.has(column) ? partId(section, column) : section;
  };
  const linked: Drawing = {
    content: ({ id }, column, { text, tagIds }) => {
      const place = at(id, column.id);
      const isCounted = column.id === 'influence' || (tagIds?.length ?? 0) > 0;
      return place !== undefined && isCounted ? html`<a href="#${place}">${text}</a>` : undefined;
    },
    countedAt: ({ id }, { id: column }) => {
      const number = column === 'statements' || column === 'share' ? column : 'n';
      const place = at(id, column);
      const isCount = COUNTED.has(column) || PARTS.has(column);
      return place !== undefined && isCount ? [place, number] : undefined;
    },
    figure: {
      ...{ after: 'share', label: 'By stance' },
      draw: ({ id }) => {
        const row = byKey.get(id);
        return row ? barMarkup(row, evidence.base) : html``;
      },
    },
  };
  const toReference: Drawing = {
    content: (_, { id }, { text, paperIds = [] }) => {
      const [only, ...more] = paperIds;
      const place = only !== undefined && !more.length ? references.get(only) : undefined;
      return place !== undefined && id !== 'number'
        ? html`<a href="#${place}">${text}</a>`
        : undefined;
    },
  };
  const table = (id: string, drawing?: Drawing): Markup => {
    const one = built(id);
    return one?.rows.length ? tableMarkup(one, `table-${id}`, drawing) : html``;
  };
  return {
    summary: html`${table('influence-summary', linked)}${legendMarkup(rows)}`,
    others: [
      table('characteristics', toReference),
      ...(hasRatings(evidence) ? [table('ratings')] : []),
      table('memos', toReference),
    ],
  };
}

function noticesMarkup(papers: readonly ReviewedPaper[], context: ReportContext): Markup {
  const marked = papers.filter(({ facts }) => facts.notices?.length);
  if (!marked.length) return html``;
  const items = marked.map(
    ({ id, facts }) =>
      html`<li><a href="#${context.references.get(id)}">${context.evidence.names.authorYear(id)}</a>: ${noticeText(facts)}</li>`,
  );
  return html`<section class="notices" aria-label="Notices"><ul>${items}</ul></section>\n`;
}

function referencesMarkup(
  papers: readonly ReviewedPaper[],
  context: ReportContext,
  style: CitationStyle | undefined,
): Markup {
  const { names } = context.evidence;
  const isOut = ({ listed }: ReviewedPaper) => listed?.eligibility === 'excluded';
  const list = (these: readonly ReviewedPaper[]) =>
    html`<ol class="references">${these.map((paper) => referenceMarkup(paper, context, style))}</ol>\n`;
  const kept = papers.filter((paper) => !isOut(paper));
  const order = new Map(names.sorted(kept.map(({ id }) => id)).map((id, i) => [id, i]));
  kept.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
  const out = papers.filter(isOut);
  return html`${list(kept)}${out.length > 0 && html`<h3>Excluded papers</h3>\n${list(out)}`}`;
}

function referenceMarkup(
  paper: ReviewedPaper,
  { evidence, references }: ReportContext,
  style: CitationStyle | undefined,
): Markup {
  const { id, facts, listed, study } = paper;
  const number = evidence.names.numberOf(id);
  const reference = referenceIn(paper, style).map(({ text, isItalic, address }) => {
    const words = isItalic ? html`<cite>${text}</cite>` : html`${text}`;
    return address ? html`<a href="${address}" rel="noreferrer">${words}</a>` : words;
  });
  const notice = noticeText(facts);
  const more = [
    facts.pmid && `PMID ${facts.pmid}`,
    facts.preprintOf && `Preprint of ${doiUrl(facts.preprintOf)}`,
    study && `Companion of ${study.others.join('; ')}`,
    listed?.eligibility === 'excluded' &&
      listed.exclusionReason &&
      `Reason for exclusion: ${listed.exclusionReason}`,
  ].filter((part) => typeof part === 'string' && part);
  return html`<li id="${references.get(id)}" data-reference="${id}">${Number.isFinite(number) && `${number}. `}${reference}${notice && html` <strong class="mark">${notice}</strong>`}${more.length > 0 && html`<span class="more">${more.join(' · ')}</span>`}</li>
`;
}

function codebookMarkup({ codebooks }: Chosen): Markup {
  const books = grouped(influencesOf(codebooks).everyVersion, ({ codebook }) => codebook);
  return html`${[...books].map(([book, influences]) => {
    const { source } = book;
    const cited = joined(
      [
        html`${source.citation}`,
        ...(source.doi
          ? [html`<a href="${doiUrl(source.doi)}" rel="noreferrer">${doiUrl(source.doi)}</a>`]
          : []),
      ],
      ' ',
    );
    const entries = influences.map(
      ({ influence, label }) =>
        html`<dt>${label}</dt>${[
          influence.definition,
          influence.include && `Include: ${influence.include}`,
          influence.exclude && `Exclude: ${influence.exclude}`,
        ].map((text) => (text ? html`<dd>${text}</dd>` : html``))}\n`,
    );
    return html`<details open><summary><h3>${book.name}</h3> <span class="count">version ${book.version}</span></summary>
<p class="note">${cited}</p>
${book.notice && html`<p class="note">${book.notice}</p>\n`}${book.missing && html`<p class="note">${book.missing}</p>\n`}<dl>${entries}</dl></details>
`;
  })}`;
}
