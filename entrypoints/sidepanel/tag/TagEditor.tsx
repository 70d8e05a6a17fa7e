/** Every dial of one tag. Each turn is saved as it is made and can be taken back; the note on leaving it. */

import { type ReactNode, useId } from 'react';
import {
  BASIS_WORDS,
  NO_VOICE,
  STRENGTHS,
  strengthText,
  VOICE_WORDS,
} from '@/components/influence/dial-words';
import { StanceShape } from '@/components/stance/StanceMark';
import { Button } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/Field';
import selectStyles from '@/components/ui/Select.module.css';
import { useTyped } from '@/components/ui/use-typed';
import { influenceKey } from '@/lib/codebook/influences';
import { type Codebook, Stance, type Tag, type TagChange, Voice } from '@/lib/model';
import { toggleDirection } from '@/lib/tagging';
import { displayText } from '@/lib/text';
import type { Labels } from '../list/rows';
import { SiteChoice } from './SiteChoice';
import styles from './TagEditor.module.css';

export function TagEditor({
  tag,
  labels,
  inUse,
  onChange,
  onDelete,
  onDone,
}: {
  tag: Tag;
  labels: Labels;
  /** The codebooks to choose from: the review's, in its order. */
  inUse: readonly Codebook[];
  onChange: (change: TagChange) => void;
  onDelete: () => void;
  onDone: () => void;
}) {
  const id = useId();
  const note = useTyped(tag.note);
  const saveNote = () => {
    const typed = note.leave();
    if (typed !== null) onChange({ note: typed });
  };
  const on = {
    facilitator: tag.direction === 'facilitator' || tag.direction === 'both',
    barrier: tag.direction === 'barrier' || tag.direction === 'both',
  };
  return (
    <fieldset
      className={styles.editor}
      data-editor
      aria-label={`Edit the tag ${labels.of(tag)}`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        // The blur that follows must not save the note after all.
        note.discard();
        onDone();
      }}
    >
      <label className={styles.name} htmlFor={`${id}-influence`}>
        Influence
      </label>
      <select
        id={`${id}-influence`}
        className={`${selectStyles.select} ${styles.influence}`}
        value={isOffered(tag, labels, inUse) ? influenceKey(tag) : AS_IT_IS}
        onChange={(event) => {
          const found = labels.find(event.target.value);
          if (found)
            onChange({
              codebookId: found.codebook.id,
              codebookVersion: found.codebook.version,
              influenceId: found.influence.id,
            });
        }}
      >
        <InfluenceOptions labels={labels} inUse={inUse} tag={tag} />
      </select>

      <span className={styles.name} id={`${id}-stance`}>
        Stance
      </span>
      <Choice labelledBy={`${id}-stance`}>
        {Stance.options.map((stance) => (
          <Radio
            key={stance}
            name={`${id}-stance`}
            checked={tag.stance === stance}
            onChoose={() => onChange({ stance })}
          >
            <StanceShape stance={stance} size={9} />
            {stance}
          </Radio>
        ))}
      </Choice>

      <span className={styles.name} id={`${id}-direction`}>
        Direction
      </span>
      <Choice labelledBy={`${id}-direction`}>
        {(['facilitator', 'barrier'] as const).map((direction) => (
          <button
            key={direction}
            type="button"
            className={styles.option}
            aria-pressed={on[direction]}
            onClick={() => onChange({ direction: toggleDirection(tag.direction, direction) })}
          >
            <b aria-hidden="true">{direction === 'facilitator' ? '+' : '\u2212'}</b>
            {direction}
          </button>
        ))}
      </Choice>

      <label className={styles.name} htmlFor={`${id}-strength`}>
        Strength
      </label>
      <select
        id={`${id}-strength`}
        className={styles.select}
        value={tag.strength === undefined ? '' : String(tag.strength)}
        onChange={({ target: { value } }) =>
          onChange({
            strength: STRENGTHS.find((s) => String(s) === value) ?? null,
          })
        }
      >
        <option value="">not rated</option>
        {STRENGTHS.map((strength) => (
          <option key={strength} value={String(strength)}>
            {strengthText(strength)}
          </option>
        ))}
      </select>

      <span className={styles.name} id={`${id}-basis`}>
        Basis
      </span>
      <Choice labelledBy={`${id}-basis`}>
        {(['own', 'second-hand'] as const).map((basis) => (
          <Radio
            key={basis}
            name={`${id}-basis`}
            checked={tag.basis === basis}
            onChoose={() => onChange({ basis })}
          >
            {BASIS_WORDS[basis]}
          </Radio>
        ))}
      </Choice>

      <label className={styles.name} htmlFor={`${id}-voice`}>
        Voice
      </label>
      <select
        id={`${id}-voice`}
        className={styles.select}
        value={tag.voice ?? ''}
        onChange={({ target: { value } }) =>
          onChange({ voice: Voice.options.find((voice) => voice === value) ?? null })
        }
      >
        <option value="">{NO_VOICE}</option>
        {Voice.options.map((voice) => (
          <option key={voice} value={voice}>
            {VOICE_WORDS[voice]}
          </option>
        ))}
      </select>

      <SiteChoice tag={tag} onChange={onChange} />

      <div className={styles.wide}>
        <TextArea
          label="Note"
          rows={2}
          maxLength={50_000}
          dir="auto"
          value={note.value}
          onChange={(event) => note.type(event.target.value)}
          onBlur={saveNote}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onDone();
          }}
        />
      </div>
      <div className={`${styles.wide} ${styles.foot}`}>
        <Button look="danger" className={styles.small} onClick={onDelete}>
          Delete tag
        </Button>
        <Button className={styles.small} onClick={onDone}>
          Done
        </Button>
      </div>
    </fieldset>
  );
}

/** The influence that a tag has, where it is none to choose from: of a codebook or a version that is not in use. */
const AS_IT_IS = '';

function isOffered(tag: Tag, labels: Labels, inUse: readonly Codebook[]): boolean {
  const own = labels.index.find(tag);
  return own !== undefined && inUse.includes(own.codebook);
}

function InfluenceOptions({
  labels,
  inUse,
  tag,
}: {
  labels: Labels;
  inUse: readonly Codebook[];
  tag: Tag;
}) {
  return (
    <>
      {isOffered(tag, labels, inUse) ? null : <option value={AS_IT_IS}>{labels.of(tag)}</option>}
      {inUse.map((book) => (
        <optgroup key={book.id} label={displayText(book.name)}>
          {labels.index.all
            .filter(({ codebook }) => codebook === book)
            .map((one) => (
              <option key={one.influenceId} value={influenceKey(one)}>
                {displayText(one.label)}
              </option>
            ))}
        </optgroup>
      ))}
    </>
  );
}

function Choice({ labelledBy, children }: { labelledBy: string; children: ReactNode }) {
  return (
    <fieldset className={styles.choice} aria-labelledby={labelledBy}>
      {children}
    </fieldset>
  );
}

function Radio({
  name,
  checked,
  onChoose,
  children,
}: {
  name: string;
  checked: boolean;
  onChoose: () => void;
  children: ReactNode;
}) {
  return (
    <label className={styles.option}>
      <input
        type="radio"
        className={styles.radio}
        name={name}
        checked={checked}
        onChange={onChoose}
      />
      {children}
    </label>
  );
}
