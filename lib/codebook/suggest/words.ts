/**
 * The words of a text as suggestions compare them: each with its place, its stem and its plain form; and which words say little
 * by themselves.
 */
import { plainWords, spelling, stem } from '../../text';
import { Bounded, remember } from '../remember';

export interface Word {
  /** Offsets in the text. */
  start: number;
  end: number;
  /** Folded, its spelling folded, without plural and possessive endings: "organizations’" is "organisation". */
  form: string;
  /** Its stem, in one spelling: "organisational" and "organizations" share one. */
  stem: string;
  /** Without the endings of grammar only: "trained" and "training" share it, "opened" and "openness" share no more than a stem. */
  base: string;
  /** Which stretch between commas, brackets and stops it is in, counted from 0. */
  stretch: number;
  /** As it is written, folded. */
  plain: string;
  /** Two to five capitals: "IT", "HR". */
  capitals: boolean;
  /** A word of grammar: "of", "the". */
  small: boolean;
  /** Of a compound ("well-being"): the stem of its parts written as one word, and how many words those are. */
  joined?: { stem: string; form: string; base: string; length: number };
}

/** A statement is a few sentences. Of a longer text only so much is looked at. */
export const LONGEST_TEXT = 4_000;

const SMALL_WORDS =
  'a an the of in on at to for from by with within without and or as is are be been being was were it its their his her our ' +
  'this that these those who whom whose which than into about between among across through during over under per via i we they ' +
  'he she you my your them us me there here has have had having do does did also such so but if then both each some any more most well very much many ' +
  'will would can could may might shall should must';

/**
 * Words that name the field rather than an influence: nearly every sentence of an article on implementation has one. By itself
 * such a word is the weakest of hints, and a longer word does not match it by its stem ("staffing" is not "staff").
 */
const FIELD_WORDS =
  'support staff service patient client peer worker work health care practice implementation implement organisation organise ' +
  'organisational role people person individual need access external internal innovation intervention programme program user ' +
  'professional system process provider clinician nurse practitioner facilitator use other time experience setting hospital ' +
  'community study research group family consumer recipient environment change level factor social local deliverer member ' +
  'employee personnel improve development condition outcome clinical mental public quality';

/**
 * Words that research prose also uses in another sense ("the course of the illness", "evidence that", "selected at random", "a
 * team of researchers"): alone they are a hint, not enough for a chip.
 */
const EVERYDAY_WORDS =
  'course culture value norm space money selection select selected communication network evidence effective effectiveness ' +
  'benefit advantage useful helpful length technology capacity plan planned planning team colleague concern director executive ' +
  'leave leaving knowledge aware awareness climate contract progression guideline government political policy regulation law ' +
  'stress emotional emotion material cost economic financial retention retain recognition adapt adapted adaptation flexible ' +
  'complex complexity simple involve involvement involving engage engagement participation familiar resistance acceptance ' +
  'education curriculum design manual format trial pilot control ability skill understanding target priority goal attention ' +
  'memory power recruit recruitment attrition resource fund funding grant insurance investment paid pay compensation ' +
  'fit alignment align integrated advocate partner partnership relationship trust inclusion meeting feedback monitoring audit ' +
  'evaluation reflect habit hope intention risk consequence perception opinion belief motivation commitment confidence ' +
  'competence expertise proficiency standard certification qualification registration equity inequality gender conflict strike ' +
  'rural building location room layout infrastructure facility equipment device supply software platform computer market ' +
  'competition campaign law employ employment candidate hire price budget norm preparation consultation timeline doing adherence ' +
  'fidelity respect scale isolation isolated modification modify modified fear worry anxiety distress philosophy hierarchy reward ' +
  'penalty prompt remember attitude expected capable decision participatory prevention poverty inspection broken ' +
  'coordination cooperation collaboration collaborative discrimination agenda mission purpose email legal reform better ' +
  'salary wage income transport welfare disaster crisis expensive opportunity availability autonomy identity optimism optimistic ' +
  'pessimism pessimistic depression affect anger frustration frustrated forget tiredness hopeless regret proximal distal valued ' +
  'probable positive adjust adjusted relapse information guidance coordinator dignity equality connection preference controlled barrier ' +
  'compatible compatibility complicated reversible credible benchmark proven influential boundary reinforcement punishment ' +
  'reflecting';

let small: Set<string> | undefined;

function smallWords(): Set<string> {
  small ??= new Set(SMALL_WORDS.split(' '));
  return small;
}

let kinds: Map<string, Kind> | undefined;

/** What the lists make of each stem, made when first asked for: a script that never suggests does not pay for it. */
function kindsByStem(): Map<string, Kind> {
  kinds ??= new Map([
    ...EVERYDAY_WORDS.split(' ').map((word): [string, Kind] => [stemOf(word), 'everyday']),
    ...FIELD_WORDS.split(' ').map((word): [string, Kind] => [stemOf(word), 'field']),
  ]);
  return kinds;
}

const APOSTROPHES = /[\u2019\u02bc\uff07]/g;
const WORD = /[\p{L}\p{N}\p{M}]+(?:['\u2019\u02bc\uff07][\p{L}\p{M}]+)?/gu;
/** What is between two words of a compound: one hyphen. */
const HYPHEN = /^[\u002d\u2010\u2011]$/;
const CAPITALS = /^\p{Lu}{2,5}$/u;
const BREAK = /[,;:.!?()[\]{}\u2013\u2014/]/;

function stemOf(word: string): string {
  return spelling(stem(word));
}

/** "policies" and "policy's" are "policy"; "success" stays. */
function singular(word: string): string {
  const own = word.replace(/'s?$/, '');
  if (own.length < 4 || !own.endsWith('s')) return own;
  if (own.endsWith('ies')) return `${own.slice(0, -3)}y`;
  return /(?:ss|us|is)$/.test(own) ? own : own.slice(0, -1);
}

/** A short word that takes "e" again without its ending: "hir" of "hired", "us" of "used"; not "ask" of "asked". */
const LOST_E = /^(?:[^aeiou]?[aeiou][^aeiouwxy])$/;

/** "tried" is "try", "planning" is "plan", "shared" is "shar", as is "share". */
function baseOf(form: string): string {
  if (form.endsWith('ied')) return `${form.slice(0, -3)}y`;
  const cut =
    form.length > 5 || form.endsWith('ed') ? form.replace(/(?<=..)(?:ing|ed)$/, '') : form;
  if (cut === form) return form.length > 4 ? form.replace(/e$/, '') : form;
  if (LOST_E.test(cut)) return `${cut}e`;
  return cut.length > 3 ? cut.replace(/([bdgklmnprt])\1$/, '$1') : cut;
}

function folded(word: string): string {
  // The apostrophe is kept by hand: folding takes it for the end of a word.
  return word.replace(APOSTROPHES, "'").split("'").map(plainWords).join("'");
}

const formOf = (plain: string): string => spelling(singular(plain));

/** The base of a single plain word, without the work of its stem: hundreds are filed when the first text is looked at. */
export const plainBase = (word: string): string => baseOf(formOf(word));

type Shape = Pick<Word, 'plain' | 'form' | 'base' | 'stem' | 'small' | 'capitals'>;

const MOST_SHAPES = 20_000;

/** Folding and stemming a word takes longer than all else here. */
const shapeOf = remember((word: string): Shape => {
  const plain = folded(word);
  const form = formOf(plain);
  return {
    ...{ plain, form, base: baseOf(form), stem: stemOf(plain) },
    ...{ small: smallWords().has(plain), capitals: CAPITALS.test(word) },
  };
}, new Bounded<string, Shape>(MOST_SHAPES));

/** "step-by-step" is a compound; a chain of more parts is not a word. */
const MOST_PARTS = 4;

/** The words of a text; only the first LONGEST_TEXT characters of it are read. */
export function wordsOf(text: string): Word[] {
  const read = text.slice(0, LONGEST_TEXT);
  const words: Word[] = [];
  let stretch = 0;
  let compoundFrom = 0;
  for (const found of read.matchAll(WORD)) {
    const before = words.at(-1);
    const between = read.slice(before?.end ?? 0, found.index);
    if (before && BREAK.test(between)) stretch += 1;
    const place = { start: found.index, end: found.index + found[0].length, stretch };
    words.push({ ...shapeOf(found[0]), ...place });
    const parts = words.slice(compoundFrom);
    if (HYPHEN.test(between) && parts.length <= MOST_PARTS) join(parts);
    else compoundFrom = words.length - 1;
  }
  return words;
}

/** The parts of a compound are one word, too. */
function join(parts: readonly Word[]): void {
  const [first] = parts;
  if (first) first.joined = { ...asOne(...parts), length: parts.length };
}

/** Several words as one: "non peer" is "nonpeer". */
export function asOne(...words: Word[]): Pick<Word, 'stem' | 'form' | 'base'> {
  const { stem, form, base } = shapeOf(words.map(({ plain }) => plain).join(''));
  return { stem, form, base };
}

export type Kind = 'field' | 'everyday' | 'telling';

/** How much a word tells by itself of what a text is about. */
export const kindOf = (stemmed: string): Kind => kindsByStem().get(stemmed) ?? 'telling';
