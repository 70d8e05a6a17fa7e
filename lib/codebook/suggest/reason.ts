/** Why an influence is suggested: what of it matched, and where. */
import type { Source } from './entries';
import type { Weighed } from './meant';
import type { Word } from './words';

export interface SuggestionReason {
  /**
   * What of the influence matched; 'related': words that mean the same; 'wording': a way of putting it; 'word': one of the label's
   * words.
   */
  source: Source | 'definition';
  /** The phrase as the codebook has it; of a wording, what it is a way of putting; empty for a definition. */
  phrase: string;
  /** Where its words are in the text: offsets, in order, neighbours joined. */
  places: { start: number; end: number }[];
}

/** @param isDefined is a stem one of the influence's definition? Asked where none of its phrases is in the text */
export function reasonOf(
  found: Weighed | undefined,
  words: readonly Word[],
  isDefined: (stem: string) => boolean,
): SuggestionReason {
  if (found)
    return { source: found.value.source, phrase: found.phrase, places: placesOf(found.at, words) };
  const shared = words.flatMap(({ small, stem }, i) => (!small && isDefined(stem) ? [i] : []));
  return { source: 'definition', phrase: '', places: placesOf(shared, words) };
}

/** Offsets of words, neighbours as one place. */
function placesOf(at: readonly number[], words: readonly Word[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  let before = Number.NaN;
  for (const i of at) {
    const word = words[i];
    const last = places.at(-1);
    if (!word) continue;
    if (last && i === before + 1) last.end = word.end;
    else places.push({ start: word.start, end: word.end });
    before = i;
  }
  return places;
}

const NAMES: Readonly<Record<SuggestionReason['source'], string>> = {
  label: 'label',
  alias: 'alias',
  cue: 'cue',
  related: 'related words',
  wording: 'wording for',
  word: 'a word of the label',
  definition: 'words of the definition',
};

/** The reason in words, for people: alias “role description”: “description of the role”. */
export function reasonText({ source, phrase, places }: SuggestionReason, text: string): string {
  const quoted = places.map(({ start, end }) => `“${text.slice(start, end)}”`).join(' … ');
  return `${NAMES[source]}${phrase ? ` “${phrase}”` : ''}: ${quoted}`;
}
