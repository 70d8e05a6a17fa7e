/** The form of one influence: its words and rules, how it is found and shown, and what can be done with it. */
import { type RefObject, useId, useMemo } from 'react';
import { InfluenceMark } from '@/components/influence/InfluenceMark';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Field, TextArea } from '@/components/ui/Field';
import { changedMeaning } from '@/lib/codebook/edit';
import { EXAMPLE_WORDS, RULE_FIELDS, RULES, type RuleField } from '@/lib/codebook/rule';
import {
  INFLUENCE_COLOURS,
  type Influence,
  type InfluenceExample,
  LONGEST_CODE,
  LONGEST_LABEL,
  LONGEST_SHORT_TEXT,
  LONGEST_SYMBOL,
  LONGEST_TEXT,
} from '@/lib/model';
import { displayText } from '@/lib/text';
import { changesOf, type Draft } from './draft';
import styles from './Editor.module.css';

/** Beside the field of a rule. */
const HINTS: Partial<Record<RuleField, string>> = {
  include: 'what belongs here',
  exclude: 'what does not, and where it goes',
  supportNote: 'what counts as support',
  contrastNote: 'what counts against',
};

export function Detail({
  influence,
  draft,
  tags,
  isOpen,
  labelField,
  onType,
  onSave,
  onDiscard,
  onExamples,
}: {
  influence: Influence;
  draft: Draft;
  /** Tags of the review on it. */
  tags: number;
  /** Is the version open, so that a change without consequence stays in it? */
  isOpen: boolean;
  labelField: RefObject<HTMLInputElement | null>;
  onType: (change: Partial<Draft>) => void;
  onSave: () => void;
  onDiscard: () => void;
  onExamples: (examples: InfluenceExample[]) => void;
}) {
  const changes = useMemo(() => changesOf(draft, influence), [draft, influence]);
  const isDirty = Object.keys(changes).length > 0;
  const isMeaning = useMemo(
    () =>
      changedMeaning(influence, { ...influence, ...draft, aliases: [], cues: [] } as Influence)
        .length > 0,
    [draft, influence],
  );
  const area = (name: keyof Draft & string, label: string, hint: string, rows: number) => (
    <TextArea
      label={label}
      hint={hint}
      rows={rows}
      maxLength={LONGEST_TEXT}
      dir="auto"
      value={String(draft[name])}
      onChange={(event) => onType({ [name]: event.target.value })}
    />
  );
  return (
    <form
      className={styles.form}
      aria-label={`Influence: ${displayText(influence.label)}`}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          onSave();
        }
        if (event.key === 'Escape' && !isDirty) onDiscard();
      }}
    >
      <Field
        ref={labelField}
        label="Label"
        required
        maxLength={LONGEST_LABEL}
        dir="auto"
        value={draft.label}
        onChange={(event) => onType({ label: event.target.value })}
      />
      {area('definition', 'Definition', tags ? `${counted(tags, 'tag')} here` : '', 3)}
      <div className={styles.two}>
        {RULE_FIELDS.map((name) => (
          <div key={name}>{area(name, RULES[name].term, HINTS[name] ?? '', 2)}</div>
        ))}
      </div>
      <div className={styles.two}>
        {area('cues', 'Cues', 'words that suggest it, one a line', 3)}
        {area('aliases', 'Also called', 'one a line', 3)}
      </div>
      <div className={styles.three}>
        <Field
          label="Code"
          maxLength={LONGEST_CODE}
          value={draft.code}
          onChange={(event) => onType({ code: event.target.value })}
        />
        <Field
          label="Group"
          maxLength={LONGEST_SHORT_TEXT}
          dir="auto"
          value={draft.group}
          disabled={influence.parent !== undefined}
          title={
            influence.parent === undefined ? undefined : 'It is in the group of what it is below'
          }
          onChange={(event) => onType({ group: event.target.value })}
        />
        <Field
          label="Level"
          hint="macro, meso …"
          maxLength={LONGEST_SHORT_TEXT}
          value={draft.level}
          onChange={(event) => onType({ level: event.target.value })}
        />
      </div>
      <Look draft={draft} onType={onType} />
      {influence.examples?.length ? (
        <Examples examples={influence.examples} onChange={onExamples} />
      ) : null}
      {area('note', 'Note', '', 2)}
      {isDirty ? (
        <div className={styles.saving}>
          <Field
            label="Why"
            hint="for the ledger; can stay empty"
            dir="auto"
            value={draft.reason}
            onChange={(event) => onType({ reason: event.target.value })}
          />
          <p className={styles.soft}>{consequence(isMeaning, tags, isOpen)}</p>
          <div className={styles.answers}>
            <Button type="submit" look="primary" title="Ctrl or ⌘ and Enter">
              Save
            </Button>
            <Button onClick={onDiscard}>Discard</Button>
          </div>
        </div>
      ) : null}
    </form>
  );
}

function consequence(isMeaning: boolean, tags: number, isOpen: boolean): string {
  if (isMeaning && tags)
    return `Another rule makes the next version. ${counted(tags, 'tag')} made under the earlier one ${tags === 1 ? 'is' : 'are'} queued to be looked at again.`;
  if (!isOpen) return 'This version is closed: the change makes the next one. No tag is queued.';
  return 'No tag is affected.';
}

function Look({ draft, onType }: { draft: Draft; onType: (change: Partial<Draft>) => void }) {
  const name = useId();
  return (
    <fieldset className={styles.look}>
      <legend className={styles.legend}>Mark</legend>
      <div className={styles.swatches}>
        {(['', ...INFLUENCE_COLOURS] as const).map((colour) => (
          <label key={colour} className={styles.swatch} title={colour || 'none'}>
            <input
              type="radio"
              name={name}
              value={colour}
              checked={draft.colour === colour}
              onChange={() => onType({ colour })}
              aria-label={colour || 'no colour'}
            />
            {colour ? <InfluenceMark influence={{ colour, symbol: undefined }} /> : 'none'}
          </label>
        ))}
        <input
          className={styles.symbol}
          aria-label="Symbol"
          placeholder="symbol"
          maxLength={LONGEST_SYMBOL}
          value={draft.symbol}
          onChange={(event) => onType({ symbol: event.target.value })}
        />
        <label className={styles.inverse}>
          <input
            type="checkbox"
            checked={draft.isInverse}
            onChange={(event) => onType({ isInverse: event.target.checked })}
          />
          more of it hinders
        </label>
      </div>
    </fieldset>
  );
}

function Examples({
  examples,
  onChange,
}: {
  examples: readonly InfluenceExample[];
  onChange: (examples: InfluenceExample[]) => void;
}) {
  return (
    <section className={styles.examples} aria-label="Examples">
      {examples.map((one, i) => (
        <figure key={`${one.kind} ${one.quote}`} className={styles.example}>
          <figcaption className={styles.soft}>
            {EXAMPLE_WORDS[one.kind]}
            {one.paper ? (
              <>
                {' '}
                · <Foreign text={one.paper} />
              </>
            ) : null}
          </figcaption>
          <blockquote className={styles.quote} dir="auto">
            {displayText(one.quote)}
          </blockquote>
          <Button look="link" onClick={() => onChange(examples.filter((_, other) => other !== i))}>
            Remove this example
          </Button>
        </figure>
      ))}
    </section>
  );
}
