/** The sites of a paper: places that it reports apart, each with the reader's own columns of sites. */
import { useLiveQuery } from 'dexie-react-hooks';
import { type FormEvent, useId, useRef, useState } from 'react';
import { countsInWords } from '@/components/left-out/kind-words';
import { counted } from '@/components/text/count';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Message } from '@/components/ui/Message';
import { Question } from '@/components/ui/Question';
import { useAct } from '@/components/ui/use-act';
import { useTyped } from '@/components/ui/use-typed';
import type { Attribute } from '@/lib/model';
import { LONGEST_LABEL } from '@/lib/model/limits';
import { removeSite, type SiteInUse, saveSite, sitesOfPaper } from '@/lib/store';
import { displayText, oneSpaced } from '@/lib/text';
import { ColumnForm } from '../../map/outputs/edit/ColumnForm';
import { ValueForm } from '../../map/outputs/edit/ValueForm';
import page from './PaperPage.module.css';
import styles from './PaperSites.module.css';

interface Of {
  reviewId: string;
  paperId: string;
}

export function PaperSites({ reviewId, paperId }: Of) {
  const found = useLiveQuery(() => sitesOfPaper(reviewId, paperId), [reviewId, paperId]);
  const heading = useRef<HTMLHeadingElement>(null);
  // The column that is made or changed: null for a new one.
  const [column, setColumn] = useState<Attribute | null | undefined>(undefined);
  if (!found) return null;
  const { sites, columns } = found;
  const close = () => setColumn(undefined);
  return (
    <section aria-labelledby="sites" className={styles.sites}>
      <h2 id="sites" ref={heading} tabIndex={-1} className={page.heading}>
        Sites <span className={page.soft}>{sites.length}</span>
      </h2>
      {sites.length ? null : (
        <p className={page.soft}>
          Does this paper report several places apart, such as wards or clinics? Name them here: a
          statement can then be tagged at one of them, and each can be rated.
        </p>
      )}
      {sites.length ? (
        <ul className={styles.list}>
          {sites.map((one) => (
            <SiteRow
              key={one.site.id}
              {...{ one, columns }}
              onRemoved={() => heading.current?.focus()}
            />
          ))}
        </ul>
      ) : null}
      <NewSite {...{ reviewId, paperId }} />
      {sites.length ? (
        <div className={page.actions}>
          {columns.map((one) => (
            <Button
              key={one.id}
              look="link"
              aria-expanded={column?.id === one.id}
              onClick={() => setColumn(column?.id === one.id ? undefined : one)}
            >
              {`Change “${displayText(one.name)}”…`}
            </Button>
          ))}
          <Button
            look="link"
            aria-expanded={column === null}
            onClick={() => setColumn(column === null ? undefined : null)}
          >
            New column of sites…
          </Button>
        </div>
      ) : null}
      {column === undefined ? null : (
        <ColumnForm
          key={column?.id ?? 'new'}
          of="site"
          attributes={columns}
          attribute={column ?? undefined}
          reviewId={reviewId}
          onDone={close}
        />
      )}
    </section>
  );
}

function SiteRow({
  one,
  columns,
  onRemoved,
}: {
  one: SiteInUse;
  columns: readonly Attribute[];
  onRemoved: () => void;
}) {
  const { site, values } = one;
  const { problem, act, busy, clear } = useAct();
  const [asking, setAsking] = useState(false);
  const name = useTyped(site.name, oneSpaced);
  const remove = useRef<HTMLButtonElement>(null);
  const rename = () => {
    const typed = name.leave();
    const { createdAt: _, updatedAt: __, ...kept } = site;
    // A site has a name: an empty field shows the one that it has.
    if (typed === '') name.discard();
    else if (typed !== null) void act(() => saveSite({ ...kept, name: typed }));
  };
  const keep = () => {
    clear();
    setAsking(false);
    remove.current?.focus();
  };
  const shown = displayText(site.name);
  const filled = columns.filter(({ id }) => values.some((value) => value.attributeId === id));
  return (
    <li className={styles.site} aria-label={shown}>
      <div className={styles.head}>
        <Field
          label="Name"
          title={shown}
          dir="auto"
          maxLength={LONGEST_LABEL}
          value={name.value}
          problem={asking ? undefined : (problem ?? undefined)}
          onChange={(event) => name.type(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
            else if (event.key === 'Escape') name.discard();
          }}
        />
        <p className={page.soft}>{siteInWords(one)}</p>
        <Button
          ref={remove}
          look="quiet"
          aria-label={`Remove ${shown}…`}
          aria-expanded={asking}
          onClick={() => setAsking(true)}
        >
          Remove…
        </Button>
      </div>
      {asking ? (
        <Question
          yes="Remove the site"
          {...{ busy, problem }}
          onKeep={keep}
          onYes={() =>
            void act(() => removeSite(site.id)).then((isDone) => {
              if (isDone) onRemoved();
            })
          }
        >
          {removalInWords(one)}
        </Question>
      ) : null}
      {columns.length ? (
        <details>
          <summary>{`Columns, ${filled.length} of ${columns.length} filled in`}</summary>
          <div className={styles.values}>
            {columns.map((attribute) => (
              <ValueForm
                key={attribute.id}
                attribute={attribute}
                subject={{ siteId: site.id }}
                value={values.find(({ attributeId }) => attributeId === attribute.id)?.value}
              />
            ))}
          </div>
        </details>
      ) : null}
    </li>
  );
}

/** What is here of a site, and where else it is. */
function siteInWords({ site, tags, tagsHere, memos, measures }: SiteInUse): string {
  const elsewhere = tags - tagsHere;
  return [
    site.paperId === undefined ? 'of several papers' : '',
    tagsHere ? counted(tagsHere, 'tag') : 'no tag yet',
    elsewhere ? `${counted(elsewhere, 'tag')} in other papers` : '',
    memos ? countsInWords({ memos }) : '',
    measures ? `answers to ${counted(measures, 'measure')}` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** What its removal takes along, and what stays. */
function removalInWords({ site, tags, memos, values, measures }: SiteInUse): string {
  const gone = [
    memos ? countsInWords({ memos }) : '',
    values.length ? countsInWords({ attributeValues: values.length }) : '',
    measures ? `its answers to ${counted(measures, 'measure')}` : '',
  ].filter(Boolean);
  return [
    `Remove “${displayText(site.name)}”?`,
    gone.length ? `${gone.join(', ')} would go with it.` : '',
    tags ? `${counted(tags, 'tag')} would stay, and be about no site.` : 'No tag is about it.',
    'Undo brings all of it back.',
  ]
    .filter(Boolean)
    .join(' ');
}

function NewSite({ reviewId, paperId }: Of) {
  const [typed, setTyped] = useState('');
  const [isShared, setShared] = useState(false);
  const [asked, setAsked] = useState(false);
  const { problem, act, clear } = useAct();
  const id = useId();
  const name = oneSpaced(typed);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!name) return;
    const whose = isShared ? {} : { paperId };
    // What was refused stays in the field, with the reason.
    if (!(await act(() => saveSite({ reviewId, name, ...whose })))) return;
    setTyped('');
    setAsked(false);
  };
  return (
    <form className={styles.add} aria-label="New site" onSubmit={(event) => void add(event)}>
      <Field
        label="New site"
        dir="auto"
        maxLength={LONGEST_LABEL}
        value={typed}
        problem={asked && !name ? 'Give the site a name.' : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setAsked(false);
          clear();
        }}
      />
      <Button type="submit">Add site</Button>
      <label className={page.check} htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          checked={isShared}
          onChange={(event) => setShared(event.target.checked)}
        />
        other papers report it too
      </label>
      {problem ? <Message kind="error">{problem}</Message> : null}
      {isShared ? (
        <p className={page.soft}>
          It is listed here once a statement of this paper is tagged at it.
        </p>
      ) : null}
    </form>
  );
}
