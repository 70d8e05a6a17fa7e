/** One paper of the reading list: what it is, its study, its tags and its place, and what can be done with it. */
import { useRef, useState } from 'react';
import { aboutPaper, placeOf, shortAuthors, titleOf } from '@/components/paper/cite';
import { PlaceMenu } from '@/components/paper/PlaceMenu';
import { StanceCounts } from '@/components/stance/StanceCounts';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuItem, MenuSeparator } from '@/components/ui/Menu';
import type { Paper, PlaceChange } from '@/lib/model';
import { displayText } from '@/lib/text';
import { roomStyles } from '../../Room';
import { go } from '../../use-route';
import styles from './PapersRoom.module.css';
import type { PaperLine } from './paper-lines';
import { StudyPicker } from './StudyPicker';

/** What can be done with papers of the list. */
export interface PaperActions {
  place(paperId: string, place: PlaceChange): void;
  unlist(paperId: string, tags: number): void;
  unite(paperIds: readonly string[]): Promise<boolean>;
  part(paperId: string): void;
  /** These two look alike and are not one study. */
  deny(a: string, b: string): void;
  showStudy(paperId: string): void;
  showHistory(paper: Paper, from: HTMLElement | null): void;
}

/** Of a paper whose id was pasted: its title is the id. */
const ID_ONLY = 'Only the id is known until you open it';

export function PaperRow({
  line,
  lines,
  isSelected,
  onSelect,
  actions,
}: {
  line: PaperLine;
  lines: readonly PaperLine[];
  isSelected: boolean;
  onSelect: (on: boolean) => void;
  actions: PaperActions;
}) {
  const { paper, listed, counts } = line;
  const title = titleOf(paper, paper.urls[0]);
  const about = paper.title ? aboutPaper(paper, paper.doi) : aboutPaper(paper) || ID_ONLY;
  const total = counts.supporting + counts.contrasting + counts.mentioning;
  return (
    <article className={styles.row}>
      <input
        type="checkbox"
        className={styles.tick}
        aria-label={`Select: ${title}`}
        checked={isSelected}
        onChange={(event) => onSelect(event.target.checked)}
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
      <More line={line} lines={lines} title={title} tags={total} actions={actions} />
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
  const others = lines.filter((one) => one.paper !== paper && family.includes(one.paper.id));
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
  title,
  tags,
  actions,
}: {
  line: PaperLine;
  lines: readonly PaperLine[];
  title: string;
  tags: number;
  actions: PaperActions;
}) {
  const [picking, setPicking] = useState(false);
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
