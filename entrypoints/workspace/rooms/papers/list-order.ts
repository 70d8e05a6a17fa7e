/** The order of the reading list, and its groups. Pure. */
import { ELIGIBILITY_WORDS } from '@/components/paper/cite';
import {
  Eligibility,
  grouped,
  PRIORITY_WORDS,
  PROGRESS_WORDS,
  Priority,
  Progress,
} from '@/lib/model';
import type { Group, Sort } from './list-address';
import type { PaperLine } from './paper-lines';

/** By paper: how many papers of the review cite it. */
export type TimesCited = ReadonlyMap<string, number>;

type Compare = (a: PaperLine, b: PaperLine) => number;

/** Texts that were folded for comparing: the order of their code units is quick, and right for folded letters. */
const byText = (a: string, b: string): number => {
  if (a === b) return 0;
  // What has none comes last.
  if (!a || !b) return a ? -1 : 1;
  return a < b ? -1 : 1;
};
const priorityOf = ({ listed: { priority } }: PaperLine): number =>
  priority ? Priority.options.indexOf(priority) : Priority.options.length;

/** @param lines the newest on the list first; of two alike the newer one comes first */
export function sorted(
  lines: readonly PaperLine[],
  sort: Sort,
  cited: TimesCited,
): readonly PaperLine[] {
  const times = ({ paper }: PaperLine) => cited.get(paper.id) ?? 0;
  const compare: Readonly<Record<Sort, Compare | null>> = {
    added: null,
    title: (a, b) => byText(a.title, b.title),
    author: (a, b) => byText(a.author, b.author) || byText(a.title, b.title),
    year: (a, b) => (b.paper.year ?? 0) - (a.paper.year ?? 0),
    priority: (a, b) => priorityOf(a) - priorityOf(b),
    tags: (a, b) => b.tags - a.tags,
    cited: (a, b) => times(b) - times(a),
  };
  const by = compare[sort];
  return by ? [...lines].sort(by) : lines;
}

export interface LineGroup {
  key: string;
  /** In words, for its heading. */
  name: string;
  lines: readonly PaperLine[];
}

type Keys = (line: PaperLine) => readonly string[];

interface Grouping {
  keys: Keys;
  name: (key: string) => string;
  order: (a: string, b: string) => number;
}

const inOrder =
  (keys: readonly string[]) =>
  (a: string, b: string): number =>
    keys.indexOf(a) - keys.indexOf(b);

const GROUPINGS: Readonly<Record<Exclude<Group, 'none'>, Grouping>> = {
  label: {
    keys: ({ listed }) => listed.labels ?? [''],
    name: (key) => key || 'No label',
    order: byText,
  },
  progress: {
    keys: ({ listed }) => [listed.progress],
    name: (key) => PROGRESS_WORDS[key as Progress],
    order: inOrder(Progress.options),
  },
  eligibility: {
    keys: ({ listed }) => [listed.eligibility],
    name: (key) => ELIGIBILITY_WORDS[key as Eligibility],
    order: inOrder(Eligibility.options),
  },
  year: {
    keys: ({ paper }) => [String(paper.year ?? '')],
    name: (key) => key || 'No year',
    order: (a, b) => (a && b ? Number(b) - Number(a) : byText(a, b)),
  },
  priority: {
    keys: ({ listed }) => [listed.priority ?? ''],
    name: (key) => PRIORITY_WORDS[key as Priority] ?? 'No priority',
    order: inOrder([...Priority.options, '']),
  },
};

/** The lines in groups, each in the order that the lines have; a paper with several labels is in the group of each. */
export function inGroups(
  lines: readonly PaperLine[],
  group: Exclude<Group, 'none'>,
): readonly LineGroup[] {
  const { keys, name, order } = GROUPINGS[group];
  const pairs = lines.flatMap((line) => keys(line).map((key) => ({ key, line })));
  return [...grouped(pairs, ({ key }) => key)]
    .map(([key, some]) => ({ key, name: name(key), lines: some.map(({ line }) => line) }))
    .sort((a, b) => order(a.key, b.key));
}
