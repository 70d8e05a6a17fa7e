/**
 * The reader's memo on an influence and a case, written beside the quotes. Each field is saved as it is left, so that nothing
 * typed is lost with the drawer.
 */
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Field, TextArea } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import selectStyles from '@/components/ui/Select.module.css';
import { useAct } from '@/components/ui/use-act';
import type { CellEdit } from '@/lib/map/outputs';
import type { Memo, Rating } from '@/lib/model';
import { saveMemo } from '@/lib/store';
import { displayText } from '@/lib/text';
import styles from './Forms.module.css';

type About = Extract<CellEdit, { kind: 'memo' }>;

/** In the order of a scale; '' for none. */
const RATINGS: readonly (readonly [value: string, text: string])[] = [
  ['', 'Not rated'],
  ['2', '+2  strong facilitator'],
  ['1', '+1  facilitator'],
  ['0', '0  neutral'],
  ['mixed', '0 (mixed)  opposites balance'],
  ['-1', '−1  barrier'],
  ['-2', '−2  strong barrier'],
  ['missing', 'Missing  looked for, not discussed'],
];

const ratingOf = (value: string): Rating | undefined => {
  if (value === '') return undefined;
  return value === 'mixed' || value === 'missing' ? value : (Number(value) as Rating);
};

interface Draft {
  rating?: Rating | undefined;
  word?: string | undefined;
  star?: true | undefined;
  summary?: string;
  rationale?: string;
}

export function MemoForm({
  about: { kind: _, ...about },
  memo,
  draft,
  reviewId,
}: {
  about: About;
  /** The reader's own, as it is stored. */
  memo: Memo | undefined;
  /** What the tags come to, as it is printed: offered, until a person rates. */
  draft: { rating: Rating; text: string } | null;
  reviewId: string;
}) {
  const [typed, setTyped] = useState<Draft>({});
  const { problem, act } = useAct();
  const [said, setSaid] = useState('');
  const now: Draft = { ...partsOf(memo), ...typed };
  const isOfCase = about.paperId !== undefined || about.siteId !== undefined;
  const save = async (part: Draft = {}) => {
    const wanted = { ...now, ...part };
    if (isSame(wanted, partsOf(memo))) return;
    setSaid('');
    const statementIds = memo?.statementIds ?? [];
    const isSaved = await act(() => saveMemo({ ...about, reviewId, ...wanted, statementIds }));
    if (isSaved) setSaid('Saved.');
  };
  // What is stored is shown once it is what was typed: an undo, or another window, is then not written back.
  useEffect(() => setTyped((was) => without(was, partsOf(memo))), [memo]);
  // With the drawer the form goes, and what is in a field with it.
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => () => void latest.current(), []);
  const change = (part: Draft) => setTyped((was) => ({ ...was, ...part }));
  const changeNow = (part: Draft) => {
    change(part);
    void save(part);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: it saves field by field and submits nothing
    <div className={styles.form} role="group" aria-label="Your memo">
      {isOfCase ? (
        <div className={styles.row}>
          <label className={styles.label}>
            Rating
            <select
              className={selectStyles.select}
              value={String(now.rating ?? '')}
              onChange={(event) => changeNow({ rating: ratingOf(event.target.value) })}
            >
              {RATINGS.map(([value, text]) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={now.star === true}
              onChange={(event) => changeNow({ star: event.target.checked || undefined })}
            />
            Star
          </label>
        </div>
      ) : null}
      {isOfCase && draft && now.rating === undefined && !now.word ? (
        <p className={styles.draft}>
          The tags come to {displayText(draft.text)}.{' '}
          <Button look="link" onClick={() => changeNow({ rating: draft.rating })}>
            Accept
          </Button>
        </p>
      ) : null}
      {isOfCase ? (
        <Field
          label="Word instead of a rating"
          hint="printed as it is"
          maxLength={60}
          value={now.word ?? ''}
          onChange={(event) => change({ word: event.target.value || undefined })}
          onBlur={() => void save()}
        />
      ) : null}
      <TextArea
        label={isOfCase ? 'Summary' : 'Your synthesis'}
        rows={4}
        dir="auto"
        value={now.summary ?? ''}
        onChange={(event) => change({ summary: event.target.value })}
        onBlur={() => void save()}
      />
      {isOfCase ? (
        <TextArea
          label="Rationale"
          hint="why this rating"
          rows={3}
          dir="auto"
          value={now.rationale ?? ''}
          onChange={(event) => change({ rationale: event.target.value })}
          onBlur={() => void save()}
        />
      ) : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
      <p className={styles.said} role="status">
        {said}
      </p>
    </div>
  );
}

const partsOf = (memo: Memo | undefined): Draft => ({
  ...(memo?.rating !== undefined && { rating: memo.rating }),
  ...(memo?.word !== undefined && { word: memo.word }),
  ...(memo?.star && { star: true as const }),
  summary: memo?.summary ?? '',
  rationale: memo?.rationale ?? '',
});

const FIELDS = ['rating', 'word', 'star', 'summary', 'rationale'] as const;
const isSame = (a: Draft, b: Draft): boolean => FIELDS.every((field) => a[field] === b[field]);

/** What was typed since. */
const without = (typed: Draft, saved: Draft): Draft =>
  Object.fromEntries(
    Object.entries(typed).filter(([field, value]) => saved[field as keyof Draft] !== value),
  );
