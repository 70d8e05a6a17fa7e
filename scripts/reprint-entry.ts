/**
 * What `npm run reprint` runs: a list of tags through the product's own importer into its store, and out of it as the
 * numbers that the tables print. No counting of its own.
 */
import { readFile } from '../lib/exchange';
import {
  agreementByRound,
  type Case,
  Evidence,
  type InfluenceRow,
  influenceRows,
  ratingMatrix,
  ratingText,
  type Share,
} from '../lib/map/outputs';
import { restore, tablesInput } from '../lib/store';

const PERCENT = 100;

/** @throws {Error} with a sentence, where the file is no list of tags or a row of it was not taken */
async function reprint(text: string, name: string): Promise<object> {
  const file = readFile(text, name);
  if (!file.ok) throw new Error(file.problem);
  if (file.kind !== 'records') throw new Error('This is a file of references, not a list of tags.');
  const [review] = file.records.reviews;
  if (!review) throw new Error('There is no review in this file.');
  await restore(file.records, file.rejected);
  const records = await tablesInput(review.id);
  if (!records) throw new Error('The review is not in the store.');
  const evidence = new Evidence(records);
  const matrix = ratingMatrix(evidence);
  const { symbols } = records.review.reporting ?? {};
  const cells = new Map(
    matrix.rows.map(({ key, cells: row }) => [
      key,
      Object.fromEntries(
        row.map((cell, i) => [nameOf(matrix.cases[i], evidence), ratingText(cell, symbols)]),
      ),
    ]),
  );
  return {
    rows: influenceRows(evidence).map((row) => ({
      ...printedRow(row, evidence),
      cells: cells.get(row.key) ?? {},
    })),
    rounds: agreementByRound(evidence).map(({ round, n, codes, agreed, positive }) => ({
      ...{ round: round.name.replace(/^Round /, ''), n, codes, agreed },
      positiveAgreement: positive === null ? null : positive * PERCENT,
    })),
    ...(file.rejected.length && { notTaken: file.rejected.length }),
  };
}

/** A site by its name; a paper by the number that its review gave it, else by its title, which is its name in the list. */
function nameOf(one: Case | undefined, evidence: Evidence): string {
  if (!one || one.kind === 'site') return one?.name ?? '';
  const listed = evidence.records.reviewPapers.find(({ paperId }) => paperId === one.id);
  return listed?.number === undefined ? (evidence.paper(one.id)?.title ?? one.name) : one.name;
}

function printedRow(row: InfluenceRow, evidence: Evidence): object {
  const { barrier, facilitator, both, unstated } = row.directions;
  const printed = (some: Share) => ({
    papers: some.n,
    percent: some.share * PERCENT,
    statements: some.statements,
    references: evidence.names.references(some.paperIds),
  });
  return {
    influence: row.influence.influence.label,
    ...printed(row),
    barrier: printed(barrier),
    facilitator: printed(facilitator),
    both: printed(both),
    unstated: printed(unstated),
  };
}

Object.assign(globalThis, { bearingReprint: reprint });
