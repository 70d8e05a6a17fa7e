/** The authors of a PDF's paper: the names that follow its title; what the file states, where no byline is read. */
import type { Claim, Rule, ShownField } from '../../page/shared';
import { looseKey, parseName, splitNames } from '../../text';
import { lettersOf } from '../layout/runs';
import { namesByLine, namesIn } from './names';
import type { TitleBlock } from './title';
import type { HeadBlock, HeadView } from './view';
import { AUTHORS, FLOOR } from './weights';

export interface BylineView {
  head: HeadView;
  title: TitleBlock | null;
}

/** Blocks behind the title in which authors may be, with their addresses between them. */
const MOST_BLOCKS = 24;
/** Blocks without names that end a byline. */
const MOST_BETWEEN = 4;
/** A block with fewer letters is a mark. */
const FEWEST_LETTERS = 3;

const familyOf = (name: string): string => {
  const parsed = parseName(name);
  return looseKey(parsed && 'family' in parsed ? (parsed.family ?? '') : (parsed?.literal ?? name));
};

/** Blocks of one look are one byline: a name may begin on one line and end on the next. */
function grouped(blocks: readonly HeadBlock[]): HeadBlock[][] {
  const out: HeadBlock[][] = [];
  for (const one of blocks) {
    if (lettersOf(one.text) < FEWEST_LETTERS) continue;
    const last = out.at(-1);
    const before = last?.at(-1)?.block;
    if (last && before?.font === one.block.font && before.size === one.block.size) last.push(one);
    else out.push([one]);
  }
  return out;
}

function namesOf(group: readonly HeadBlock[]): string[] {
  const lines = group.flatMap(({ bareLines }) => bareLines);
  const byLine = lines.length > 1 ? namesByLine(lines) : [];
  if (byLine.length) return byLine;
  const together = namesIn(group.map(({ bare }) => bare).join(' '));
  return together.length ? together : group.flatMap(({ bare }) => namesIn(bare));
}

function byline({ head, title }: BylineView): string[] {
  const { blocks, front } = head;
  const from = (title?.last ?? -1) + 1;
  const to = front >= from ? front : blocks.length;
  const names: string[] = [];
  let between = 0;
  for (const group of grouped(blocks.slice(from, Math.min(to, from + MOST_BLOCKS)))) {
    const found = namesOf(group);
    if (found.length) {
      names.push(...found);
      between = 0;
    } else if (names.length && ++between > MOST_BETWEEN) break;
  }
  return [...new Map(names.map((name) => [looseKey(name), name])).values()];
}

function statedNames({ head: { stated } }: BylineView): string[] {
  const creators = stated.xmp['dc:creator'] ?? [];
  const all =
    creators.length > 1
      ? creators
      : [creators[0] ?? '', stated.info.Author ?? '']
          .sort((a, b) => b.length - a.length)
          .slice(0, 1);
  return all.flatMap(splitNames).filter((name) => namesIn(name).length === 1);
}

const rules: Rule<BylineView, string[]>[] = [
  {
    id: 'authors/byline',
    *find(view) {
      const names = byline(view);
      if (!names.length) return;
      yield { value: names, weight: AUTHORS.printed };
      yield { value: names, weight: AUTHORS.name, times: names.length };
    },
  },
  {
    id: 'authors/stated',
    *find(view): Generator<Claim<string[]>> {
      const names = statedNames(view);
      if (!names.length) return;
      yield { value: names, weight: AUTHORS.stated };
      yield { value: names, weight: AUTHORS.name, times: names.length };
    },
  },
];

export const PDF_AUTHORS: ShownField<BylineView, string[]> = {
  name: 'authors',
  stages: [{ rules }],
  election: () => ({
    key: (names) => names.map(familyOf).join('|'),
    combine: 'sum',
    floor: FLOOR.authors,
    tie: 'first',
  }),
};
