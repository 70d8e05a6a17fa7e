/**
 * The stem of an English word, by Porter2 (Porter 2002, https://snowballstem.org/algorithms/english/stemmer.html): what
 * "training", "trained" and "trains" have in common. For comparing words with words; a stem is not a word itself.
 *
 * As in Porter's text, Y marks a "y" that is a consonant, and the steps are numbered as there.
 */

const VOWEL = /[aeiouy]/;
const DOUBLE = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
/** What may come before the "li" that step 2 takes off. */
const BEFORE_LI = /[cdeghkmnrt]$/;
const SHORT_SYLLABLE = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/;

/** Words whose stem the rules would get wrong, and words that stay as they are. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  skis: 'ski',
  skies: 'sky',
  dying: 'die',
  lying: 'lie',
  tying: 'tie',
  idly: 'idl',
  gently: 'gentl',
  ugly: 'ugli',
  early: 'earli',
  only: 'onli',
  singly: 'singl',
  sky: 'sky',
  news: 'news',
  howe: 'howe',
  atlas: 'atlas',
  cosmos: 'cosmos',
  bias: 'bias',
  andes: 'andes',
};
/** The same, once plurals are off. */
const KEPT = /^(?:inning|outing|evening|canning|herring|earring|proceed|exceed|succeed)$/;

type Endings = readonly (readonly [ending: string, instead: string])[];

// Plain tables, which a bundle leaves out where nobody stems.
/** Step 2: endings that are in R1, the longest first. */
const STEP_2: Endings = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['ogist', 'og'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
];
/** Step 3, likewise; "ative" must be in R2. */
const STEP_3: Endings = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];
/** Step 4: endings that go where they are in R2, the longest first. */
const STEP_4 = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ion',
  'al',
  'er',
  'ic',
];

/** Where the part after the first consonant that follows a vowel begins, looked for from `from`. */
function regionAfter(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++)
    if (!VOWEL.test(word[i] ?? '') && VOWEL.test(word[i - 1] ?? '')) return i + 1;
  return word.length;
}

/** "y" at the beginning or after a vowel is a consonant. */
const markConsonants = (word: string): string =>
  word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y');

function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/(?:ied|ies)$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word) || !word.endsWith('s')) return word;
  return VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

/** Step 1b: "ed", "ing" and their adverbs. */
function withoutTense(word: string, r1: number): string {
  const agreed = /eed(?:ly)?$/.exec(word);
  if (agreed) return agreed.index >= r1 ? `${word.slice(0, agreed.index)}ee` : word;
  const found = /(?:ed|edly|ing|ingly)$/.exec(word);
  const rest = found ? word.slice(0, found.index) : '';
  if (!VOWEL.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/^[aeo](?:dd|gg|ff)$/.test(rest)) return rest; // add, egg, off
  if (DOUBLE.test(rest)) return rest.slice(0, -1);
  return rest.length <= r1 && SHORT_SYLLABLE.test(rest) ? `${rest}e` : rest;
}

function step2(word: string, r1: number): string {
  const found = STEP_2.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const rest = word.slice(0, -found[0].length);
  if (rest.length < r1) return word;
  if (found[0] === 'ogi' && !rest.endsWith('l')) return word;
  if (found[0] === 'li' && !BEFORE_LI.test(rest)) return word;
  return rest + found[1];
}

function step3(word: string, r1: number, r2: number): string {
  const found = STEP_3.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const rest = word.slice(0, -found[0].length);
  return rest.length < (found[0] === 'ative' ? r2 : r1) ? word : rest + found[1];
}

function step4(word: string, r2: number): string {
  const found = STEP_4.find((ending) => word.endsWith(ending));
  if (!found) return word;
  const rest = word.slice(0, -found.length);
  if (rest.length < r2 || (found === 'ion' && !/[st]$/.test(rest))) return word;
  return rest;
}

function step5(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('e'))
    return rest.length >= r2 || (rest.length >= r1 && !SHORT_SYLLABLE.test(rest)) ? rest : word;
  return word.endsWith('ll') && rest.length >= r2 ? rest : word;
}

/** @param word in lower case, one word; an apostrophe in it is ' */
export function stem(word: string): string {
  if (word.length <= 2) return word;
  if (Object.hasOwn(EXCEPTIONS, word)) return EXCEPTIONS[word] ?? word;
  let now = markConsonants(word.replace(/^'/, ''));
  const exceptional = /^(?:gener|commun|arsen|paste|univers|later|emerg|organ|inter)/.exec(now);
  const r1 = exceptional ? exceptional[0].length : regionAfter(now, 0);
  const r2 = regionAfter(now, r1);
  now = withoutPlural(now.replace(/(?:'s'|'s|')$/, ''));
  if (KEPT.test(now)) return now;
  now = withoutTense(now, r1);
  now = now.replace(/(.[^aeiouy])[yY]$/, '$1i');
  now = step5(step4(step3(step2(now, r1), r1, r2), r2), r1, r2);
  return now.replaceAll('Y', 'y');
}
