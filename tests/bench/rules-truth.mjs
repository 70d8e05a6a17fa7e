/**
 * Pages of which the truth is known, for the bench of rules: those of the corpus, with their metadata and without, and
 * those beside it that readers found read wrongly. Each says of a field whether a value is right, where that is known.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { decodePage } from '../../scripts/inspect.mjs';
import { stripMetadata } from '../support/strip-metadata.mjs';
import { corpusFolder, corpusPages } from './corpus.mjs';

const key = (text) =>
  String(text ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const same = (a, b) => key(a) === key(b);
const within = (a, b) => key(a) !== '' && (key(a).includes(key(b)) || key(b).includes(key(a)));
const named = (authors) => [authors ?? []].flat().map((name) => key(name.family ?? name.literal));

/** Whether each of the names that are read ends one that is known, in their order. */
const sameNames = (authors, wanted) => {
  const names = named(authors);
  return (
    names.length === wanted.length &&
    wanted.every((one, i) => key(one).split(' ').includes(names[i].split(' ').at(-1)))
  );
};

/** By field, whether a value is right; of fields without a function nobody knows. */
const known = (tests) => (field, value) => tests[field]?.(value) ?? null;

/** @param of a line of the corpus's manifest */
function truthOf({ kind, truth = {} }) {
  if (kind !== 'article')
    return known({ kind: (value) => value === (kind === 'negative' ? 'none' : kind) });
  const { doi, title, year, years_accepted: years = [year], journal, authors } = truth;
  return known({
    kind: (value) => value === 'article',
    ...(doi && { doi: (value) => same(value, doi) }),
    ...(title && { title: (value) => same(value, title) }),
    ...(year && { year: (value) => years.includes(value) }),
    ...(journal && { containerTitle: (value) => within(value, journal) }),
    ...(authors && { authors: (value) => sameNames(value, authors) }),
  });
}

/** @param expect what a found page should give; null for a field that it has not */
function expected({ kind, doi, title, year, journal, authors }) {
  const orNone = (wanted, right) =>
    wanted === undefined ? undefined : (value) => (wanted === null ? !value : right(value, wanted));
  return known({
    kind: (value) =>
      kind === 'not-article' ? value !== 'article' : value === kind || value.endsWith(`-${kind}`),
    doi: orNone(doi, same),
    title: orNone(title, same),
    year: orNone(year, (value, wanted) => [wanted].flat().includes(value)),
    containerTitle: orNone(journal, same),
    authors: orNone(authors, sameNames),
  });
}

const text = (file) => decodePage(readFileSync(file));

/** The pages that were found, with what they should give; none, and a line for the reader, where they are absent. */
function foundPages() {
  const folder = path.resolve(corpusFolder(), '../found/reading');
  const list = path.join(folder, 'expected.json');
  if (!existsSync(list)) {
    console.log('rules: there are no found pages beside the corpus');
    return [];
  }
  return JSON.parse(readFileSync(list, 'utf8'))
    .filter(({ dynamic, file }) => !dynamic && existsSync(path.join(folder, file)))
    .map(({ file, url, expect }) => ({
      ...{ file: `found/${file}`, url, isRight: expected(expect) },
      html: () => text(path.join(folder, file)),
    }));
}

/** Every reading: `{ file, url, html(), isRight(field, value) }`; `isRight` is null where nobody knows. */
export function knownPages() {
  const corpus = (corpusPages('rules: the corpus') ?? []).flatMap((one) => {
    const page = { file: one.file, url: one.url, isRight: truthOf(one) };
    return [
      { ...page, html: () => text(one.path) },
      { ...page, html: () => stripMetadata(text(one.path)) },
    ];
  });
  return [...corpus, ...foundPages()];
}

/** Tests hold what our own pages are read as: any change is a loss. */
export const asItIs = (base) => (field, value) =>
  JSON.stringify(value) === JSON.stringify(base[field]);
