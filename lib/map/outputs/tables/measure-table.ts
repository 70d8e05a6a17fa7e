/**
 * What sites answered to a measure (a questionnaire on leadership, a readiness scale): a row an item, a column a site, and the
 * score of each. A score is the mean of the items that were answered, a reversed one counted from the other end of the scale;
 * a site that answered no item has none. How many items it rests on is printed beside it.
 */
import type { Measure, MeasureAnswers } from '../../../model';
import type { Evidence } from '../evidence';
import type { OutputCell, OutputColumn, OutputTable } from '../types';
import { blank, day, numberCell, textCell } from './parts';

export interface MeasureOptions {
  /** The id of the measure; the first one where there is none of this id. */
  measure?: string | undefined;
}

/** The review's measures, by name. */
export const measuresOf = ({ records }: Evidence): Measure[] =>
  [...records.measures].sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));

// One fixed collation: the same data must give the same order on every machine.
const collator = new Intl.Collator('en', { numeric: true });

/** The measure that is shown; undefined where the review has none. */
export function measureShown(evidence: Evidence, id: string | undefined): Measure | undefined {
  const measures = measuresOf(evidence);
  return measures.find((one) => one.id === id) ?? measures[0];
}

/** What a site answered, by item. Of two records of one site, as two stores may have them, the later counts. */
export function answersBySite(
  { measureAnswers }: Pick<Evidence['records'], 'measureAnswers'>,
  measureId: string,
): Map<string, MeasureAnswers> {
  const found = new Map<string, MeasureAnswers>();
  for (const one of measureAnswers) {
    const before = found.get(one.siteId);
    if (one.measureId === measureId && !(before && before.updatedAt > one.updatedAt))
      found.set(one.siteId, one);
  }
  return found;
}

export interface Score {
  /** Undefined where no item is answered. */
  mean: number | undefined;
  answered: number;
}

export function scoreOf(
  { items, lowest, highest }: Pick<Measure, 'items' | 'lowest' | 'highest'>,
  answers: MeasureAnswers['answers'],
): Score {
  const values = new Map(answers.map(({ item, value }) => [item, value]));
  const counted = items.flatMap(({ id, reversed }) => {
    const value = values.get(id);
    return value === undefined ? [] : reversed ? lowest + highest - value : value;
  });
  const sum = counted.reduce((all, value) => all + value, 0);
  return { mean: counted.length ? sum / counted.length : undefined, answered: counted.length };
}

/** "3.25": as many decimals as a mean of answers is read with. */
export const scoreText = (mean: number): string => String(Number(mean.toFixed(2)));

export function measureTable(
  evidence: Evidence,
  { measure: id }: MeasureOptions = {},
): OutputTable {
  const measure = measureShown(evidence, id);
  const { review } = evidence.records;
  const what = measure ? `${measure.name}, by site` : 'Rating of sites';
  const title = [what, review.name, day(evidence.given.at)].filter(Boolean).join(', ');
  const { sites } = evidence;
  const columns: OutputColumn[] = [
    { id: 'item', label: 'Item', align: 'start' },
    ...sites.map(
      ({ id: siteId, name }): OutputColumn => ({
        ...{ id: siteId, label: name, align: 'end', isTyped: true },
      }),
    ),
  ];
  if (!measure) return { id: 'measures', title, columns, rows: [], notes: [] };
  const bySite = answersBySite(evidence.records, measure.id);
  const answersOf = (siteId: string) => bySite.get(siteId)?.answers ?? [];
  const scores = sites.map((site) => scoreOf(measure, answersOf(site.id)));
  return {
    ...{ id: 'measures', title, columns },
    rows: [
      ...measure.items.map((item) => ({
        id: item.id,
        cells: [
          textCell(item.reversed ? `${item.text} (reversed)` : item.text),
          ...sites.map((site): OutputCell => {
            const found = answersOf(site.id).find((one) => one.item === item.id);
            return found ? numberCell(found.value) : blank();
          }),
        ],
      })),
      {
        id: 'mean',
        cells: [
          textCell('Mean'),
          ...scores.map(({ mean }): OutputCell => {
            return mean === undefined ? blank() : { text: scoreText(mean), value: mean };
          }),
        ],
      },
      {
        id: 'answered',
        cells: [
          textCell('Items answered'),
          ...scores.map(
            ({ answered }): OutputCell => ({
              text: `${answered}/${measure.items.length}`,
              value: answered,
            }),
          ),
        ],
      },
    ],
    notes: notesFor(measure),
  };
}

function notesFor({ source, lowest, highest, items }: Measure): string[] {
  const isReversed = items.some(({ reversed }) => reversed);
  return [
    ...(source ? [`Measure: ${source}.`] : []),
    `Answers are from ${lowest} to ${highest}. The mean is of the items that a site answered.`,
    ...(isReversed ? ['A reversed item is counted from the other end of the scale.'] : []),
  ];
}
