/** The methods line: how a map was counted, in words that can stand under a figure or in a paper. */
import { codebookCaveats } from '../codebook/caveats';
import type { Codebook } from '../model';
import { attentionNote, denominatorNote, rollUpNote, unitCount } from './notes';
import type { EvidenceMap } from './types';

export interface MethodsContext {
  reviewName?: string;
  codebooks?: readonly Pick<Codebook, 'name' | 'version' | 'kind' | 'complete'>[];
  /** Names of the coders whose tags are counted. */
  coders?: readonly string[];
  /** What of the tags was chosen to be counted; undefined where all are. */
  only?: string;
  /** ISO 8601; the day of it is printed. */
  at?: string;
}

/** One line: N and what it is, in which unit, what was counted, codebooks with versions, day, and the attention note. */
export function methodsLine(
  map: Pick<EvidenceMap, 'totals' | 'options'>,
  context: MethodsContext = {},
): string {
  const { totals, options } = map;
  const { reviewName, codebooks = [], coders = [], only, at } = context;
  const parts = [
    `N = ${unitCount(totals.N, options.unit)} (${denominatorNote(map)})`,
    options.unit === 'families'
      ? 'a study family counts once per influence, with the stances of its papers taken together'
      : 'a paper counts once per influence',
    options.secondHand
      ? 'second-hand statements counted'
      : 'second-hand statements not counted in n',
    'Wilson 95 % intervals',
  ];
  const broader = rollUpNote(map);
  if (broader) parts.push(broader.charAt(0).toLowerCase() + broader.slice(1));
  if (only) parts.push(`only some tags counted: ${only}`);
  if (coders.length > 0) parts.push(`tags by ${coders.join(', ')}`);
  if (codebooks.length > 0) {
    const named = codebooks
      .map(
        (one) => `${one.name} (${[`version ${one.version}`, ...codebookCaveats(one)].join('; ')})`,
      )
      .join(', ');
    parts.push(`${codebooks.length === 1 ? 'codebook' : 'codebooks'}: ${named}`);
  }
  if (at) parts.push(at.slice(0, 10));
  const title = reviewName ? `Evidence map of “${reviewName}”: ` : 'Evidence map: ';
  return `${title}${parts.join('; ')}. ${attentionNote(options.unit)}.`.replace(/\s+/g, ' ');
}
