/**
 * A paper's place in the review: how far it was read, and whether it is in, with the reason where it is not. A paper that is
 * not on the list is put there with one press, as one to be read.
 */

import { useEffect, useRef, useState } from 'react';
import type { Eligibility, PlaceChange, Progress, ReviewPaper } from '@/lib/model';
import { PROGRESS_WORDS } from '@/lib/model';
import { displayText } from '@/lib/text';
import { onDemand } from '../page/on-demand';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Menu, MenuChoice, MenuSeparator } from '../ui/Menu';
import { ELIGIBILITY_WORDS, placeWords } from './cite';

const ExclusionForm = onDemand(async () => (await import('./ExclusionForm')).ExclusionForm);

const PROGRESS = Object.entries(PROGRESS_WORDS).map(([value, text]) => ({
  value: value as Progress,
  text,
}));

const ELIGIBILITY = Object.entries(ELIGIBILITY_WORDS).map(([value, text]) => ({
  value: value as Eligibility,
  text: value === 'excluded' ? `${text}…` : text,
}));

/** A paper that is excluded already shows its reason, and is asked for it again: it can be changed. */
const choicesFor = (reason = '') =>
  ELIGIBILITY.map((choice) => ({
    ...choice,
    hint: choice.value === 'excluded' ? displayText(reason) || 'Not counted on the map' : undefined,
  }));

export function PlaceMenu({
  listed,
  reviewId,
  onChange,
  loading = false,
  onAdd = () => onChange({ progress: 'to-read' }),
  id,
}: {
  /** Undefined: not on the list yet. */
  listed: ReviewPaper | undefined;
  /** Whose reasons are offered; undefined before the first review. */
  reviewId: string | undefined;
  onChange: (place: PlaceChange) => void;
  /** Not known yet whether it is listed. */
  loading?: boolean;
  /** Puts a paper that is not listed on the list, as one to be read. */
  onAdd?: () => void;
  id?: string;
}) {
  const [excluding, setExcluding] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const decide = (eligibility: Eligibility) => {
    if (eligibility === 'excluded') setExcluding(true);
    else onChange({ eligibility });
  };
  // The menu takes the button's place, and with it the keyboard.
  const [added, setAdded] = useState(false);
  useEffect(() => {
    if (!listed || !added) return;
    setAdded(false);
    trigger.current?.focus();
  }, [listed, added]);
  if (!listed)
    return (
      <Button
        id={id}
        disabled={loading}
        onClick={() => {
          setAdded(true);
          onAdd();
        }}
      >
        Add to list
      </Button>
    );
  return (
    <>
      <Menu
        id={id}
        triggerRef={trigger}
        look="plain"
        label={labelOf(listed)}
        trigger={
          <>
            {shortOf(listed)}
            <Icon name="chevron" size={14} />
          </>
        }
      >
        <MenuChoice
          label="Progress"
          value={listed.progress}
          onChange={(progress) => onChange({ progress })}
          options={PROGRESS}
        />
        <MenuSeparator />
        <MenuChoice
          label="Eligibility"
          value={listed.eligibility}
          onChange={decide}
          options={choicesFor(listed.exclusionReason)}
        />
      </Menu>
      {excluding ? (
        <ExclusionForm
          anchor={trigger}
          reviewId={reviewId}
          reason={listed.exclusionReason ?? ''}
          onClose={() => setExcluding(false)}
          onExclude={(exclusionReason) => {
            setExcluding(false);
            onChange({ eligibility: 'excluded', exclusionReason });
          }}
        />
      ) : null}
    </>
  );
}

/** Begins with the words that are seen, by which it can be pressed by voice. */
const labelOf = (listed: ReviewPaper) => `${shortOf(listed)} (progress and eligibility)`;

/** An excluded paper's progress is of no more use, and the popup's row is short. */
const shortOf = (listed: ReviewPaper) =>
  listed.eligibility === 'excluded' ? ELIGIBILITY_WORDS.excluded : placeWords(listed);
