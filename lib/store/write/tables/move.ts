/**
 * The records of a review's tables follow what they are about: a paper that becomes another, a statement that becomes one
 * with another, an influence that is merged, a review that is joined. Where another record is in the new place already, the
 * later of the two stays there; of memos the texts of both stay.
 */
import type { AttributeValue, Decision, InfluenceRef, Memo, RecordOf, Site } from '../../../model';
import { db } from '../../db';
import { inTables } from '../../read/of-review';
import { type PlacedKind, twinOf } from '../../read/places';
import { oneNote } from '../notes';
import type { StepWriter } from '../step-writer';
import { withChoices } from './attributes';
import { laterOfTwo } from './save';
import { removeSiteIn } from './sites';

/** Changes a record. Where another one is in its place then, one of the two stays. */
export async function place<K extends PlacedKind>(
  step: StepWriter,
  kind: K,
  after: RecordOf<K>,
): Promise<void> {
  const twin = await twinOf(kind, after);
  if (!twin) {
    await step.put(kind, { ...after, updatedAt: step.at });
    return;
  }
  const stays = await laterOfTwo(kind, after, twin);
  const goes = stays === twin ? after : twin;
  await step.remove(kind, goes);
  const joined = kind === 'memos' ? withWords(stays as Memo, goes as Memo) : stays;
  await step.put(kind, { ...(joined as RecordOf<K>), updatedAt: step.at });
}

/** The memo with what only the other one says, and the statements of both. */
function withWords(memo: Memo, other: Memo): Memo {
  return {
    ...memo,
    summary: oneNote(memo.summary, other.summary),
    rationale: oneNote(memo.rationale, other.rationale),
    statementIds: [...new Set([...memo.statementIds, ...other.statementIds])],
  };
}

const swapped = <T>(list: readonly T[], from: T, to: T): T[] => [
  ...new Set(list.map((one) => (one === from ? to : one))),
];

/** One statement has become another, or has gone to another paper. */
export async function followStatement(
  step: StepWriter,
  from: string,
  { id, paperId }: { id: string; paperId: string },
): Promise<void> {
  for (const one of await db.decisions.where('statementId').equals(from).toArray())
    await place(step, 'decisions', { ...one, statementId: id, paperId });
  if (from === id) return;
  const updatedAt = step.at;
  for (const one of await db.memos.where('statementIds').equals(from).toArray()) {
    const statementIds = swapped(one.statementIds, from, id);
    await step.put('memos', { ...one, statementIds, updatedAt });
  }
  const findings = await db.findings.toArray();
  for (const one of findings)
    if (one.statementIds.includes(from)) {
      const statementIds = swapped(one.statementIds, from, id);
      await step.put('findings', { ...one, statementIds, updatedAt });
    }
  const rounds = await db.rounds.toArray();
  for (const one of rounds)
    if (one.statementIds?.includes(from)) {
      const statementIds = swapped(one.statementIds, from, id);
      await step.put('rounds', { ...one, statementIds, updatedAt });
    }
}

/** One paper has turned out to be another. */
export async function followPaper(step: StepWriter, from: string, to: string): Promise<void> {
  for (const site of await db.sites.where('paperId').equals(from).toArray())
    await moveSite(step, { ...site, paperId: to });
  for (const kind of ['attributeValues', 'memos', 'decisions'] as const) {
    const found = await db
      .table<AttributeValue | Memo | Decision>(kind)
      .where('paperId')
      .equals(from)
      .toArray();
    for (const one of found)
      await place(step, kind, { ...one, paperId: to } as RecordOf<typeof kind>);
  }
  const rounds = await db.rounds.toArray();
  for (const one of rounds)
    if (one.paperIds.includes(from)) {
      const paperIds = swapped(one.paperIds, from, to);
      await step.put('rounds', { ...one, paperIds, updatedAt: step.at });
    }
}

/** What was coded on one influence goes to another. */
export async function followInfluences(
  step: StepWriter,
  reviewId: string,
  wayOf: (ref: InfluenceRef) => InfluenceRef | undefined,
): Promise<void> {
  for (const kind of ['memos', 'attributeValues', 'decisions'] as const)
    for (const one of await inTables(kind, reviewId).toArray()) {
      const to = influenceOf(one, wayOf);
      if (to) await place(step, kind, { ...one, ...to } as RecordOf<typeof kind>);
    }
  for (const one of await inTables('findings', reviewId).toArray()) {
    if (!one.influences.some(wayOf)) continue;
    const influences = new Map(
      one.influences.map((ref) => {
        const { codebookId, influenceId } = wayOf(ref) ?? ref;
        return [`${codebookId} ${influenceId}`, { codebookId, influenceId }];
      }),
    );
    await step.put('findings', {
      ...one,
      influences: [...influences.values()],
      updatedAt: step.at,
    });
  }
}

/** Is anything of the tables about one of the influences that go elsewhere? */
export async function isAboutMoved(
  reviewId: string,
  wayOf: (ref: InfluenceRef) => InfluenceRef | undefined,
): Promise<boolean> {
  for (const kind of ['memos', 'attributeValues', 'decisions'] as const) {
    const found: Partial<InfluenceRef>[] = await inTables(kind, reviewId).toArray();
    if (found.some((one) => influenceOf(one, wayOf))) return true;
  }
  const findings = await inTables('findings', reviewId).toArray();
  return findings.some(({ influences }) => influences.some(wayOf));
}

function influenceOf(
  { codebookId, influenceId }: Partial<InfluenceRef>,
  wayOf: (ref: InfluenceRef) => InfluenceRef | undefined,
): InfluenceRef | undefined {
  return codebookId && influenceId ? wayOf({ codebookId, influenceId }) : undefined;
}

/** Everything of one review goes into another; sites and columns of one name become one. */
export async function followReview(step: StepWriter, from: string, to: string): Promise<void> {
  const moved = { reviewId: to, updatedAt: step.at };
  for (const site of await inTables('sites', from).toArray())
    await moveSite(step, { ...site, reviewId: to });
  for (const one of await inTables('attributes', from).toArray()) {
    const twin = await twinOf('attributes', { ...one, reviewId: to });
    if (!twin) {
      await step.put('attributes', { ...one, ...moved });
      continue;
    }
    const choices = withChoices(twin.choices, [one.choices]);
    await step.put('attributes', { ...twin, choices, updatedAt: step.at });
    const values = await db.attributeValues.where('attributeId').equals(one.id).toArray();
    for (const value of values)
      await place(step, 'attributeValues', { ...value, attributeId: twin.id });
    await step.remove('attributes', one);
  }
  for (const kind of ['measures', 'rounds', 'findings'] as const)
    for (const one of await inTables(kind, from).toArray())
      await step.put(kind, { ...one, ...moved } as RecordOf<typeof kind>);
  for (const kind of ['attributeValues', 'memos', 'decisions', 'measureAnswers'] as const)
    for (const one of await inTables(kind, from).toArray())
      await place(step, kind, { ...one, reviewId: to } as RecordOf<typeof kind>);
}

/** Changes a site; where there is one of its name then, it becomes one with that. */
async function moveSite(step: StepWriter, site: Site): Promise<void> {
  const twin = await twinOf('sites', site);
  if (!twin) {
    await step.put('sites', { ...site, updatedAt: step.at });
    return;
  }
  const siteId = twin.id;
  const tags = await db.tags.where('siteId').equals(site.id).toArray();
  for (const tag of tags) await step.put('tags', { ...tag, siteId, updatedAt: step.at });
  for (const kind of ['memos', 'attributeValues', 'measureAnswers'] as const)
    for (const one of await db.table(kind).where('siteId').equals(site.id).toArray())
      await place(step, kind, { ...one, siteId });
  await step.remove('sites', site);
}

/** What a review has in its tables on one paper goes, with the paper's sites. */
export async function removeOfPaper(
  step: StepWriter,
  reviewId: string,
  paperId: string,
): Promise<void> {
  const here = (one: { reviewId: string }) => one.reviewId === reviewId;
  for (const site of await db.sites.where('paperId').equals(paperId).filter(here).toArray())
    await removeSiteIn(step, site);
  for (const kind of ['attributeValues', 'memos', 'decisions'] as const)
    for (const one of await db.table(kind).where('paperId').equals(paperId).filter(here).toArray())
      await step.remove(kind, one);
}
