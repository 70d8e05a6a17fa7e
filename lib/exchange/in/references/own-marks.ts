/** What our own exports add to a paper for other programs (lib/exchange/out): it is not the paper's, and goes when it returns. */
import { IN_PRESS } from '../../../model';

/** How far a paper was read, what it is tagged with, and what was said of it since it came out. */
const KEYWORD =
  /^(?:(?:Progress|Eligibility|Influence): |(?:Retracted|Expression of concern|Corrected)$)/;
const INFLUENCE = 'Influence: ';
const STANCES = ['supporting', 'contrasting', 'mentioning', 'mixed', 'second-hand only'];
/** Sums a paper up: all of it is worked out from tags, but for the facts among its parts. */
const NOTE = 'Evidence map: ';
const PARTS = /; | \| /;
/** One tag, which comes back with a backup, not with a library. */
const TAG = /^Evidence tag: .* \| tag id: [\da-f-]{36}$/;
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
    notes: notes.filter((note) => !note.startsWith(NOTE) && !TAG.test(note)),
    texts: {
      status: facts.map(({ status }) => status),
      preprintOf: facts.map(({ preprintOf }) => preprintOf),
    },
  };
}

function factsIn(note: string): { status?: string; preprintOf?: string } {
  if (!note.startsWith(NOTE)) return {};
  const parts = note.slice(NOTE.length).split(PARTS);
  const preprintOf = parts.map((part) => IS_PREPRINT.exec(part)?.[1]).find(Boolean);
  return {
    ...(preprintOf && { preprintOf }),
    ...(parts.includes(IN_PRESS) && { status: IN_PRESS }),
  };
}
