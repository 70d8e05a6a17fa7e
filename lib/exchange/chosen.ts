/**
 * What of a review a file is made of: the papers and tags that were chosen, with what is on them. In one place, so that the
 * files of one review agree.
 */
import type { Paper, Tag } from '../model';
import { citationKeys } from './citation-keys';
import type { Chosen, ExportData, ExportOptions, FormatOf } from './types';

/**
 * What is counted keeps its papers whatever is chosen of the tags, as a filtered table does: N is who was looked at. What lists
 * papers or tags has those that were chosen, and no others.
 */
export function chosen(
  data: ExportData,
  { excluded = false, tags: asked, since }: Pick<ExportOptions, 'excluded' | 'tags' | 'since'> = {},
  of: FormatOf = 'papers',
): Chosen {
  // Of all papers: a key is the same whatever is chosen.
  const keys = citationKeys(data);
  const steps: Part[] = [];
  if (!excluded) steps.push(withoutExcluded(data));
  if (asked) steps.push(withTags(data, new Set(asked.ids), of));
  if (since) steps.push(changed(data, since, of));
  return steps.reduce<Chosen>((kept, part) => only(kept, part), { ...data, keys });
}

/** What of a review is kept; all where there is no rule. */
interface Part {
  papers?: (id: string) => boolean;
  tags?: (tag: Tag) => boolean;
}

function withoutExcluded({ review, reviewPapers }: ExportData): Part {
  const out = new Set(
    reviewPapers
      .filter((one) => one.reviewId === review.id && one.eligibility === 'excluded')
      .map(({ paperId }) => paperId),
  );
  return out.size ? { papers: (id) => !out.has(id) } : {};
}

function withTags({ tags }: ExportData, ids: ReadonlySet<string>, of: FormatOf): Part {
  const isChosen = ({ id }: Tag) => ids.has(id);
  if (of === 'codebooks' || of === 'flow') return {};
  if (of === 'counts') return { tags: isChosen };
  const papers = new Set(tags.filter(isChosen).map(({ paperId }) => paperId));
  return { papers: (id) => papers.has(id), tags: isChosen };
}

function changed(data: ExportData, since: NonNullable<ExportOptions['since']>, of: FormatOf): Part {
  if (of !== 'papers' && of !== 'tags') return {};
  // A paper that is new to who reads the file comes with all that is on it.
  if (of === 'papers') return { papers: (id) => since.papers.has(id) };
  const isNew = ({ id, statementId, paperId }: Tag) =>
    since.tags.has(id) || since.statements.has(statementId) || since.places.has(paperId);
  const papers = new Set(data.tags.filter(isNew).map(({ paperId }) => paperId));
  return { papers: (id) => papers.has(id), tags: isNew };
}

/** What is counted out keeps its place among the excluded: their number is part of how the review was counted. */
function only<D extends ExportData>(data: D, { papers, tags }: Part): D {
  if (!papers && !tags) return data;
  const isIn = ({ paperId }: { paperId: string }) => papers?.(paperId) ?? true;
  return {
    ...data,
    ...(papers && {
      papers: data.papers.filter(({ id }: Paper) => papers(id)),
      statements: data.statements.filter(isIn),
      assessments: data.assessments.filter(isIn),
    }),
    tags: data.tags.filter((tag) => isIn(tag) && (tags?.(tag) ?? true)),
  };
}
