/**
 * Where coders of a paper differ on an influence: one definition for the table of differences, for the check before printing,
 * and for agreement by round.
 *
 * Who coded a paper is who tagged anything in it, or noted of any influence that it is not reported. Each of them has a word on
 * each influence: the stance of their tags, or none; who never coded the paper has no word. They differ where two words do. A
 * word that is missing is a word: who codes a paper looks for every influence. (The map counts a paper that one of them tagged
 * with the stance of that one, because a stance that is missing contradicts none: there, coders differ where two stances do.)
 */
import { influenceKey } from '../../codebook/influences';
import type { Decision, Tag } from '../../model';
import { grouped } from '../../model';
import { agreedStance, noCounts, STANCES_OF } from '../counts';
import { Decided } from '../decided';
import type { PaperStance } from '../types';
import type { Evidence, EvidenceRow } from './evidence';

export interface Word {
  /** Null: not tagged. */
  stance: PaperStance | null;
  /** Noted as looked for and not reported. */
  isNotReported: boolean;
  tags: readonly Tag[];
}

export interface Difference {
  row: EvidenceRow;
  paperId: string;
  /** By coder: of all who coded the paper. */
  words: ReadonlyMap<string, Word>;
  /** Of all coders, on the influence. */
  tags: readonly Tag[];
  /** On the paper as a whole. */
  decision: Decision | undefined;
  /** Is it decided: on the paper, or on its statements so that no difference is left? */
  isSettled: boolean;
}

/** Who coded each paper, under whatever name. */
export const codersByPaper = (evidence: Evidence): ReadonlyMap<string, ReadonlySet<string>> =>
  evidence.once(codersOfPapers);

function codersOfPapers({ records, coders }: Evidence): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { paperId, coderId } of [...records.tags, ...records.assessments]) {
    const ofPaper = found.get(paperId) ?? new Set();
    ofPaper.add(coders.resolve(coderId));
    found.set(paperId, ofPaper);
  }
  return found;
}

/** In the order of the influences, then of the papers. */
export const differences = (evidence: Evidence): readonly Difference[] =>
  evidence.once(differencesIn);

function differencesIn(evidence: Evidence): Difference[] {
  const { records, coders } = evidence;
  const { secondHand } = evidence.options;
  // Also those that a decision has taken out: what was decided on is still to be seen.
  const tags = records.tags.filter(({ basis }) => secondHand || basis === 'own');
  const byCell = grouped(tags, (tag) => cellOf(influenceKey(tag), tag.paperId));
  const silent = new Set(
    records.assessments.map((one) =>
      cellOf(influenceKey(one), `${one.paperId} ${coders.resolve(one.coderId)}`),
    ),
  );
  const decided = new Decided(records.decisions, evidence.options.unit);
  const onPapers = new Map(
    records.decisions
      .filter(({ statementId }) => !statementId)
      .map((one) => [cellOf(influenceKey(one), one.paperId), one]),
  );
  return evidence.rows.flatMap((row) =>
    evidence.paperIds.flatMap((paperId): Difference[] => {
      const cell = cellOf(row.key, paperId);
      const people = [...(codersByPaper(evidence).get(paperId) ?? [])];
      const found = byCell.get(cell) ?? [];
      // One coder alone has nobody to differ from, and what nobody tagged is agreed on.
      if (people.length < 2 || !found.length) return [];
      const wordsBy = (stancesOf: (tag: Tag) => readonly (typeof STANCES)[number][]) =>
        new Map(
          people.map((coder): [string, Word] => {
            const own = found.filter(({ coderId }) => coders.resolve(coderId) === coder);
            const isNotReported = silent.has(cellOf(row.key, `${paperId} ${coder}`));
            return [coder, { stance: stanceBy(own, stancesOf), isNotReported, tags: own }];
          }),
        );
      const words = wordsBy(({ stance }) => [stance]);
      if (!areDifferent(words)) return [];
      const decision = onPapers.get(cell);
      const now = wordsBy((tag) => (decided.isOut(tag) ? [] : STANCES_OF[decided.stanceOf(tag)]));
      const isSettled = decision !== undefined || !areDifferent(now);
      return [{ row, paperId, words, tags: found, decision, isSettled }];
    }),
  );
}

const cellOf = (key: string, paperId: string): string => `${key} ${paperId}`;

const STANCES = ['supporting', 'contrasting', 'mentioning'] as const;

function stanceBy(
  tags: readonly Tag[],
  stancesOf: (tag: Tag) => readonly (typeof STANCES)[number][],
): PaperStance | null {
  const counts = noCounts();
  for (const stance of tags.flatMap((tag) => stancesOf(tag))) counts[stance] += 1;
  return agreedStance([counts]);
}

const areDifferent = (words: ReadonlyMap<string, Word>): boolean =>
  new Set([...words.values()].map(({ stance }) => stance)).size > 1;
