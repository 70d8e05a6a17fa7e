/** A column of the reader's own: its name, what is in it, and its choices. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useState } from 'react';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Field, TextArea } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import selectStyles from '@/components/ui/Select.module.css';
import { useAct } from '@/components/ui/use-act';
import type { Attribute, AttributeOf, AttributeType } from '@/lib/model';
import { filterRecords, type Renamed, removeAttribute, saveAttribute } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './Forms.module.css';
import { choicesIn, type Gone, goneChoices } from './renamed-choices';

const TYPES: readonly (readonly [AttributeType, string])[] = [
  ['text', 'Text'],
  ['choice', 'One of several choices'],
  ['several', 'Any number of choices'],
  ['number', 'Number'],
];

/** Columns that tables of papers usually have, with what is usually in them. */
const OFFERED: readonly Pick<Attribute, 'name' | 'type' | 'choices'>[] = [
  { name: 'Country', type: 'text', choices: [] },
  {
    name: 'Income group',
    type: 'choice',
    choices: ['Low', 'Lower middle', 'Upper middle', 'High'],
  },
  { name: 'Setting', type: 'text', choices: [] },
  { name: 'Design', type: 'choice', choices: ['Qualitative', 'Quantitative', 'Mixed methods'] },
  { name: 'Participants', type: 'text', choices: [] },
  { name: 'Framework', type: 'text', choices: [] },
  { name: 'Appraisal', type: 'text', choices: [] },
  { name: 'Implementation', type: 'choice', choices: ['High', 'Low'] },
  { name: 'Phase', type: 'text', choices: [] },
];

/** Not a choice: those are not empty. */
const KEEP = '';

export function ColumnForm({
  of,
  attributes,
  attribute,
  reviewId,
  onDone,
}: {
  of: AttributeOf;
  /** The review's, so that none is offered twice. */
  attributes: readonly Attribute[];
  /** Undefined: a new one. */
  attribute: Attribute | undefined;
  reviewId: string;
  onDone: () => void;
}) {
  const [name, setName] = useState(attribute?.name ?? '');
  const [type, setType] = useState<AttributeType>(attribute?.type ?? 'text');
  const [choices, setChoices] = useState((attribute?.choices ?? []).join('\n'));
  /** What the reader said of choices that are gone from the list. */
  const [becomes, setBecomes] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState(false);
  const records = useLiveQuery(() => filterRecords(reviewId), [reviewId]);
  const { problem, act } = useAct();
  const own = new Set(attributes.filter((one) => one.of === of).map((one) => one.name));
  const offered = OFFERED.filter((one) => !own.has(one.name));
  const hasChoices = type === 'choice' || type === 'several';

  const list = hasChoices ? choicesIn(choices) : [];
  const gone = attribute
    ? goneChoices(
        attribute.choices,
        list,
        (records?.attributeValues ?? []).filter(({ attributeId }) => attributeId === attribute.id),
      )
    : [];
  const newNameOf = ({ choice, likely }: Gone) => {
    const chosen = becomes[choice] ?? likely ?? KEEP;
    return list.includes(chosen) ? chosen : KEEP;
  };

  const save = async (
    given: Pick<Attribute, 'name' | 'type' | 'choices'>,
    renamed: readonly Renamed[] = [],
  ) => {
    const kept = attribute && { id: attribute.id, position: attribute.position };
    if (await act(() => saveAttribute({ ...kept, reviewId, of, ...given }, { renamed }))) onDone();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name.trim()) return;
    const renamed = gone.flatMap((one) => {
      const to = newNameOf(one);
      return to === KEEP ? [] : [{ from: one.choice, to }];
    });
    void save({ name: name.trim(), type, choices: list }, renamed);
  };

  return (
    <form className={styles.form} aria-label="Column" onSubmit={submit}>
      {!attribute && of === 'paper' && offered.length ? (
        // biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of form fields
        <div className={styles.actions} role="group" aria-label="Often used">
          {offered.map((one) => (
            <Button key={one.name} onClick={() => void save(one)}>
              {one.name}
            </Button>
          ))}
        </div>
      ) : null}
      <Field
        label="Name"
        dir="auto"
        maxLength={300}
        value={name}
        problem={asked && !name.trim() ? 'Give the column a name.' : undefined}
        onChange={(event) => setName(event.target.value)}
      />
      <label className={styles.label}>
        What is in it
        <select
          className={selectStyles.select}
          value={type}
          onChange={(event) => setType(event.target.value as AttributeType)}
        >
          {TYPES.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {hasChoices ? (
        <TextArea
          label="Choices"
          hint="one a line"
          rows={4}
          dir="auto"
          value={choices}
          onChange={(event) => setChoices(event.target.value)}
        />
      ) : null}
      {gone.map((one) => (
        <label key={one.choice} className={styles.label}>
          <span>
            “<bdi>{displayText(one.choice)}</bdi>” is in {counted(one.cells, 'cell')} and not in the
            list
          </span>
          <select
            className={selectStyles.select}
            value={newNameOf(one)}
            onChange={(event) =>
              setBecomes((now) => ({ ...now, [one.choice]: event.target.value }))
            }
          >
            <option value={KEEP}>Keep it in the list</option>
            {list.map((choice) => (
              <option key={choice} value={choice}>
                {`Make it “${displayText(choice)}” there`}
              </option>
            ))}
          </select>
        </label>
      ))}
      {problem ? <Message kind="error">{problem}</Message> : null}
      <div className={styles.actions}>
        <Button type="submit" look="primary">
          {attribute ? 'Save column' : 'Add column'}
        </Button>
        {attribute ? (
          <Button
            look="danger"
            title={`Deletes “${displayText(attribute.name)}” with all that is in it`}
            onClick={() =>
              void act(() => removeAttribute(attribute.id)).then((isDone) => isDone && onDone())
            }
          >
            Delete
          </Button>
        ) : null}
      </div>
    </form>
  );
}
