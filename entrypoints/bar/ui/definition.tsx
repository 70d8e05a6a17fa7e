/** What an influence means, in the two lines below the list, before it is chosen. Its size never changes: nothing moves under the pointer. */
import type { ListedInfluence } from '@/lib/codebook/influences';
import { displayText } from '@/lib/text';

export function Definition({ of }: { of: ListedInfluence | undefined }) {
  const words = of && displayText(of.influence.definition || 'No definition yet.');
  return (
    <p className="definition soft" title={words}>
      {of ? (
        <>
          <strong>{displayText(of.label)}</strong> {words}
        </>
      ) : null}
    </p>
  );
}
