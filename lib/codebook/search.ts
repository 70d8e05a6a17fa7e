/** Type-ahead over influences: a few letters, and the one that is meant stands first. */
import type { Codebook } from '../model';
import { plainWords, spelling } from '../text';
import {
  type InfluenceIndex,
  influenceKey,
  influencesOf,
  type ListedInfluence,
} from './influences';
import { remember } from './remember';

/** Why an influence matches, best first. */
const MATCH_REASONS = [
  'label', // the label, or the framework's code, begins with the query
  'word', // words of the label begin with the words of the query
  'initials', // "rd": role definition
  'alias',
  'cue',
  'inside', // the query stands within the label, or its words do in another order
  'letters', // its letters stand in the label in order
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface InfluenceMatch extends ListedInfluence {
  /** Null when nothing was typed. */
  reason: MatchReason | null;
  /** The alias or cue that matched, to be shown beside the label. */
  via?: string;
}

export interface SearchOptions {
  /** Influences last used, newest first, as `influenceKey` writes them: "psw-core/psw.culture". */
  recent?: readonly string[];
  /** At most so many. Default: all. */
  limit?: number;
  /** Only influences of these can be chosen, under the names that all the codebooks together give them. Default: all. */
  among?: readonly Codebook[];
}

/** "sa" is all of "Staff attitudes" and a part of "Stigma and public attitudes": less than one reason is worth. */
const PART = 0.5;

/** A query or a label longer than this is not somebody's typing. */
const LONGEST = 200;

/** A phrase in the forms that a query is held against. */
interface Phrase {
  text: string;
  words: string[];
  /** Without blanks: "well-being" is "wellbeing". */
  compact: string;
}

interface Entry {
  match: Omit<InfluenceMatch, 'reason'>;
  code: string;
  /** Each phrase plainly folded, and with spelling folded too. */
  label: Phrase[];
  initials: string[];
  aliases: { shown: string; phrases: Phrase[] }[];
  cues: { shown: string; phrases: Phrase[] }[];
}

/**
 * Influences that match the query: label beginnings, then word beginnings, initials, aliases, cues, parts
 * of the label, letters in order. Equal matches: those last used first, then the order of the codebooks.
 * Nothing typed: all, those last used first. Case, diacritics and British or American spelling do not matter.
 */
export function searchInfluences(
  query: string,
  codebooks: readonly Codebook[],
  options: SearchOptions = {},
): InfluenceMatch[] {
  const { recent = [], limit = Number.POSITIVE_INFINITY, among = codebooks } = options;
  const typed = phrases(query.slice(0, LONGEST));
  const nothing = typed.every((phrase) => phrase.text === '');
  // What was typed has no letter or digit at all ("?!"): nothing is meant, so nothing matches.
  if (nothing && query.trim() !== '') return [];

  const place = new Map(recent.map((key, i) => [key, i]));
  const found: { rank: number; recent: number; order: number; match: InfluenceMatch }[] = [];
  for (const [order, entry] of entriesOf(influencesOf(codebooks)).entries()) {
    if (!among.includes(entry.match.codebook)) continue;
    const hit: Hit | { reason: null; isPart?: false } | null = nothing
      ? { reason: null }
      : matchEntry(entry, typed, query);
    if (!hit) continue;
    found.push({
      rank: hit.reason === null ? 0 : MATCH_REASONS.indexOf(hit.reason) + (hit.isPart ? PART : 0),
      recent: place.get(influenceKey(entry.match)) ?? Number.POSITIVE_INFINITY,
      order,
      match: { ...entry.match, reason: hit.reason, ...('via' in hit && { via: hit.via }) },
    });
  }
  found.sort((a, b) => a.rank - b.rank || compare(a.recent, b.recent) || a.order - b.order);
  return found.slice(0, limit).map(({ match }) => match);
}

/** Not `a - b`: infinity less infinity is no number. */
function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

// Codebooks do not change while the reader types; keyed by the index, which is made anew when one is edited.
const entriesOf = remember((index: InfluenceIndex): Entry[] => {
  const named = (shown: string) => ({ shown, phrases: phrases(shown.slice(0, LONGEST)) });
  return index.all.map((match): Entry => {
    const { influence, label } = match;
    // The bare label counts as a beginning too: "inno" finds "Engaging: Innovation Deliverers".
    const labels = [...new Set([influence.label, label])].flatMap((l) =>
      phrases(l.slice(0, LONGEST)),
    );
    return {
      match,
      code: (influence.code ?? '').toLowerCase(),
      label: labels,
      initials: [...new Set(labels.flatMap(({ words }) => initials(words)))],
      aliases: influence.aliases.map(named),
      cues: influence.cues.map(named),
    };
  });
}, new WeakMap());

function phrases(text: string): Phrase[] {
  const one = plainWords(text);
  return [...new Set([one, spelling(one)])].map((form) => ({
    text: form,
    words: form.split(' '),
    compact: form.replaceAll(' ', ''),
  }));
}

type Hit = { reason: MatchReason; via?: string; isPart?: boolean };

function matchEntry(entry: Entry, typed: readonly Phrase[], query: string): Hit | null {
  const code = query.trim().toLowerCase();
  if (entry.code !== '' && entry.code.startsWith(code)) return { reason: 'label' };
  const any = (test: (label: Phrase, typed: Phrase) => boolean, labels = entry.label) =>
    labels.some((label) => typed.some((phrase) => test(label, phrase)));

  if (any(begins)) return { reason: 'label' };
  if (any(wordsBegin)) return { reason: 'word' };
  const hits = typed.flatMap(({ compact }) =>
    compact.length > 1 ? entry.initials.filter((letters) => letters.startsWith(compact)) : [],
  );
  if (hits.length) {
    const isPart = !typed.some(({ compact }) => hits.includes(compact));
    return { reason: 'initials', isPart };
  }
  for (const reason of ['alias', 'cue'] as const) {
    const list = reason === 'alias' ? entry.aliases : entry.cues;
    const hit = list.find(({ phrases }) =>
      any((l, t) => begins(l, t) || wordsBegin(l, t), phrases),
    );
    if (hit) return { reason, via: hit.shown };
  }
  // One letter stands in nearly every label: no hint of what is meant.
  if (typed.every(({ compact }) => compact.length < 2)) return null;
  if (any(standsInside)) return { reason: 'inside' };
  return any((label, phrase) => lettersInOrder(label, phrase.compact))
    ? { reason: 'letters' }
    : null;
}

function begins(label: Phrase, typed: Phrase): boolean {
  return label.text.startsWith(typed.text) || label.compact.startsWith(typed.compact);
}

/** Every typed word begins a word of the label, in the label's order: "rol def"; "well-being" "wellbeing". */
function wordsBegin(label: Phrase, typed: Phrase): boolean {
  if (label.words.some((_, i) => label.words.slice(i).join('').startsWith(typed.compact))) {
    return true;
  }
  let at = 0;
  for (const word of typed.words) {
    while (at < label.words.length && !label.words[at]?.startsWith(word)) at += 1;
    if (at === label.words.length) return false;
    at += 1;
  }
  return true;
}

/** Anywhere in the label, or word by word in another order: "culture org". */
function standsInside(label: Phrase, typed: Phrase): boolean {
  if (label.compact.includes(typed.compact)) return true;
  return typed.words.every((word) => label.words.some((own) => own.startsWith(word)));
}

/** The first letter must begin a word: else short queries match by accident. */
function lettersInOrder(label: Phrase, letters: string): boolean {
  return label.words.some((word, i) => {
    if (word[0] !== letters[0]) return false;
    const rest = label.words.slice(i).join('');
    let at = 0;
    for (const letter of rest) {
      if (letter === letters[at]) at += 1;
      if (at === letters.length) return true;
    }
    return false;
  });
}

const SMALL_WORDS = new Set(['a', 'an', 'and', 'by', 'for', 'in', 'of', 'on', 'or', 'the', 'to']);

/** First letters of the words, once with the small words and once without: "topw", "tpw". */
export function initials(words: readonly string[]): string[] {
  const first = (list: readonly string[]) => list.map((word) => word[0] ?? '').join('');
  const all = first(words);
  const big = first(words.filter((word) => !SMALL_WORDS.has(word)));
  return all === big ? [all] : [all, big];
}
