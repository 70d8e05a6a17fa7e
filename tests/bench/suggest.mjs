/**
 * Suggestions of influences against labelled sentences: our own in tests/fixtures/suggest, over built-in codebooks, and those
 * beside the corpus where it is there. Each with the codebook's aliases and cues and without, on request and by themselves.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/browser.mjs';
import { loadSuggest } from '../../scripts/suggest.mjs';
import { inCorpus } from './corpus.mjs';
import { Samples } from './samples.mjs';

const jsonLines = (file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** As a reader types a codebook: labels and definitions. */
const bareOf = (codebook) => ({
  ...codebook,
  influences: codebook.influences.map((one) => ({ ...one, aliases: [], cues: [] })),
});

/** The sets: `{ name, gold, book(line, bare) }`. */
async function setsOf({ builtIn, codebookFrom }) {
  const sets = [];
  const own = (name) => path.join(root, 'tests/fixtures/suggest', name);
  const fileOf = (id) => codebookFrom(JSON.parse(readFileSync(own(`${id}.json`), 'utf8')));
  for (const name of ['develop', 'articles', 'findings', 'built-in', 'held-out']) {
    const gold = jsonLines(own(`${name}.jsonl`));
    const books = new Map();
    for (const { codebook } of gold)
      if (!books.has(codebook)) {
        const full = (await builtIn(codebook)) ?? fileOf(codebook);
        books.set(codebook, [full, bareOf(full)]);
      }
    sets.push({ name: `own, ${name}`, gold, book: (one, bare) => books.get(one.codebook)[bare] });
  }
  const given = inCorpus('suggest', 'suggest/dev.jsonl');
  if (given) {
    const read = (name) =>
      codebookFrom(JSON.parse(readFileSync(path.join(path.dirname(given), name), 'utf8')));
    const books = [read('codebook.json'), read('codebook-bare.json')];
    sets.push({ name: 'given, dev', gold: jsonLines(given), book: (_, bare) => books[bare] });
  }
  return sets;
}

/** The codebooks with which ordinary sentences are read. */
const ORDINARY_BOOKS = ['psw-core', 'cfir-2022', 'tdf-v2'];

/** Sentences of other fields, none of which has an influence: `{ codebook, part, alarms, of }`, how many get a chip by themselves. */
async function ordinaryRows({ builtIn, suggestions }) {
  const gold = jsonLines(path.join(root, 'tests/fixtures/suggest/ordinary.jsonl'));
  const rows = [];
  for (const codebook of ORDINARY_BOOKS) {
    const book = await builtIn(codebook);
    for (const heldOut of [false, true]) {
      const texts = gold.filter((one) => one.heldOut === heldOut).map(({ text }) => text);
      const alarms = texts.filter((text) => suggestions(text, [book], false).length).length;
      rows.push({ codebook, part: heldOut ? 'held out' : 'looked at', alarms, of: texts.length });
    }
  }
  return rows;
}

const share = (a, b) => a / Math.max(1, b);

/**
 * Suggested ids as the labels know them: one under a labelled influence ("Anxiety" under "Emotion") counts as that one. A
 * codebook may have got finer since the sentences were labelled.
 */
function asLabelled(ids, wanted, { influences }) {
  const parents = new Map(influences.map(({ id, parent }) => [id, parent]));
  const labelled = (id) => {
    for (let at = id; at; at = parents.get(at)) if (wanted.has(at)) return at;
    return id;
  };
  return [...new Set(ids.map(labelled))];
}

/** How well suggestions agree with the labels. */
function scored(gold, idsOf) {
  const count = { hit: 0, wrong: 0, missed: 0, top: 0, some: 0, none: 0, alarms: 0 };
  for (const one of gold) {
    const want = new Set(one.influences);
    const got = idsOf(one, want);
    const hit = got.filter((id) => want.has(id)).length;
    count.hit += hit;
    count.wrong += got.length - hit;
    count.missed += want.size - hit;
    if (want.size) {
      count.some++;
      if (hit) count.top++;
    } else {
      count.none++;
      if (got.length) count.alarms++;
    }
  }
  const precision = share(count.hit, count.hit + count.wrong);
  const recall = share(count.hit, count.hit + count.missed);
  const f1 = (2 * precision * recall) / (precision + recall || 1);
  return { ...count, precision, recall, f1, top3: share(count.top, count.some) };
}

/** Prints a line for each set, form of the codebook and mode; @returns the counts of the project as it is now */
export async function benchSuggest(sides) {
  const samples = new Samples();
  let rows = [];
  let ordinary = [];
  for (const side of sides) {
    const suggest = await loadSuggest(side.bundle);
    rows = [];
    for (const { name, gold, book } of await setsOf(suggest))
      for (const bare of [0, 1])
        for (const asked of [true, false]) {
          const ids = (one, wanted) => {
            const found = suggest.suggestions(one.text, [book(one, bare)], asked);
            return asLabelled(
              found.map(({ id }) => id),
              wanted,
              book(one, bare),
            );
          };
          const row = { ...scored(gold, ids), name, asked, form: bare ? 'bare' : 'cues' };
          rows.push(row);
          samples.add(side, {
            [`${name}, ${row.form}, ${asked ? 'asked, top-3' : 'by itself, F1'}`]: asked
              ? row.top3
              : row.f1,
          });
        }
    ordinary = await ordinaryRows(suggest);
    for (const { codebook, part, alarms, of } of ordinary)
      samples.add(side, {
        [`ordinary, ${part}, ${codebook}: share with a chip`]: share(alarms, of),
      });
  }
  for (const row of rows) console.log(lineOf(row));
  for (const { codebook, part, alarms, of } of ordinary)
    console.log(
      `suggest: ordinary, ${part.padEnd(9)} ${codebook.padEnd(9)} by themselves: chips on ${alarms} of ${of} (${share(alarms, of).toFixed(2)})`,
    );
  if (sides.length > 1) samples.print();
  return rows;
}

function lineOf({ name, form, asked, top3, some, f1, precision, recall, alarms, none }) {
  const head = `suggest: ${name.padEnd(14)} ${form === 'cues' ? 'with cues   ' : 'without cues'}`;
  return asked
    ? `${head} on request:    top-3 ${top3.toFixed(2)} of ${some} sentences with an influence`
    : `${head} by themselves: F1 ${f1.toFixed(2)} (precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}) over ` +
        `${some + none} sentences, chips on ${alarms} of ${none} without an influence`;
}
