/**
 * The codes of a project: each codebook is a folder, its groups are folders, each influence is a folder with the codes of its
 * three stances, and narrower influences are below their broader one. Folders cannot be coded with, so that nothing is coded
 * without a stance.
 */
import { influenceKey, influencesOf, type ListedInfluence } from '../../../codebook';
import { outlineOf } from '../../../codebook/outline';
import { grouped, guidOf, type Influence, type InfluenceRef, type Stance } from '../../../model';
import { memoOf } from '../../codebook/memo';
import { COLOURS } from '../../codebook/qdc';
import type { TagRow } from '../../records';
import { DIAL_FOLDERS, DIALS, type Dial, dialCode, STANCE_NAME, STANCES } from '../../refi-words';
import type { Chosen } from '../../types';
import { element, guid, textElement, wrapper } from './element';
import { UniqueNames } from './unique-names';

/** Taguette's limit for the name of a tag; other tools have none that is lower. */
const LONGEST_NAME = 200;

/** As the light theme has them (components/tokens.css). */
const STANCE_COLOUR: Readonly<Record<Stance, string>> = {
  supporting: '#0F766E',
  contrasting: '#C2410C',
  mentioning: '#475569',
};

interface Code {
  guid: string;
  name: string;
  /** One that is coded with has a colour; the others are folders. */
  colour?: string;
  isCodable: boolean;
  description?: string;
  below: Code[];
}

export interface Codes {
  /** As XML; empty where there is none. */
  written: string[];
  /** The GUID of the code of a tag's influence and stance. */
  ofTag(tag: InfluenceRef & { stance: Stance }): string;
  nameOf(tag: InfluenceRef & { stance: Stance }): string;
  ofDial(dial: Dial, value: string | number | undefined): string | undefined;
}

const ENDINGS = STANCES.map((stance) => `: ${STANCE_NAME[stance]}`);

export function codesOf(data: Chosen, rows: readonly TagRow[]): Codes {
  const names = new UniqueNames(LONGEST_NAME);
  const dials = dialFolders(rows, names);
  const folders = new Map<string, Code>();
  const taken = new Set<string>();
  // Influences before folders, so that they keep the names by which they are known.
  const addInfluence = (ref: InfluenceRef, label: string, influence?: Influence) => {
    const own = guidOf(ref);
    // A copy of a codebook from another tool has the ids, and so the GUIDs, of its original.
    const free = taken.has(own) ? guid('code', influenceKey(ref)) : own;
    taken.add(free);
    const name = names.takeWith(label, ENDINGS);
    const description = influence && memoOf(influence, name);
    folders.set(influenceKey(ref), {
      ...{ guid: free, name, isCodable: false, below: stanceCodes(ref, name) },
      ...(description && { description }),
      ...(influence?.colour && { colour: COLOURS[influence.colour] }),
    });
  };
  const { all } = influencesOf(data.codebooks);
  for (const one of all) addInfluence(one, one.label, one.influence);
  for (const { tag, label } of rows) if (!folders.has(influenceKey(tag))) addInfluence(tag, label);

  const books = booksOf(all, rows, folders, names);
  const find = (tag: InfluenceRef & { stance: Stance }) =>
    folders
      .get(influenceKey(tag))
      ?.below.find(({ guid: own }) => own === stanceGuid(tag, tag.stance));
  return {
    written: wrapper('CodeBook', wrapper('Codes', [...books, ...dials].map(written))),
    ofTag: (tag) => find(tag)?.guid ?? '',
    nameOf: (tag) => find(tag)?.name ?? '',
    ofDial(dial, value) {
      const name = dialCode(dial, value);
      return name === undefined ? undefined : dialGuid(name);
    },
  };
}

const stanceGuid = (ref: InfluenceRef, stance: Stance) =>
  guid('stance', `${influenceKey(ref)} ${stance}`);

const stanceCodes = (ref: InfluenceRef, name: string): Code[] =>
  STANCES.map((stance) => ({
    ...{ guid: stanceGuid(ref, stance), name: `${name}: ${STANCE_NAME[stance]}` },
    ...{ isCodable: true, colour: STANCE_COLOUR[stance], below: [] },
  }));

/** A folder for each codebook, with its groups and influences put under each other. */
function booksOf(
  all: readonly ListedInfluence[],
  rows: readonly TagRow[],
  folders: ReadonlyMap<string, Code>,
  names: UniqueNames,
): Code[] {
  const byBook = grouped(all, ({ codebookId }) => codebookId);
  const gone = grouped(
    rows.filter(({ influence }) => !influence).map(({ tag }) => tag),
    ({ codebookId }) => codebookId,
  );
  return [...new Set([...byBook.keys(), ...gone.keys()])].map((codebookId) => {
    const listed = byBook.get(codebookId) ?? [];
    const codebook = listed[0]?.codebook;
    const book: Code = {
      ...{ guid: guid('codebook', codebookId), name: names.take(codebook?.name ?? codebookId) },
      ...{ isCodable: false, below: [] },
      ...(codebook && { description: aboutBook(codebook) }),
    };
    const folderOf = (influenceId: string) =>
      folders.get(influenceKey({ codebookId, influenceId }));
    const ids = new Set(listed.map(({ influenceId }) => influenceId));
    for (const group of outlineOf(listed.map(({ influence }) => influence))) {
      const top = group.name
        ? {
            ...{ guid: guid('group', `${codebookId} ${group.name}`), name: names.take(group.name) },
            ...{ isCodable: false, below: [] as Code[] },
          }
        : book;
      if (top !== book) book.below.push(top);
      for (const { id, parent } of group.influences) {
        const folder = folderOf(id);
        const above = parent !== undefined && ids.has(parent) ? folderOf(parent) : top;
        if (folder) above?.below.push(folder);
      }
    }
    const orphans = new Set((gone.get(codebookId) ?? []).map(({ influenceId }) => influenceId));
    book.below.push(...[...orphans].sort().flatMap((id) => folderOf(id) ?? []));
    return book;
  });
}

/** What a reader has to know of a codebook wherever it is shown. */
const aboutBook = ({ version, source, notice, missing }: ListedInfluence['codebook']): string =>
  [`Version ${version}`, source.citation, notice, missing].filter(Boolean).join('\n');

const dialGuid = (name: string) => guid('dial', name);

/** Those that a tag has. */
function dialFolders(rows: readonly TagRow[], names: UniqueNames): Code[] {
  return DIALS.flatMap((dial) => {
    const { name, words } = DIAL_FOLDERS[dial];
    const used = new Set(rows.map(({ tag }) => String(tag[dial])));
    const below = Object.keys(words)
      .filter((value) => used.has(value))
      .flatMap((value): Code[] => {
        const own = dialCode(dial, value);
        return own
          ? [{ guid: dialGuid(own), name: names.take(own), isCodable: true, below: [] }]
          : [];
      });
    return below.length
      ? [{ guid: dialGuid(name), name: names.take(name), isCodable: false, below }]
      : [];
  });
}

/** Not recursive: a codebook can be as deep as it is long. */
function written(root: Code): string {
  const parts: string[] = [];
  const stack: (Code | string)[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') {
      parts.push(next);
      continue;
    }
    const { guid: own, name, isCodable, colour, description, below } = next;
    const inner = textElement('Description', description);
    const attributes = { guid: own, name, isCodable, color: colour };
    if (!below.length) parts.push(element('Code', attributes, inner));
    else {
      parts.push(element('Code', attributes).replace(/\/>$/, '>'), ...inner);
      stack.push('</Code>', ...[...below].reverse());
    }
  }
  return parts.join('');
}
