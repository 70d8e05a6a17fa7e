/**
 * One entry of a reference list: the fields that can be read from its markup or, failing that, from its print
 * (lib/text/citation).
 */

import * as dom from '../../../dom';
import { LETTER, plainLetters, UPPER } from '../../../text';
import { readCitation, readFirstAuthor } from '../../../text/citation';
import { plain } from '../../reading/plain';
import type { Reference } from '../../types';
import { linkedDoi, readPmid } from './fields';
import { type EntryMarkup, readMarkup } from './markup';

/** As much of a reference without authors is searched for co-authors, in characters. */
const LONGEST_OPENING = 300;

/** A reference with what only the matching of citations needs. */
export interface Entry extends Reference {
  /** The number by which numeric citations call it: the printed one, else its place in the list. */
  number: number;
  /** "a" of "2019a". */
  suffix: string;
  /** Lower-case text up to the year, for telling co-authors apart. */
  authors: string;
  /** Fragments by which links call it. */
  keys: string[];
  /** Fragments its own links point to: the places that cite it. */
  back: string[];
}

/** The endings of texts that may have such remains; most texts end in a full stop or a number. */
const LEFT_BEHIND = /[)\]|·•,;]$|\.\.$|(?:scholar|crossref|pubmed|medline|article|text)\s*\.?$/i;
const LONGEST_LEFT = 24;

/**
 * Drops the punctuation and brackets that the dropped links leave behind. Only the end is looked at: patterns
 * that are tied to it would be tried at every letter before it.
 */
function tidy(text: string): string {
  const whole = plain(text).replace(/ ([,.;:)\]])/g, '$1');
  if (!LEFT_BEHIND.test(whole.slice(-LONGEST_LEFT))) return withoutBrackets(whole);
  const cut = Math.max(0, whole.length - 120);
  let end = whole.slice(cut);
  for (let i = 0; i < 4; i++) {
    const before = end;
    end = end
      .replace(/(?:\s*(?:\[[\s,;|.]*\]|\([\s,;|.]*\)|[|·•,;]))+\s*$/, '')
      .replace(/\s*\[\s*(?:doi:?|pmid:?|pubmed:?|crossref:?|google scholar:?)?\s*\]\s*$/i, '')
      .replace(
        /(?:[.\s]|^)(?:google scholar|crossref|pubmed|medline|view article|full text)\s*\.?$/i,
        '.',
      )
      .replace(/\.\.$/, '.')
      .trimEnd();
    if (end === before) break;
  }
  return withoutBrackets(whole.slice(0, cut) + end);
}

/** Brackets around dropped links. */
function withoutBrackets(clean: string): string {
  return clean.includes('[') ? clean.replace(/\[[\s|,;]*\]/g, '').replace(/ {2,}/g, ' ') : clean;
}

/** A printed number at the start of the text, in plain letters: "[12] ", "12. ", "(12) ", "12) ". */
const LEADING_LABEL = new RegExp(
  `^(?:\\[\\s*([A-Za-z]{0,12}\\+?\\d{1,4}[a-z]?)\\s*\\]|\\((\\d{1,4})\\)|(\\d{1,4})\\s?[.)](?=\\s|[${LETTER}]|$)|(\\d{1,3})\\s+(?=[${UPPER}]))[.:]?\\s*`,
);

/**
 * Reads one entry.
 * @param place its 1-based place in the list, or the number that an ordered list prints before it
 */
export function readEntry(el: Element, place: number, ordered: boolean): Entry {
  const raw = readMarkup(el);
  let text = tidy(raw.text);
  let label = raw.label.replace(/^[[(]|[\])]?[.:]?$/g, '').trim();
  const leading = LEADING_LABEL.exec(plainLetters(text.slice(0, 40)));
  if (leading) {
    const printed = leading[1] ?? leading[2] ?? leading[3] ?? leading[4] ?? '';
    // A year or house number may also open a text: it must fit the place in the list.
    if (!label && (leading[1] || Math.abs(Number(printed) - place) <= Math.max(60, place))) {
      label = printed;
      text = text.slice(leading[0].length);
    } else if (label === printed) text = text.slice(leading[0].length);
  }
  if (!label)
    label = (
      dom.getAttribute(el, 'data-counter') ??
      dom.getAttribute(el, 'data-content') ??
      ''
    ).replace(/\D/g, '');
  if (!label && ordered) label = String(place);
  const number = /^\D{0,2}(\d{1,4})\D?$/.exec(label);
  return finishEntry(text, label, number ? Number(number[1]) : place, raw, el);
}

function finishEntry(
  text: string,
  label: string,
  number: number,
  raw: EntryMarkup,
  el: Element | null,
): Entry {
  const said = readCitation(text);
  const named = /((?:1[5-9]|20)\d\d)([a-z]?)/.exec(raw.year);
  const year = named ? Number(named[1]) : (said.year ?? null);
  const suffix = named?.[2] || (said.year === year ? (said.suffix ?? '') : '');
  const author = plain(raw.author);
  const title = plain(raw.title).replace(/[.,;]$/, '') || (said.title ?? null);
  const url = raw.hrefs.find((h) => /^https?:\/\//i.test(h) && h.length < 2_000) ?? null;
  return {
    id: '',
    label: label || null,
    text: text.slice(0, 2_000),
    doi: linkedDoi(raw.hrefs) ?? said.doi ?? null,
    pmid: readPmid(raw.text, raw.hrefs),
    title: title ? title.slice(0, 1_000) : null,
    year,
    firstAuthor:
      (author ? (readFirstAuthor(author) ?? author.split(/[,;]/)[0]) : said.firstAuthor)?.slice(
        0,
        200,
      ) ?? null,
    container: said.container ?? null,
    volume: said.volume ?? null,
    issue: said.issue ?? null,
    pages: said.pages ?? null,
    url,
    element: el,
    number,
    suffix,
    authors: (said.opening || text.slice(0, LONGEST_OPENING))
      .slice(0, 2 * LONGEST_OPENING)
      .toLowerCase(),
    keys: raw.keys,
    back: raw.back,
  };
}

/** An entry that stands in no element of its own (meta tags, `<br>`-separated text). */
export function entryFromText(text: string, place: number): Entry {
  const clean = tidy(text.slice(0, 4_000));
  const leading = LEADING_LABEL.exec(plainLetters(clean.slice(0, 40)));
  const label = leading ? (leading[1] ?? leading[2] ?? leading[3] ?? leading[4] ?? '') : '';
  const body = leading ? clean.slice(leading[0].length) : clean;
  const raw: EntryMarkup = {
    text: body,
    label,
    title: '',
    author: '',
    year: '',
    keys: [],
    back: [],
    hrefs: [],
  };
  return finishEntry(body, label, /^\d+$/.test(label) ? Number(label) : place, raw, null);
}

/**
 * Two facts that only the whole list shows: a DOI on more than half of the entries is the citing paper's own;
 * and ids must be unique and the same after a reload (the page's own id, else the place in the list).
 */
export function settleEntries(entries: Entry[]): void {
  const seen = new Map<string, number>();
  for (const e of entries) if (e.doi) seen.set(e.doi, (seen.get(e.doi) ?? 0) + 1);
  const ids = new Set<string>();
  entries.forEach((e, i) => {
    if (e.doi && entries.length > 3 && (seen.get(e.doi) ?? 0) > entries.length / 2) e.doi = null;
    const own = e.keys.find((k) => /[A-Za-z]/.test(k)) ?? e.keys[0];
    let id = own ?? `ref-${i + 1}`;
    for (let n = 2; ids.has(id); n++) id = `${own ?? `ref-${i + 1}`}~${n}`;
    ids.add(id);
    e.id = id;
  });
}
