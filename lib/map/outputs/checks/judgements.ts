/** Checks on what people judge: ratings, findings, coders' agreement, and what a review says of itself. */
import { grouped } from '../../../model';
import { countOf } from '../../notes';
import { agreementByRound } from '../agreement';
import { differences } from '../differences';
import { countedMemos, ratingMatrix } from '../rating-matrix';
import { isRated } from '../ratings';
import { CERQUAL_COMPONENTS, tagsOfFinding } from '../tables/findings';
import {
  AGREEMENT,
  areOf,
  CERQUAL,
  CFIR_RATING,
  type Check,
  ENTREQ,
  haveOf,
  whereAny,
} from './types';

/** Below this a percentage is of very few papers. */
const FEW_PAPERS = 10;
const CELL = ['cell of the rating matrix', 'cells of the rating matrix'] as const;
const LONGEST_SHOWN = 60;
const short = (text: string): string =>
  text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;

export const JUDGEMENT_CHECKS: readonly Check[] = [
  {
    ...{ id: 'no-rationale', label: 'Rationale of ratings', source: CFIR_RATING },
    find: (evidence) => {
      // That a case does not report an influence needs no words.
      const bare = countedMemos(evidence).filter(
        (memo) => isRated(memo) && memo.rating !== 'missing' && !memo.rationale.trim(),
      );
      return whereAny(bare, (memos) => ({
        text: `${haveOf(memos.length, 'rating')} no rationale.`,
        paperIds: evidence.names.sorted(memos.flatMap(({ paperId }) => paperId ?? [])),
      }));
    },
  },
  {
    ...{ id: 'drafts', label: 'Draft ratings', source: CFIR_RATING },
    find: (evidence) => {
      if (!countedMemos(evidence).some(isRated)) return [];
      const drafts = ratingMatrix(evidence).rows.flatMap(({ cells }) =>
        cells.filter(({ isDraft }) => isDraft),
      );
      return whereAny(drafts, (cells) => ({
        text: `${areOf(cells.length, ...CELL)} worked out from tags, beside ratings that a person gave.`,
        tagIds: cells.flatMap(({ tagIds }) => tagIds),
      }));
    },
  },
  {
    ...{ id: 'ratings-differ', label: 'Ratings of several coders', source: CFIR_RATING },
    find: (evidence) => {
      const differ = ratingMatrix(evidence).rows.flatMap(({ cells }) =>
        cells.filter(({ rating }) => rating === 'differ'),
      );
      return whereAny(differ, (cells) => ({
        text: `${haveOf(cells.length, ...CELL)} different ratings by different coders.`,
        tagIds: cells.flatMap(({ tagIds }) => tagIds),
      }));
    },
  },
  {
    ...{ id: 'coders-differ', label: 'Coders differ', source: `${ENTREQ}, item 16` },
    find: (evidence) => {
      const open = differences(evidence).filter(({ isSettled }) => !isSettled);
      return whereAny(open, (found) => ({
        text: `Coders differ on ${countOf(found.length, 'cell')} of paper and influence, and no decision is written down.`,
        tagIds: found.flatMap(({ tags }) => tags.map(({ id }) => id)),
      }));
    },
  },
  {
    ...{ id: 'one-coder', label: 'A second coder', source: `${ENTREQ}, item 16` },
    find: (evidence) => {
      // All of the review's, whosever record is looked at.
      const { tags } = evidence.records;
      const coders = new Set(tags.map(({ coderId }) => evidence.coders.resolve(coderId)));
      return coders.size === 1
        ? [{ text: 'All tags are by one coder: say in the text how coding was checked.' }]
        : [];
    },
  },
  {
    ...{ id: 'round-one-coder', label: 'Rounds with one coder', source: AGREEMENT },
    find: (evidence) =>
      agreementByRound(evidence)
        .filter(({ n, alone }) => n === 0 && alone > 0)
        .map(({ round, coders }) => ({
          text: `${round.name} has ${coders === 1 ? 'one coder' : 'no paper that two coders coded'}: no agreement can be estimated.`,
          paperIds: round.paperIds,
        })),
  },
  {
    ...{ id: 'round-one-category', label: 'Kappa of one category', source: AGREEMENT },
    find: (evidence) =>
      agreementByRound(evidence)
        .filter(({ n }) => n > 0)
        .flatMap(({ round, influences }) => {
          const none = influences.filter(({ kappa }) => kappa === null);
          if (!none.length) return [];
          const text = `${round.name}: for ${none.length} of ${influences.length} influences kappa is not estimable, and its mean is over the others.`;
          return [{ text, paperIds: round.paperIds }];
        }),
  },
  {
    ...{ id: 'empty-round', label: 'Rounds without papers', source: AGREEMENT },
    find: ({ records }) =>
      records.rounds
        .filter(({ paperIds }) => !paperIds.length)
        .map(({ name }) => ({ text: `${name} names no paper.` })),
  },
  {
    ...{ id: 'in-two-rounds', label: 'Papers in two rounds', source: AGREEMENT },
    find: ({ records }) => {
      const whole = records.rounds.filter(({ statementIds }) => !statementIds);
      const rounds = grouped(
        whole.flatMap(({ paperIds }) => [...new Set(paperIds)]),
        (id) => id,
      );
      const several = [...rounds].flatMap(([id, { length }]) => (length > 1 ? id : []));
      return whereAny(several, (paperIds) => ({
        text: `${areOf(paperIds.length, 'paper')} in several rounds, each time as a whole.`,
        paperIds,
      }));
    },
  },
  {
    ...{ id: 'finding-of-one', label: 'Findings on one paper', source: CERQUAL },
    find: (evidence) =>
      evidence.records.findings.flatMap((finding) => {
        const { paperIds } = evidence.count(tagsOfFinding(evidence, finding));
        if (paperIds.length !== 1) return [];
        const text = `“${short(finding.text)}” rests on one paper: CERQual is about findings of a review.`;
        return [{ text, paperIds }];
      }),
  },
  {
    ...{ id: 'finding-of-none', label: 'Findings without evidence', source: CERQUAL },
    find: (evidence) =>
      evidence.records.findings
        .filter((finding) => !tagsOfFinding(evidence, finding).length)
        .map(({ text }) => ({ text: `“${short(text)}” rests on no tag.` })),
  },
  {
    ...{ id: 'cerqual-parts', label: 'CERQual components', source: CERQUAL },
    find: ({ records }) =>
      records.findings.flatMap((finding) => {
        const lacking = CERQUAL_COMPONENTS.filter(([id]) => !finding[id]);
        if (!finding.overall || !lacking.length) return [];
        const names = lacking.map(([, label]) => label.toLowerCase()).join(', ');
        return [{ text: `“${short(finding.text)}” has an assessment without ${names}.` }];
      }),
  },
  {
    ...{ id: 'few-papers', label: 'Shares of few papers', source: 'Wilson 1927, 10.2307/2276774' },
    find: (evidence) =>
      evidence.base > 0 && evidence.base < FEW_PAPERS
        ? [
            {
              text: `Shares are of ${evidence.base}: print n/N beside them, as Bearing does, and no share alone.`,
              paperIds: evidence.paperIds,
            },
          ]
        : [],
  },
  {
    ...{ id: 'no-question', label: 'The review’s question', source: `${ENTREQ}, item 1` },
    find: ({ records: { review } }) =>
      review.question.trim() ? [] : [{ text: 'The review has no question: write it in Settings.' }],
  },
];
