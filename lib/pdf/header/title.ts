/** The title of a PDF's paper: the largest text of its first page, if names follow it, or running heads or the file repeat it. */
import type { Claim, Rule, ShownField } from '../../page/shared';
import { isWorkLabel, mayBeJournal, placeIn } from '../../page/shared';
import { looseKey } from '../../text';
import { ANOTHER_SIZE } from '../layout/blocks';
import { lettersOf } from '../layout/runs';
import { isKnownHeading } from '../structure/known-headings';
import { namesIn } from './names';
import { type HeadBlock, type HeadView, likeTitle } from './view';
import { FLOOR, TITLE } from './weights';

/** A title has so many letters. */
const FEWEST_LETTERS = 8;
const MOST_LETTERS = 400;
/** The farthest that lines of one title are apart, in parts of their size. */
const APART = 2.3;
const NEXT_LINE = 1.4;
/** A title is above this part of the page. */
const LOWEST = 0.8;
/** Blocks that names follow within. */
const NEAR = 3;

export interface TitleBlock {
  text: string;
  size: number;
  at: number;
  /** Its blocks, by their places. */
  first: number;
  last: number;
}

/** Candidates: blocks, and what goes on in another block of the same look. */
export function titleBlocks(view: HeadView): TitleBlock[] {
  const out: TitleBlock[] = [];
  const { blocks } = view;
  blocks.forEach((one, index) => {
    if (isLabel(one.text)) return;
    const last = out.at(-1);
    const before = blocks[index - 1];
    const goesOn = last && before && last.last === index - 1 && isRest(before, one);
    if (goesOn && (/[:–—]$/.test(last.text) || namesIn(one.bare).length === 0)) {
      last.text = `${last.text} ${one.text}`;
      last.last = index;
    } else
      out.push({
        text: withoutLabel(one),
        size: one.block.size,
        at: one.at,
        first: index,
        last: index,
      });
  });
  return out.filter(({ text, at }) => {
    const letters = lettersOf(text);
    return letters >= FEWEST_LETTERS && letters <= MOST_LETTERS && at < LOWEST;
  });
}

/** Labels of kinds of papers in journals, besides those of `isWorkLabel`. */
const OF_WHAT =
  /^(?:open access|original|clinical|case|brief|short|letters? to|technical note|(?:systematic |mini-?|literature )?reviews?|research|invited|regular|full(?: length)?|special)\b/i;
const WHAT =
  /^ ?(?:articles?|papers?|reports?|series|study|studies|trial|communications?|research|investigations?|contributions?|the editor|review|issue)?$/i;
const isLabelled = (text: string): boolean => {
  const of = OF_WHAT.exec(text);
  return of !== null && WHAT.test(text.slice(of[0].length));
};
/** A label ("Original article") is shorter, in UTF-16 units. */
const LONGEST_LABEL = 40;

/** Whether a text names the kind of a paper: "Original article". */
export const isLabel = (text: string): boolean =>
  isWorkLabel(text) || (text.length < LONGEST_LABEL && isLabelled(text.trim()));

/** A label of the kind of paper may be printed in the letters of the title, on a line of its own above it. */
function withoutLabel({ text, block }: HeadBlock): string {
  const first = block.lines[0]?.text.trim() ?? '';
  return block.lines.length > 1 && isLabel(first) ? text.slice(first.length).trim() : text;
}

function isRest(before: HeadBlock, one: HeadBlock): boolean {
  const [above, below] = [before.block.lines.at(-1), one.block.lines[0]];
  if (!above || !below) return false;
  const gap = below.base - above.base;
  // A species, or a formula, may fill a line of a title in a font of its own: it is at the distance of lines.
  const apart = before.block.font === one.block.font ? APART : NEXT_LINE;
  return (
    Math.abs(before.block.size - one.block.size) < ANOTHER_SIZE * one.block.size &&
    gap > 0 &&
    gap < apart * one.block.size
  );
}

/** What the file states as its title, where it is one. */
export function statedTitle({ stated: { info, xmp } }: HeadView): string | undefined {
  return [...(xmp['dc:title'] ?? []), info.Title ?? '']
    .map((title) => title.replace(/\s+/g, ' ').trim())
    .find(
      (title) =>
        title.split(' ').length > 2 &&
        lettersOf(title) > FEWEST_LETTERS &&
        !/^microsoft|^untitled|\.(?:docx?|pdf|tex|dvi|indd|qxd|fm|rtf)\b|\d\.\.\d|^\S+$/i.test(
          title,
        ),
    );
}

const claim = (
  one: TitleBlock,
  weight: Claim<TitleBlock>['weight'] & object,
  times = 1,
): Claim<TitleBlock> => ({
  value: one,
  weight,
  times,
});

const FURNITURE =
  /https?:|www\.|@|©|\bdoi\b|\bissn\b|\bvol(?:ume)?\b\.? ?\d|^\W*\d[\d\W]*$|^(?:(?:received|accepted|citation|copyright|keywords?)\s*:|available (?:online|at)|contents lists)/i;
const JOURNAL =
  /^(?:the )?(?:\p{L}+ ){0,3}(?:journal|annals|archives|bulletin|proceedings|transactions|acta|revista|zeitschrift|letters|reviews?)\b/iu;
/** The names of journals have so many words at most; titles of papers have more. */
const MOST_WORDS_OF_JOURNAL = 8;

/** Fewer words are few for a title. */
const FEW_WORDS = 5;

/** Of the signs of a title so many are letters. */
const LETTERS = 0.6;
const isGarbled = (text: string): boolean =>
  (text.match(/\p{L}/gu)?.length ?? 0) < LETTERS * lettersOf(text);

function isJournal(text: string, view: HeadView): boolean {
  if (isLabel(text)) return true;
  const words = text.split(' ').length;
  if (words <= MOST_WORDS_OF_JOURNAL && JOURNAL.test(text)) return true;
  const key = looseKey(text);
  return (
    words <= MOST_WORDS_OF_JOURNAL &&
    mayBeJournal(text) &&
    [...view.heads, ...view.blocks.map((one) => one.text)].some((line) => {
      const venue = placeIn(line)?.venue;
      return venue ? looseKey(venue).endsWith(key) : false;
    })
  );
}

const rules: Rule<HeadView, TitleBlock>[] = [
  {
    id: 'title/size',
    *find(view) {
      const all = titleBlocks(view);
      const largest = Math.max(...all.map(({ size }) => size));
      for (const one of all) yield claim(one, TITLE.size, (one.size / largest) ** 2);
    },
  },
  {
    id: 'title/high',
    *find(view) {
      for (const one of titleBlocks(view)) if (one.at < 0.5) yield claim(one, TITLE.high);
    },
  },
  {
    id: 'title/above-names',
    *find(view) {
      // The nearer to the names, the likelier: the name of a journal is above the title.
      const all = titleBlocks(view);
      for (const one of all) {
        const next = view.blocks.slice(one.last + 1, one.last + 1 + NEAR);
        const names = next.findIndex(({ bare }) => namesIn(bare).length > 0);
        if (names < 0) continue;
        const at = one.last + 1 + names;
        const between = all.filter(({ first, last }) => first > one.last && last < at);
        yield claim(one, TITLE.aboveNames, 1 / (1 + between.length));
      }
    },
  },
  {
    id: 'title/stated',
    *find(view) {
      const stated = statedTitle(view);
      if (!stated) return;
      for (const one of titleBlocks(view)) {
        const like = likeTitle(one.text, stated);
        if (like) yield claim(one, like === 'whole' ? TITLE.stated : TITLE.statedInPart);
      }
    },
  },
  {
    id: 'title/repeated',
    *find(view) {
      const heads = view.heads.map(looseKey).filter((key) => key.split(' ').length > 2);
      for (const one of titleBlocks(view)) {
        const key = looseKey(one.text);
        // A few words that are repeated whole are the name of the journal as often.
        const few = key.split(' ').length < FEW_WORDS;
        if (heads.some((head) => (head.includes(key) && !few) || key.includes(head)))
          yield claim(one, TITLE.repeated);
      }
    },
  },
  {
    id: 'title/short',
    *find(view) {
      for (const one of titleBlocks(view)) {
        const words = one.text.split(' ').length;
        if (words < FEW_WORDS) yield claim(one, TITLE.short, (FEW_WORDS - words) / 2);
      }
    },
  },
  {
    // "Smith J. Care in wards. Journal of Care. 2019": of two that a citation names, the later one is the journal.
    id: 'title/cited-with',
    *find(view) {
      const all = titleBlocks(view).map((one) => ({ one, key: looseKey(one.text) }));
      for (const text of view.blocks.map((block) => looseKey(block.text)))
        for (const { one, key } of all) {
          if (text === key) continue;
          const at = text.lastIndexOf(key);
          const before = at > 0 ? text.slice(0, at) : '';
          if (all.some((other) => other.key.length > key.length && before.includes(other.key)))
            yield claim(one, TITLE.journal);
        }
    },
  },
  {
    id: 'title/journal',
    *find(view) {
      for (const one of titleBlocks(view))
        if (isJournal(one.text, view)) yield claim(one, TITLE.journal);
    },
  },
  {
    id: 'title/within',
    *find(view) {
      for (const one of titleBlocks(view))
        if (one.first >= view.front) yield claim(one, TITLE.within);
    },
  },
  {
    id: 'title/furniture',
    *find(view) {
      for (const one of titleBlocks(view))
        if (
          FURNITURE.test(one.text) ||
          isGarbled(one.text) ||
          isKnownHeading(one.text) ||
          namesIn(one.text).length > 1
        )
          yield claim(one, TITLE.furniture);
    },
  },
];

/** The file's own word, where no text of the page is like a title. */
const statedAlone: Rule<HeadView, TitleBlock> = {
  id: 'title/stated-alone',
  *find(view) {
    const text = statedTitle(view);
    if (text) yield claim({ text, size: 0, at: 0, first: -1, last: -1 }, TITLE.statedAlone);
  },
};

export const PDF_TITLE: ShownField<HeadView, TitleBlock> = {
  name: 'title',
  stages: [
    { rules, enough: (ranked) => (ranked[0]?.points ?? 0) >= FLOOR.title },
    { rules: [statedAlone] },
  ],
  election: () => ({
    key: ({ first, text }) => (first < 0 ? text : first),
    combine: 'sum',
    floor: FLOOR.title,
    tie: 'first',
  }),
};
