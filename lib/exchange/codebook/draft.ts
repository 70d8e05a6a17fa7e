/**
 * What is read from a file of codes, made into a codebook of the reader's own: every influence is held to its schema, what
 * cannot be taken as it is written is named with its row, and parents, ids and labels are made to fit together.
 */
import { inTreeOrder } from '../../codebook/outline';
import { Codebook, GUID, Influence, idOf, LONGEST_LABEL, MOST_INFLUENCES } from '../../model';
import { looseKey } from '../../text';

/** One code of a file. */
export interface DraftEntry extends Partial<Omit<Influence, 'id' | 'parent'>> {
  label: string;
  /** Its own id in the file, where it has one. */
  id?: string;
  /** The id or the label of the broader code. */
  parent?: string;
  /** Counted as the reader sees them in the file: the row of a table, the place of a code. */
  row: number;
}

/** What was not taken as it was written. */
export interface DraftProblem {
  row: number;
  /** As a sentence. */
  problem: string;
  /** What the file has there. */
  written: string;
}

export interface CodebookDraft {
  codebook: Codebook;
  problems: DraftProblem[];
}

/** @param id of the codebook; the same file gives the same one each time it is read */
export function draftOf(
  entries: readonly DraftEntry[],
  { id, name }: { id: string; name: string },
): CodebookDraft {
  const problems: DraftProblem[] = [];
  const say = ({ row, label }: DraftEntry, problem: string) =>
    problems.push({ row, problem, written: label });
  const ids = new Set<string>();
  const taken: { entry: DraftEntry; influence: Influence }[] = [];
  for (const entry of entries) {
    if (taken.length === MOST_INFLUENCES) {
      say(
        entry,
        `Only the first ${MOST_INFLUENCES.toLocaleString('en')} can be taken; this one is left out.`,
      );
      continue;
    }
    const influence = influenceOf(entry, ids, say);
    if (influence) taken.push({ entry, influence });
  }
  const find = parentsIn(taken.map(({ influence }) => influence));
  for (const { entry, influence } of taken) {
    if (!entry.parent) continue;
    const parent = find(entry.parent, influence.id);
    if (parent === undefined)
      say(
        entry,
        `Its broader influence “${shortened(entry.parent)}” is not there: it is put at the top.`,
      );
    else influence.parent = parent;
  }
  const influences = taken.map(({ influence }) => influence);
  const parents = new Map(influences.map((one) => [one.id, one.parent]));
  for (const { entry, influence } of taken)
    if (isInCircle(influence.id, parents)) {
      delete influence.parent;
      parents.delete(influence.id);
      say(entry, 'It would be under itself: it is put at the top.');
    }
  const codebook = Codebook.parse({
    ...{ id, name: name.slice(0, LONGEST_LABEL) || 'Codebook', version: '1', kind: 'own' },
    ...{ builtIn: false, compiled: false, complete: true, stage: 'open' },
    source: { citation: 'Brought in from a file' },
    influences: inTreeOrder(influences),
  });
  return { codebook, problems };
}

function influenceOf(
  entry: DraftEntry,
  ids: Set<string>,
  say: (entry: DraftEntry, problem: string) => void,
): Influence | undefined {
  const { row: _, parent: _p, ...fields } = entry;
  const label = entry.label.replace(/\s+/g, ' ').trim();
  if (!label) {
    say(entry, 'It has no name: it is left out.');
    return undefined;
  }
  if (label.length > LONGEST_LABEL)
    say(entry, `Its name is longer than ${LONGEST_LABEL} characters: it is cut.`);
  const id = freeId(
    entry.id ?? (looseKey(label).replaceAll(' ', '-').slice(0, 100) || 'code'),
    ids,
  );
  if (entry.id !== undefined && id !== entry.id)
    say(entry, 'Its id is there twice: it gets another one.');
  const full = { definition: '', ...fields, id, label: label.slice(0, LONGEST_LABEL) };
  const parsed = Influence.safeParse(full);
  if (!parsed.success) {
    const wrong = [...new Set(parsed.error.issues.map(({ path }) => path[0]))].join(', ');
    say(entry, `It cannot be taken because of its ${wrong}: it is left out.`);
    return undefined;
  }
  ids.add(id);
  return parsed.data;
}

function freeId(wanted: string, ids: ReadonlySet<string>): string {
  let id = wanted;
  for (let n = 2; ids.has(id); n++) id = `${wanted}-${n}`;
  return id;
}

/** The id that a broader influence is named by: its id, else its label; of several with that label, the first other one. */
function parentsIn(influences: readonly Influence[]) {
  const byId = new Set(influences.map(({ id }) => id));
  const byLabel = new Map<string, string[]>();
  for (const { id, label } of influences) {
    const key = looseKey(label) || label;
    const list = byLabel.get(key);
    if (list) list.push(id);
    else byLabel.set(key, [id]);
  }
  return (named: string, own: string): string | undefined => {
    if (byId.has(named) && named !== own) return named;
    return byLabel.get(looseKey(named) || named)?.find((id) => id !== own);
  };
}

function isInCircle(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  let at = parents.get(id);
  while (at !== undefined && at !== id && !seen.has(at)) {
    seen.add(at);
    at = parents.get(at);
  }
  return at === id;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** The id of a codebook whose file names none: by its codes, so that the same file is the same codebook. */
export const idFor = (kind: string, parts: readonly string[]): string =>
  idOf(`${kind} ${parts.join(' ')}`);

/** A GUID as others write it, in braces or not; undefined where it is not one. */
export const guidOfText = (text: string | undefined): string | undefined =>
  GUID.exec(text?.trim() ?? '')?.[1]?.toUpperCase();
