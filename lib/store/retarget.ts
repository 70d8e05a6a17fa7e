/**
 * "Still holds?": what a reader decides about a passage whose words have changed on a page. Keeping it
 * gives the statement a new place to be found on that page, and the quote that was tagged stays what it
 * was; dropping it deletes its tags, in one step that can be taken back.
 */
import { changedAt, now, Statement, StatementTarget, type Tag } from '../model';
import { addressOf, atAddress } from '../text';
import { db } from './db';
import { ChangedSince, NotFound } from './errors';
import { record } from './history';
import { settings } from './settings';
import { dropBareStatement } from './statements';
import { inTagTransaction, writeTag } from './tags';
import { parsed, sameRecord } from './transaction';

/** As many ways to find a statement again as its schema allows; the oldest goes first. */
const MOST_TARGETS = 20;

/**
 * Makes `target` the place of a statement on the target's page, by the reader's word, and gives the event
 * for `undoRetarget`. @throws NotFound, InvalidRecord
 */
export async function retarget(
  statementId: string,
  target: StatementTarget,
): Promise<{ eventId: string }> {
  const wanted = parsed(StatementTarget, target);
  const kept = { ...wanted, url: addressOf(wanted.url), keptAt: now() };
  const isHere = atAddress(kept.url);
  return inTagTransaction(async () => {
    const before = await statementById(statementId);
    const others = before.targets.filter((t) => !isHere(t.url));
    return rewrite(before, [...others, kept].slice(-MOST_TARGETS));
  });
}

/** Takes a `retarget` back. @throws ChangedSince when the statement is no longer as that step left it. */
export async function undoRetarget(eventId: string): Promise<{ eventId: string }> {
  return inTagTransaction(async () => {
    const event = await db.history.get(eventId);
    if (event?.entity !== 'statement' || event.action !== 'update') throw new NotFound('step');
    const current = await statementById(event.entityId);
    if (!sameRecord(current, event.after))
      throw new ChangedSince(
        'This statement has been changed since, so the step was not taken back.',
      );
    // History may come from a file: it is checked like anything else from outside.
    const was = Statement.safeParse(event.before);
    if (!was.success || was.data.id !== current.id) throw new NotFound('step');
    return rewrite(current, was.data.targets);
  });
}

async function statementById(id: string): Promise<Statement> {
  const statement = await db.statements.get(id);
  if (!statement) throw new NotFound('statement');
  return statement;
}

async function rewrite(
  before: Statement,
  targets: StatementTarget[],
): Promise<{ eventId: string }> {
  const after = parsed(Statement, { ...before, targets, updatedAt: changedAt(before) });
  await db.statements.put(after);
  const { coder: who } = await settings();
  const step = { who, entity: 'statement', entityId: after.id, action: 'update' } as const;
  return { eventId: await record({ ...step, before, after }) };
}

/** Deletes several tags in one step, all or none; `undo` of the event brings all of them back. */
export async function deleteTags(ids: readonly string[]): Promise<{ eventId: string }> {
  return inTagTransaction(async () => {
    const tags = (await db.tags.bulkGet([...new Set(ids)])).filter(
      (t): t is Tag => t !== undefined,
    );
    const [first, ...rest] = tags;
    if (!first) throw new NotFound('tag');
    const { coder } = await settings();
    const also: string[] = [];
    for (const tag of rest) also.push(await writeTag(tag, null, coder));
    const eventId = await writeTag(first, null, coder, { also });
    for (const id of new Set(tags.map((t) => t.statementId))) await dropBareStatement(id, coder);
    return { eventId };
  });
}
