/** Statements: one a quote and paper, made with the first tag on it and dropped with the last. */
import {
  type NewTag,
  newId,
  quoteKey,
  type Statement,
  type StatementTarget,
  type z,
} from '../../model';
import { addressOf, sameAddress } from '../../text';
import { db } from '../db';
import { InvalidRecord } from '../errors';
import type { StepWriter } from './step-writer';

/** As many ways to find a statement again as its schema allows. */
export const MOST_TARGETS = 20;

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

/** What a statement learns from another report of its quote: fields that it lacks, and further targets. */
export function withReport<
  T extends Pick<Statement, 'section' | 'page' | 'cites' | 'machineLabels' | 'targets'>,
>(
  kept: T,
  other: Pick<Statement, 'section' | 'page' | 'cites' | 'machineLabels'>,
  targets: readonly StatementTarget[],
): T {
  const { section = other.section, page = other.page } = kept;
  return {
    ...kept,
    ...(section !== undefined && { section }),
    ...(page !== undefined && { page }),
    cites: kept.cites.length ? kept.cites : other.cites,
    machineLabels: kept.machineLabels.length ? kept.machineLabels : other.machineLabels,
    targets: joinTargets(kept.targets, targets),
  };
}

/** Finds the paper's statement of this quote, or makes it; a new representation is added to its targets. */
export async function statementOf(
  paperId: string,
  given: z.output<typeof NewTag>['statement'],
  step: StepWriter,
): Promise<Statement> {
  const quote = given.quote.replace(/\s+/g, ' ').trim();
  const key = quoteKey(quote);
  if (!key) throw new InvalidRecord('the quote is empty');
  const target = { ...given.target, url: addressOf(given.target.url) };
  const before = await db.statements.get({ paperId, quoteKey: key });
  const { at } = step;
  if (!before) {
    const { section, page, cites, machineLabels } = given;
    const made = {
      id: newId(),
      paperId,
      quote,
      quoteKey: key,
      section,
      page,
      cites,
      machineLabels,
    };
    return step.add(
      'statements',
      { ...made, targets: [target], createdAt: at, updatedAt: at },
      'aside',
    );
  }
  const after = withReport(before, given, [target]);
  const { targets } = after;
  if (targets.length === before.targets.length && targets[0] === before.targets[0]) return before;
  return step.put('statements', { ...after, updatedAt: at }, 'aside');
}

/** Drops a statement that no tag of any review is on, set aside or not; history keeps it. */
export async function dropBareStatement(statementId: string, step: StepWriter): Promise<void> {
  if (await db.tags.where('statementId').equals(statementId).count()) return;
  if ((await step.aside.names()).held.has(`statements ${statementId}`)) return;
  const before = await db.statements.get(statementId);
  if (before) await step.remove('statements', before, 'aside');
}

/** What the step took from where it was set aside may have been all that kept a statement. */
export async function dropFreedStatements(step: StepWriter): Promise<void> {
  for (const id of new Set(step.aside.freedStatements)) await dropBareStatement(id, step);
}
