/** One paper of the reading list: what it is, its study, its tags and its place, and what can be done with it. */
import { useRef, useState } from 'react';
import { aboutPaper, placeOf, shortAuthors, titleOf } from '@/components/paper/cite';
import { LabelsForm } from '@/components/paper/LabelsForm';
import { PlaceMenu } from '@/components/paper/PlaceMenu';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import { PRIORITY_WORDS, type Priority } from '@/lib/model';
import { displayText } from '@/lib/text';
import { roomStyles } from '../../Room';
import { go } from '../../use-route';
import { ROW } from '../statements/use-selection';
import { statesOf } from './EntryBar';
import styles from './PapersRoom.module.css';
import type { PaperLine } from './paper-lines';
import { PRIORITIES } from './priorities';
import { StudyPicker } from './StudyPicker';
import type { PaperActions } from './use-actions';

/** Of a paper whose id was pasted: its title is the id. */
const ID_ONLY = 'Only the id is known until you open it';

export function PaperRow({
  line,
  lines,
  labels,
  isSelected,
  onSelect,
  actions,
}: {
  line: PaperLine;
  lines: readonly PaperLine[];
  /** All labels of the review. */
  labels: readonly string[];
  isSelected: boolean;
  /** @param through all up to the one that was turned last */
  onSelect: (paperId: string, through: boolean) => void;
  actions: PaperActions;
}) {
  const { paper, listed, counts, tags: total } = line;
  const title = titleOf(paper, paper.urls[0]);
  const about = paper.title ? aboutPaper(paper, paper.doi) : aboutPaper(paper) || ID_ONLY;
  return (
    <article className={styles.row} {...{ [ROW]: paper.id }}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={`Select: ${title}`}
        checked={isSelected}
        onChange={() => {}}
        // The space bar is a click too: with Shift it reaches up to here, as `X` does.
        onClick={(event) => onSelect(paper.id, event.shiftKey)}
      />
      <div className={styles.words}>
        <a
          className={styles.title}
          href={placeOf(paper)}
          target="_blank"
          rel="noreferrer"
          dir="auto"
          title={title}
        >
          {title}
        </a>
        <p className={styles.line} dir="auto" title={about}>
          {about}
        </p>
        {listed.exclusionReason ? (
          <p className={styles.line} dir="auto" title={displayText(listed.exclusionReason)}>
            Excluded: {displayText(listed.exclusionReason)}
          </p>
        ) : null}
        {listed.priority || listed.labels ? (
          <ul className={styles.chips} aria-label="Priority and labels">
            {listed.priority ? (
              <li className={styles.priority}>{PRIORITY_WORDS[listed.priority]} priority</li>
            ) : null}
            {listed.labels?.map((label) => (
              <li key={label} className={styles.chip} dir="auto">
                {displayText(label)}
              </li>
            ))}
          </ul>
        ) : null}
        <Study line={line} lines={lines} actions={actions} />
      </div>
      <span className={styles.counts}>
        {total ? (
          <Button
            look="quiet"
            title="Show these statements"
            onClick={() => go('statements', { paper: paper.id })}
          >
            <StanceCounts counts={counts} />
          </Button>
        ) : (
          <span className={`${roomStyles.soft} ${styles.noTags}`}>no tags</span>
        )}
      </span>
      <span className={styles.status}>
        <PlaceMenu
          listed={listed}
          reviewId={listed.reviewId}
          onChange={(place) => actions.place(paper.id, place)}
        />
      </span>
      <More {...{ line, lines, labels, title, actions }} tags={total} />
    </article>
  );
}

/** The study that it is of, where that has more papers; or one that looks as if it were of the same. */
function Study({
  line: { paper, family, alike },
  lines,
  actions,
}: {
  line: PaperLine;
  lines: readonly PaperLine[];
  actions: PaperActions;
}) {
  // Most papers have no companion: not for each row should all lines be looked through.
  const others =
    family.length > 1
      ? lines.filter((one) => one.paper !== paper && family.includes(one.paper.id))
      : [];
  return (
    <>
      {family.length > 1 ? (
        <Button
          look="link"
          className={styles.study}
          title={['With:', ...others.map((one) => titleOf(one.paper, one.paper.urls[0]))].join(
            '\n',
          )}
          onClick={() => actions.showStudy(paper.id)}
        >
          Study: {family.length} papers
        </Button>
      ) : null}
      {alike ? (
        <p className={styles.alike}>
          <span>
            Looks like <Foreign text={nameOf(alike)} />, of the same title.
          </span>
          <Button look="link" onClick={() => void actions.unite([paper.id, alike.id])}>
            Put into one study family
          </Button>
          <Button look="link" onClick={() => actions.deny(paper.id, alike.id)}>
            Not one study
          </Button>
        </p>
      ) : null}
    </>
  );
}

/** "Ibrahim et al. 2020, medRxiv": what tells it from a paper of the same title. */
function nameOf(paper: PaperLine['paper']): string {
  const who = [shortAuthors(paper), paper.year].filter(Boolean).join(' ');
  return [who, paper.containerTitle ?? paper.doi].filter(Boolean).join(', ') || titleOf(paper);
}

function More({
  line,
  lines,
  labels,
  title,
  tags,
  actions,
}: {
  line: PaperLine;
  lines: readonly PaperLine[];
  labels: readonly string[];
  title: string;
  tags: number;
  actions: PaperActions;
}) {
  const [picking, setPicking] = useState(false);
  const [labelling, setLabelling] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const { id } = line.paper;
  return (
    <>
      <Menu
        triggerRef={trigger}
        align="end"
        className={styles.more}
        label={`More about ${title}`}
        trigger={<Icon name="more" />}
      >
        <MenuItem onClick={() => setPicking(true)}>Same study as…</MenuItem>
        {line.family.length > 1 ? (
          <MenuItem onClick={() => actions.part(id)}>Take out of its study family</MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuChoice<Priority | 'none'>
          label="Priority"
          value={line.listed.priority ?? 'none'}
          onChange={(value) => actions.change([id], { priority: value === 'none' ? null : value })}
          options={PRIORITIES}
        />
        <MenuItem onClick={() => setLabelling(true)}>Labels…</MenuItem>
        <MenuSeparator />
        <MenuItem onClick={() => go('papers', { paper: id })}>Details and coding form</MenuItem>
        <MenuItem onClick={() => actions.showHistory(line.paper, trigger.current)}>
          History
        </MenuItem>
        <MenuItem
          hint={tags ? 'With its tags in this review' : undefined}
          onClick={() => actions.unlist(id, tags)}
        >
          Take off the list
        </MenuItem>
      </Menu>
      {labelling ? (
        <LabelsForm
          anchor={trigger}
          labels={statesOf(labels, [line])}
          onClose={() => setLabelling(false)}
          onChange={(label, isOn) =>
            actions.change([id], isOn ? { addLabels: [label] } : { removeLabels: [label] })
          }
        />
      ) : null}
      {picking ? (
        <StudyPicker
          anchor={trigger}
          line={line}
          lines={lines}
          onClose={() => setPicking(false)}
          onChoose={(paper) => {
            setPicking(false);
            void actions.unite([id, paper.id]);
          }}
        />
      ) : null}
    </>
  );
}
