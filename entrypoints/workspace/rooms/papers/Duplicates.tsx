/** Papers of the list that may be one work, pair by pair: what differs, and what is to become of the two. */
import { aboutPaper, ELIGIBILITY_WORDS, identifierOf, titleOf } from '@/components/paper/cite';
import { counted } from '@/components/text/count';
import { Foreign } from '@/components/text/Foreign';
import { Button } from '@/components/ui/Button';
import { type Paper, PROGRESS_WORDS, type ReviewPaper } from '@/lib/model';
import { areOpposed, type Decided, type DuplicatePair } from '@/lib/store';
import { displayText } from '@/lib/text';
import { Empty, roomStyles } from '../../Room';
import styles from './Duplicates.module.css';
import type { PaperLine } from './paper-lines';
import { DOES, useNextButton } from './use-next-button';

export interface DuplicateActions {
  /** @param decided where the one is included and the other excluded */
  join(from: string, into: string, decided?: Decided): void;
  unite(paperIds: readonly string[]): void;
  deny(a: string, b: string): void;
}

export function Duplicates({
  pairs,
  lines,
  actions,
  onBack,
}: {
  pairs: readonly DuplicatePair[];
  lines: readonly PaperLine[];
  actions: DuplicateActions;
  onBack: () => void;
}) {
  const { list, onFocus } = useNextButton<HTMLUListElement>();
  const byId = new Map(lines.map((line) => [line.paper.id, line]));
  return (
    <div className={roomStyles.body}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Button look="link" onClick={onBack}>
            All papers
          </Button>
          <p>
            Two papers are shown here if they share an identifier, or title, year and first author.
            Merging keeps the statements, tags, notes and labels of both, in all reviews, and the
            further progress. Two tags by one coder of one quote on one influence become the later
            one, with both notes. If another review includes one paper and excludes the other, the
            merged paper is undecided there, with both decisions in its note.
          </p>
        </div>
        {pairs.length ? (
          <ul
            ref={list}
            onFocus={onFocus}
            className={styles.pairs}
            aria-label="Papers that may be one work"
          >
            {pairs.map(({ one, other, isSure }) => (
              <Pair
                key={`${one.id} ${other.id}`}
                a={byId.get(other.id)}
                b={byId.get(one.id)}
                {...{ isSure, actions }}
              />
            ))}
          </ul>
        ) : (
          <Empty>
            <p>No two papers of this list look like one work.</p>
            <Button onClick={onBack}>Show all papers</Button>
          </Empty>
        )}
      </div>
    </div>
  );
}

function Pair({
  a,
  b,
  isSure,
  actions,
}: {
  a: PaperLine | undefined;
  b: PaperLine | undefined;
  isSure: boolean;
  actions: DuplicateActions;
}) {
  if (!a || !b) return null;
  const [kept, other] = stays(a, b) === a ? [a, b] : [b, a];
  const title = titleOf(kept.paper, kept.paper.urls[0]);
  const rows = differences(kept, other);
  const ids = [kept.paper.id, other.paper.id] as const;
  const isOpposed = areOpposed(kept.listed, other.listed);
  const ways = isOpposed ? MERGED_AS : MERGED;
  return (
    <li className={styles.pair}>
      <h2 className={styles.title} dir="auto">
        {title}
      </h2>
      <p className={styles.soft}>
        {isSure
          ? 'Same identifier, or same title, year and first author.'
          : 'Same title; nothing else shows whether it is the same work.'}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What differs</th>
            <th scope="col">This one stays</th>
            <th scope="col">This one goes</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, a: one, b: two }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{one ? <Foreign text={one} /> : <span className={styles.soft}>none</span>}</td>
              <td>{two ? <Foreign text={two} /> : <span className={styles.soft}>none</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {isOpposed ? (
        <p>One is included and the other excluded. Choose which decision the merged paper gets.</p>
      ) : null}
      <div className={styles.actions}>
        {ways.map(({ words, decided }) => (
          <Button
            key={words}
            look={isOpposed ? 'plain' : 'primary'}
            aria-label={`${words}: ${title}`}
            {...{ [DOES]: 'merge' }}
            onClick={() => actions.join(other.paper.id, kept.paper.id, decided)}
          >
            {words}
          </Button>
        ))}
        <Button
          aria-label={`One study, two papers: ${title}`}
          {...{ [DOES]: 'unite' }}
          title="A preprint and its article, or companion papers"
          onClick={() => actions.unite(ids)}
        >
          One study, two papers
        </Button>
        <Button
          look="quiet"
          aria-label={`Not the same: ${title}`}
          {...{ [DOES]: 'deny' }}
          onClick={() => actions.deny(...ids)}
        >
          Not the same
        </Button>
      </div>
    </li>
  );
}

interface Way {
  words: string;
  decided?: Decided;
}

const MERGED: readonly Way[] = [{ words: 'Merge into one' }];
/** Of opposed decisions neither is taken unasked. */
const MERGED_AS: readonly Way[] = [
  { words: 'Merge as included', decided: 'included' },
  { words: 'Merge as excluded', decided: 'excluded' },
];

/** The one with more tags; of two alike the one that was on the list first. */
export function stays(a: PaperLine, b: PaperLine): PaperLine {
  if (a.tags !== b.tags) return a.tags > b.tags ? a : b;
  return a.listed.addedAt <= b.listed.addedAt ? a : b;
}

interface Difference {
  name: string;
  a: string;
  b: string;
}

const FIELDS: readonly [name: string, of: (paper: Paper) => string | undefined][] = [
  ['Title', ({ title }) => title],
  ['Authors, year, journal', (paper) => aboutPaper(paper)],
  ['DOI', ({ doi }) => doi],
  ['PMID', ({ pmid }) => pmid],
  ['PMCID', ({ pmcid }) => pmcid],
  ['arXiv', ({ arxiv }) => arxiv],
  [
    'Volume, issue, pages',
    ({ volume, issue, page }) => [volume, issue, page].filter(Boolean).join(', '),
  ],
  ['Type', ({ type }) => type],
  ['Met at', ({ urls }) => urls[0]],
];

const ENTRY_FIELDS: readonly [name: string, of: (listed: ReviewPaper) => string][] = [
  [
    'Eligibility',
    ({ eligibility, exclusionReason: why }) =>
      why ? `${ELIGIBILITY_WORDS[eligibility]}: ${why}` : ELIGIBILITY_WORDS[eligibility],
  ],
  ['Progress', ({ progress }) => PROGRESS_WORDS[progress]],
  ['Labels', ({ labels }) => (labels ?? []).join(', ')],
  ['Note', ({ note }) => note ?? ''],
];

/** Only what is not alike in both; without any, what identifies them. */
export function differences(a: PaperLine, b: PaperLine): Difference[] {
  const of = (line: PaperLine): string[] => [
    ...FIELDS.map(([, value]) => displayText(value(line.paper) ?? '')),
    counted(line.tags, 'tag'),
    ...ENTRY_FIELDS.map(([, value]) => displayText(value(line.listed))),
  ];
  const names = [...FIELDS, ['In this review'] as const, ...ENTRY_FIELDS].map(([name]) => name);
  const [mine, theirs] = [of(a), of(b)];
  const rows = names.map((name, i) => ({ name, a: mine[i] ?? '', b: theirs[i] ?? '' }));
  const apart = rows.filter((row) => row.a !== row.b);
  if (apart.length) return apart;
  const id = (line: PaperLine) => identifierOf(line.paper)?.text ?? '';
  return [{ name: 'Identifier', a: id(a), b: id(b) }];
}
