/** What can be done with all selected papers at once: one step, taken back by one undo. */
import { useRef, useState } from 'react';
import { ELIGIBILITY_WORDS } from '@/components/paper/cite';
import { ExclusionForm } from '@/components/paper/ExclusionForm';
import { type LabelState, LabelsForm } from '@/components/paper/LabelsForm';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import {
  type Eligibility,
  type EntryChange,
  PROGRESS_WORDS,
  type Priority,
  type Progress,
} from '@/lib/model';
import styles from '../statements/BulkBar.module.css';
import type { PaperLine } from './paper-lines';
import { PRIORITIES } from './priorities';

const optionsOf = <T extends string>(words: Readonly<Record<T, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value: value as T, text: text as string }));
const ELIGIBILITIES = optionsOf<Eligibility>(ELIGIBILITY_WORDS).map((one) =>
  one.value === 'excluded' ? { ...one, text: `${one.text}…` } : one,
);

export function EntryBar({
  lines,
  labels,
  onChange,
  onUnite,
  onUnlist,
  onNone,
}: {
  /** The selected ones. */
  lines: readonly PaperLine[];
  /** All labels of the review. */
  labels: readonly string[];
  onChange: (change: EntryChange) => void;
  onUnite: () => void;
  onUnlist: () => void;
  onNone: () => void;
}) {
  const [open, setOpen] = useState<'exclude' | 'labels' | null>(null);
  const eligibility = useRef<HTMLButtonElement>(null);
  const labelButton = useRef<HTMLButtonElement>(null);
  const [first] = lines;
  const { reviewId } = first?.listed ?? {};
  const few = lines.length < 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of menus, not of form fields
    <div className={styles.bar} role="group" aria-label="Selected papers">
      <span className={styles.words}>{lines.length} selected</span>
      <Button look="link" onClick={onNone}>
        Clear
      </Button>
      <div className={styles.menus}>
        <Menu label="Set the progress" trigger={<Trigger>Progress</Trigger>}>
          <MenuChoice<Progress>
            label="Set the progress"
            value={common(lines, ({ listed }) => listed.progress)}
            onChange={(progress) => onChange({ progress })}
            options={optionsOf(PROGRESS_WORDS)}
          />
        </Menu>
        <Menu
          triggerRef={eligibility}
          label="Set the eligibility"
          trigger={<Trigger>Eligibility</Trigger>}
        >
          <MenuChoice<Eligibility>
            label="Set the eligibility"
            value={common(lines, ({ listed }) => listed.eligibility)}
            onChange={(value) =>
              value === 'excluded' ? setOpen('exclude') : onChange({ eligibility: value })
            }
            options={ELIGIBILITIES}
          />
        </Menu>
        <Menu label="Set the priority" trigger={<Trigger>Priority</Trigger>}>
          <MenuChoice<Priority | 'none'>
            label="Set the priority"
            value={common(lines, ({ listed }) => listed.priority ?? 'none')}
            onChange={(value) => onChange({ priority: value === 'none' ? null : value })}
            options={PRIORITIES}
          />
        </Menu>
        <Button ref={labelButton} look="quiet" onClick={() => setOpen('labels')}>
          Labels…
        </Button>
        <Button
          look="quiet"
          disabled={few}
          title={
            few
              ? 'Select two or more papers of one study'
              : 'A preprint and its article, or companion papers: the map counts them as one family'
          }
          onClick={onUnite}
        >
          Put into one study family
        </Button>
        <Button look="danger" onClick={onUnlist}>
          Take off the list
        </Button>
      </div>
      {open === 'exclude' ? (
        <ExclusionForm
          anchor={eligibility}
          reviewId={reviewId}
          reason={common(lines, ({ listed }) => listed.exclusionReason ?? '') ?? ''}
          onClose={() => setOpen(null)}
          onExclude={(exclusionReason) => {
            setOpen(null);
            onChange({ eligibility: 'excluded', exclusionReason });
          }}
        />
      ) : null}
      {open === 'labels' ? (
        <LabelsForm
          anchor={labelButton}
          labels={statesOf(labels, lines)}
          onClose={() => setOpen(null)}
          onChange={(label, isOn) =>
            onChange(isOn ? { addLabels: [label] } : { removeLabels: [label] })
          }
        />
      ) : null}
    </div>
  );
}

function Trigger({ children }: { children: string }) {
  return (
    <>
      {children}
      <Icon name="chevron" size={14} />
    </>
  );
}

export function statesOf(labels: readonly string[], lines: readonly PaperLine[]): LabelState[] {
  return labels.map((label) => {
    const having = lines.filter(({ listed }) => listed.labels?.includes(label)).length;
    return { label, has: having === lines.length ? 'all' : having ? 'some' : 'none' };
  });
}

/** The value that all have; undefined where they differ. */
function common<T>(lines: readonly PaperLine[], of: (line: PaperLine) => T): T | undefined {
  const values = new Set(lines.map(of));
  return values.size === 1 ? [...values][0] : undefined;
}
