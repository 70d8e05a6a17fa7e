/** A codebook as suggestions look it up: its phrases, the words of its labels, and its definitions. Made once for each codebook. */
import type { Codebook, Influence } from '../../model';
import { remember } from '../remember';
import { type Definitions, definitionsOf } from './definitions';
import { filePhrases, type Phrases, termsOf } from './phrases';
import { relatedWords } from './related';
import type { Related } from './related-people';
import { KIND, LABEL_WORD, LIKE_A_NAME, SHARED, SHORTENED, SOURCE } from './weights';
import { fileWordings, type Wordings } from './wordings';
import { kindOf, wordsOf } from './words';

/** Where a phrase comes from. */
export type Source = keyof typeof SOURCE | 'word';

export interface Entry {
  /** Index of the influence in the codebook. */
  influence: number;
  source: Source;
  worth: number;
  /** One everyday word (words.ts). */
  everyday: boolean;
}

export interface CodebookIndex {
  phrases: Phrases<Entry>;
  wordings: Wordings<WordingTarget>;
  definitions: Definitions;
}

/** What a way of putting things is for, with the name of it that a reader is told. */
export interface WordingTarget {
  entry: Entry;
  name: string;
}

export const lookUp: (codebook: Codebook) => CodebookIndex = remember(
  (codebook) => ({
    phrases: phrasesOf(codebook),
    wordings: wordingsOf(codebook),
    definitions: definitionsOf(codebook),
  }),
  new WeakMap(),
);

let filed: Phrases<Related> | undefined;

/** The names of related words, filed when first asked for. */
function names(): Phrases<Related> {
  filed ??= filePhrases(
    relatedWords().flatMap((one) => one.of.split(', ').map((phrase) => ({ phrase, value: one }))),
  );
  return filed;
}

/** The parts of a label: "Leadership and management support" names two things. */
const PARTS = /[,;:/&()]|\b(?:and|or)\b/i;

interface Part {
  phrase: string;
  /** Its share of a label's worth. */
  share: number;
}

/** "Patient needs and engagement" also names patient engagement; engagement alone only in part. */
function partsOf(label: string): Part[] {
  const parts = label.split(PARTS).flatMap((part) => part.trim() || []);
  const [first = '', ...others] = parts;
  const lead = termsOf(first);
  const head = lead.length > 1 ? first.split(/\s+/)[0] : undefined;
  const shortened = (part: string) => head !== undefined && termsOf(part).length === 1;
  return [
    { phrase: label, share: 1 },
    ...(others.length ? [{ phrase: first, share: 1 }] : []),
    ...others.map((phrase) => ({ phrase, share: shortened(phrase) ? SHORTENED : 1 })),
    ...others.filter(shortened).map((part) => ({ phrase: `${head} ${part}`, share: 1 })),
  ];
}

/** The lines of related words that a label names; a name inside a longer one that it has is not meant. */
function linesFor(label: string): Related[] {
  const words = wordsOf(label);
  const found = names()
    .find(words)
    .filter(({ likeness }) => likeness >= LIKE_A_NAME);
  const meant = found.filter(
    ({ at }) =>
      !found.some((other) => other.at.length > at.length && at.every((i) => other.at.includes(i))),
  );
  return [...new Set(meant.map(({ value }) => value))];
}

const listed = (line: Related): { phrase: string; line: Related }[] =>
  [...line.of.split(', '), ...line.words.split(', ')].map((phrase) => ({ phrase, line }));

interface Raw extends Part {
  influence: number;
  source: Source;
  /** Of related words: the line that has them. */
  line?: Related;
}

function rawOf(influence: Influence, index: number): Raw[] {
  const raw = (source: Source, phrases: readonly string[]) =>
    phrases.map((phrase) => ({ phrase, share: 1, influence: index, source }));
  const label = wordsOf(influence.label).filter(({ small }) => !small);
  return [
    ...partsOf(influence.label).map((part) => ({
      ...part,
      influence: index,
      source: 'label' as const,
    })),
    ...raw('alias', influence.aliases),
    ...raw('cue', influence.cues),
    ...linesFor(influence.label)
      .flatMap(listed)
      .map((one) => ({ ...one, share: 1, influence: index, source: 'related' as const })),
    ...raw(
      'word',
      label.length > 1 ? label.map(({ start, end }) => influence.label.slice(start, end)) : [],
    ),
  ];
}

/** The terms of a phrase, whatever its spelling: what makes two phrases the same. */
const keyOf = (phrase: string): string =>
  termsOf(phrase)
    .map(({ form }) => form)
    .join(' ');

function phrasesOf(codebook: Codebook): Phrases<Entry> {
  const best = new Map<string, Map<number, Raw & { worth: number }>>();
  for (const raw of codebook.influences.flatMap(rawOf)) {
    const key = keyOf(raw.phrase);
    if (!key) continue;
    const worth = worthOf(raw);
    const having = best.get(key) ?? new Map();
    best.set(key, having);
    if (worth > (having.get(raw.influence)?.worth ?? 0))
      having.set(raw.influence, { ...raw, worth });
  }
  const top = topmost(codebook);
  return filePhrases([...best.values()].flatMap((having) => meant([...having.values()], top)));
}

/** An influence that has a name of a line of related words in its label. */
interface Heading {
  influence: number;
  line?: Related;
}

type Topmost = <T extends Heading>(those: readonly T[]) => T[];

/**
 * Of several influences, those that are under none of the others that have the same line of related words: what "Knowledge" and
 * "Procedural knowledge" under it share adds nothing to the first.
 */
function topmost({ influences }: Codebook): Topmost {
  const index = new Map(influences.map(({ id }, i) => [id, i]));
  const parents = influences.map(({ parent }) => index.get(parent as string));
  const isUnder = ({ influence, line }: Heading, those: readonly Heading[]) => {
    const met = new Set([influence]);
    for (let at = parents[influence]; at !== undefined && !met.has(at); at = parents[at]) {
      const upper = at;
      if (those.some((other) => other.influence === upper && other.line === line)) return true;
      met.add(at);
    }
    return false;
  };
  return (those) => those.filter((one) => !isUnder(one, those));
}

/** Ways of putting what the labels name. One that several influences share points at none of them. */
function wordingsOf(codebook: Codebook): Wordings<WordingTarget> {
  const { influences } = codebook;
  const top = topmost(codebook);
  const users = new Map<Related, Heading[]>();
  influences.forEach(({ label }, i) => {
    for (const line of linesFor(label))
      users.set(line, [...(users.get(line) ?? []), { influence: i, line }]);
  });
  return fileWordings(
    [...users].flatMap(([{ of, wordings = [] }, all]) => {
      const those = top(all);
      return wordings.flatMap((pattern) =>
        those.map(({ influence }) => {
          const worth = SOURCE.wording / those.length ** SHARED;
          const entry: Entry = { influence, source: 'wording', worth, everyday: false };
          return { pattern, value: { entry, name: of.split(', ')[0] as string } };
        }),
      );
    }),
  );
}

/** Of those that have one phrase: the codebook decides whose it is, and related words are for where it does not. */
function meant(
  having: readonly (Raw & { worth: number })[],
  top: Topmost,
): { phrase: string; value: Entry }[] {
  const own = having.filter(({ source }) => source !== 'related' && source !== 'word');
  const kept = own.length ? own : top(having);
  return kept.map(({ phrase, influence, source, worth }) => ({
    phrase,
    value: {
      ...{ influence, source, worth: worth / kept.length ** SHARED },
      everyday: kindOfPhrase(phrase) === 'everyday',
    },
  }));
}

function worthOf({ phrase, share, source }: Raw): number {
  return share * (source === 'word' ? LABEL_WORD : SOURCE[source]) * KIND[kindOfPhrase(phrase)];
}

function kindOfPhrase(phrase: string): keyof typeof KIND {
  const terms = termsOf(phrase).filter(({ small }) => !small);
  const telling = terms.some(({ stem }) => kindOf(stem) !== 'field');
  return terms.length > 1 && telling ? 'phrase' : kindOf(terms[0]?.stem ?? '');
}
