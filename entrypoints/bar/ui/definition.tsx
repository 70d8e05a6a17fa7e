/**
 * What an influence means, in the two lines below the list, before it is chosen; until one is pointed at or was used, how to
 * read it. Its size never changes: nothing moves under the pointer.
 */
import type { ListedInfluence } from '@/lib/codebook/influences';
import { displayText } from '@/lib/text';

const HOW = 'Point at an influence to read what it means.';

export function Definition({ of }: { of: ListedInfluence | undefined }) {
  const words = of ? displayText(of.influence.definition || 'No definition yet.') : HOW;
  return (
    <p className="definition soft" title={words}>
      {of ? <strong>{displayText(of.label)} </strong> : null}
      {words}
    </p>
  );
}
