/**
 * The review's papers as RIS, for Zotero, EndNote, Rayyan, Covidence and their like.
 *
 * Written the way their importers really read it: `TY  - ` first, CRLF, no byte order mark, one value a line
 * and no line break within one, one author or keyword a line, no ";" or "--" in a keyword (both split it), the
 * DOI also as an address (Rayyan reads no DO). Each tag is a note (N1) that begins with "Evidence tag: ": Zotero
 * takes "Language: x" at the start of a note for a field and drops the note. Zotero also takes a note that looks
 * like HTML for HTML, so "<" gets a blank after it in notes; the exact quote is in the evidence table.
 */
import type { PaperFacts, ReviewPaper } from '../../model';
import { doiUrl, linkTo } from '../../text';
import { mapOf } from '../map-of';
import { authorName, type ReviewedPaper, reviewedPapers, type TagRow, tagRows } from '../records';
import { RIS_TYPES } from '../ris-types';
import { type InfluenceSummary, summaries } from '../tag-summary';
import { oneLine } from '../text';
import type { Format } from '../types';

export const papersRis: Format = {
  id: 'papers-ris',
  label: 'Papers (RIS)',
  hint: 'The papers with their tags as notes and keywords: for Zotero, EndNote, Rayyan and Covidence.',
  extension: 'ris',
  mime: 'application/x-research-info-systems',
  cannotCarry: ['definitions', 'columns', 'memos', 'coders', 'codebooks', 'notices', 'tagIds'],
  write(data, options) {
    const tags = new Map<string, TagRow[]>();
    for (const row of tagRows(data)) {
      const rows = tags.get(row.paper.id);
      if (rows) rows.push(row);
      else tags.set(row.paper.id, [row]);
    }
    const summary = summaries(mapOf(data, options));
    return reviewedPapers(data)
      .map((paper) => record(paper, tags.get(paper.id) ?? [], summary.get(paper.id) ?? []))
      .join('');
  },
};

function record(
  { facts, listed, study }: ReviewedPaper,
  tags: readonly TagRow[],
  summary: readonly InfluenceSummary[],
): string {
  const [first, last] = pages(facts.page);
  const lines: [string, string | number | undefined][] = [
    ['TY', RIS_TYPES[facts.type ?? ''] ?? (facts.containerTitle ? 'JOUR' : 'GEN')],
    ...facts.authors.map((author): [string, string] => ['AU', authorName(author)]),
    ...(facts.editors ?? []).map((one): [string, string] => ['ED', authorName(one)]),
    ['TI', facts.title],
    ['T2', facts.containerTitle],
    ['PY', facts.year],
    ['VL', facts.volume],
    ['IS', facts.issue],
    ['SP', first],
    ['EP', last],
    ['PB', facts.publisher],
    ['SN', facts.isbn ?? facts.issn ?? (facts.type === 'report' ? facts.number : undefined)],
    ['M1', facts.number],
    ['M3', hasKind(facts) ? facts.genre : undefined],
    ['LA', facts.language],
    ['DO', facts.doi],
    ['UR', facts.doi ? doiUrl(facts.doi) : linkTo(facts.url)],
    ['AN', facts.pmid],
    // Whose number it is: a bare one could be any database's.
    ['DB', facts.pmid && 'PubMed'],
    ['C2', facts.pmcid],
    ['AB', facts.abstract],
    ...keywords(facts, listed, summary).map((word): [string, string] => ['KW', word]),
    ['N1', listed?.exclusionReason && `Evidence map: excluded: ${listed.exclusionReason}`],
    ['N1', facts.status && `Evidence map: ${facts.status}`],
    ['N1', facts.preprintOf && `Evidence map: preprint of ${doiUrl(facts.preprintOf)}`],
    ['N1', study && `Evidence map: companion of: ${study.others.join('; ')}`],
    ...tags.map((row): [string, string] => ['N1', note(row)]),
    ...summary
      .filter((s) => s.notReported && !s.stance)
      .map((s): [string, string] => ['N1', `Evidence map: ${s.label}: looked for, not reported`]),
    // Some programs show one note: what was found goes before what the paper came with.
    ...(listed?.note ?? '').split('\n\n').map((one): [string, string] => ['N1', one]),
  ];
  const text = lines.flatMap(([name, value]) => {
    const clean = oneLine(String(value ?? ''));
    return clean === ''
      ? []
      : [`${name}  - ${name === 'N1' ? clean.replace(/<(?=[a-z/!])/gi, '< ') : clean}`];
  });
  return `${[...text, 'ER  - '].join('\r\n')}\r\n\r\n`;
}

/** Of other types Zotero takes M3 for a DOI. */
const hasKind = ({ type }: PaperFacts) => type === 'thesis' || type === 'report';

/** "101-110" as first and last page; anything else is the first page, unchanged. */
function pages(page: string | undefined): [string | undefined, string | undefined] {
  const range = page?.match(/^\s*([^\s\u2013-]+)\s*[\u2013-]{1,2}\s*([^\s\u2013-]+)\s*$/);
  return range ? [range[1], range[2]] : [page, undefined];
}

function keywords(
  facts: PaperFacts,
  listed: ReviewPaper | undefined,
  summary: readonly InfluenceSummary[],
): string[] {
  const words = [
    ...(facts.keywords ?? []),
    ...(listed ? [`Progress: ${listed.progress}`, `Eligibility: ${listed.eligibility}`] : []),
    ...summary.flatMap(({ label, stance }) =>
      stance ? [`Influence: ${label}`, `${label}: ${stance}`] : [],
    ),
  ];
  const clean = words.map((word) =>
    word
      .replace(/(?:(?<!\s)\s+)?;\s*/g, ', ')
      .replace(/-{2,}/g, '–')
      .trim(),
  );
  return [...new Set(clean)];
}

/** `Evidence tag: [supporting] Training | "the quote" (Results, p. 4) | barrier, strength -2 | coder's note`. */
function note({ tag, statement, label }: TagRow): string {
  const where = [statement.section?.title, statement.page ? `p. ${statement.page}` : '']
    .filter(Boolean)
    .join(', ');
  const dials = [
    tag.direction === 'unstated' ? '' : tag.direction,
    tag.strength === undefined ? '' : `strength ${tag.strength}`,
    tag.basis === 'second-hand' ? 'second-hand' : '',
  ]
    .filter(Boolean)
    .join(', ');
  return [
    `Evidence tag: [${tag.stance}] ${label}`,
    `"${statement.quote}"${where ? ` (${where})` : ''}`,
    dials,
    tag.note,
  ]
    .filter((part) => part.trim() !== '')
    .join(' | ');
}
