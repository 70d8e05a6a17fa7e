/**
 * Influence by influence the papers and quotes behind each number of the summary. The attributes are what the file is checked
 * by (scripts/verify.mjs): `data-n` is a number as it was counted, `data-papers` and `data-quotes` are how many of them follow,
 * `data-sha256` is the checksum of a quote as it is shown, and of what is sealed (seal.ts).
 */
import { influenceKey } from '../../../codebook/influences';
import { formatPercent, PAPER_STANCES, STANCE_SHAPE, STANCE_WORD, unitCount } from '../../../map';
import { DIRECTIONS, type Evidence, type InfluenceRow } from '../../../map/outputs';
import { grouped, type Tag } from '../../../model';
import { asSentence, webAddress } from '../../../text';
import { noticeWords } from '../../notices';
import { dialsOf } from '../../paper-notes';
import type { ReviewedPaper } from '../../records';
import { sha256Hex } from '../../sha256';
import { plural, shownText } from '../../text';
import { html, joined, type Markup } from './markup';
import { sealed } from './seal';

export interface ReportContext {
  evidence: Evidence;
  papers: ReadonlyMap<string, ReviewedPaper>;
  /** The id of a row's section, by its key. */
  sections: ReadonlyMap<string, string>;
  /** The id of a paper's reference. */
  references: ReadonlyMap<string, string>;
  tags: ReadonlyMap<string, Tag>;
  /** Who looked for an influence in vain: ids of papers, by its key. */
  silent: ReadonlyMap<string, readonly string[]>;
  /** The checksums of all quotes, in their order. */
  sums: string[];
}

/** Where a number of the summary is counted out. */
export const partId = (section: string, part: string): string => `${section}-${part}`;

/** An influence has a section where there is anything to show. */
export const hasSection = (
  { key, tagIds }: InfluenceRow,
  { secondHand }: Evidence,
  silent: ReportContext['silent'],
): boolean =>
  tagIds.length > 0 ||
  (silent.get(key)?.length ?? 0) > 0 ||
  secondHand.some((tag) => influenceKey(tag) === key);

export function influenceMarkup(row: InfluenceRow, context: ReportContext): Markup {
  const { evidence, sections, silent } = context;
  const id = sections.get(row.key) ?? '';
  const { influence, codebook, label } = row.influence;
  const { unit } = evidence.options;
  const groups = groupsOf(row, id, context);
  const quiet = silent.get(row.key) ?? [];
  const under = [codebook.name, row.domain].filter(Boolean).join(': ');
  const counts = `${plural(row.statements, 'statement')}, ${evidence.base ? formatPercent(row.share) : '–'}`;
  const content = html`<details open><summary><h3>${label}</h3> <span class="count">${unitCount(row.n, unit)} of ${evidence.base} · ${counts}</span></summary>
<p class="under">${under}</p>
${influence.definition && html`<p class="definition">${influence.definition}</p>\n`}${directionsMarkup(row, id, groups, context)}${groups.map((group) => groupMarkup(group, row, context))}${
  quiet.length > 0 &&
  html`<p>Looked for, not reported: ${joined(
    quiet.map((one) => paperLink(one, context)),
    ', ',
  )}</p>\n`
}</details>`;
  const attributes = html` class="influence" id="${id}" data-n="${row.n}" data-statements="${row.statements}"`;
  return html`${sealed('section', attributes, content)}\n`;
}

interface Group {
  id: string;
  heading: string;
  /** As it was counted; none where it is not. */
  n?: number;
  tags: readonly Tag[];
}

function groupsOf(row: InfluenceRow, id: string, context: ReportContext): Group[] {
  const tagsOf = (ids: readonly string[]) => ids.flatMap((one) => context.tags.get(one) ?? []);
  const byStance = PAPER_STANCES.map((stance): Group => {
    const { n, tagIds } = row.stances[stance];
    const heading = `${STANCE_SHAPE[stance]} ${asSentence(STANCE_WORD[stance])}`;
    return { id: partId(id, stance), heading, n, tags: tagsOf(tagIds) };
  });
  const counted = new Set(byStance.flatMap(({ tags }) => tags));
  const groups: Group[] = [
    ...byStance,
    {
      ...{ id: partId(id, 'no-site'), heading: 'Without a site, not counted' },
      tags: tagsOf(row.tagIds).filter((tag) => !counted.has(tag)),
    },
    {
      ...{ id: partId(id, 'second-hand'), heading: 'Second-hand, not counted' },
      tags: context.evidence.secondHand.filter((tag) => influenceKey(tag) === row.key),
    },
  ];
  return groups.filter(({ tags }) => tags.length);
}

function paperLink(
  paperId: string,
  { evidence, references }: ReportContext,
  words = evidence.names.reference(paperId),
): Markup {
  const at = references.get(paperId);
  return at ? html`<a href="#${at}">${words}</a>` : html`${words}`;
}

/** The papers by direction: their quotes are below, by stance. */
function directionsMarkup(
  row: InfluenceRow,
  id: string,
  groups: readonly Group[],
  context: ReportContext,
): Markup {
  const first = new Map<string, string>();
  for (const group of groups)
    for (const { paperId } of group.tags)
      if (!first.has(paperId)) first.set(paperId, blockId(group.id, paperId, context));
  const lines = DIRECTIONS.flatMap((direction) => {
    const { n, paperIds } = row.directions[direction];
    if (!n) return [];
    const papers = paperIds.map(
      (paperId) =>
        html`<li><a href="#${first.get(paperId) ?? id}">${context.evidence.names.reference(paperId)}</a></li>`,
    );
    const label = direction === 'unstated' ? 'Direction not stated' : asSentence(direction);
    return [
      html`<div class="direction" id="${partId(id, direction)}" data-n="${n}" data-papers="${papers.length}"><span>${label} (${n}):</span> <ul>${papers}</ul></div>\n`,
    ];
  });
  return html`${lines}`;
}

const blockId = (group: string, paperId: string, { references }: ReportContext): string =>
  `${group}-${references.get(paperId) ?? 'paper'}`;

function groupMarkup(
  { id, heading, n, tags }: Group,
  row: InfluenceRow,
  context: ReportContext,
): Markup {
  const byPaper = grouped(tags, ({ paperId }) => paperId);
  const blocks = context.evidence.names
    .sorted(byPaper.keys())
    .map((paperId) => paperMarkup(paperId, byPaper.get(paperId) ?? [], row, id, context));
  const counted = n === undefined ? '' : html` data-n="${n}"`;
  const shown = n === undefined ? plural(blocks.length, 'paper') : n;
  return html`<section class="group" id="${id}"${counted} data-papers="${blocks.length}"><h4>${heading}: ${shown}</h4>
${blocks}</section>
`;
}

function paperMarkup(
  paperId: string,
  tags: readonly Tag[],
  row: InfluenceRow,
  group: string,
  context: ReportContext,
): Markup {
  const { evidence, papers } = context;
  const paper = papers.get(paperId);
  const marks = paper ? noticeWords(paper.facts) : [];
  const quotes = [...grouped(tags, ({ statementId }) => statementId).values()].flatMap((own) =>
    quoteMarkup(own, row, context),
  );
  const id = blockId(group, paperId, context);
  const [reference, who] = [evidence.names.reference(paperId), evidence.names.authorYear(paperId)];
  const named = reference === who ? who : `${reference}. ${who}`;
  const attributes = html` class="paper" id="${id}" data-paper="${paperId}" data-quotes="${quotes.length}"`;
  const content = html`<h5>${paperLink(paperId, context, named)}${marks.map((word) => html` <strong class="mark">${word}</strong>`)}</h5>
${quotes}`;
  return html`${sealed('article', attributes, content)}\n`;
}

function quoteMarkup(tags: readonly Tag[], row: InfluenceRow, context: ReportContext): Markup[] {
  const { evidence, sums } = context;
  const statement = evidence.statement(tags[0]?.statementId ?? '');
  if (!statement) return [];
  const sum = sha256Hex(shownText(statement.quote));
  sums.push(sum);
  const address = webAddress(statement.targets[0]?.url);
  const place = [statement.section?.title, statement.page ? `p. ${statement.page}` : '']
    .filter(Boolean)
    .join(', ');
  return [
    html`<figure data-statement="${statement.id}" data-sha256="${sum}"><blockquote>${statement.quote}</blockquote><figcaption>${place}${place && address ? ' · ' : ''}${address && html`<a href="${address}" rel="noreferrer">source</a>`}<ul>${tags.map((tag) => tagMarkup(tag, row, evidence))}</ul></figcaption></figure>
`,
  ];
}

function tagMarkup(tag: Tag, row: InfluenceRow, evidence: Evidence): Markup {
  const stance = evidence.stanceOf(tag);
  const isDecided = evidence.isDecided(tag);
  const narrower = influenceKey(tag) === row.key ? undefined : labelOf(tag, evidence);
  const words = [
    `${STANCE_SHAPE[stance]} ${STANCE_WORD[stance]}`,
    ...(isDecided ? ['decided by the coders'] : []),
    ...dialsOf(tag),
    ...(narrower === undefined ? [] : [`tagged as ${narrower}`]),
    `coder: ${evidence.coders.name(tag.coderId)}`,
  ];
  return html`<li data-tag="${tag.id}">${words.join(' · ')}${tag.note.trim() && html`<p class="remark">${tag.note}</p>`}</li>`;
}

function labelOf(tag: Tag, evidence: Evidence): string {
  const key = influenceKey(tag);
  return evidence.rows.find((row) => row.key === key)?.influence.label ?? tag.influenceId;
}
