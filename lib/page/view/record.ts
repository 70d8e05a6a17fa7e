/**
 * The record of one work that a page sets in labels and values: title, people, where it appeared, what kind of work it is.
 * Pages that list works have a record for each, and so none.
 */
import * as dom from '../../dom';
import { hasManyNames, looksLikeName, looseKey, splitNames, yearIn } from '../../text';
import type { LabelledField } from './field-labels';
import { mayBeJournal } from './journal-name';
import { type LabelledValue, labelledValues } from './labelled-values';
import { type Heading, makeMarks, OTHERS } from './lines';
import { workKind } from './work-kind';

export interface WorkRecord {
  title?: Heading;
  names: string[];
  year?: string;
  /** The journal, conference or book that a label names. */
  container?: string;
  volume?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  /** The kind of work as a CSL type; null for a thing that is not a paper. */
  kind?: string | null;
  /** What holds the first value: where the record is. */
  at: Element;
}

/** Without authors, so many fields are needed: a box beside an article has two or three. */
const FEWEST_ALONE = 5;
/** Fewer labels are a byline and a date, as any page has them. */
const FEWEST_FIELDS = 3;
/** Fields of which a work has one; other values so often are those of other works. */
const SINGLE: readonly LabelledField[] = ['title', 'year', 'volume', 'page', 'doi', 'publisher'];
const MOST_OTHERS = 3;
/** In UTF-16 units. */
const LONGEST_TITLE = 600;
const SHORTEST_TITLE = 4;
const MOST_NAMES = 500;
/** Of the pieces of a value so many are names, or it is not one of names. */
const LEAST_NAMES = 0.7;

/** "Barua, Radhika (Author)", "Glattauer, Robin [VerfasserIn]", "Rosa Abrams. Auteur": a role after the name. */
const ROLE =
  /[([]([^()[\]]{2,40})[)\]]$|(?<=\p{Ll})\. (\p{Lu}\p{Ll}{4,20}(?: \p{Ll}{2,12}){0,3})$/u;
const AUTHOR_ROLE =
  /^(?:aut|author|creator|verfasser|autor|auteur|autore|forfatter|skribent|dissertant)/i;
/** What a citation has after the journal's name: a number of the journal, a volume, pages, a year. */
const AFTER_NAME = new RegExp(
  [
    '\\b(?:e?-?issn|isbn)\\b',
    '\\b(?:vol|v|bd|band|jg|n[ºo°]?|nr|num|heft|issue|t|pp?|s|págs?|pags?|seiten?|pages?)\\.? ?\\d',
    '\\b(?:1[5-9]|20)\\d\\d\\b',
  ].join('|'),
  'i',
);
/** What a field of a search offers first: "All titles". */
const CHOICE = /^(?:all|any|select|alle|tous|toutes|todos|todas|tutti|tutte)\b/i;
/** Signs around a name, whose full stop and brackets are its own. */
const EDGES_OF_NAME = /^[\s,;·|/&]+|(?<![\s,;·|/&])[\s,;·|/&]+$/g;
/** Signs around a journal's name. */
const EDGES = /^[\s,;.:·|/&(]+|(?<![\s,;.:·|/&(])[\s,;.:·|/&(]+$/g;

const flat = ({ lines }: LabelledValue): string =>
  lines
    .map((line) => line.join(' '))
    .join(' ')
    .trim();
const firstLine = ({ lines }: LabelledValue): string => (lines[0] ?? []).join(' ').trim();

/** "Mar2019", as EBSCO prints a date. */
const unglued = (text: string): string => text.replace(/(?<=\p{L})(?=(?:19|20)\d\d(?!\d))/u, ' ');

/** Whether one piece holds several names: "Jörg Lenz, Guido Wirth". */
function isSeveral(piece: string): boolean {
  if (hasManyNames(piece) || /\s(?:and|&|und|et|y)\s/.test(piece)) return true;
  const parts = piece.split(/ ?, ?/);
  return parts.length > 1 && parts.every(looksLikeName);
}

/** The pieces of a value of names; what is in brackets after a link is of the name in the link. */
function namePieces({ lines }: LabelledValue): string[] {
  const pieces: string[] = [];
  for (const piece of lines.flat().slice(0, MOST_NAMES)) {
    const text = piece.replace(EDGES_OF_NAME, '');
    if (/^[([]/.test(text) && pieces.length > 0) pieces.push(`${pieces.pop()} ${text}`);
    else pieces.push(text);
  }
  return pieces;
}

/** The names of a value; those that it gives another role are left out where it gives roles. */
function namesOf(value: LabelledValue): string[] {
  const pieces = namePieces(value).map((piece) => {
    const [, bracketed, after] = ROLE.exec(piece) ?? [];
    return {
      name: piece.replace(ROLE, '').replace(EDGES_OF_NAME, ''),
      role: bracketed ?? after ?? '',
    };
  });
  const told = pieces.some(({ role }) => AUTHOR_ROLE.test(role));
  const names = pieces
    .filter(({ role }) => !told || AUTHOR_ROLE.test(role))
    // "Haug, M (Haug, Mette)": the name in full is in the brackets.
    .map(({ name, role }) => (looksLikeName(role) ? role : name))
    .flatMap((piece) => (isSeveral(piece) ? splitNames(piece) : [piece]));
  const real = names.filter(looksLikeName);
  // Names with affiliations between them are read by the byline's rules.
  return real.length >= names.length * LEAST_NAMES ? real : [];
}

/** The title without the statement of responsibility that catalogues set after it (ISBD): " / by Ada Berg". */
function titleOf(value: LabelledValue, names: readonly string[]): Heading | undefined {
  const whole = firstLine(value).slice(0, LONGEST_TITLE);
  const slash = whole.lastIndexOf(' / ');
  const after = slash > 0 ? looseKey(whole.slice(slash)) : '';
  const responsible = names.some((name) =>
    looseKey(name)
      .split(' ')
      .some((word) => word.length > 2 && after.split(' ').includes(word)),
  );
  const text = (responsible ? whole.slice(0, slash) : whole).replace(/(?<![\s/:;,])[\s/:;,]+$/, '');
  const named = text.length > SHORTEST_TITLE && text.includes(' ');
  return named ? { text, element: value.element } : undefined;
}

/** The journal that opens a value, without what is said of its place there. */
function containerOf(value: LabelledValue): string | undefined {
  const [first = '', ...more] = value.lines[0] ?? [];
  // A link names the journal; what follows it is the place in it.
  const [opening = ''] = (more.length > 0 ? first : firstLine(value)).split(';');
  const place = opening.search(AFTER_NAME);
  const name = (place > 0 ? opening.slice(0, place) : opening).replace(EDGES, '');
  return mayBeJournal(name) && !CHOICE.test(name) ? name : undefined;
}

/** Of an imprint the publisher (ISBD): "Springfield : University of Examples, 2019"; a place and a year name none. */
function publisherOf(value: LabelledValue): string | undefined {
  const whole = firstLine(value);
  const at = whole.indexOf(' : ');
  if (at < 0) return yearIn(whole) === undefined ? whole : undefined;
  const [name = ''] = whole.slice(at + 3).split(/, (?=[^,]*\d)/);
  return name || undefined;
}

/** Whether a page has so many values of fields of one work that it must show several works. */
function isOfSeveral(values: readonly LabelledValue[]): boolean {
  return SINGLE.some((field) => {
    const of = values
      .filter((value) => value.field === field)
      .map((value) => looseKey(flat(value)));
    return new Set(of).size > MOST_OTHERS;
  });
}

/** @returns the record; null where the page has too few labels, or those of several works */
export function readRecord(doc: Document): WorkRecord | null {
  const marks = makeMarks(null);
  const values = labelledValues(doc).filter(({ element }) => !(marks(element) & OTHERS));
  const fields = new Set(values.map(({ field }) => field));
  const [first] = values;
  if (!first || fields.size < FEWEST_FIELDS || isOfSeveral(values)) return null;
  const all = (field: LabelledField) => values.filter((value) => value.field === field);
  const one = <T>(field: LabelledField, read: (value: LabelledValue) => T | undefined) => {
    for (const value of all(field)) {
      const found = read(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const [author, ...others] = all('authors').filter((value) => namesOf(value).length > 0);
  // One row for each author has one label; other labels of people come after it.
  const same = others.filter(({ label }) => label === author?.label);
  const names = author ? [author, ...same].flatMap(namesOf) : [];
  const title = one('title', (value) => titleOf(value, names));
  const own = [...fields].filter((field) => field !== 'other').length;
  if (names.length === 0 && own < FEWEST_ALONE) return null;
  const kinds = all('kind').map((value) => workKind(firstLine(value)));
  const isThesis = all('kind').some(({ label }) => workKind(label) === 'thesis');
  const record: WorkRecord = { names: [...new Set(names)], at: author?.element ?? first.element };
  const year =
    one('year', (value) => yearIn(firstLine(value))) ??
    one('publisher', (value) => yearIn(firstLine(value))) ??
    one('container', (value) => yearIn(unglued(firstLine(value))));
  const kind = isThesis ? 'thesis' : (kinds.find(Boolean) ?? kinds.find((of) => of === null));
  const found = {
    title,
    kind,
    year: year === undefined ? undefined : String(year),
    container: one('container', containerOf),
    publisher: one('institution', firstLine) ?? one('publisher', publisherOf),
    volume: one('volume', (value) => /^\W{0,3}([A-Z]?\d[\w-]{0,12})/i.exec(firstLine(value))?.[1]),
    issue: one('issue', (value) => /^\W{0,3}(\d[\w/-]{0,12})$/.exec(firstLine(value))?.[1]),
    page: one('page', (value) =>
      /^\D{0,6}(\w?\d\w{0,8}(?: ?[-–] ?\w{1,9})?)\W{0,3}$/
        .exec(firstLine(value))?.[1]
        ?.replace(/ ?([-–]) ?/, '$1'),
    ),
  };
  for (const [field, value] of Object.entries(found))
    if (value !== undefined) Object.assign(record, { [field]: value });
  return record;
}

/** The first heading that repeats the record's title, which readers see as the title; else where the record has it. */
export function headingOf(doc: Document, title: Heading): Heading {
  const key = looseKey(title.text);
  for (const tag of ['h1', 'h2', 'h3'])
    for (const element of [...doc.getElementsByTagName(tag)].slice(0, MOST_HEADINGS))
      if (looseKey(dom.textContent(element) ?? '') === key) return { text: title.text, element };
  return title;
}

const MOST_HEADINGS = 20;
