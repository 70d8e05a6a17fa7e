/** What putting all papers of a page on the reading list would do, in words. */
import { counted } from '@/components/text/count';
import type { ListOffer, ReferenceFate } from '@/lib/model';

/** After a number, in the order in which they are said. */
const FATES: readonly (readonly [ReferenceFate, string])[] = [
  ['new', 'new'],
  ['known', 'known from elsewhere'],
  ['doubtful', 'doubtful'],
  ['listed', 'on your list already'],
  ['repeated', 'listed twice here'],
];

/** "20 papers on this page: 12 new, 8 on your list already." And what is to be known before they are added. */
export function offerInWords({ counts, unread, isCut }: ListOffer): string {
  const read = FATES.reduce((sum, [fate]) => sum + counts[fate], 0);
  const parts = FATES.flatMap(([fate, words]) =>
    counts[fate] ? [`${counts[fate]} ${words}`] : [],
  );
  const sentences = [
    `${counted(read, 'paper')} on this page${parts.length ? `: ${parts.join(', ')}` : ''}.`,
    counts.doubtful &&
      'A doubtful one is like a paper that is here, and not surely the same: it is added as its own.',
    unread &&
      `${counted(unread, 'entry', 'entries')} could not be read: without a title of its own.`,
    isCut && 'The page lists more than can be read at once: only these are added.',
  ];
  return sentences.filter(Boolean).join(' ');
}
