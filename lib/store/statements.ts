/** Statements: one a quote and paper, made with the first tag on it and dropped with the last. */
import type { z } from '../model';
import { changedAt, newId, now, quoteKey, Statement, type StatementTarget } from '../model';
import { addressOf, sameAddress } from '../text';
import { db } from './db';
import { InvalidRecord, NotFound } from './errors';
import { record } from './history';
import type { NewTag } from './tag-input';
import { parsed } from './transaction';

/** As many ways to find a statement again as its schema allows. */
const MOST_TARGETS = 20;

/** Both lists' targets: one a page and representation, the first list's where both know it. */
export function joinTargets(
  a: readonly StatementTarget[],
  b: readonly StatementTarget[],
): StatementTarget[] {
  const targets = [...a];
  for (const target of b) {
    const sameKind = targets.filter((t) => t.representation === target.representation);
    if (!sameKind.some((t) => sameAddress(t.url, target.url))) targets.push(target);
  }
  return targets.slice(-MOST_TARGETS);
}

/** Finds the paper's statement of this quote, or makes it; a new representation is added to its targets. */
export async function statementOf(
  paperId: string,
  given: z.output<typeof NewTag>['statement'],
  who: string,
): Promise<Statement> {
  const quote = given.quote.replace(/\s+/g, ' ').trim();
  const key = quoteKey(quote);
  if (!key) throw new InvalidRecord('the quote is empty');
  const target = { ...given.target, url: addressOf(given.target.url) };
  const before = await db.statements.get({ paperId, quoteKey: key });
  const at = now();
  if (!before)
    return writeStatement(
      null,
      {
        id: newId(),
        paperId,
        quote,
        quoteKey: key,
        section: given.section,
        page: given.page,
        cites: given.cites,
        machineLabels: given.machineLabels,
        targets: [target],
        createdAt: at,
        updatedAt: at,
      },
      who,
    );
  const targets = joinTargets(before.targets, [target]);
  if (targets.length === before.targets.length && targets[0] === before.targets[0]) return before;
  return writeStatement(
    before,
    {
      ...before,
      section: before.section ?? given.section,
      page: before.page ?? given.page,
      cites: before.cites.length ? before.cites : given.cites,
      machineLabels: before.machineLabels.length ? before.machineLabels : given.machineLabels,
      targets,
      updatedAt: changedAt(before),
    },
    who,
  );
}

/** Writes a statement and its event. Call inside a transaction over `statements` and `history`. */
export async function writeStatement(
  before: Statement | null,
  wanted: Statement,
  who: string,
): Promise<Statement> {
  const after = parsed(Statement, wanted);
  await db.statements.put(after);
  await record({
    who,
    entity: 'statement',
    entityId: after.id,
    action: before ? 'update' : 'create',
    before,
    after,
  });
  return after;
}

/** Drops a statement that no tag of any review stands on; history keeps it. */
export async function dropBareStatement(statementId: string, who: string): Promise<void> {
  if (await db.tags.where('statementId').equals(statementId).count()) return;
  const before = await db.statements.get(statementId);
  if (before) await dropStatement(before, who);
}

export async function dropStatement(before: Statement, who: string): Promise<void> {
  await db.statements.delete(before.id);
  await record({
    who,
    entity: 'statement',
    entityId: before.id,
    action: 'delete',
    before,
    after: null,
  });
}

/**
 * The statement of this id, brought back from history if it was dropped with its last tag. Where the same
 * quote of the paper has been tagged anew since, that statement is given instead.
 */
export async function statementAgain(id: string, who: string): Promise<Statement> {
  const there = await db.statements.get(id);
  if (there) return there;
  const events = await db.history.where('[entity+entityId]').equals(['statement', id]).toArray();
  const last = events
    .filter((e) => e.action === 'delete')
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);
  // History may come from a file: it is checked like anything else from outside.
  const read = Statement.safeParse(last?.before);
  if (!read.success || read.data.id !== id) throw new NotFound('statement');
  const statement = read.data;
  if (!(await db.papers.get(statement.paperId))) throw new NotFound('paper');
  const { paperId, quoteKey: key } = statement;
  const twin = await db.statements.get({ paperId, quoteKey: key });
  return twin ?? writeStatement(null, statement, who);
}
