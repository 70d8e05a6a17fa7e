/** What is behind a row of the map: the papers that it counts, and those that bear its tags and are not counted. Pure. */
import type { Linked } from '@/lib/codebook';
import { Decided, type EvidenceMap, type MapRow, NOT_ABOUT_IT } from '@/lib/map';
import {
  grouped,
  type InfluenceRef,
  type Paper,
  type ReviewPaper,
  type Statement,
  StudyFamilies,
  type Tag,
} from '@/lib/model';
import type { TaggedWith } from '@/lib/store';

export interface PaperBehind {
  paper: Paper;
  /** `links`: by which the tag's influence counts in the row, of a map that is seen through another codebook. */
  tagged: {
    tag: Tag;
    statement: Statement;
    links: readonly Linked[];
    /** What it counts as, where coders decided on something else than its own stance. */
    decided?: string;
  }[];
}

export interface BehindRow {
  /** Each once in n, as the row counts: papers one by one, or the counted papers of one study together. */
  counted: PaperBehind[][];
  /** The others, each with the reason. */
  apart: (PaperBehind & { why: string })[];
}

/** Of a map that is seen through another codebook: the links by which tags of an influence count in the row. */
export type LinksOf = (ref: InfluenceRef) => readonly Linked[];

type Counting = Pick<EvidenceMap, 'paperIds' | 'options'>;

/**
 * Papers with most tags first; a tag whose statement or paper is gone is left out.
 * @param data of the influences that count in the row
 * @param counts ids of the papers that the row counts
 */
export function behindRow(
  data: TaggedWith,
  row: Pick<MapRow, 'unit'>,
  map: Counting,
  counts: ReadonlySet<string>,
  linksOf: LinksOf = () => [],
): BehindRow {
  const papers = papersTagged(data, linksOf);
  const families = new StudyFamilies(data.reviewPapers, data.familyMembers);
  const unitOf = ({ paper: { id } }: PaperBehind) =>
    row.unit === 'families' ? families.nameOf(id) : id;
  const places = new Map(data.reviewPapers.map((place) => [place.paperId, place]));
  const inN = new Set(map.paperIds);
  const why = ({ paper: { id }, tagged }: PaperBehind) => {
    const isOut = tagged.every((one) => one.decided === NOT_ABOUT_IT);
    return whyNot(places.get(id), inN.has(id), map, isOut);
  };
  const isCounted = ({ paper }: PaperBehind) => counts.has(paper.id);
  return {
    counted: [...grouped(papers.filter(isCounted), unitOf).values()],
    apart: papers.filter((one) => !isCounted(one)).map((one) => ({ ...one, why: why(one) })),
  };
}

function papersTagged(data: TaggedWith, linksOf: LinksOf): PaperBehind[] {
  const statements = new Map(data.statements.map((s) => [s.id, s]));
  const papers = new Map(data.papers.map((p) => [p.id, p]));
  const found = new Map<string, PaperBehind>();
  const decided = new Decided(data.decisions, 'papers');
  for (const tag of data.tags) {
    const paper = papers.get(tag.paperId);
    const statement = statements.get(tag.statementId);
    if (!paper || !statement) continue;
    const one = found.get(paper.id) ?? { paper, tagged: [] };
    const word = decided.wordOn(tag);
    one.tagged.push({ tag, statement, links: linksOf(tag), ...(word && { decided: word }) });
    found.set(paper.id, one);
  }
  return [...found.values()].sort((a, b) => b.tagged.length - a.tagged.length);
}

const NOT_IN_N = {
  included: 'not marked included',
  read: 'not marked read',
  all: 'not in N',
  tagged: 'not in N',
} as const;

function whyNot(
  place: ReviewPaper | undefined,
  isInN: boolean,
  { options }: Counting,
  isOut: boolean,
): string {
  if (!place) return 'not on the reading list';
  if (place.eligibility === 'excluded')
    return place.exclusionReason ? `excluded: ${place.exclusionReason}` : 'excluded';
  if (isOut) return 'coders decided that it is not about this influence';
  return isInN ? 'second-hand statements only' : NOT_IN_N[options.denominator];
}
