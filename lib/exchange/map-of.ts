/** The evidence map of what is exported, so that files count exactly as the screen does. */
import { booksInUse, influenceKey, influencesOf } from '../codebook';
import {
  buildMap,
  DEFAULT_MAP_OPTIONS,
  type EvidenceMap,
  influencesToCount,
  type MapRow,
  methodsLine,
  rolledUpOptions,
} from '../map';
import { type Codebook, CoderIndex, sameVersion } from '../model';
import type { ExportData, ExportOptions } from './types';

/** The map as the screen shows it: where a codebook has broader influences, they count what is under them. */
export const rolledMapOf = (data: ExportData, options: ExportOptions = {}): EvidenceMap => {
  const input = inputOf(data);
  return buildMap(input, rolledUpOptions(options.map ?? DEFAULT_MAP_OPTIONS, input.influences));
};

/** What is under a broader influence counts apart from it. */
export const mapOf = (data: ExportData, options: ExportOptions = {}): EvidenceMap =>
  buildMap(inputOf(data), options.map ?? DEFAULT_MAP_OPTIONS);

/** Counted from the tags: an export never trusts the sheets. */
const inputOf = (data: ExportData) => ({
  reviewId: data.review.id,
  reviewPapers: data.reviewPapers,
  familyMembers: data.familyMembers,
  tags: data.tags,
  statements: data.statements,
  assessments: data.assessments,
  decisions: data.decisions,
  coders: data.coders,
  influences: influencesToCount(influencesOf(data.codebooks)),
});

export function methodsOf(map: EvidenceMap, data: ExportData, options: ExportOptions = {}): string {
  return methodsLine(map, {
    reviewName: data.review.name,
    codebooks: codebooksInUse(map.rows, data),
    coders: codersOf(map, data, options.map?.coder),
    ...(options.tags && { only: options.tags.words }),
    ...(options.at === undefined ? {} : { at: options.at }),
  });
}

/** Whose tags are counted, by name: given where there are several coders, or one was chosen. */
function codersOf(map: EvidenceMap, { coders }: ExportData, chosen: string | undefined): string[] {
  if (chosen !== undefined) return [new CoderIndex(coders).name(chosen)];
  return map.coders.length > 1 ? map.coders.map(({ name }) => name) : [];
}

/** The review's own choice of codebooks, then any other version that a counted tag was made under. */
function codebooksInUse(rows: readonly MapRow[], data: ExportData) {
  const counted = new Set(rows.filter((row) => row.n > 0).map((row) => row.key));
  const isCounted = (book: Codebook) =>
    data.tags.some(
      (tag) =>
        tag.reviewId === data.review.id &&
        sameVersion(book, { id: tag.codebookId, version: tag.codebookVersion }) &&
        counted.has(influenceKey(tag)),
    );
  const own = booksInUse(data.review, data.codebooks);
  return [...own, ...data.codebooks.filter((book) => !own.includes(book) && isCounted(book))];
}
