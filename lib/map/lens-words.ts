/** The sentences under a map that is seen through another codebook: which links it rests on. */
import type { Codebook } from '../model';
import { displayText, namesInWords } from '../text';
import { type Lens, passedThrough } from './lens';

const NAMED = 4;

/**
 * "Seen through CFIR (version 2022): 5 of 6 tagged influences are linked to it; 3 links pass through Peer support": under
 * every drawing of such a map and in its text.
 * @param nameOf the name of a codebook by its id
 */
export function lensNote(
  { linked, notLinked, through }: Pick<Lens, 'linked' | 'notLinked' | 'through'>,
  { name, version }: Pick<Codebook, 'name' | 'version'>,
  nameOf: (codebookId: string) => string,
): string {
  const all = linked + notLinked.length;
  const passed = [...passedThrough(through)].map(
    ([id, links]) => `${linksPass(links)} through ${displayText(nameOf(id))}`,
  );
  return [
    `Seen through ${displayText(name)} (version ${displayText(version)})`,
    `: ${linked} of ${all} tagged ${all === 1 ? 'influence is' : 'influences are'} linked to it`,
    passed.length ? `; ${namesInWords(passed, NAMED)}` : '',
  ].join('');
}

const linksPass = (links: number) => (links === 1 ? '1 link passes' : `${links} links pass`);
