/** A coder: who made a tag. The id is generated with the installation; the name is for display and may change. */

import { z } from '../zod';
import { Id, shortText } from './common';

export const Coder = z.object({
  id: Id,
  /** As the reader typed it; '' until a name is typed. */
  name: shortText.default(''),
  /** Two coders that turned out to be one person: tags of this one count as the other's. */
  into: Id.optional(),
});
export type Coder = z.infer<typeof Coder>;

/** The name of a coder on a surface or in a file: never empty, so that two unnamed coders can be told apart. */
export function coderName(coder: Coder | undefined, id: string): string {
  return coder?.name || `Coder ${id.slice(0, 4)}`;
}

/** By coder id: the coder that it counts as, and what to call it. */
export class CoderIndex {
  private readonly byId: ReadonlyMap<string, Coder>;

  constructor(coders: readonly Coder[]) {
    this.byId = new Map(coders.map((coder) => [coder.id, coder]));
  }

  /**
   * Follows joined coders to the one they were joined into. Two stores may have joined the same two coders the other way
   * round: once merged they are joined in a circle, of which the smallest id counts.
   */
  resolve(id: string): string {
    const seen: string[] = [];
    let at = id;
    for (let next = this.byId.get(at)?.into; next; next = this.byId.get(at)?.into) {
      const met = seen.indexOf(at);
      if (met >= 0) return seen.slice(met).sort()[0] ?? at;
      seen.push(at);
      at = next;
    }
    return at;
  }

  /** Are two ids, after joins, one person? */
  areOne(a: string | undefined, b: string | undefined): boolean {
    return a !== undefined && b !== undefined && this.resolve(a) === this.resolve(b);
  }

  name(id: string): string {
    return this.ownName(this.resolve(id));
  }

  /** What it is called itself, whatever it was joined into. */
  ownName(id: string): string {
    return coderName(this.byId.get(id), id);
  }
}
