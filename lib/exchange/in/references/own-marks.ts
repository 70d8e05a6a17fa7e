/** What our own exports add to a paper for other programs (lib/exchange/out): it is not the paper's, and goes when it returns. */
import { IN_PRESS } from '../../../model';

const KEYWORD = /^(?:Progress|Eligibility|Influence): /;
const INFLUENCE = 'Influence: ';
const STANCES = ['supporting', 'contrasting', 'mentioning', 'mixed'];
const NOTE = 'Evidence map: ';
const IS_PREPRINT = /^preprint of (https:\/\/doi\.org\/\S+)$/;

type Stated = readonly (string | undefined)[];

interface OwnTexts {
  status: Stated;
  preprintOf: Stated;
}

/** Keywords and notes without them, and the facts that were written as notes. */
export function withoutOwnMarks(
  keywords: readonly string[],
  notes: readonly string[],
): { keywords: string[]; notes: string[]; texts: OwnTexts } {
  const labels = keywords.filter((word) => word.startsWith(INFLUENCE));
  const tallies = new Set(
    labels.flatMap((word) => STANCES.map((stance) => `${word.slice(INFLUENCE.length)}: ${stance}`)),
  );
  const facts = notes.map(factsIn);
  return {
    keywords: keywords.filter((word) => !KEYWORD.test(word) && !tallies.has(word)),
    notes: notes.filter((_, i) => !facts[i]?.isAll),
    texts: {
      status: facts.map(({ status }) => status),
      preprintOf: facts.map(({ preprintOf }) => preprintOf),
    },
  };
}

/** `isAll`: the note holds nothing else. */
function factsIn(note: string): { status?: string; preprintOf?: string; isAll?: boolean } {
  if (!note.startsWith(NOTE)) return {};
  const parts = note.slice(NOTE.length).split('; ');
  const preprintOf = parts.map((part) => IS_PREPRINT.exec(part)?.[1]).find(Boolean);
  const isInPress = parts.length === 1 && parts[0] === IN_PRESS;
  return {
    ...(preprintOf && { preprintOf }),
    ...(isInPress && { status: IN_PRESS }),
    isAll: isInPress || (parts.length === 1 && preprintOf !== undefined),
  };
}
