/** Small schemas that the records share. */
import { LONGEST_SHORT_TEXT, LONGEST_TEXT } from '../limits';
import { z } from '../zod';

/** Every record's id: a UUID, so that records of two devices or coders can be merged. */
export const Id = z.uuid();

/** A moment, ISO 8601 in UTC with milliseconds, as `new Date().toISOString()` gives it. */
export const Timestamp = z.iso.datetime();

/** A codebook's id. Without white space: its key is the id and the version with a blank between them, split at the first. */
export const CodebookId = z.string().max(120).regex(/^\S+$/);

export const shortText = z.string().max(LONGEST_SHORT_TEXT);
/** One schema for all optional fields: each surface makes every schema at its start. */
export const optionalText = shortText.optional();
export const longText = z.string().max(LONGEST_TEXT);

/** How many, or which from 0: of steps, tags, characters. */
export const Count = z.number().int().min(0);
