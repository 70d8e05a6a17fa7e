/** Sites: the cases of a review that are not its papers. */
import { newId, Problem, Site, type Tag, type z } from '../../../model';
import { commit } from '../../commit';
import type { Asked } from '../../committed';
import { db } from '../../db';
import { twinOf } from '../../read/places';
import { stored } from '../../read/records';
import type { StepWriter } from '../step-writer';
import { parsed } from '../transaction';
import { known, mustHave, mustHaveSubject, positionOf, put } from './save';

const SavedSite = Site.omit({ createdAt: true, updatedAt: true }).partial({
  id: true,
  position: true,
});
export type SavedSite = z.input<typeof SavedSite>;

/** Makes a site, or gives the one of this id this content. @throws NotFound, Problem where its name is taken */
export async function saveSite(
  input: SavedSite,
  { origin }: Asked = {},
): Promise<{ site: Site; eventId: string }> {
  const wanted = parsed(SavedSite, input);
  return commit(
    'save-site',
    async (step) => {
      const before = await known('sites', wanted);
      await mustHaveSubject(wanted);
      const given = wanted.position ?? before?.position;
      const position = await positionOf('sites', wanted.reviewId, given);
      const after = { ...wanted, id: wanted.id ?? newId(), position };
      if (await twinOf('sites', { ...after, createdAt: step.at, updatedAt: step.at }))
        throw new Problem(
          'same-name',
          'There is a site of this name already. Nothing was changed.',
        );
      return { site: await put(step, 'sites', after, before), eventId: step.id };
    },
    { origin },
  );
}

/**
 * The site of a tag under this name: the paper's own or the review's where there is one by now, from another tab or another
 * coder, else a new one of the tag's paper.
 */
export async function siteForTag(
  step: StepWriter,
  { reviewId, paperId }: Pick<Tag, 'reviewId' | 'paperId'>,
  { id, name }: Pick<Site, 'id' | 'name'>,
): Promise<string> {
  const made = { id, reviewId, name, createdAt: step.at, updatedAt: step.at };
  const position = await positionOf('sites', reviewId, undefined);
  const own = { ...made, paperId, position };
  // One of the same name is the same place, whichever of the two it was made for.
  const twin = (await twinOf('sites', own)) ?? (await twinOf('sites', { ...made, position }));
  if (twin) return twin.id;
  // A request that is repeated names the site that it has made.
  if (await stored('sites', id)) return id;
  return (await put(step, 'sites', own)).id;
}

/**
 * Removes a site with its memos, values and answers; its tags stay, and are about no site any more. @throws NotFound
 */
export async function removeSite(id: string, { origin }: Asked = {}): Promise<{ eventId: string }> {
  return commit(
    'remove-site',
    async (step) => {
      await removeSiteIn(step, await mustHave('sites', id));
      return { eventId: step.id };
    },
    { origin },
  );
}

export async function removeSiteIn(step: StepWriter, site: Site): Promise<void> {
  const tags = await db.tags.where('siteId').equals(site.id).toArray();
  for (const { siteId: _, ...tag } of tags) await step.put('tags', { ...tag, updatedAt: step.at });
  for (const kind of ['memos', 'attributeValues', 'measureAnswers'] as const)
    for (const one of await db.table(kind).where('siteId').equals(site.id).toArray())
      await step.remove(kind, one);
  await step.remove('sites', site);
}
