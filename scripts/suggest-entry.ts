/** What `npm run suggest` and its bench run in Node: the product's own suggestions, over plain JSON. */
import {
  BUILT_IN_CODEBOOKS,
  isBuiltIn,
  loadShipped,
  reasonText,
  shippedText,
  suggestFor,
} from '../lib/codebook';
import { Codebook } from '../lib/model';

/** A built-in codebook by its id; undefined if Bearing has none of that name. */
async function builtIn(id: string): Promise<Codebook | undefined> {
  if (!isBuiltIn(id)) return undefined;
  const ref = BUILT_IN_CODEBOOKS.find((one) => one.id === id);
  if (!ref) return undefined;
  await loadShipped([ref]);
  return shippedText(ref);
}

/** @throws {Error} where the JSON is not a codebook */
const codebookFrom = (json: unknown): Codebook => Codebook.parse(json);

/** The suggestions for one text, as the command prints them. */
function suggestions(text: string, codebooks: readonly Codebook[], asked: boolean) {
  return suggestFor(text, codebooks, { asked }).map(({ influenceId, label, reason }) => ({
    ...{ id: influenceId, label, why: reasonText(reason, text) },
  }));
}

Object.assign(globalThis, { bearingSuggest: { builtIn, codebookFrom, suggestions } });
