/** A paper's row in the index of titles; a title that names no one work has none. */
import type { Paper, TitleKey } from '../../model';
import { namingTitle } from '../../text';

export function titleKeysOf(papers: readonly Pick<Paper, 'id' | 'title'>[]): TitleKey[] {
  return papers.flatMap(({ id, title }) => {
    const naming = namingTitle(title);
    return naming ? [{ paperId: id, title: naming }] : [];
  });
}
