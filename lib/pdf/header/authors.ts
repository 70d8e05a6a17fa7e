/** The authors of a PDF's paper: the names that follow its title; what the file states, where no byline is read. */
import type { Claim, Rule, ShownField } from '../../page/shared';
import { looseKey, parseName, splitNames } from '../../text';
import type { Line } from '../layout/line';
import { lettersOf } from '../layout/runs';
import { ownCitations } from './cited-work';
import { isAddress, namesAbove, namesAddressed, namesByLine, namesIn } from './names';
import type { TitleBlock } from './title';
import type { HeadBlock, HeadView } from './view';
import { AUTHORS, FLOOR } from './weights';

export interface BylineView {
  head: HeadView;
  title: TitleBlock | null;
}

/** Blocks behind the title in which authors may be, with their addresses between them. */
const MOST_BLOCKS = 40;
/** Blocks above it, for journals that print authors first. */
const MOST_ABOVE = 3;
/** Names of one row are so far apart, in parts of their size. */
const BESIDE = 4;
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

/** Names with the place of the line on which they begin. */
interface Named {
  names: string[];
  base: number;
  x0: number;
  size: number;
}

/** The names of some blocks of one look. */
function namesTogether(group: readonly HeadBlock[]): string[] {
  const lines = group.flatMap(({ bareLines }) => bareLines);
  const byLine = lines.length > 1 ? namesByLine(lines) : [];
  return byLine.length ? byLine : namesIn(group.map(({ bare }) => bare).join(' '));
}

function namesOf(group: readonly HeadBlock[]): Named[] {
  const whole = namesTogether(group);
  const each = whole.length
    ? [{ names: whole, one: group[0] as HeadBlock }]
    : group.map((one) => {
        const names = namesIn(one.bare);
        return { names: names.length ? names : namesAbove(one.bareLines), one };
      });
  return each.flatMap(({ names, one }) => {
    const [{ base, x0, size }] = one.block.lines as [Line];
    return names.length ? [{ names, base, x0, size }] : [];
  });
}

/** Names side by side are read row by row; the columns that they are in are not of text. */
function inRows(all: readonly Named[]): Named[] {
  const beside = (one: Named, other: Named) =>
    Math.abs(one.base - other.base) < one.size && Math.abs(one.x0 - other.x0) > BESIDE * one.size;
  if (!all.some((one) => all.some((other) => beside(one, other)))) return [...all];
  const rows = [...all].sort((a, b) => a.base - b.base);
  let row = 0;
  const numbered = rows.map((one, index) => {
    if (index && one.base - (rows[index - 1] as Named).base >= one.size / 2) row++;
    return { one, row };
  });
  return numbered.sort((a, b) => a.row - b.row || a.one.x0 - b.one.x0).map(({ one }) => one);
}

/** The names in some blocks that follow each other, with addresses between them. */
function namesAmong(blocks: readonly HeadBlock[]): string[] {
  const found: Named[] = [];
  let between = 0;
  for (const group of grouped(blocks)) {
    const here = namesOf(group);
    if (here.length) {
      found.push(...here);
      between = 0;
    } else if (found.length && ++between > MOST_BETWEEN) break;
  }
  const names = inRows(found).flatMap((one) => one.names);
  return [...new Map(names.map((name) => [looseKey(name), name])).values()];
}

function byline({ head, title }: BylineView): string[] {
  const { blocks, front } = head;
  const from = (title?.last ?? -1) + 1;
  const to = front >= from ? front : blocks.length;
  const own = blocks.slice(from, Math.min(to, from + MOST_BLOCKS));
  const names = namesAmong(own);
  return names.length ? names : own.flatMap(({ bareLines }) => bareLines.flatMap(namesAddressed));
}

/** The byline above the title, where none is below it. */
function bylineAbove({ head: { blocks }, title }: BylineView): string[] {
  if (!title || title.first < 1) return [];
  const above = blocks.slice(Math.max(0, title.first - MOST_ABOVE), title.first);
  return above.flatMap(({ bare }) => namesIn(bare));
}

/** One name in a block of its own may be of anybody. */
const FEWEST_ALONE = 2;

/** The byline in a column of its own, beside an abstract that is read first. */
function bylineBeside({ head: { blocks, front } }: BylineView): string[] {
  const all = blocks.slice(front).map((one) => namesTogether([one]));
  return (
    all.find(
      (names, at) => names.length >= FEWEST_ALONE && isAddress(blocks[front + at + 1]?.text ?? ''),
    ) ?? []
  );
}

/** Those who sign a letter, with their addresses below. */
function signed({ head: { signed: blocks } }: BylineView): string[] {
  const all = blocks.map((one) => namesTogether([one]));
  return all.find((names, at) => names.length && isAddress(blocks[at + 1]?.text ?? '')) ?? [];
}

/** Those whom the paper names where it asks to be cited. */
function cited({ head, title }: BylineView): string[] {
  return ownCitations(head, title?.text ?? '')
    .map(({ before }) => namesIn(before.replace(CITED_AROUND, '').trim()))
    .reduce((most, names) => (names.length > most.length ? names : most), []);
}
/** What is around the names of a citation: a label, a year, an opening quotation mark. */
const CITED_AROUND =
  /^(?:how to |please )?cit(?:e|ation)[^:]{0,40}: ?|[.,:]? ?\(?(?:(?:19|20)\d\d[a-z]?)?\)?[.,:]? ?["“‘']?$/gi;

/** Where names are looked for, the likeliest place first. */
const PLACES: readonly [(view: BylineView) => string[], (typeof AUTHORS)[keyof typeof AUTHORS]][] =
  [
    [byline, AUTHORS.printed],
    [bylineAbove, AUTHORS.above],
    [bylineBeside, AUTHORS.above],
    [cited, AUTHORS.cited],
    [signed, AUTHORS.signed],
  ];

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
      for (const [namesAt, weight] of PLACES) {
        const names = namesAt(view);
        if (!names.length) continue;
        yield { value: names, weight };
        yield { value: names, weight: AUTHORS.name, times: names.length };
        return;
      }
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
