/** Titles as two prints of one agree, by which works are told apart and found. */
import { z } from 'zod';
import { looseKey } from '../text';
import { Id } from './common';
import type { Paper } from './paper';

/** A title as two prints of it agree: letters and digits only, case and accents folded. */
export const plainTitle = (title = ''): string => looseKey(title);

/** Short titles ("Editorial", "Introduction") name nothing. */
const TITLE_NAMES_FROM = 25;

/** A title that is long enough to be one work's, as two prints of it agree; '' for any other. */
export function namingTitle(title: string | undefined): string {
  const plain = plainTitle(title);
  return plain.length >= TITLE_NAMES_FROM ? plain : '';
}

/** A paper's title in the index that papers are found by: one over titles as printed has “Évaluation” far from "Evaluation". */
export const TitleKey = z.object({ paperId: Id, title: z.string() });
export type TitleKey = z.infer<typeof TitleKey>;

/** The rows of the index; a title that names no work has none. */
export function titleKeysOf(papers: readonly Pick<Paper, 'id' | 'title'>[]): TitleKey[] {
  return papers.flatMap(({ id, title }) => {
    const naming = namingTitle(title);
    return naming ? [{ paperId: id, title: naming }] : [];
  });
}
