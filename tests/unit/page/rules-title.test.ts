/** What the rules for the title claim of a page's headings, and which heading wins. */
import { describe, expect, it } from 'vitest';
import { Ledger } from '../../../lib/page/claims';
import { SHOWN_TITLE } from '../../../lib/page/fields/shown/title';
import { settleShown } from '../../../lib/page/settle';
import type { HeadingsView, TitleHeading } from '../../../lib/page/view/headings';

const heading = (text: string, of: Partial<TitleHeading> = {}): TitleHeading => ({
  ...{ text, key: text.toLowerCase(), element: { text } as unknown as Element, top: true },
  ...{ repeated: 'not', opens: false, called: false, furniture: false, ...of },
});

/** A page with headings of the first rank alone, and what else may be its title. */
const elected = (
  headings: readonly TitleHeading[],
  { longestPart = '', above }: { longestPart?: string; above?: TitleHeading } = {},
) => {
  const view = {
    ...{ longestPart, aboveByline: above ?? null },
    doc: { getElementsByTagName: (tag: string) => tag, querySelectorAll: () => 'named' },
    candidates: (of: unknown) => (of === 'h1' ? headings : []),
  };
  const found = settleShown(SHOWN_TITLE, view as unknown as HeadingsView, new Ledger());
  return found && { title: found.value.text, points: Number(found.points.toFixed(1)) };
};

const SEVEN_TIMES_SIX = 'Peer support in rural clinics of the north';

describe('of headings', () => {
  it.each<[string, TitleHeading[], { title: string; points: number } | null]>([
    ['length and rank', [heading(SEVEN_TIMES_SIX)], { title: SEVEN_TIMES_SIX, points: 9 }],
    [
      'the one that the window title repeats',
      [heading(SEVEN_TIMES_SIX), heading('Seven xx', { repeated: 'whole' })],
      { title: 'Seven xx', points: 26.1 },
    ],
    [
      'the one that is called a title',
      [heading(SEVEN_TIMES_SIX), heading('Roles of peers', { called: true })],
      { title: 'Roles of peers', points: 11 },
    ],
    [
      'not what is named like furniture',
      [
        heading(SEVEN_TIMES_SIX, { furniture: true }),
        heading('Roles of peers, part 1', { called: true }),
      ],
      { title: 'Roles of peers, part 1', points: 12.1 },
    ],
    [
      'the one that opens the window title, of two that it repeats',
      [
        heading(SEVEN_TIMES_SIX, { repeated: 'whole' }),
        heading('Roles of peers', { repeated: 'whole', opens: true }),
      ],
      { title: 'Roles of peers', points: 32 },
    ],
    ['a word alone is none', [heading('Examples')], null],
  ])('%s', (_what, headings, expected) => {
    expect(elected(headings)).toEqual(expected);
  });
});

describe('where no heading is possible', () => {
  const above = heading('Roles in the clinic');
  it('the title is above the byline', () => {
    expect(elected([], { above, longestPart: 'Examples Magazine' })).toEqual({
      title: 'Roles in the clinic',
      points: 9,
    });
  });
  it('else it is the window’s longest part', () => {
    expect(elected([heading('Examples')], { longestPart: 'Examples Magazine' })).toEqual({
      title: 'Examples Magazine',
      points: 9,
    });
  });
  it('unless that is a word or two', () => {
    expect(elected([], { longestPart: 'Examples' })).toBeNull();
  });
});
