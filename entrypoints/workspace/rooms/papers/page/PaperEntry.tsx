/** The paper's entry on the reading list: priority, labels, the note, and the reader's own columns of papers. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef, useState } from 'react';
import { LabelsForm } from '@/components/paper/LabelsForm';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/Field';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { useTyped } from '@/components/ui/use-typed';
import {
  type EntryChange,
  PRIORITY_WORDS,
  type Priority,
  type ReviewPaper,
  ValuesOfColumns,
} from '@/lib/model';
import { LONGEST_TEXT } from '@/lib/model/limits';
import { changeEntries, filterRecords, paperLabels } from '@/lib/store';
import { displayText } from '@/lib/text';
import { ValueForm } from '../../map/outputs/edit/ValueForm';
import { PRIORITIES } from '../priorities';
import styles from './PaperPage.module.css';

export function PaperEntry({ listed }: { listed: ReviewPaper }) {
  const { reviewId, paperId, priority, labels = [] } = listed;
  const { problem, act } = useAct();
  const change = (to: EntryChange) => act(() => changeEntries(reviewId, [paperId], to));
  return (
    <section aria-labelledby="entry">
      <h2 id="entry" className={styles.heading}>
        On the reading list
      </h2>
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.actions}>
        <Menu
          label={`Priority: ${priority ? PRIORITY_WORDS[priority] : 'none'}`}
          look="plain"
          trigger={
            <>
              {priority ? `${PRIORITY_WORDS[priority]} priority` : 'No priority'}
              <Icon name="chevron" size={14} />
            </>
          }
        >
          <MenuChoice<Priority | 'none'>
            label="Priority"
            value={priority ?? 'none'}
            onChange={(value) => void change({ priority: value === 'none' ? null : value })}
            options={PRIORITIES}
          />
        </Menu>
        <Labels {...{ reviewId, labels }} onChange={(to) => void change(to)} />
      </div>
      <Note note={listed.note ?? ''} onSave={(note) => change({ note })} />
      <Columns {...{ reviewId, paperId }} />
    </section>
  );
}

function Labels({
  reviewId,
  labels,
  onChange,
}: {
  reviewId: string;
  labels: readonly string[];
  onChange: (change: EntryChange) => void;
}) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const all = useLiveQuery(() => paperLabels(reviewId), [reviewId]) ?? labels;
  return (
    <>
      <span dir="auto" className={styles.labels}>
        {labels.map(displayText).join(', ')}
      </span>
      <Button ref={trigger} look="quiet" onClick={() => setOpen(true)}>
        Labels…
      </Button>
      {isOpen ? (
        <LabelsForm
          anchor={trigger}
          labels={all.map((label) => ({ label, has: labels.includes(label) ? 'all' : 'none' }))}
          onClose={() => setOpen(false)}
          onChange={(label, isOn) =>
            onChange(isOn ? { addLabels: [label] } : { removeLabels: [label] })
          }
        />
      ) : null}
    </>
  );
}

/** Saved as it is left. */
function Note({ note, onSave }: { note: string; onSave: (note: string) => Promise<boolean> }) {
  const typed = useTyped(note, (text) => text.trim());
  const [said, setSaid] = useState('');
  const leave = async () => {
    const text = typed.leave();
    if (text !== null && (await onSave(text))) setSaid('Saved.');
  };
  return (
    <div className={styles.noteField}>
      <TextArea
        label="Note"
        rows={Math.min(10, Math.max(2, typed.value.split('\n').length))}
        dir="auto"
        maxLength={LONGEST_TEXT}
        value={typed.value}
        onChange={(event) => {
          setSaid('');
          typed.type(event.target.value);
        }}
        onBlur={() => void leave()}
      />
      <p className={styles.soft} role="status">
        {said}
      </p>
    </div>
  );
}

/** The reader's own columns of papers; they are made in the tables of the map. */
function Columns({ reviewId, paperId }: { reviewId: string; paperId: string }) {
  const records = useLiveQuery(() => filterRecords(reviewId), [reviewId]);
  if (!records) return null;
  const columns = records.attributes
    .filter((one) => one.of === 'paper')
    .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name));
  const values = new ValuesOfColumns(
    records.attributeValues.filter((one) => one.paperId === paperId),
  );
  return columns.map((attribute) => (
    <ValueForm
      key={attribute.id}
      attribute={attribute}
      subject={{ paperId }}
      value={values.get(attribute.id, { paperId })}
    />
  ));
}
