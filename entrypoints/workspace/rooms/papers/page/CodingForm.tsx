/** The coding form: a row an influence. What was looked for and not found is told from what was not looked for yet. */
import type { CodingForm as Form, FormRow } from '@/components/coding/coding-form';
import { NotReported } from '@/components/coding/NotReported';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { atDepth } from '@/components/ui/depth';
import type { InfluenceRef } from '@/lib/model';
import { displayText, namesInWords } from '@/lib/text';
import { go } from '../../../use-route';
import styles from './PaperPage.module.css';

/** Other coders named in a row, at most. */
const MOST_NAMED = 2;

export function CodingForm({
  form,
  paperId,
  onNotReported,
}: {
  form: Form;
  paperId: string;
  /** Was it saved? */
  onNotReported: (ref: InfluenceRef, isNotReported: boolean) => Promise<boolean>;
}) {
  return (
    <section aria-labelledby="coding-form">
      <h2 id="coding-form" className={styles.heading}>
        Coding form
      </h2>
      <p className={styles.soft}>
        {form.tagged} tagged, {form.notReported} looked for and not reported, {form.open} not
        assessed yet
      </p>
      <table className={styles.form}>
        <caption className="visually-hidden">Every influence, as this paper has it</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Influence</th>
            <th scope="col">In this paper</th>
          </tr>
        </thead>
        {form.groups.map(({ heading, rows }) => (
          <tbody key={`${heading} ${rows[0]?.key}`}>
            {heading ? (
              <tr>
                <th className={styles.group} scope="rowgroup" colSpan={2}>
                  <span dir="auto">{displayText(heading)}</span>
                </th>
              </tr>
            ) : null}
            {rows.map((row) => (
              <Row key={row.key} {...{ row, paperId, onNotReported }} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Row({
  row,
  paperId,
  onNotReported,
}: {
  row: FormRow;
  paperId: string;
  /** Was it saved? */
  onNotReported: (ref: InfluenceRef, isNotReported: boolean) => Promise<boolean>;
}) {
  const { influence, counts, isNotReported, othersNotReported } = row;
  const total = counts.supporting + counts.contrasting + counts.mentioning;
  const { codebookId, influenceId } = influence;
  return (
    <tr className={total || isNotReported ? undefined : styles.undone}>
      <th className={styles.influence} scope="row" style={atDepth(row.depth)}>
        <span dir="auto" title={displayText(influence.influence.definition)}>
          {displayText(influence.label)}
        </span>
        {othersNotReported.length ? (
          <span className={styles.others}>
            <Foreign text={`not reported, by ${namesInWords(othersNotReported, MOST_NAMED)}`} />
          </span>
        ) : null}
      </th>
      <td className={styles.state}>
        {total ? (
          <Button
            look="quiet"
            title="Show these statements"
            onClick={() => go('statements', { paper: paperId, influence: row.key })}
          >
            <StanceCounts counts={counts} />
          </Button>
        ) : null}
        {row.hasOwn && !isNotReported ? null : (
          <NotReported
            isOn={isNotReported}
            label={displayText(influence.label)}
            onChange={(isOn) => onNotReported({ codebookId, influenceId }, isOn)}
          />
        )}
      </td>
    </tr>
  );
}
