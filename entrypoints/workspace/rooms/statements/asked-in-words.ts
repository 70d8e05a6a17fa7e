/** What is filtered and searched, for a sentence. */
import { displayText } from '@/lib/text';
import type { Asked } from './address';
import { type Counts, type FacetTable, optionsOf } from './facets';

/** "stance supporting or contrasting; words “training”"; '' where nothing is. */
export function askedInWords(
  asked: Pick<Asked, 'chosen' | 'search'>,
  table: FacetTable,
  counted: Counts,
): string {
  const parts = table.facets.flatMap(({ id, name }) => {
    const values = optionsOf(id, table, counted, asked.chosen).filter(({ isChosen }) => isChosen);
    const texts = values.map(({ text }) => displayText(text)).join(' or ');
    return texts ? [`${name.toLowerCase()} ${texts}`] : [];
  });
  const search = asked.search.trim();
  if (search) parts.push(`words “${displayText(search)}”`);
  return parts.join('; ');
}
