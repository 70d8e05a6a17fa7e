/**
 * RIS as databases and programs really write it: with or without `ER`, one or two blanks behind the tag, small letters,
 * values that go on in the next line, lines between records that belong to none.
 */
import { cslTypeOfRis } from '../../ris-types';
import type { FileText } from '../file-text';
import type { ReadReferences, ReferenceFormat } from './format';
import { LONGEST_ENTRY, linesOf, TOO_LONG } from './lines';
import { Found } from './reference';
import { draftOf, type TaggedField } from './tagged';

const LINE = /^[ \t]{0,3}([A-Za-z][A-Za-z\d])([ \t\u00a0]{1,3})[-\u2013](.*)$/;
const END = /^[ \t]{0,3}ER[ \t\u00a0]{0,3}-?\s{0,9}$/i;
const FIRST = /^[ \t]{0,3}TY[ \t\u00a0]{1,3}-/im;
const IN_CAPITALS = /^[ \t]{0,3}TY[ \t\u00a0]{1,3}-/m;

/** Tags that are believed with a single blank behind them: others may be words of a text that goes on. */
const TAGS = new Set(
  (
    'TY A1 A2 A3 A4 AB AD AN AU AV BT C1 C2 C3 C4 C5 C6 C7 C8 CA CN CP CT CY DA DB DI DO DP ED EP ER ET ID IS J1 J2 JA JF JO ' +
    'K1 KW L1 L2 L3 L4 LA LB LK M1 M2 M3 N1 N2 NV OP PB PP PY RI RN RP SE SN SP ST T1 T2 T3 TA TI TT U1 U2 U3 U4 U5 UR VL ' +
    'VO Y1 Y2 YR'
  ).split(' '),
);
/** Values that go on in a further line; in others such a line is a stray one. */
const LONG = new Set('TI T1 T2 T3 CT BT ST TT JF JO AB N2 N1 RN KW K1 PB'.split(' '));

interface Open {
  line: number;
  text: string;
  word: string | undefined;
  fields: TaggedField[];
  size: number;
}

export const ris: ReferenceFormat = {
  id: 'ris',
  label: 'RIS files',
  extensions: ['ris'],
  mime: 'application/x-research-info-systems',
  // PubMed's own format is saved under this extension too.
  sniff: ({ start, name }) =>
    FIRST.test(start) ||
    (/\.ris$/i.test(name) && /^[A-Z][A-Z\d] {1,2}- /m.test(start) && !/^PMID ?- /m.test(start)),
  read,
};

function read({ text }: FileText): ReadReferences {
  const found = new Found();
  const small = !IN_CAPITALS.test(text);
  let open = null as Open | null;
  const close = () => {
    if (open) take(open, found);
    open = null;
  };
  for (const [i, line] of linesOf(text).entries()) {
    const field = END.test(line) ? null : fieldOf(line, small);
    if (END.test(line)) close();
    else if (field?.tag === 'TY') {
      // Programs that write an id before the type mean one record.
      if (open?.word !== undefined || open?.fields.some(({ tag }) => tag !== 'ID')) close();
      open ??= { line: i + 1, text: line, word: undefined, fields: [], size: 0 };
      open.word = field.value;
    } else if (field) {
      open ??= { line: i + 1, text: line, word: undefined, fields: [], size: 0 };
      push(open, field);
    } else if (open && line.trim()) goOn(open, line);
  }
  close();
  return found;
}

function fieldOf(line: string, small: boolean): TaggedField | null {
  const [, name = '', blanks = '', rest = ''] = LINE.exec(line) ?? [];
  const tag = name.toUpperCase();
  if (!tag || (!small && tag !== name)) return null;
  if (!TAGS.has(tag) && (small || blanks.length < 2)) return null;
  if (blanks.length < 2 && rest && !/^\s/.test(rest)) return null;
  return { tag, value: rest.trim() };
}

function push(open: Open, field: TaggedField): void {
  open.size += field.value.length;
  if (open.size <= LONGEST_ENTRY && field.value) open.fields.push(field);
}

function goOn(open: Open, line: string): void {
  const last = open.fields.at(-1);
  open.size += line.length;
  if (!last || !LONG.has(last.tag) || open.size > LONGEST_ENTRY) return;
  last.value += `\n${line.trim()}`;
}

function take({ line, text, word = '', fields, size }: Open, found: Found): void {
  const [first] = fields;
  const shown = first ? `${first.tag}  - ${first.value}` : text;
  const isInPress = word.toUpperCase() === 'INPR';
  if (size > LONGEST_ENTRY) found.refuse(line, shown, TOO_LONG);
  else found.add(draftOf({ line, text: shown, type: cslTypeOfRis(word), isInPress, fields }));
}
