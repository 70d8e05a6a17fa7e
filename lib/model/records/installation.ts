/** This installation of Bearing: who its reader is as a coder, and how far its store has counted. Never in a backup. */

import { z } from '../zod';
import { Count, Id } from './common';

export const Installation = z.object({
  key: z.literal('here'),
  coderId: Id,
  /** The highest counter that it has seen. */
  counter: Count,
  /** Steps up to this counter have been forgotten. */
  forgotten: Count,
});
export type Installation = z.infer<typeof Installation>;
