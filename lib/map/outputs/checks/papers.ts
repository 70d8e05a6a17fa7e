/** Checks on the papers that are counted. */
import { corrected, grouped, type PaperFacts, type ReviewPaper } from '../../../model';
import { namingTitle } from '../../../text';
import type { Evidence } from '../evidence';
import { OwnColumns } from '../tables/parts';
import { areOf, type Check, ENTREQ, HANDBOOK, haveOf, PRISMA, whereAny } from './types';

const factsOf = (evidence: Evidence, id: string): PaperFacts | undefined => {
  const paper = evidence.paper(id);
  return paper && corrected(paper, paper.readerFields);
};

const listedIn = (evidence: Evidence, test: (one: ReviewPaper) => boolean): string[] => {
  const inScope = new Set(evidence.paperIds);
  return evidence.records.reviewPapers
    .filter((one) => inScope.has(one.paperId) && test(one))
    .map(({ paperId }) => paperId);
};

/** Pairs of counted papers that are not one study family. */
function pairsApart(evidence: Evidence, keyOf: (facts: PaperFacts) => string): string[][] {
  const byKey = grouped(evidence.paperIds, (id) => {
    const facts = factsOf(evidence, id);
    return facts ? keyOf(facts) : '';
  });
  byKey.delete('');
  return [...byKey.values()].filter(
    (ids) => new Set(ids.map((id) => evidence.families.nameOf(id))).size > 1,
  );
}

export const PAPER_CHECKS: readonly Check[] = [
  {
    ...{ id: 'companions', label: 'Companion papers', source: `${HANDBOOK}, 4.6.2` },
    find: (evidence) => {
      if (evidence.options.unit !== 'papers') return [];
      const studies = grouped(evidence.paperIds, (id) => evidence.families.nameOf(id));
      const several = new Set([...studies.values()].filter(({ length }) => length > 1).flat());
      return whereAny(
        evidence.paperIds.filter((id) => several.has(id)),
        (paperIds) => ({
          text: `${areOf(paperIds.length, 'paper')} of a study that other counted papers report too: counted as papers, the study counts several times.`,
          paperIds,
        }),
      );
    },
  },
  {
    ...{ id: 'preprints', label: 'Preprint and article', source: `${HANDBOOK}, 4.6.2` },
    find: (evidence) => {
      const byDoi = new Map(
        evidence.paperIds.flatMap((id) => {
          const doi = factsOf(evidence, id)?.doi;
          return doi ? [[doi, id] as const] : [];
        }),
      );
      return evidence.paperIds.flatMap((id) => {
        const article = byDoi.get(factsOf(evidence, id)?.preprintOf ?? '');
        if (!article || evidence.families.nameOf(article) === evidence.families.nameOf(id))
          return [];
        const text = `${evidence.names.authorYear(id)}: the preprint and its article are both counted, and are not one study family.`;
        return [{ text, paperIds: [id, article] }];
      });
    },
  },
  {
    ...{ id: 'one-title', label: 'One title twice', source: `${PRISMA}, item 16a` },
    find: (evidence) =>
      pairsApart(evidence, ({ title }) => namingTitle(title)).map((paperIds) => ({
        text: `${paperIds.length} counted papers have one title, and are not one study family.`,
        paperIds,
      })),
  },
  {
    ...{ id: 'retracted', label: 'Retracted papers', source: `${HANDBOOK}, 4.4.6` },
    find: (evidence) =>
      whereAny(
        evidence.paperIds.filter((id) =>
          factsOf(evidence, id)?.notices?.some(({ kind }) => kind === 'retraction'),
        ),
        (paperIds) => ({ text: `${areOf(paperIds.length, 'retracted paper')} counted.`, paperIds }),
      ),
  },
  {
    ...{ id: 'concerns', label: 'Expressions of concern', source: `${HANDBOOK}, 4.4.6` },
    find: (evidence) =>
      whereAny(
        evidence.paperIds.filter((id) =>
          factsOf(evidence, id)?.notices?.some(({ kind }) => kind === 'concern'),
        ),
        (paperIds) => ({
          text: `${haveOf(paperIds.length, 'counted paper')} an expression of concern: say in the text how it was dealt with.`,
          paperIds,
        }),
      ),
  },
  {
    ...{ id: 'unread', label: 'Papers never opened', source: `${ENTREQ}, item 14` },
    find: (evidence) => {
      const tagged = new Set(evidence.records.tags.map(({ paperId }) => paperId));
      const unread = listedIn(
        evidence,
        (one) => one.progress === 'to-read' && !tagged.has(one.paperId),
      );
      return whereAny(unread, (paperIds) => ({
        text: `${areOf(paperIds.length, 'paper')} in N and still to be read: shares are lower than what was read supports.`,
        paperIds,
      }));
    },
  },
  {
    ...{ id: 'undecided', label: 'Undecided papers', source: `${PRISMA}, item 16a` },
    find: (evidence) => {
      const isDecided = evidence.records.reviewPapers.some(
        ({ eligibility }) => eligibility === 'included',
      );
      const undecided = listedIn(evidence, ({ eligibility }) => eligibility === 'undecided');
      return isDecided
        ? whereAny(undecided, (paperIds) => ({
            text: `${areOf(paperIds.length, 'undecided paper')} in N beside papers marked as included.`,
            paperIds,
          }))
        : [];
    },
  },
  {
    ...{ id: 'no-reason', label: 'Reasons for exclusion', source: `${PRISMA}, item 16b` },
    find: ({ records }) =>
      whereAny(
        records.reviewPapers.filter(
          ({ eligibility, exclusionReason }) => eligibility === 'excluded' && !exclusionReason,
        ),
        (found) => ({
          text: `${areOf(found.length, 'paper')} excluded without a reason.`,
          paperIds: found.map(({ paperId }) => paperId),
        }),
      ),
  },
  {
    ...{ id: 'uncounted-tags', label: 'Tags outside N', source: `${PRISMA}, item 16b` },
    find: (evidence) => {
      const { reviewPapers, tags } = evidence.records;
      // What was tagged before its paper was excluded stays out on purpose.
      const excluded = reviewPapers.filter(({ eligibility }) => eligibility === 'excluded');
      const known = new Set([...evidence.paperIds, ...excluded.map(({ paperId }) => paperId)]);
      const outside = tags.filter((tag) => !known.has(tag.paperId) && evidence.isByWhom(tag));
      return whereAny(outside, (tags) => ({
        text: `${areOf(tags.length, 'tag')} of papers that are not on the list or not in N, and in no number.`,
        tagIds: tags.map(({ id }) => id),
      }));
    },
  },
  {
    ...{ id: 'not-citable', label: 'Papers without author or year', source: `${PRISMA}, item 17` },
    find: (evidence) =>
      whereAny(
        evidence.paperIds.filter((id) => {
          const facts = factsOf(evidence, id);
          return !facts?.authors.length || facts.year === undefined;
        }),
        (paperIds) => ({
          text: `${haveOf(paperIds.length, 'counted paper')} no author or no year, and cannot be cited as the others are.`,
          paperIds,
        }),
      ),
  },
  {
    ...{ id: 'one-number', label: 'Numbers of papers', source: `${PRISMA}, item 17` },
    find: (evidence) => {
      // A number that a reader gives stays, also where another paper has it.
      const byNumber = grouped(evidence.paperIds, (id) => evidence.names.numberOf(id));
      return [...byNumber]
        .filter(([, ids]) => ids.length > 1)
        .map(([number, paperIds]) => ({
          text: `${paperIds.length} papers have the number ${number}: a reference does not tell them apart.`,
          paperIds,
        }));
    },
  },
  {
    ...{ id: 'empty-cells', label: 'Characteristics', source: `${ENTREQ}, item 8` },
    find: (evidence) => {
      const own = new OwnColumns(evidence, 'paper');
      return own.columns.flatMap(({ id, label }) => {
        const empty = evidence.paperIds.filter((paperId) => own.text(id, { paperId }) === '');
        if (!empty.length || empty.length === evidence.paperIds.length) return [];
        const text = `“${label}” is empty for ${empty.length} of ${evidence.paperIds.length} papers.`;
        return [{ text, paperIds: empty }];
      });
    },
  },
];
