/**
 * The coding form beside the page: a row an influence, with what this paper has on it. Arrows go over the rows, `n` notes that
 * an influence was looked for and is not reported, Enter shows its statements.
 */
import { Fragment, useMemo, useState } from 'react';
import type { CodingForm, FormRow } from '@/components/coding/coding-form';
import { NotReported } from '@/components/coding/NotReported';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { atDepth } from '@/components/ui/depth';
import { displayText, holdsWords, namesInWords, searchText } from '@/lib/text';
import { useRowFocus } from '../list/use-row-focus';
import styles from './Influences.module.css';

/** Other coders named in a row, at most. */
const MOST_NAMED = 2;

const isTagged = ({ counts }: FormRow) => Object.values(counts).some((count) => count > 0);

export function Influences({
  form,
  text,
  onNotReported,
  onShow,
  onActive,
}: {
  form: CodingForm;
  /** Words that a row must hold. */
  text: string;
  /** Was it saved? */
  onNotReported: (row: FormRow, isNotReported: boolean) => Promise<boolean>;
  /** Shows the statements that are tagged with it. */
  onShow: (row: FormRow) => void;
  /** Told of the row that the reader is at. */
  onActive: (key: string) => void;
}) {
  const [onlyOpen, setOnlyOpen] = useState(false);
  const shown = useMemo(
    () =>
      form.groups.flatMap(({ heading, rows }) =>
        rows
          .filter((row) => !onlyOpen || !(isTagged(row) || row.isNotReported))
          .filter(({ influence: { label, influence } }) =>
            holdsWords(searchText(`${label}\n${influence.definition}`), text),
          )
          .map((row, i) => ({ row, heading: i ? '' : heading })),
      ),
    [form, onlyOpen, text],
  );
  const { active, scroller, keys } = useRowFocus<HTMLDivElement>({
    count: shown.length,
    reveal: (index) =>
      scroller.current
        ?.querySelector(`[data-index="${index}"]`)
        ?.scrollIntoView({ block: 'nearest' }),
    does: {
      n: (index) => {
        const row = shown[index]?.row;
        if (row && canNote(row)) void onNotReported(row, !row.isNotReported);
      },
      Enter: (index) => {
        const row = shown[index]?.row;
        if (row && isTagged(row)) onShow(row);
      },
    },
  });
  return (
    <>
      <p className={styles.sum}>
        <span>{form.tagged} tagged</span>
        <span>{form.notReported} not reported</span>
        <Button look="link" aria-pressed={onlyOpen} onClick={() => setOnlyOpen(!onlyOpen)}>
          {onlyOpen ? 'Show all' : `${form.open} not assessed yet`}
        </Button>
      </p>
      {shown.length ? null : (
        <p className={styles.none}>
          {onlyOpen ? 'Every influence is assessed in this paper.' : 'No influence is called that.'}
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the focused row inside */}
      <div
        ref={scroller}
        className={styles.scroller}
        onKeyDown={keys.onKeyDown}
        onFocus={(event) => {
          keys.onFocus(event);
          const at = (event.target as Element).closest<HTMLElement>('[data-index]')?.dataset.index;
          const row = shown[Number(at)]?.row;
          if (row) onActive(row.key);
        }}
      >
        <ul className={styles.list} aria-label="Influences of the review in this paper">
          {shown.map(({ row, heading }, index) => (
            <Fragment key={row.key}>
              {heading ? (
                <li className={styles.heading}>
                  <h2 dir="auto">{displayText(heading)}</h2>
                </li>
              ) : null}
              <li data-index={index}>
                <Influence
                  row={row}
                  active={index === active}
                  onNotReported={onNotReported}
                  onShow={onShow}
                />
              </li>
            </Fragment>
          ))}
        </ul>
      </div>
    </>
  );
}

/** What the reader has tagged is reported. */
const canNote = (row: FormRow) => !row.hasOwn || row.isNotReported;

function Influence({
  row,
  active,
  onNotReported,
  onShow,
}: {
  row: FormRow;
  /** It is the row that Tab reaches. */
  active: boolean;
  onNotReported: (row: FormRow, isNotReported: boolean) => Promise<boolean>;
  onShow: (row: FormRow) => void;
}) {
  const label = displayText(row.influence.label);
  const tabIndex = active ? 0 : -1;
  const state = isTagged(row) ? 'tagged' : row.isNotReported ? 'not reported' : 'not assessed yet';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls of one form
    <div
      className={styles.row}
      data-row
      role="group"
      aria-label={`${label}, ${state}`}
      data-open={state === 'not assessed yet' || undefined}
      tabIndex={tabIndex}
    >
      <span className={styles.label} style={atDepth(row.depth)}>
        <span dir="auto" title={displayText(row.influence.influence.definition)}>
          {label}
        </span>
        {row.othersNotReported.length ? (
          <span className={styles.others}>
            <Foreign text={`not reported, by ${namesInWords(row.othersNotReported, MOST_NAMED)}`} />
          </span>
        ) : null}
      </span>
      {isTagged(row) ? (
        <Button
          look="quiet"
          tabIndex={tabIndex}
          title="Show these statements (Enter)"
          onClick={() => onShow(row)}
        >
          <StanceCounts counts={row.counts} hideNone />
        </Button>
      ) : null}
      {canNote(row) ? (
        <NotReported
          isOn={row.isNotReported}
          label={label}
          tabIndex={tabIndex}
          onChange={(isOn) => onNotReported(row, isOn)}
        />
      ) : null}
    </div>
  );
}
