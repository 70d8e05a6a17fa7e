/** Whose a tag or a step is: the reader is one person under every coder id that was joined with the reader's. */
import { type Coder, CoderIndex, Problem } from '../../model';
import { db } from '../db';
import { NotFound } from '../errors';

/** What a coder made. */
type Made = { coderId: string };

export interface OthersToo {
  /**
   * Also what another coder tagged. Nothing does so in passing: a colleague's tag, changed here, would count as the
   * colleague's opinion wherever the two stores are merged.
   */
  others?: boolean;
}

/** Tells the reader's own from other coders'. Where it is not known who the reader is, all counts as the reader's. */
export function ownOf(
  reader: string | undefined,
  coders: readonly Coder[],
): (one: Made) => boolean {
  const index = new CoderIndex(coders);
  return ({ coderId }) => reader === undefined || index.areOne(coderId, reader);
}

/** As `ownOf`, of this store. */
export async function readersOwn(): Promise<(one: Made) => boolean> {
  const here = await db.installation.get('here');
  return ownOf(here?.coderId, await db.coders.toArray());
}

/** @throws Problem where one of them is another coder's */
export async function checkOwn(
  made: readonly Made[],
  { others }: OthersToo,
  noun = 'tag',
): Promise<void> {
  if (others || made.every(await readersOwn())) return;
  throw new Problem(
    'not-own',
    `This ${noun} is another coder’s, so it stays as it is. Nothing was changed.`,
  );
}

/** @throws NotFound or Problem unless the reader made this step */
export async function checkOwnStep(stepId: string): Promise<void> {
  const step = await db.steps.get(stepId);
  if (!step) throw new NotFound('step');
  if (!(await readersOwn())(step))
    throw new Problem(
      'not-own',
      'This step is another coder’s, so it was not taken back. Nothing was changed.',
    );
}
