/**
 * What our scripts of one document share: one object in their isolated world, which the page's own scripts
 * cannot reach. It is looked up as an own property only, because an element with the same id would be found
 * under its name as well.
 */
import type { PageReport } from '../../model';
import type { ShownPage } from '../../page/types';
import type { Guard } from './guard';

/** Reads a page: its metadata, and what it shows where that is not enough. */
export type ReadPage = (doc: Document, url: string) => PageReport;

interface Shared {
  /** The life of each script's newest copy, by its name. */
  lives: Record<string, AbortController>;
  /** Left by the notice script: what this document shows. */
  page?: ShownPage;
  /** Left by the reader script. */
  readPage?: ReadPage;
  /** Left by the reader script: which page it was let in for (`pageKey`). Another one in this document is asked for anew. */
  readAt?: string;
  /** Left by the notice script: the reader script calls it when it runs. */
  onReader?: (read: ReadPage) => void;
  /** Left by the script that runs before the page's own. */
  guard?: Guard;
  /** The tagging script, once it runs here. */
  tagging?: {
    /** Takes over what an older copy could not save. */
    adopt(): Promise<void>;
  };
}

const NAME = 'bearing';

export function shared(): Shared {
  const world = globalThis as unknown as Record<string, Shared>;
  if (!Object.hasOwn(world, NAME))
    Object.defineProperty(world, NAME, { value: { lives: {} } satisfies Shared });
  return world[NAME] as Shared;
}
