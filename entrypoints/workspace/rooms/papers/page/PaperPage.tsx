/** One paper: what it is and where each fact was read, its abstract, statements and coding form, and where it was met. */
import { useMemo, useState } from 'react';
import { codingForm } from '@/components/coding/coding-form';
import { useHistoryDialog } from '@/components/history/use-history-dialog';
import { DirectionMark } from '@/components/influence/DirectionMark';
import { VOICE_WORDS } from '@/components/influence/dial-words';
import { CorrectPaper } from '@/components/paper/CorrectPaper';
import { placeOf, SOURCE_WORDS, titleOf } from '@/components/paper/cite';
import { PaperHead } from '@/components/paper/PaperHead';
import { PlaceMenu } from '@/components/paper/PlaceMenu';
import { StanceMark } from '@/components/stance/StanceMark';
import { CopyQuote, QUOTED } from '@/components/statement/CopyQuote';
import { Quote } from '@/components/statement/Quote';
import { Foreign } from '@/components/text/Foreign';
import { Button, buttonClass } from '@/components/ui/Button';
import { Message } from '@/components/ui/Message';
import { useAct } from '@/components/ui/use-act';
import { influencesOf } from '@/lib/codebook/influences';
import { CoderIndex, corrected, grouped, type Paper, type PaperFacts, type Tag } from '@/lib/model';
import {
  correctPaper,
  placePaper,
  type ReviewData,
  reportOf,
  setNotReported,
  wouldJoin,
} from '@/lib/store';
import { displayText, linkTo } from '@/lib/text';
import { roomStyles } from '../../../Room';
import { go } from '../../../use-route';
import { CodingForm } from './CodingForm';
import { PaperEntry } from './PaperEntry';
import styles from './PaperPage.module.css';
import { PaperSites } from './PaperSites';

export function PaperPage({ paper, data }: { paper: Paper; data: ReviewData }) {
  const { problem, act } = useAct();
  const history = useHistoryDialog();
  const [isCorrecting, setCorrecting] = useState(false);
  const coders = useMemo(() => new CoderIndex(data.coders), [data]);
  const form = useMemo(() => codingForm(data, paper.id, coders), [data, paper.id, coders]);
  const listed = data.reviewPapers.find(({ paperId }) => paperId === paper.id);
  const facts = corrected(paper, paper.readerFields);
  const address = placeOf(paper);
  const report = reportOf(paper, paper.urls[0] ?? '');
  return (
    <div className={roomStyles.body}>
      <div className={styles.page}>
        <div className={styles.top}>
          <Button look="link" onClick={() => go('papers')}>
            All papers
          </Button>
          {problem ? <Message kind="error">{problem}</Message> : null}
        </div>
        <div className={styles.main}>
          {isCorrecting ? (
            <CorrectPaper
              paper={facts}
              conflicts={paper.conflicts}
              joinedBy={(fields) => wouldJoin(report, fields)}
              onSave={async (fields) => {
                const { paper: after } = await correctPaper(report, fields);
                setCorrecting(false);
                if (after.id !== paper.id) go('papers', { paper: after.id });
              }}
              onCancel={() => setCorrecting(false)}
            />
          ) : (
            <PaperHead paper={facts} url={paper.urls[0] ?? ''} isWhole />
          )}
          <div className={styles.actions}>
            {address ? (
              <a className={buttonClass()} href={address} target="_blank" rel="noreferrer">
                Open
              </a>
            ) : null}
            <PlaceMenu
              listed={listed}
              reviewId={data.review.id}
              onChange={(place) => void act(() => placePaper(data.review.id, paper.id, place))}
            />
            {isCorrecting ? null : (
              <Button look="quiet" onClick={() => setCorrecting(true)}>
                Correct…
              </Button>
            )}
            <Button
              look="quiet"
              onClick={(event) =>
                history.show({ paper: paper.id }, titleOf(facts), event.currentTarget)
              }
            >
              History
            </Button>
          </div>
          {facts.notices?.map(({ kind, text }) => (
            <Message key={`${kind} ${text}`} kind="caution">
              <Foreign text={text} />
            </Message>
          ))}
          {facts.abstract ? (
            <section aria-labelledby="abstract">
              <h2 id="abstract" className={styles.heading}>
                Abstract
              </h2>
              <p className={styles.abstract} dir="auto">
                {displayText(facts.abstract)}
              </p>
            </section>
          ) : null}
          {listed ? <PaperEntry listed={listed} /> : null}
          <Statements {...{ paper, data, coders }} />
          <PaperSites reviewId={data.review.id} paperId={paper.id} />
          <Facts facts={facts} />
          <Met paper={paper} />
        </div>
        <CodingForm
          form={form}
          paperId={paper.id}
          onNotReported={(ref, isOn) =>
            act(() => setNotReported(data.review.id, paper.id, ref, isOn))
          }
        />
      </div>
      {history.dialog}
    </div>
  );
}

function Statements({
  paper,
  data,
  coders,
}: {
  paper: Paper;
  data: ReviewData;
  coders: CoderIndex;
}) {
  const index = influencesOf(data.codebooks);
  const tags = grouped(
    data.tags.filter(({ paperId }) => paperId === paper.id),
    ({ statementId }) => statementId,
  );
  const statements = data.statements.filter(({ id }) => tags.has(id));
  const by = ({ coderId }: Tag) =>
    coders.areOne(coderId, data.own) ? '' : `by ${coders.name(coderId)}`;
  return (
    <section aria-labelledby="statements">
      <h2 id="statements" className={styles.heading}>
        Statements <span className={styles.soft}>{statements.length}</span>
      </h2>
      {statements.length ? null : (
        <p className={styles.soft}>
          Nothing is tagged in this paper yet. Open it, and choose “Tag this page” in Bearing’s
          popup.
        </p>
      )}
      {statements.map((statement) => (
        <article key={statement.id} className={styles.statement} {...{ [QUOTED]: '' }}>
          <div className={styles.quoted}>
            <Quote text={statement.quote} />
            <CopyQuote {...{ statement, paper }} />
          </div>
          {tags.get(statement.id)?.map((tag) => (
            <p key={tag.id} className={styles.tag}>
              <StanceMark stance={tag.stance} size={9} />
              <Foreign text={index.labelOf(tag)} />
              <DirectionMark direction={tag.direction} />
              {tag.basis === 'second-hand' ? <span>second-hand</span> : null}
              {tag.voice ? <span>{VOICE_WORDS[tag.voice]}</span> : null}
              {by(tag) ? <Foreign text={by(tag)} /> : null}
              {tag.note ? <Foreign text={tag.note} /> : null}
            </p>
          ))}
          {statement.section ? (
            <p className={styles.soft}>
              <Foreign text={statement.section.title} />
              {statement.page ? `, p. ${displayText(statement.page)}` : ''}
            </p>
          ) : null}
        </article>
      ))}
    </section>
  );
}

/** The fields that are shown, by name. */
const FACTS = [
  ['containerTitle', 'Journal'],
  ['volume', 'Volume'],
  ['issue', 'Issue'],
  ['page', 'Pages'],
  ['publisher', 'Publisher'],
  ['doi', 'DOI'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['arxiv', 'arXiv'],
  ['type', 'Type'],
  ['language', 'Language'],
] as const;

function Facts({ facts }: { facts: PaperFacts }) {
  const known = FACTS.filter(([field]) => facts[field] !== undefined && facts[field] !== '');
  if (!known.length) return null;
  return (
    <section aria-labelledby="facts">
      <h2 id="facts" className={styles.heading}>
        What is known of it
      </h2>
      <dl className={styles.facts}>
        {known.map(([field, name]) => {
          const source = facts.sources[field];
          return (
            <div key={field} className={styles.fact}>
              <dt>{name}</dt>
              <dd>
                <Foreign text={String(facts[field])} />
                {source ? <span className={styles.soft}> {SOURCE_WORDS[source]}</span> : null}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Met({ paper }: { paper: Paper }) {
  const all = [...new Set([...paper.urls, ...(paper.quotedAt ?? [])])].filter((url) => linkTo(url));
  if (!all.length) return null;
  return (
    <section aria-labelledby="met">
      <h2 id="met" className={styles.heading}>
        Where it was met
      </h2>
      <ul className={styles.met}>
        {all.map((url) => (
          <li key={url}>
            <a href={linkTo(url)} target="_blank" rel="noreferrer">
              {displayText(url)}
            </a>
            {paper.quotedAt?.includes(url) ? (
              <span className={styles.soft}> quoted there</span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
