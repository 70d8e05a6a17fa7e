/** PubMed's own format (nbib, "MEDLINE display"): four characters of tag, a hyphen, and values that go on indented. */
import type { Author, Notice } from '../../../model';
import { ownOf } from '../../own-of';
import type { FileText } from '../file-text';
import type { ReadReferences, ReferenceFormat } from './format';
import { LONGEST_ENTRY, linesOf, TOO_LONG } from './lines';
import { nameOf, nameText, personOf } from './names';
import { type Draft, Found } from './reference';
import { issnIn, type TaggedField } from './tagged';

/** ERIC's records begin with their owner. */
const FIRST = /^[ \t]{0,3}(?:PMID {0,2}- ?\d|OWN ?- ERIC)/im;
const LINE = /^([A-Za-z]{2,4}) {0,3}-(?: (.*)|$)/;
/** What records begin with: behind an empty line and a title it is the next record's, whose number is missing. */
const EARLY = new Set(['OWN', 'STAT', 'TI']);

interface Open {
  line: number;
  text: string;
  fields: TaggedField[];
  size: number;
}

export const nbib: ReferenceFormat = {
  id: 'nbib',
  label: 'PubMed files',
  extensions: ['nbib'],
  mime: 'application/nbib',
  // A file of RIS may have a field of this name.
  sniff: ({ start }) => FIRST.test(start) && !/^[ \t]{0,3}TY[ \t]{1,3}-/im.test(start),
  read,
};

function read({ text }: FileText): ReadReferences {
  const found = new Found();
  let open: Open | null = null;
  let wasEmpty = false;
  const close = () => {
    if (open) take(open, found);
    open = null;
  };
  for (const [i, line] of linesOf(text).entries()) {
    const [, name = '', value = ''] = LINE.exec(line) ?? [];
    const tag = name.toUpperCase();
    if (tag) {
      const hasTitle = wasEmpty && EARLY.has(tag) && open?.fields.some((one) => one.tag === 'TI');
      if (tag === 'PMID' || hasTitle) close();
      open ??= { line: i + 1, text: line, fields: [], size: 0 };
      open.size += line.length;
      if (open.size <= LONGEST_ENTRY) open.fields.push({ tag, value: value.trim() });
    } else if (open && line.trim()) {
      open.size += line.length;
      const last = open.fields.at(-1);
      if (last && open.size <= LONGEST_ENTRY) last.value += ` ${line.trim()}`;
    }
    wasEmpty = !line.trim();
  }
  close();
  return found;
}

function take({ line, text, fields, size }: Open, found: Found): void {
  if (size > LONGEST_ENTRY) found.refuse(line, text, TOO_LONG);
  else found.add(draftOf(line, text, fields));
}

/** Journals without pages number their articles: alone, or with a word that marks it. */
const ARTICLE_NUMBER = /^(?:e?\d{1,9}|.{1,40} \[elocation])$/;

/** Kinds of publication by their words, the first that one of a record's words is. */
const TYPES: readonly [RegExp, string][] = [
  [/^preprint$/i, 'article'],
  [/^(?:book chapter|book section)$/i, 'chapter'],
  [/^(?:book|monograph)$/i, 'book'],
  [/^(?:academic )?dissertation$/i, 'thesis'],
  [/^technical report$/i, 'report'],
  [/^dataset$/i, 'dataset'],
];

/** What became of the article, as PubMed links it. */
const NOTICES: Readonly<Record<string, [kind: Notice['kind'], words: string]>> = {
  RIN: ['retraction', 'Retraction in'],
  ECI: ['concern', 'Expression of concern in'],
  EIN: ['correction', 'Erratum in'],
  CRI: ['correction', 'Corrected and republished in'],
};
const LONGEST_NOTICE = 500;

function draftOf(line: number, text: string, fields: readonly TaggedField[]): Draft {
  const all = (...tags: string[]) =>
    tags.flatMap((tag) => fields.flatMap((field) => (field.tag === tag ? field.value : [])));
  const kinds = all('PT');
  const journal = all('JT', 'TA');
  const fallback = journal.length > 0 ? 'article-journal' : undefined;
  const type =
    TYPES.find(([words]) => kinds.some((kind) => words.test(kind)))?.[1] ??
    (all('BTI').length > 0 ? (all('CTI').length > 0 ? 'chapter' : 'book') : fallback);
  const ids = all('LID', 'AID');
  return {
    ...{ line, text },
    authors: authorsOf(fields, 'FAU', 'AU'),
    editors: authorsOf(fields, 'FED', 'ED'),
    keywords: all('MH', 'OT', 'KW').map((word) => word.replaceAll('/*', '/')),
    notes: all('GN'),
    notices: fields.flatMap(noticeOf),
    texts: {
      type: [type],
      title: titlesOf(all('TI', 'CTI', 'BTI', 'TT')),
      containerTitle: type === 'chapter' ? all('BTI') : journal,
      year: all('DP', 'DEP'),
      volume: all('VI'),
      issue: all('IP'),
      page: [...all('PG'), ...ids.filter((id) => ARTICLE_NUMBER.test(id)).map(bareId)],
      publisher: all('PB'),
      issn: all('IS').map(issnIn),
      isbn: all('ISBN'),
      language: all('LA'),
      abstract: all('AB', 'OAB'),
      status: all('PST')
        .filter((word) => /^ahead/.test(word))
        .map(() => 'ahead of print'),
      doi: ids.filter((id) => /\[doi]$/.test(id)).map(bareId),
      pmid: all('PMID'),
      pmcid: all('PMC'),
      // A preprint's record links the article that it has become.
      preprintOf: all('UIN'),
    },
  };
}

const bareId = (id: string): string => id.replace(/ ?\[[a-z]{1,20}]$/, '');

/** PubMed closes titles with a full stop, and brackets those that it has translated. */
function titlesOf(titles: readonly string[]): string[] {
  return titles
    .map((title) => title.replace(/^\[(.*)]\.?$/s, '$1').replace(/(?<!\.)\.$/, ''))
    .filter((title) => !/^not available$/i.test(title));
}

/** In the order of the file: groups are among the people. Full names where there are any. */
function authorsOf(fields: readonly TaggedField[], full: string, short: string): Author[] {
  const people = fields.some(({ tag }) => tag === full) ? full : short;
  return fields.flatMap(({ tag, value }) => {
    if (tag === 'CN' && full === 'FAU') return { literal: nameText(value) };
    if (tag !== people) return [];
    return (value.includes(',') ? nameOf(value) : withInitials(value)) ?? [];
  });
}

/** "King ML Jr", "van der Berg J". */
function withInitials(raw: string): Author | null {
  const [, family, initials, suffix] =
    /^(.{1,200}) (\p{Lu}{1,4})(?: (Jr|Sr|2nd|3rd|[IV]{1,3}))?$/u.exec(nameText(raw)) ?? [];
  if (!family || !initials) return nameOf(raw);
  return personOf(family, suffix ? [initials, suffix] : [initials]);
}

function noticeOf({ tag, value }: TaggedField): Notice | [] {
  const notice = ownOf(NOTICES, tag);
  if (notice) return { kind: notice[0], text: `${notice[1]}: ${value}`.slice(0, LONGEST_NOTICE) };
  return tag === 'PT' && /^retracted publication$/i.test(value)
    ? { kind: 'retraction', text: value }
    : [];
}
