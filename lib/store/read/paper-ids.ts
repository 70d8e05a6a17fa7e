/** Which papers a tag or a step is about: asked before a page may touch it. Reads only. */
import { type PageReport, papersOf } from '../../model';
import { db } from '../db';
import { NotFound } from '../errors';
import { isOnTags } from '../steps';
import { paperOfReport, papersQuotedAt } from './find-paper';
import { wholeStep } from './whole-steps';

/** @throws NotFound when the tag is gone. */
export async function paperIdOfTag(id: string): Promise<string> {
  const tag = await db.tags.get(id);
  if (!tag) throw new NotFound('tag');
  return tag.paperId;
}

/** The papers of these statements, as far as they are stored. */
export async function paperIdsOfStatements(ids: readonly string[]): Promise<string[]> {
  const statements = await db.statements.bulkGet([...ids]);
  return [...new Set(statements.flatMap((one) => one?.paperId ?? []))];
}

/** The papers of a step on tags, with those that its tags have moved to since. @throws NotFound for any other step */
export async function paperIdsOfStep(stepId: string): Promise<string[]> {
  const step = await wholeStep(stepId);
  if (!step || !(await isOnTags(step))) throw new NotFound('step');
  const tagIds = step.changes.flatMap((one) =>
    one.table === 'tags' ? ((one.after ?? one.before)?.id ?? []) : [],
  );
  const now = (await db.tags.bulkGet(tagIds)).flatMap((tag) => tag?.paperId ?? []);
  return [...new Set([...papersOf(step.changes), ...now])];
}

/** The stored papers that a page shows: its own, and those that a report quotes. */
export async function papersOnPage(report: PageReport): Promise<string[]> {
  const own = await paperOfReport(report);
  const quoted = report.representation === 'scite-report' ? await papersQuotedAt(report.url) : [];
  return [...new Set([own, ...quoted].flatMap((paper) => paper?.id ?? []))];
}
