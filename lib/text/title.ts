/** Titles as two prints of one agree, by which works are told apart and found. */
import { looseKey } from './fold';

/** A title as two prints of it agree: letters and digits only, case and accents folded. */
export const plainTitle = (title = ''): string => looseKey(title);

/** Short titles ("Editorial", "Introduction") name nothing. */
const TITLE_NAMES_FROM = 25;

/** A title that is long enough to be one work's, as two prints of it agree; '' for any other. */
export function namingTitle(title: string | undefined): string {
  const plain = plainTitle(title);
  return plain.length >= TITLE_NAMES_FROM ? plain : '';
}
