/** Every codebook that a map can be seen through: those at hand, those that Bearing ships, and the reader's own. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import { allShipped, byVersion } from '@/lib/codebook';
import { type Codebook, type Review, sameVersion } from '@/lib/model';
import { allCodebooks } from '@/lib/store';

/** @param wanted whether their texts are to be loaded; undefined while they are not there */
export function useBooks(wanted: boolean): Codebook[] | undefined {
  const [shipped, setShipped] = useState<Codebook[]>();
  useEffect(() => {
    let isGone = false;
    if (wanted)
      void allShipped().then((books) => {
        if (!isGone) setShipped(books);
      });
    return () => {
      isGone = true;
    };
  }, [wanted]);
  const stored = useLiveQuery(() => (wanted ? allCodebooks() : []), [wanted]);
  return useMemo(() => {
    if (!shipped || !stored?.length) return undefined;
    const others = stored.filter((one) => !shipped.some((book) => sameVersion(book, one)));
    return [...shipped, ...others];
  }, [shipped, stored]);
}

/** Of each codebook the version that the review uses, else the one that Bearing ships or the latest; those in use first. */
export function lensTargets(books: readonly Codebook[], { codebooks }: Review): Codebook[] {
  const used = codebooks.flatMap((ref) => books.find((one) => sameVersion(one, ref)) ?? []);
  const shipped = books.filter(({ builtIn }) => builtIn);
  const own = books.filter(({ builtIn }) => !builtIn).sort(byVersion);
  const all = [...used, ...shipped, ...own];
  return all.filter((one, i) => all.findIndex(({ id }) => id === one.id) === i);
}
