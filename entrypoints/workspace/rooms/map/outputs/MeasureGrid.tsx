/**
 * What sites answered to a measure, typed in the table. Arrows, Enter and Tab go from cell to cell, and a cell is saved as it
 * is left. Text that is not an answer stays in its cell with the reason, and is not saved.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { sentenceOf } from '@/components/text/sentence-of';
import { Button } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { answersBySite, type Evidence, scoreOf, scoreText } from '@/lib/map/outputs';
import type { Measure, Site } from '@/lib/model';
import { saveAnswers } from '@/lib/store';
import { displayText } from '@/lib/text';
import { Empty } from '../../../Room';
import { go } from '../../../use-route';
import { typedNumber } from './edit/typed-number';
import styles from './MeasureGrid.module.css';
import grid from './OutputGrid.module.css';

type Answers = ReadonlyMap<string, number>;

/** What a site's answers are to be, until they are read back; `savedAt`: of the record, once it is stored. */
interface OnTheirWay {
  answers: Answers;
  savedAt?: string;
}

const isSame = (a: Answers, b: Answers): boolean =>
  a.size === b.size && [...a].every(([item, value]) => b.get(item) === value);

export function MeasureGrid({ evidence, measure }: { evidence: Evidence; measure: Measure }) {
  const { sites } = evidence;
  const { answersOf, storedOf, setAnswer } = useAnswers(evidence, measure);
  const [problems, setProblems] = useState<ReadonlyMap<string, string>>(new Map());
  const id = useId();
  const scale = `from ${measure.lowest} to ${measure.highest}`;
  if (!sites.length)
    return (
      <Empty>
        <p>
          This review has no site yet. Sites are named on the page of the paper that reports them.
        </p>
        <Button onClick={() => go('papers')}>Papers</Button>
      </Empty>
    );

  const tell = (place: string, sentence: string | null) =>
    setProblems((was) => {
      if ((was.get(place) ?? null) === sentence) return was;
      const next = new Map(was);
      if (sentence === null) next.delete(place);
      else next.set(place, sentence);
      return next;
    });
  const leave = async (site: Site, item: Measure['items'][number], typed: string) => {
    const place = `${site.id} ${item.id}`;
    const value = typed.trim() === '' ? null : typedNumber(typed);
    if (value === undefined || (value !== null && !isOnScale(measure, value))) {
      tell(place, `“${displayText(typed.trim())}” is not an answer: answers are numbers ${scale}.`);
      return false;
    }
    const refused = await setAnswer(site.id, item.id, value);
    tell(place, refused);
    return refused === null;
  };
  // Of what is stored: a score tells the reader that the answers are kept.
  const scores = sites.map((site) => scoreOf(measure, asList(storedOf(site.id))));
  const [told] = problems.values();

  return (
    <>
      <p id={`${id}-scale`} className={styles.hint}>
        Answers {scale}. Arrows, Enter and Tab go from cell to cell; what you type is saved as you
        leave it.
      </p>
      <div role="alert" className={styles.alert}>
        {told ? <Message kind="caution">{told} It is still in its cell.</Message> : null}
      </div>
      <table className={styles.table} onKeyDown={moveInGrid} aria-describedby={`${id}-scale`}>
        <caption className="visually-hidden">{`${displayText(measure.name)}, by site`}</caption>
        <thead>
          <tr>
            <th scope="col" className={`${grid.label} ${grid.start} ${grid.first}`}>
              Item
            </th>
            {sites.map((site) => (
              <th key={site.id} scope="col" className={`${grid.label} ${styles.site}`}>
                <span dir="auto">{displayText(site.name)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measure.items.map((item) => (
            <tr key={item.id} className={grid.row}>
              <th scope="row" className={grid.name}>
                <span dir="auto">{displayText(item.text)}</span>
                {item.reversed ? <span className={styles.soft}> (reversed)</span> : null}
              </th>
              {sites.map((site) => (
                <td key={site.id} className={styles.cell}>
                  <AnswerField
                    label={`${displayText(item.text)}, ${displayText(site.name)}`}
                    value={answersOf(site.id).get(item.id)}
                    problem={problems.get(`${site.id} ${item.id}`)}
                    onLeave={(typed) => leave(site, item, typed)}
                    onBack={() => tell(`${site.id} ${item.id}`, null)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={`${grid.name} ${styles.mean}`}>
              Mean
            </th>
            {scores.map(({ mean, answered }, i) => (
              <td key={sites[i]?.id} className={`${styles.score} ${styles.mean}`}>
                {mean === undefined ? '–' : scoreText(mean)}
                <span className={styles.soft}>{` ${answered}/${measure.items.length}`}</span>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </>
  );
}

const isOnScale = ({ lowest, highest }: Measure, value: number): boolean =>
  value >= lowest && value <= highest;

const asList = (answers: Answers) => [...answers].map(([item, value]) => ({ item, value }));

/**
 * The answers as they are stored, with those that are on their way: a site's are saved together, so that two cells that are
 * left at once must not each be saved without the other.
 */
function useAnswers(evidence: Evidence, measure: Measure) {
  const stored = answersBySite(evidence.records, measure.id);
  const onTheirWay = useRef(new Map<string, OnTheirWay>());
  const [, redraw] = useState(0);
  const storedOf = (siteId: string): Answers =>
    new Map(stored.get(siteId)?.answers.map(({ item, value }) => [item, value]));
  // They have arrived once they are read back, or something later is: an answer that is typed before must build on them.
  useEffect(() => {
    for (const [siteId, { answers, savedAt }] of onTheirWay.current) {
      if (savedAt === undefined) continue;
      const isLater = (stored.get(siteId)?.updatedAt ?? '') > savedAt;
      if (isLater || isSame(storedOf(siteId), answers)) onTheirWay.current.delete(siteId);
    }
  });
  const answersOf = (siteId: string): Answers =>
    onTheirWay.current.get(siteId)?.answers ?? storedOf(siteId);
  /** @returns why it was refused; null where it is saved */
  const setAnswer = async (siteId: string, item: string, value: number | null) => {
    const before = answersOf(siteId);
    if ((before.get(item) ?? null) === value) return null;
    const answers = new Map(before);
    if (value === null) answers.delete(item);
    else answers.set(item, value);
    const sent: OnTheirWay = { answers };
    onTheirWay.current.set(siteId, sent);
    redraw((n) => n + 1);
    try {
      const note = stored.get(siteId)?.note ?? '';
      const about = { reviewId: measure.reviewId, measureId: measure.id, siteId };
      const saved = await saveAnswers({ ...about, answers: asList(answers), note });
      sent.savedAt = saved.answers?.updatedAt ?? '';
      return null;
    } catch (error) {
      if (onTheirWay.current.get(siteId) === sent) onTheirWay.current.delete(siteId);
      return sentenceOf(error);
    } finally {
      redraw((n) => n + 1);
    }
  };
  return { answersOf, storedOf, setAnswer };
}

function AnswerField({
  label,
  value,
  problem,
  onLeave,
  onBack,
}: {
  label: string;
  value: number | undefined;
  problem: string | undefined;
  /** Was it saved? */
  onLeave: (typed: string) => Promise<boolean>;
  /** What is stored is shown again. */
  onBack: () => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined ? '' : String(value));
  return (
    <input
      className={styles.field}
      inputMode="decimal"
      autoComplete="off"
      aria-label={label}
      aria-invalid={problem ? true : undefined}
      title={problem}
      value={shown}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed === null) return;
        const left = typed;
        // What was refused, or typed meanwhile, stays.
        void onLeave(left).then((isSaved) => {
          if (isSaved) setTyped((now) => (now === left ? null : now));
        });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || typed === null) return;
        event.stopPropagation();
        setTyped(null);
        onBack();
      }}
    />
  );
}

/** Up and down, Enter, and to the sides where the caret has nowhere else to go. */
function moveInGrid(event: KeyboardEvent<HTMLTableElement>): void {
  const { key, target, shiftKey, altKey, ctrlKey, metaKey } = event;
  if (!(target instanceof HTMLInputElement) || altKey || ctrlKey || metaKey) return;
  const { selectionStart: from, selectionEnd: to, value } = target;
  const isWhole = from === 0 && to === value.length;
  const isAtEnd = from === to && to === value.length;
  const steps: Record<string, readonly [row: number, cell: number] | false> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    Enter: [shiftKey ? -1 : 1, 0],
    ArrowLeft: (isWhole || to === 0) && [0, -1],
    ArrowRight: (isWhole || isAtEnd) && [0, 1],
  };
  const step = steps[key];
  if (!step) return;
  const cell = target.closest('td');
  const line = target.closest('tr');
  if (!cell || !line) return;
  event.preventDefault();
  const next = event.currentTarget.rows[line.rowIndex + step[0]]?.cells[cell.cellIndex + step[1]];
  const field = next?.querySelector('input');
  if (field) field.focus();
  // At the last one it is saved all the same.
  else if (key === 'Enter') {
    target.blur();
    target.focus();
  }
}
