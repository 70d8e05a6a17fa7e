/** The numbers of a PRISMA 2020 flow diagram: what the list knows opens its papers, what it cannot know is typed. */
import { useId, useState } from 'react';
import { figure } from '@/components/text/count';
import { Button, buttonClass } from '@/components/ui/Button';
import { TextArea } from '@/components/ui/Field';
import fieldStyles from '@/components/ui/Field.module.css';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { useTyped } from '@/components/ui/use-typed';
import { type FlowCounted, flowOf } from '@/lib/map';
import type { Flow, FlowChange, FlowTyped, Review, ReviewPaper, StudyFamilies } from '@/lib/model';
import { changeFlow } from '@/lib/store';
import { displayText } from '@/lib/text';
import { roomStyles } from '../../Room';
import { type Query, routeHash } from '../../use-route';
import styles from './FlowView.module.css';
import { sourcesText, typedCount, typedSources } from './flow-text';

type Line =
  | { typed: FlowTyped; words: string }
  | { counted: FlowCounted; words: string; query?: Query }
  | { sources: 'databases' | 'registers'; words: string }
  | { reasons: true };

interface Part {
  id: string;
  name: string;
  lines: readonly Line[];
}

/** In the order of the diagram, and by the names of its boxes. */
const PARTS: readonly Part[] = [
  {
    id: 'identification',
    name: 'Identification',
    lines: [
      { typed: 'database_results', words: 'Records from databases' },
      { sources: 'databases', words: 'Each database' },
      { typed: 'register_results', words: 'Records from registers' },
      { sources: 'registers', words: 'Each register' },
      { typed: 'duplicates', words: 'Duplicates removed before screening' },
      { typed: 'excluded_automatic', words: 'Removed by automation tools' },
      { typed: 'excluded_other', words: 'Removed for other reasons' },
      { typed: 'website_results', words: 'Records from websites' },
      { typed: 'organisation_results', words: 'Records from organisations' },
      { typed: 'citations_results', words: 'Records from citation searching' },
    ],
  },
  {
    id: 'screening',
    name: 'Screening',
    lines: [
      { counted: 'records_screened', words: 'Records screened', query: {} },
      {
        ...{ counted: 'records_excluded', words: 'Records excluded' },
        query: { eligibility: 'excluded', reason: '' },
      },
      { counted: 'dbr_sought_reports', words: 'Reports sought for retrieval' },
      { typed: 'dbr_notretrieved_reports', words: 'Reports not retrieved' },
      { counted: 'dbr_assessed', words: 'Reports assessed for eligibility' },
      { reasons: true },
      { typed: 'other_sought_reports', words: 'Other methods: reports sought' },
      { typed: 'other_notretrieved_reports', words: 'Other methods: not retrieved' },
      { typed: 'other_assessed', words: 'Other methods: assessed' },
    ],
  },
  {
    id: 'included',
    name: 'Included',
    lines: [
      {
        ...{ counted: 'new_studies', words: 'Studies included' },
        query: { eligibility: 'included' },
      },
      {
        ...{ counted: 'new_reports', words: 'Reports of included studies' },
        query: { eligibility: 'included' },
      },
      { typed: 'previous_studies', words: 'Studies in a previous version' },
      { typed: 'previous_reports', words: 'Reports in a previous version' },
      { counted: 'total_studies', words: 'Studies in all' },
      { counted: 'total_reports', words: 'Reports in all' },
      { typed: 'total_studies_ma', words: 'Studies in meta-analysis' },
      { typed: 'total_reports_ma', words: 'Reports in meta-analysis' },
    ],
  },
];

export function FlowView({
  review,
  listed,
  families,
  onBack,
}: {
  review: Review;
  listed: readonly ReviewPaper[];
  families: StudyFamilies;
  onBack: () => void;
}) {
  const { problem, act } = useAct();
  const { flow } = review;
  const { counted, typed, reasons, undecided, tooManyNotRetrieved } = flowOf(
    listed,
    families,
    flow,
  );
  const save = (change: FlowChange) => act(() => changeFlow(review.id, change));
  const lineOf = (line: Line) => {
    if ('reasons' in line)
      return (
        <div key="reasons" className={styles.line}>
          <span>Reports excluded, with reasons</span>
          <ul className={styles.reasons}>
            {reasons.map(({ reason, spellings, papers }) => (
              <li key={reason}>
                <a href={routeHash('papers', { eligibility: 'excluded', reason: spellings })}>
                  <span dir="auto">{displayText(reason)}</span> ({figure(papers)})
                </a>
              </li>
            ))}
            {reasons.length ? null : <li className={styles.soft}>none</li>}
          </ul>
        </div>
      );
    if ('sources' in line)
      return (
        <SourcesField
          key={line.sources}
          words={line.words}
          sources={flow?.[line.sources]}
          onSave={(sources) => save({ [line.sources]: sources })}
        />
      );
    if ('counted' in line) {
      const number = figure(counted[line.counted]);
      return (
        <div key={line.counted} className={styles.line}>
          <span>{line.words}</span>
          {line.query ? (
            <a href={routeHash('papers', line.query)} aria-label={`${line.words}: ${number}`}>
              {number}
            </a>
          ) : (
            <span className={styles.number}>{number}</span>
          )}
        </div>
      );
    }
    return (
      <NumberField
        key={line.typed}
        words={line.words}
        number={typed[line.typed]}
        onSave={(number) => save({ numbers: { [line.typed]: number } })}
      />
    );
  };
  return (
    <div className={roomStyles.body}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Button look="link" onClick={onBack}>
            All papers
          </Button>
          <p>
            Numbers without a field are counted from this list. Type what the list cannot know; what
            stays empty is empty in the file. A paper that is excluded without a reason counts as
            excluded at screening, one with a reason as excluded after its full text was assessed.
          </p>
          {undecided ? (
            <Message kind="caution">
              <a className={styles.inText} href={routeHash('papers', { eligibility: 'undecided' })}>
                {figure(undecided)} undecided
              </a>
              : until each is included or excluded, these numbers are not final.
            </Message>
          ) : null}
          {tooManyNotRetrieved ? (
            <Message kind="caution">
              More reports not retrieved ({figure(typed.dbr_notretrieved_reports ?? 0)}) than sought
              ({figure(counted.dbr_sought_reports)}): check the number, or add the missing papers to
              the list. Until then 0 are assessed.
            </Message>
          ) : null}
          {problem ? <Message kind="error">{problem}</Message> : null}
          <a className={buttonClass('plain')} href={routeHash('exchange')}>
            Export as PRISMA 2020 CSV…
          </a>
        </div>
        {PARTS.map(({ id, name, lines }) => (
          <section key={id} aria-labelledby={`flow-${id}`} className={styles.part}>
            <h2 id={`flow-${id}`} className={styles.name}>
              {name}
            </h2>
            {lines.map(lineOf)}
          </section>
        ))}
      </div>
    </div>
  );
}

/** With signs between thousands, so that a number which was read wrongly is seen. */
const readAs = (sources: NonNullable<Flow['databases']>): string =>
  sources.map(({ name, records }) => `${displayText(name)}: ${figure(records)}`).join('; ');

/** Saved as it is left. */
function NumberField({
  words,
  number,
  onSave,
}: {
  words: string;
  number: number | undefined;
  onSave: (number: number | null) => Promise<boolean>;
}) {
  const typed = useTyped(number === undefined ? '' : String(number), (text) => text.trim());
  const [problem, setProblem] = useState('');
  const id = useId();
  return (
    <div>
      <label className={styles.line}>
        <span>{words}</span>
        <input
          className={`${fieldStyles.input} ${styles.count}`}
          inputMode="numeric"
          value={typed.value}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => typed.type(event.target.value)}
          onBlur={() => {
            const count = typedCount(typed.value);
            setProblem(count === undefined ? 'This is not a whole number. Nothing was saved.' : '');
            if (count === undefined) return;
            if (typed.leave() !== null) void onSave(count);
          }}
        />
      </label>
      {problem ? (
        <span id={`${id}-problem`} className={fieldStyles.problem}>
          {problem}
        </span>
      ) : null}
    </div>
  );
}

function SourcesField({
  words,
  sources,
  onSave,
}: {
  words: string;
  sources: Flow['databases'];
  onSave: (sources: NonNullable<Flow['databases']>) => Promise<boolean>;
}) {
  const typed = useTyped(sourcesText(sources), (text) => text.trim());
  const [problem, setProblem] = useState('');
  return (
    <div className={styles.field}>
      <TextArea
        label={words}
        hint={sources?.length ? `Read as: ${readAs(sources)}` : 'One a line: PubMed, 1204'}
        rows={Math.min(8, Math.max(2, typed.value.split('\n').length))}
        dir="auto"
        value={typed.value}
        onChange={(event) => typed.type(event.target.value)}
        onBlur={() => {
          const read = typedSources(typed.value);
          const isWrong = 'wrong' in read;
          setProblem(
            isWrong
              ? `No whole number at the end of “${displayText(read.wrong)}”. Nothing was saved.`
              : '',
          );
          if (!isWrong && typed.leave() !== null) void onSave(read.sources);
        }}
        {...(problem && { problem })}
      />
    </div>
  );
}
