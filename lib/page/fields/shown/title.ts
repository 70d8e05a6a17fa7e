/**
 * The title as the page shows it: the heading that the window title repeats; else the one that is called a title; else
 * the longest top heading; else the window title's own longest part.
 */
import type { Claim, Ledger, Rule } from '../../claims';
import { type Candidate, type ShownField, settleShown } from '../../settle';
import { HeadingsView, type TitleHeading, withSubtitle } from '../../view/headings';
import type { Heading } from '../../view/lines';
import type { WorkRecord } from '../../view/record';
import type { WeightName } from '../../weights';

type TitleRule = Rule<HeadingsView, Heading>;

/** How many headings of each rank are looked at: a paper's title is among the first. */
const HEADINGS = [
  ['h1', 8],
  ['h2', 6],
  ['h3', 4],
] as const;
const MOST_NAMED = 40;
/** A longer title is no more likely one, in signs of its key (looseKey). */
const LONG_ENOUGH = 120;
/** A part of the window title that is taken for the title is longer. */
const SHORTEST_ALONE = 12;

/** So sure that no heading is looked at; so clearly the title that headings of lower rank are not looked at; likely it; possibly it. */
const SURE = 50;
const CLEAR = 34;
const LIKELY = 14;
const POSSIBLE = 8;

const heaviest = (ranked: readonly Candidate<Heading>[]) => ranked[0]?.points ?? 0;

const claim = (of: Heading, weight: WeightName, times?: number): Claim<Heading> => ({
  value: of,
  source: 'visible',
  weight,
  at: of.element,
  ...(times === undefined ? {} : { times }),
});

/** What speaks for a heading, and against it. */
const SIGNS: [name: string, holds: (heading: TitleHeading) => WeightName | null][] = [
  [
    'repeated',
    ({ repeated }) =>
      repeated === 'whole'
        ? 'title: repeated by the window title'
        : repeated === 'in part'
          ? 'title: repeated in part'
          : repeated === 'by its beginning'
            ? 'title: begins like the window title'
            : null,
  ],
  ['opens-window-title', ({ opens }) => (opens ? 'title: opens the window title' : null)],
  ['called', ({ called }) => (called ? 'title: called a title' : null)],
  ['top-heading', ({ top }) => (top ? 'title: top heading' : null)],
  ['furniture', ({ furniture }) => (furniture ? 'title: named like furniture' : null)],
];

/** The rules for some headings; these are looked at once, by the first rule. */
function rulesFor(headingsOf: (view: HeadingsView) => TitleHeading[]): TitleRule[] {
  const known = new WeakMap<HeadingsView, TitleHeading[]>();
  const headings = (view: HeadingsView) => {
    const found = known.get(view) ?? headingsOf(view);
    known.set(view, found);
    return found;
  };
  return [
    {
      id: 'title/length',
      *find(view) {
        for (const one of headings(view))
          yield claim(one, 'title: length', Math.min(one.key.length, LONG_ENOUGH));
      },
    },
    ...SIGNS.map(
      ([name, holds]): TitleRule => ({
        id: `title/${name}`,
        *find(view) {
          for (const one of headings(view)) {
            const weight = holds(one);
            if (weight) yield claim(one, weight);
          }
        },
      }),
    ),
  ];
}

const recorded: TitleRule = {
  id: 'title/record',
  *find({ recorded: title }) {
    if (title) yield claim(title, 'title: in a record');
  },
};

const namedWork: TitleRule = {
  id: 'title/microdata',
  *find({ namedWork: title }) {
    if (title) yield claim(title, 'title: named by microdata');
  },
};

const aboveByline: TitleRule = {
  id: 'title/above-byline',
  *find({ aboveByline: above }) {
    if (above) yield claim(above, 'title: above a byline');
  },
};

const repeatedLine: TitleRule = {
  id: 'title/repeated-line',
  *find({ repeatedLine: line }) {
    if (line) yield claim(line, 'title: line that the window title repeats');
  },
};

const windowTitleAlone: TitleRule = {
  id: 'title/window-title',
  *find({ longestPart: text }) {
    if (text.length > SHORTEST_ALONE) yield claim({ text, element: null }, 'title: window title');
  },
};

export const SHOWN_TITLE: ShownField<HeadingsView, Heading> = {
  name: 'title',
  stages: [
    { rules: [recorded, namedWork], enough: (ranked) => heaviest(ranked) > SURE },
    ...HEADINGS.map(([tag, most]) => ({
      rules: rulesFor((view) =>
        view.candidates(view.doc.getElementsByTagName(tag), most, tag === 'h1'),
      ),
      enough: (ranked: readonly Candidate<Heading>[]) =>
        heaviest(ranked) > (tag === 'h3' ? LIKELY : CLEAR),
    })),
    { rules: [repeatedLine], enough: (ranked) => heaviest(ranked) > LIKELY },
    {
      rules: rulesFor((view) =>
        view.candidates(
          view.doc.querySelectorAll('[class*="itle"],[id*="itle"]'),
          MOST_NAMED,
          false,
        ),
      ),
      enough: (ranked) => heaviest(ranked) > POSSIBLE,
    },
    { rules: [aboveByline], enough: (ranked) => heaviest(ranked) > POSSIBLE },
    { rules: [windowTitleAlone] },
  ],
  election: () => ({
    key: ({ element, text }) => element ?? text,
    combine: 'sum',
    floor: POSSIBLE,
    tie: 'first',
  }),
};

/** Without the marks of footnotes ("clinics*", not "C#" or "A*") and the full stop that some indexes set. */
const withoutMarks = (text: string) =>
  text
    .replace(/(?<![\s†‡§¶⁎])[\s†‡§¶⁎]+$/, '')
    .replace(/(?<=[\p{Ll}\d)?!.])[*#]+$/u, '')
    .replace(/(?<=[\p{L}\d)]{3})\.$/u, '');

/** The page's title as shown, with the element that it fills; null when nothing looks like one. */
export function shownTitle(
  doc: Document,
  ledger: Ledger,
  record: WorkRecord | null,
): Heading | null {
  const found = settleShown(SHOWN_TITLE, new HeadingsView(doc, record), ledger);
  if (!found) return null;
  const { text, element } = found.points > LIKELY ? withSubtitle(found.value) : found.value;
  return { text: withoutMarks(text), element };
}
