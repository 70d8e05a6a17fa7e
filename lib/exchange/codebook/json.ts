/** One codebook as documented JSON of ours: read back, it is the same record. */
import { isBuiltIn, isShipped } from '../../codebook';
import { inTreeOrder } from '../../codebook/outline';
import { Codebook } from '../../model';
import { isObject } from '../in/json-value';
import { MAX_DEPTH } from '../in/rejected';
import { depthOf, findUnsafeKey } from '../in/safe-json';
import type { CodebookReading } from './qdc';

export const CODEBOOK_FORMAT = 'bearing-codebook';
/** Raised when an older Bearing could no longer read the file without loss. */
const CODEBOOK_VERSION = 1;

export const writeCodebookJson = (codebook: Codebook): string =>
  `${JSON.stringify({ format: CODEBOOK_FORMAT, version: CODEBOOK_VERSION, codebook }, null, 2)}\n`;

export const isCodebookJson = (json: unknown): boolean =>
  isObject(json) && json.format === CODEBOOK_FORMAT;

/** Never throws, whatever the value is. */
export function readCodebookJson(json: unknown): CodebookReading {
  const no = (what: string): CodebookReading => ({
    ok: false,
    problem: `${what}. Nothing was imported.`,
  });
  if (!isObject(json) || json.format !== CODEBOOK_FORMAT)
    return no('This file is not a codebook of Bearing');
  if (json.version !== CODEBOOK_VERSION)
    return no('This codebook file was written by a newer Bearing: update this one to import it');
  if (depthOf(json, MAX_DEPTH) > MAX_DEPTH || findUnsafeKey(json))
    return no('This codebook file has parts that no codebook has');
  const parsed = Codebook.safeParse(json.codebook);
  if (!parsed.success) {
    const where = parsed.error.issues[0]?.path.join('.') ?? '';
    return no(`This codebook file is damaged: its “${where}” is missing or malformed`);
  }
  const { data } = parsed;
  const ids = new Set(data.influences.map(({ id }) => id));
  if (ids.size !== data.influences.length)
    return no('This codebook file is damaged: two of its influences have one id');
  // A file can claim to be Bearing's own codebook: only what Bearing ships is, and that needs no file.
  const codebook = isShipped(data)
    ? data
    : { ...data, builtIn: false, compiled: false, influences: inTreeOrder(data.influences) };
  if (isBuiltIn(data.id) && !isShipped(data))
    return no(
      'This codebook file has the id of a codebook that comes with Bearing, in another version',
    );
  return { ok: true, codebook, problems: [] };
}
