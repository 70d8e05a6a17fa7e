/** The GUID under which an influence leaves in files of other tools, and by which it is known when such a file comes back. */
import { idOf } from './id';
import type { InfluenceRef } from './records/codebook';

export const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** Its own id where that is one, else made of its name, the same each time. */
export function guidOf({ codebookId, influenceId }: InfluenceRef): string {
  const own = GUID.exec(influenceId)?.[1];
  return (own ?? idOf(`code ${codebookId}/${influenceId}`)).toUpperCase();
}
