/**
 * Printed references taken apart, against labels of others: precision, recall and F1 a field, and F1 a file.
 * Reads every `text/refs-*.jsonl` of the corpus; GROBID's hundreds of small files count as one.
 *
 * A value is right when both are equal once case, accents, punctuation and blanks are gone, and
 * - title: or when the words overlap by 0.9 (F1), since texts taken from PDFs break words, and labels differ in
 *   whether a subtitle's last word or a "[abstract]" belongs to it; "title, to the letter" is the plain equality;
 * - container: or when the words overlap by 0.8, since labels differ in "In", "the" and "Vol."; also to the letter;
 * - first author: when it is a family name of the first person of the labelled authors, particles or not, or an
 *   organisation's whole name. An editor who opens a reference without authors, and a dash for the author above, are
 *   neither right nor wrong: citing texts call the one by that name, and the other has none;
 * - volume, issue: the number; a label "61(2)" is volume 61 and issue 2; pages: the first page;
 * - year: equal, with its letter ("1996b") where the label has one;
 * - DOI: equal to the DOI among the labels, blanks of broken lines and "doi:" left out. Of 500 labels of DOIs 23 are
 *   arXiv's numbers and five are empty ("doi:"); 22 DOIs are labelled as addresses or other numbers.
 * Markup in a label ("<italic>") is no part of it.
 * A value that the label lacks is a false one (precision); a labelled value not given or wrong is missed (recall).
 *
 * `BEARING_EVERY=10` takes every tenth record. `BEARING_MISSES=title:core.xml` prints what was wrong there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { corpusFolder, inCorpus } from './corpus.mjs';
import { Samples } from './samples.mjs';

const NEAR_TITLE = 0.9;
const NEAR_CONTAINER = 0.8;

const folded = (text) =>
  String(text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const letters = (text) => folded(text).replaceAll(' ', '');

function overlap(one, other) {
  const [a, b] = [folded(one).split(' '), folded(other).split(' ')];
  const left = new Map();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let hit = 0;
  for (const word of b)
    if (left.get(word)) {
      hit++;
      left.set(word, left.get(word) - 1);
    }
  return (2 * hit) / (a.length + b.length);
}

const same = (a, b) => letters(a) === letters(b);
const near = (share) => (a, b) => same(a, b) || overlap(a, b) >= share;

const INITIALS = /^(?:(?:\p{Lu}[.-]*){1,4}|(?:\p{Lu}\p{Ll}?\.-?){1,4})$/u;
const PARTICLES =
  /^(?:v[ao]n|de[rnl]?|di|da|dos?|du|des|la|le|el|al|te[nr]|zu[rm]?|st|jr|sr|iii?|eds?)$/i;

/** The family names that the first person of labelled authors can have by how the name is printed. */
function familiesOf(labelled) {
  const [first = ''] = labelled.split(/;|\s+(?:and|et|und|y)\s+|\s*&\s*|\bet\s?al/i);
  const [head = '', second = ''] = first.split(',').map((part) => part.trim());
  const words = head.split(/(?<=\.)(?=\p{L})|\s+/u).filter((word) => /\p{L}/u.test(word));
  const initial = words.map(
    (word) => INITIALS.test(word) && word.replace(/\P{L}/gu, '').length < 5,
  );
  const plain = words.filter((_, i) => !initial[i]);
  const families = [head, head.split(/[.(]/)[0]];
  if (plain.length) families.push(plain.join(' '));
  const inverted = words.length < 2 || initial.at(-1) || /^\S{1,12}( \S{1,3})?$/.test(second);
  // "Ann B. Smith, John Doe": the last word is the family's; "JEANNE Laurence": the capitals are.
  if (!inverted || !initial.at(-1)) families.push(plain.at(-1) ?? '');
  const capitals = plain.filter((word) => word.length > 2 && word === word.toUpperCase());
  if (capitals.length < plain.length) families.push(capitals.join(' '));
  return families;
}

const bareFamily = (name) =>
  folded(name)
    .split(' ')
    .filter((word) => !PARTICLES.test(word))
    .join('');

/** Whether `family` is the family name of the first person of labelled authors. */
function sameFamily(family, labelled) {
  const name = bareFamily(family);
  return name !== '' && familiesOf(labelled).some((one) => bareFamily(one) === name);
}

const numberOf = (text) => /[A-Za-z]{0,2}\d+[A-Za-z]?/.exec(text ?? '')?.[0];
const romanOf = (text) => /\b[IVXLCDM]+\b/.exec(text ?? '')?.[0];

const withoutTags = (text) => text?.replace(/<\/?[a-z]{1,12}>/gi, '');

/** The DOI that a record's labels hold: not an arXiv number, and with its pieces put together. */
const labelledDoi = ({ doi, idno, url }) =>
  [doi, idno, url]
    .map((label) => /10\.\d{4,9}\/.*[\p{L}\d]/u.exec(label?.replace(/\s/g, '') ?? '')?.[0])
    .find(Boolean);

/** The fields of a label in the terms of what is given. */
function wanted({ fields }) {
  const volume = String(fields.volume ?? '').replace(/^\D*?(?:vol(?:ume)?s?)\W*/i, '');
  const numbers = volume.match(/[A-Za-z]{0,2}\d+[A-Za-z]?/g) ?? [];
  return {
    title: withoutTags(fields.title),
    container: withoutTags(fields.container),
    // A dash for the same author as above has no name.
    'first author': /\p{L}{2}/u.test(fields.authors ?? '') ? fields.authors : undefined,
    year: fields.year,
    volume: numbers[0] ?? romanOf(volume),
    issue: fields.issue ? (numberOf(fields.issue) ?? undefined) : numbers[1],
    pages: fields.first_page,
    doi: labelledDoi(fields),
  };
}

const RULES = {
  title: near(NEAR_TITLE),
  'title, to the letter': same,
  'first author': sameFamily,
  year: (a, b) => a === b || Number.parseInt(a, 10) === Number(b),
  container: near(NEAR_CONTAINER),
  'container, to the letter': same,
  volume: (a, b) => same(numberOf(a) ?? romanOf(a), b),
  issue: (a, b) => same(numberOf(a), b),
  pages: (a, b) => same(/[A-Za-z]{0,3}\d+\w*/.exec(a)?.[0], b),
  doi: same,
};
const fieldOf = (rule) => rule.split(',')[0];

function given(entry) {
  return {
    title: entry.title,
    container: entry.container,
    'first author': entry.firstAuthor,
    year: entry.year && `${entry.year}${entry.suffix}`,
    volume: entry.volume,
    issue: entry.issue,
    pages: entry.pages,
    doi: entry.doi,
  };
}

const fileOf = ({ source }) =>
  source.repo.endsWith('/grobid') ? 'grobid' : path.basename(source.path);

const share = (a, b) => (b ? a / b : Number.NaN);
const f1 = ({ hit, gave, want }) => share(2 * hit, gave + want);

/** Counts of one side: rule -> file -> { hit, gave, want }; file "all" holds everything. */
function count(records, read, missesOf) {
  const counts = {};
  for (const record of records) {
    const want = wanted(record);
    const gave = given(read(record.text));
    for (const [rule, right] of Object.entries(RULES)) {
      const [w, g] = [want[fieldOf(rule)], gave[fieldOf(rule)]];
      const has = w !== undefined && w !== null && w !== '';
      const says = g !== undefined && g !== null && g !== '';
      if (rule === 'first author' && !has && (record.fields.editors || record.fields.authors))
        continue;
      const hit = has && says && right(g, w);
      if (!hit && (has || says)) missesOf(rule, fileOf(record), { w, g, record });
      for (const file of ['all', fileOf(record)]) {
        counts[rule] ??= {};
        counts[rule][file] ??= { hit: 0, gave: 0, want: 0 };
        const cell = counts[rule][file];
        cell.hit += Number(hit);
        cell.gave += Number(says);
        cell.want += Number(has);
      }
    }
  }
  return counts;
}

function recordsIn(folder) {
  const every = Number(process.env.BEARING_EVERY) || 1;
  return readdirSync(folder)
    .filter((name) => /^refs-.*\.jsonl$/.test(name))
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'))
    .filter((_, i) => i % every === 0)
    .map((line) => JSON.parse(line));
}

function print(counts, records) {
  const files = [...new Set(records.map(fileOf))];
  const short = (value) => (Number.isNaN(value) ? '' : Number(value.toFixed(3)));
  const rows = {};
  for (const [rule, byFile] of Object.entries(counts)) {
    const { all } = byFile;
    rows[rule] = {
      precision: short(share(all.hit, all.gave)),
      recall: short(share(all.hit, all.want)),
      F1: short(f1(all)),
      n: all.want,
    };
    for (const file of files) rows[rule][file] = byFile[file] ? short(f1(byFile[file])) : '';
  }
  console.log(`references: ${records.length} records; F1 by file, whose records are:`);
  console.log(
    `  ${files.map((file) => `${file} ${records.filter((r) => fileOf(r) === file).length}`).join(', ')}`,
  );
  console.table(rows);
}

/** Prints the table of the project as it is now; beside a base, F1 of both. @returns the counts of now */
export async function benchReferences(sides) {
  if (!inCorpus('references', 'text/refs-given.jsonl')) return null;
  const records = recordsIn(path.join(corpusFolder(), 'text'));
  const [missRule, missFile] = (process.env.BEARING_MISSES ?? '').split(':');
  const samples = new Samples();
  let counts;
  for (const side of sides) {
    new Function(await side.bundle('tests/bench/references-entry.ts', { minify: true }))();
    const start = performance.now();
    counts = count(records, globalThis.readReferenceText, (rule, file, { w, g, record }) => {
      if (side.name === 'now' && rule === missRule && (!missFile || file === missFile))
        console.log(`${rule}: ${g}\n   for: ${w}\n    in: ${record.text}`);
    });
    samples.add(side, {
      ...Object.fromEntries(
        Object.entries(counts).map(([rule, { all }]) => [`${rule}: F1`, f1(all)]),
      ),
      'ms per 1,000 references': ((performance.now() - start) * 1_000) / records.length,
    });
  }
  print(counts, records);
  if (sides.length > 1) samples.print();
  return counts;
}
