/** Reviews whose every text is one that breaks naive writers, or looks like a part of our own files. */
import type { ExportData } from '../../../lib/exchange';
import { type Codebook, type Influence, LONGEST_TEXT } from '../../../lib/model';
import { AWKWARD, CONTROLS, LONG } from '../../support/awkward';
import { pick, type Random, seeded } from '../../support/random';
import { codebook, data, ME, noTables, paper, reviewPaper, statement, tag, YOU } from './records';

export const influence = (id: string, more: Partial<Influence> = {}): Influence => ({
  ...{ id, label: id, definition: '', aliases: [], cues: [], crosswalk: [] },
  ...more,
});
export const book = (id: string, name: string, influences: Influence[]): Codebook => ({
  ...codebook,
  id,
  name,
  influences,
});

const HOSTILE = [
  ...[
    ...AWKWARD,
    CONTROLS,
    LONG,
    ']]>',
    '<!--',
    '<?',
    '__proto__',
    'constructor',
    '\ufeff',
    '\u0000',
    '\u0301x',
  ],
  ...[
    'Tag: supporting',
    'note\nTag: contrasting, barrier\nPage: 4',
    'Label: x\nInclude: y',
    '\ufa6c',
    '💥'.repeat(20),
  ],
  ...[
    'CON',
    '..',
    'a/b\\c:d*e?f"g<h>i|j',
    'x'.repeat(400),
    ' ',
    '\t',
    '\u202e\u2066rtl',
    'Training',
    'Tag voice',
    'Tag voice: authors',
    'Training: Supporting',
    'Abstract: x\n\nAbstract: y',
  ],
];

function hostileReview(random: Random): ExportData {
  const text = () => pick(random, HOSTILE) + (random() < 0.3 ? pick(random, HOSTILE) : '');
  const some = <T>(most: number, one: (n: number) => T): T[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, (_, i) => one(i + 1));
  const papers = some(4, (n) =>
    paper(n, {
      ...{ title: text(), authors: [{ family: text() }, { literal: text() }], abstract: text() },
      ...{ keywords: [text()], doi: text(), notices: [{ kind: 'concern', text: text() }] },
    }),
  );
  const statements = some(12, (n) =>
    statement(n, 1 + Math.floor(random() * papers.length), text(), {
      ...{ page: text(), section: { title: text(), kind: 'other' as const } },
    }),
  );
  const influences = some(5, (n) =>
    influence(n === 1 ? 'own.training' : text() + n, {
      ...{ label: text().slice(0, 300), definition: text(), group: text() },
      ...(n > 2 && { parent: 'own.training' }),
    }),
  );
  return {
    ...{ ...data, ...noTables, papers, statements },
    review: { ...data.review, name: text(), question: text() },
    reviewPapers: papers.map((_, i) =>
      reviewPaper(i + 1, { note: text(), eligibility: pick(random, ['excluded', 'included']) }),
    ),
    tags: statements.map((one, i) =>
      tag(i + 1, i + 1, 1, {
        ...{
          paperId: one.paperId,
          note: text().slice(0, LONGEST_TEXT),
          influenceId: pick(random, [...influences.map(({ id }) => id), 'gone']),
        },
        ...{
          stance: pick(random, ['supporting', 'contrasting', 'mentioning']),
          coderId: pick(random, [ME, YOU]),
        },
        ...{
          direction: pick(random, ['unstated', 'both', 'barrier']),
          strength: pick(random, [-2, 0, 'mixed'] as const),
        },
        ...{ voice: pick(random, ['participants', 'authors']) },
      }),
    ),
    codebooks: [book('own-1', text().slice(0, 300), influences)],
    coders: [
      { id: ME, name: text() },
      { id: YOU, name: text() },
    ],
  };
}

/** The same ones each time. */
export const hostileReviews = (count: number): ExportData[] =>
  Array.from({ length: count }, (_, i) => hostileReview(seeded(i + 1)));
