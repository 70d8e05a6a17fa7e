/**
 * REFI-QDA codebooks (.qdc, schema urn:QDA-XML:codebook:1.0), which ATLAS.ti, Dedoose, f4analyse, HyperRESEARCH, MAXQDA,
 * NVivo, QDA Miner, QualCoder and Quirkos exchange: codes with a name, a description, a colour and codes below them, and
 * sets of codes, which are our groups. Names are unique, as QualCoder merges codes of one name.
 */
import { influencesOf } from '../../codebook';
import { inTreeOrder } from '../../codebook/outline';
import { type Codebook, guidOf, type Influence, idOf } from '../../model';
import { sanitizeText } from '../text';
import { type CodebookDraft, type DraftEntry, draftOf, guidOfText, idFor } from './draft';
import { memoOf, readMemo } from './memo';
import { childrenOf, escapeXml, readXml, type XmlElement, XmlFault } from './xml';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const SCHEMA = 'http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd';

type Colour = NonNullable<Influence['colour']>;
/** Our marks as other tools show them: the light theme's. */
export const COLOURS: Readonly<Record<Colour, string>> = {
  amber: '#9A6700',
  blue: '#1D5FBF',
  brown: '#7A4A21',
  green: '#2E7D32',
  indigo: '#4B4FB8',
  olive: '#66701A',
  pink: '#B8326F',
  purple: '#7D3FB2',
};

/** The text of the file. @throws where the codebook is empty: the format has no empty one */
export function writeQdc(book: Codebook): string {
  const influences = inTreeOrder(book.influences);
  if (!influences.length) throw new Error('a codebook without influences cannot be a .qdc file');
  const index = influencesOf([book]);
  const guid = ({ id: influenceId }: Influence) => guidOf({ codebookId: book.id, influenceId });
  const text = (words: string) => escapeXml(sanitizeText(words));
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${NAMESPACE} ${SCHEMA}" origin="Bearing">`,
    '<Codes>',
  ];
  const open: string[] = [];
  for (const influence of influences) {
    while (open.length && open.at(-1) !== influence.parent) {
      open.pop();
      lines.push('</Code>');
    }
    const name = index.labelOf({ codebookId: book.id, influenceId: influence.id });
    const colour = influence.colour ? ` color="${COLOURS[influence.colour]}"` : '';
    lines.push(`<Code guid="${guid(influence)}" name="${text(name)}" isCodable="true"${colour}>`);
    // The group is said by a set.
    const { group: _, ...rest } = influence;
    const memo = memoOf(rest, name);
    if (memo) lines.push(`<Description>${text(memo)}</Description>`);
    open.push(influence.id);
  }
  lines.push(...open.map(() => '</Code>'), '</Codes>');
  const groups = [...new Set(influences.flatMap(({ group }) => group || []))];
  if (groups.length) {
    const sets = groups.flatMap((group) => [
      `<Set guid="${idOf(`set ${book.id}/${group}`).toUpperCase()}" name="${text(group)}">`,
      ...influences
        .filter((one) => one.group === group)
        .map((one) => `<MemberCode guid="${guid(one)}"/>`),
      '</Set>',
    ]);
    lines.push('<Sets>', ...sets, '</Sets>');
  }
  return `${[...lines, '</CodeBook>'].join('\n')}\n`;
}

export type CodebookReading = ({ ok: true } & CodebookDraft) | { ok: false; problem: string };

/** Reads a file of any tool. Never throws. @param name of the codebook: the format has no field for it */
export function readQdc(text: string, name: string): CodebookReading {
  let root: XmlElement;
  try {
    root = readXml(text);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    return no(`This codebook file cannot be read: it ${error.message}`);
  }
  if (root.name !== 'CodeBook') return no('This XML file is not a REFI-QDA codebook');
  const codes = childrenOf(root, 'Codes').flatMap((one) => childrenOf(one, 'Code'));
  if (!codes.length) return no('This codebook file has no codes');
  const groups = groupsOf(root);
  const entries = entriesOf(codes, groups);
  const id = idFor(
    'qdc',
    entries.map((entry) => entry.id ?? entry.label),
  );
  return { ok: true, ...draftOf(entries, { id, name: name || 'Codebook' }) };
}

const no = (what: string): CodebookReading => ({
  ok: false,
  problem: `${what}. Nothing was imported.`,
});

const guidIn = (element: XmlElement): string | undefined =>
  guidOfText(element.attributes.get('guid'));

/** The first set that each code is a member of, by the code's GUID. */
function groupsOf(root: XmlElement): Map<string, string> {
  const groups = new Map<string, string>();
  for (const set of childrenOf(root, 'Sets').flatMap((one) => childrenOf(one, 'Set')))
    for (const member of childrenOf(set, 'MemberCode')) {
      const guid = guidIn(member);
      const name = set.attributes.get('name')?.trim();
      if (guid && name && !groups.has(guid)) groups.set(guid, name);
    }
  return groups;
}

/** The codes in the order of the file, each before those below it. */
function entriesOf(
  codes: readonly XmlElement[],
  groups: ReadonlyMap<string, string>,
): DraftEntry[] {
  const entries: DraftEntry[] = [];
  const stack = [...codes].reverse().map((code) => ({ code, parent: '' }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { code, parent } = next;
    const name = code.attributes.get('name') ?? '';
    const id = guidIn(code) ?? idFor('code', [String(entries.length), name]).toUpperCase();
    const memo = readMemo(childrenOf(code, 'Description')[0]?.text ?? '');
    const group = groups.get(id) ?? memo.group;
    const colour = colourOf(code.attributes.get('color'));
    entries.push({
      ...memo,
      ...{ id, label: memo.label ?? name, row: entries.length + 1 },
      ...(parent && { parent }),
      ...(group && { group }),
      ...(colour && { colour }),
    });
    stack.push(
      ...childrenOf(code, 'Code')
        .reverse()
        .map((below) => ({ code: below, parent: id })),
    );
  }
  return entries;
}

/** Ours, where it is exactly one of ours: another tool's colour means nothing here. */
function colourOf(written: string | undefined): Colour | undefined {
  const wanted = written?.trim().toUpperCase();
  return (Object.keys(COLOURS) as Colour[]).find((colour) => COLOURS[colour] === wanted);
}
