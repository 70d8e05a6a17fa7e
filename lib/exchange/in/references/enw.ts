/** EndNote's tagged files (.enw, also called Refer): a per cent sign and a character, then the value. */
import { cslType } from '../../../page/shared';
import { ownOf } from '../../own-of';
import type { FileText } from '../file-text';
import type { ReadReferences, ReferenceFormat } from './format';
import { LONGEST_ENTRY, linesOf, TOO_LONG } from './lines';
import { Found } from './reference';
import { draftOf, type TaggedField } from './tagged';

const LINE = /^%([!-~])(?:[ \t\u00a0](.*)|$)/;

/** RIS's tag for each. Others are of no use here. */
const RIS_TAGS: Readonly<Record<string, string>> = {
  ...{ A: 'AU', E: 'ED', T: 'TI', J: 'JF', B: 'T2', D: 'PY', '8': 'DA', V: 'VL', N: 'IS', P: 'SP' },
  ...{ R: 'DO', U: 'UR', X: 'AB', K: 'KW', Z: 'N1', '@': 'SN', I: 'PB', M: 'AN', W: 'DB', G: 'LA' },
  ...{ '9': 'M3', '!': 'ST', Q: 'TT', '2': 'C2', ']': 'C7' },
};

/** EndNote's names of kinds that say less than they mean. */
const KINDS: Readonly<Record<string, string | undefined>> = {
  generic: undefined,
  'electronic article': 'article-journal',
  'magazine article': 'article-magazine',
  'newspaper article': 'article-newspaper',
  'government document': 'report',
  'unpublished work': 'article',
  'edited book': 'book',
  'web page': 'webpage',
  dataset: 'dataset',
};

export const enw: ReferenceFormat = {
  id: 'enw',
  label: 'EndNote files',
  extensions: ['enw'],
  mime: 'application/x-endnote-refer',
  sniff: ({ start }) => /^%[0AT] \S/.test(start),
  read,
};

interface Open {
  line: number;
  kind: string;
  fields: TaggedField[];
  text: string;
  size: number;
}

function read({ text }: FileText): ReadReferences {
  const found = new Found();
  let open: Open | null = null;
  const close = () => {
    if (open) take(open, found);
    open = null;
  };
  for (const [i, line] of linesOf(text).entries()) {
    const [, sign, value = ''] = LINE.exec(line) ?? [];
    if (sign === '0') close();
    if (!line.trim() || (!sign && !open)) continue;
    open ??= { line: i + 1, kind: '', fields: [], text: '', size: 0 };
    if (sign !== '0') open.text ||= line;
    open.size += line.length;
    if (open.size > LONGEST_ENTRY) continue;
    const last = open.fields.at(-1);
    if (sign === '0') open.kind = value.trim();
    else if (sign) open.fields.push({ tag: ownOf(RIS_TAGS, sign) ?? '', value: value.trim() });
    else if (last) last.value += `\n${line.trim()}`;
  }
  close();
  return found;
}

function take({ line, kind, fields, text, size }: Open, found: Found): void {
  const word = kind.toLowerCase();
  const type = Object.hasOwn(KINDS, word) ? KINDS[word] : (cslType(kind) ?? undefined);
  if (size > LONGEST_ENTRY) found.refuse(line, text, TOO_LONG);
  else found.add(draftOf({ line, text, type, fields }));
}
