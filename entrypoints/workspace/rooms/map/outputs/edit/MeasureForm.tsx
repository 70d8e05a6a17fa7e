/** A measure: its name and source, the ends of its scale, and its items, which the reader types or pastes. */
import { type FormEvent, useState } from 'react';
import { countsInWords } from '@/components/left-out/kind-words';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Field, TextArea } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import type { Evidence } from '@/lib/map/outputs';
import type { Measure } from '@/lib/model';
import { LONGEST_LABEL } from '@/lib/model/limits';
import { removeMeasure, saveMeasure } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './Forms.module.css';
import { itemLines, itemsIn } from './measure-items';
import { typedNumber } from './typed-number';

export function MeasureForm({
  measure,
  evidence,
  onDone,
}: {
  /** Undefined: a new one. */
  measure: Measure | undefined;
  evidence: Evidence;
  /** @param id of the measure that was saved; undefined where it was removed */
  onDone: (id?: string) => void;
}) {
  const { review, measureAnswers } = evidence.records;
  const [name, setName] = useState(measure?.name ?? '');
  const [source, setSource] = useState(measure?.source ?? '');
  const [lowest, setLowest] = useState(String(measure?.lowest ?? 1));
  const [highest, setHighest] = useState(String(measure?.highest ?? 5));
  const [lines, setLines] = useState(itemLines(measure?.items ?? []));
  const [asked, setAsked] = useState(false);
  const { problem, act } = useAct();
  const [low, high] = [typedNumber(lowest), typedNumber(highest)];
  const items = itemsIn(lines, measure?.items ?? []);
  const answers = measureAnswers.filter(({ measureId }) => measureId === measure?.id);
  const kept = new Set(items.map(({ id }) => id));
  const lost = answers.flatMap((one) => one.answers.filter(({ item }) => !kept.has(item))).length;
  const wrong = {
    name: asked && !name.trim() ? 'Give the measure a name.' : undefined,
    low: asked && low === undefined ? 'The lowest answer is a number.' : undefined,
    high: asked && high === undefined ? 'The highest answer is a number.' : undefined,
    items: asked && !items.length ? 'Type at least one item.' : undefined,
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.trim() || low === undefined || high === undefined || !items.length) return;
    let id = '';
    const isSaved = await act(async () => {
      const saved = await saveMeasure({
        ...(measure && { id: measure.id }),
        ...{ reviewId: review.id, name: name.trim(), source: source.trim() },
        ...{ lowest: low, highest: high, items },
      });
      id = saved.measure.id;
    });
    if (isSaved) onDone(id);
  };

  return (
    <form className={styles.form} aria-label="Measure" onSubmit={(event) => void submit(event)}>
      <Field
        label="Name"
        dir="auto"
        maxLength={LONGEST_LABEL}
        value={name}
        problem={wrong.name}
        onChange={(event) => setName(event.target.value)}
      />
      <Field
        label="Source"
        hint="printed under the table"
        dir="auto"
        value={source}
        onChange={(event) => setSource(event.target.value)}
      />
      <div className={styles.row}>
        <Field
          label="Lowest answer"
          inputMode="decimal"
          value={lowest}
          problem={wrong.low}
          onChange={(event) => setLowest(event.target.value)}
        />
        <Field
          label="Highest answer"
          inputMode="decimal"
          value={highest}
          problem={wrong.high}
          onChange={(event) => setHighest(event.target.value)}
        />
      </div>
      <TextArea
        label="Items"
        hint="one a line; (R) at its end: a higher answer is worse"
        rows={10}
        dir="auto"
        value={lines}
        problem={wrong.items}
        onChange={(event) => setLines(event.target.value)}
      />
      {lost ? (
        <Message kind="caution">
          {counted(lost, 'answer')} to items that are no longer in the list would go.
        </Message>
      ) : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          {measure ? 'Save measure' : 'Add measure'}
        </Button>
        {measure ? (
          <Button
            look="danger"
            title={`Deletes “${displayText(measure.name)}” with ${countsInWords({ measureAnswers: answers.length })}`}
            onClick={() =>
              void act(() => removeMeasure(measure.id)).then((isDone) => isDone && onDone())
            }
          >
            Delete
          </Button>
        ) : null}
      </div>
    </form>
  );
}
