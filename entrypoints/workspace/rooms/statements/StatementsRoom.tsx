/** Every tagged statement of the review: searched, filtered, ordered, opened at its words; tags changed one by one or together. */
import { useCallback, useMemo, useState } from 'react';
import { useHistoryDialog } from '@/components/history/use-history-dialog';
import { InfluenceChoice } from '@/components/influence/InfluenceChoice';
import { LeftOutNote } from '@/components/left-out/LeftOutNote';
import { useMapOptions } from '@/components/map/use-map-options';
import { Button, buttonClass } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { Menu, MenuChoice } from '@/components/ui/Menu';
import { Message } from '@/components/ui/Message';
import { SharedMenu, useMenuHandle } from '@/components/ui/SharedMenu';
import { Skeleton } from '@/components/ui/Skeleton';
import { useLate } from '@/components/ui/use-late';
import { VirtualList } from '@/components/ui/VirtualList';
import { booksInUse } from '@/lib/codebook/influences';
import { CoderIndex, type Tag } from '@/lib/model';
import { ownOf } from '@/lib/store';
import { searchedWords } from '@/lib/text';
import { chooseTags } from '../../export-part';
import { Empty, RoomHead, roomStyles, Search } from '../../Room';
import type { RoomProps } from '../../room-props';
import { changeQuery, go, routeHash, useRoute } from '../../use-route';
import { chooseNothing, isInOrder, ORDER, orderOf } from './address';
import { askedInWords } from './asked-in-words';
import { dialsOf } from './dials';
import { Facets } from './Facets';
import { siteNames } from './facet-context';
import { filtersIn, SEARCH, VIEW } from './facet-ids';
import { asksForDecided, DECIDED_NOTE } from './facet-words';
import type { StatementLine } from './lines';
import { Bulk, fittingTags, SelectAll } from './Selected';
import { StatementRow } from './StatementRow';
import styles from './StatementsRoom.module.css';
import { ORDERS, type Order } from './search';
import type { DialOf } from './TagLine';
import { type Actions, type Done, useActions } from './use-actions';
import { type Found, useAsked, useFound } from './use-found';
import { useListKeys, useSelection } from './use-selection';
import { useStatements } from './use-statements';

const idOf = ({ statement }: StatementLine) => statement.id;

export const StatementsRoom = (props: RoomProps) => <OfReview key={props.review.id} {...props} />;

function OfReview({ review, leftOut }: RoomProps) {
  const { asked, typed, type } = useAsked();
  const [{ unit }] = useMapOptions();
  const here = useStatements(review.id, review.reporting?.unit ?? unit);
  const { data, statements } = here ?? {};
  const late = useLate(!here);
  const found = useFound(statements, asked);
  const history = useHistoryDialog();
  const menu = useMenuHandle<DialOf>();
  const [writing, setWriting] = useState<string>();
  const inUse = useMemo(() => (data ? booksInUse(data.review, data.codebooks) : []), [data]);
  const dials = useMemo(() => (data ? dialsOf(data.sites, siteNames(data)) : []), [data]);
  const coders = useMemo(() => new CoderIndex(data?.coders ?? []), [data]);
  const isOwn = useMemo(() => ownOf(data?.own, data?.coders ?? []), [data]);
  const { actions, done, problem, written } = useActions({
    ...{ reviewId: review.id, statements, inUse },
  });
  const selection = useSelection(found.lines, idOf);
  useListKeys(selection);
  const words = useMemo(() => searchedWords(asked.search), [asked.search]);
  const coderOf = useCallback(
    (tag: Tag) => (isOwn(tag) ? null : coders.name(tag.coderId)),
    [isOwn, coders],
  );
  const onWriting = useCallback(
    ({ statementId }: Tag, isWriting: boolean) => setWriting(isWriting ? statementId : undefined),
    [],
  );
  if (!here || !data || !statements)
    return late ? <Skeleton lines={8} label="Fetching the statements" /> : null;
  const { all, isPart } = here;
  // What is searched or filtered is found among all of them: until they are here, nothing is.
  const isWaiting = isPart && !isInOrder(asked);
  const shown = isWaiting ? 0 : found.lines.length;
  const { codebooks } = data;
  const leave = (lines: Found['lines']) => {
    const words = askedInWords(asked, statements.table, found.counted);
    chooseTags({
      ...{ reviewId: review.id, statements: lines.length, words: words || 'selected statements' },
      ids: fittingTags(lines, found.wanted).map(({ id }) => id),
    });
    go('exchange');
  };

  return (
    <>
      <RoomHead title="Statements" sub={<Count {...{ shown, all, isPart }} slips={found.slips} />}>
        <OrderMenu order={orderOf(asked)} isSearching={words.length > 0} />
        <Search label="Find in statements" value={typed} onChange={type} />
      </RoomHead>
      <LeftOutNote records={[...leftOut, ...data.leftOut]} />
      {all && !isPart ? (
        <Facets
          {...{ asked, statements, counted: found.counted }}
          own={data.own && coders.resolve(data.own)}
        >
          {Object.keys(asked.chosen).length || asked.search.trim() ? (
            <>
              <AsTable />
              <Button look="quiet" onClick={() => leave(found.lines)}>
                Export these
              </Button>
            </>
          ) : null}
        </Facets>
      ) : null}
      {asksForDecided(asked, data) ? <p className={styles.reading}>{DECIDED_NOTE}</p> : null}
      {problem ? <Message kind="error">{problem}</Message> : null}
      {isPart ? <Reading isWaiting={isWaiting} /> : null}
      {shown && !isPart ? <SelectAll {...{ selection, shown }} copies /> : null}
      {shown || isPart ? null : <Nothing any={all > 0} />}
      {shown ? (
        <VirtualList
          items={found.lines}
          keyOf={({ statement }) => statement.id}
          estimate={112}
          label="Statements"
          keep={writing}
          render={(line) => (
            <StatementRow
              {...{ line, codebooks, inUse, menu, dials, written, coderOf, onWriting }}
              found={words}
              isSelected={selection.has(line.statement.id)}
              wanted={found.parts ? found.wanted : null}
              onSelect={selection.toggle}
              onChange={actions.change}
              onDelete={actions.remove}
              onHistory={(tag, from) =>
                history.show({ tags: [tag.id] }, line.statement.quote, from)
              }
              onExample={actions.example}
            />
          )}
        />
      ) : null}
      <SharedMenu handle={menu}>
        {({ tag, dial }) =>
          dial ? (
            <MenuChoice
              label={dial.name}
              value={dial.of(tag)}
              onChange={(value) => {
                const chosen = dial.optionsFor([tag]).find((one) => one.value === value);
                if (chosen) actions.change(tag, chosen.change);
              }}
              options={dial.optionsFor([tag])}
            />
          ) : (
            <InfluenceChoice
              codebooks={codebooks}
              among={inUse}
              value={tag}
              onChange={({ codebook: { id, version }, influenceId }) =>
                actions.change(tag, { codebookId: id, codebookVersion: version, influenceId })
              }
            />
          )
        }
      </SharedMenu>
      {history.dialog}
      {selection.lines.length ? (
        <Bulk {...{ selection, found, actions, codebooks, inUse, dials, isOwn }} onExport={leave} />
      ) : null}
      <div role="status">{done ? <DoneLine {...{ done, actions }} /> : null}</div>
    </>
  );
}

/** "12 of 400", and how many of them only nearly hold what was searched. */
function Count({
  shown,
  all,
  slips,
  isPart,
}: {
  shown: number;
  all: number;
  slips: number;
  isPart: boolean;
}) {
  return (
    <span role="status">
      {shown === all || isPart ? `${all}` : `${shown} of ${all}`}
      {slips ? `, ${slips} spelt slightly differently` : ''}
    </span>
  );
}

/** To the table that was left for these statements, else to the first: with the same filters. */
function AsTable() {
  const { query } = useRoute();
  const view = query.get(VIEW) ?? FIRST_TABLE;
  return (
    <a
      className={buttonClass('quiet')}
      href={routeHash('map', { [VIEW]: view, ...filtersIn(query) })}
    >
      Count in a table
    </a>
  );
}

const FIRST_TABLE = 'influence-summary';

/** In the place of the filters, which need all statements. */
function Reading({ isWaiting }: { isWaiting: boolean }) {
  return (
    <p className={styles.reading} role="status">
      {isWaiting
        ? 'The statements are being read…'
        : 'The newest statements. The others are being read…'}
    </p>
  );
}

function OrderMenu({ order, isSearching }: { order: Order; isSearching: boolean }) {
  const name = ORDERS.find(({ id }) => id === order)?.name;
  return (
    <Menu
      label={`Order: ${name}`}
      align="end"
      trigger={
        <>
          {name}
          <Icon name="chevron" size={14} />
        </>
      }
    >
      <MenuChoice
        label="Order"
        value={order}
        onChange={(id: Order) => changeQuery({ [ORDER]: id })}
        options={ORDERS.filter(({ id }) => id !== 'relevance' || isSearching).map(
          ({ id, name: text, hint }) => ({ value: id, text, hint }),
        )}
      />
    </Menu>
  );
}

function Nothing({ any }: { any: boolean }) {
  return (
    <div className={roomStyles.body}>
      <Empty>
        {any ? (
          <>
            <p>No statement fits.</p>
            <Button onClick={() => chooseNothing(SEARCH)}>Show all statements</Button>
          </>
        ) : (
          <p>
            No statement is tagged yet. Open an article, press Bearing’s button in the toolbar,
            choose “Tag this page” and select a sentence.
          </p>
        )}
      </Empty>
    </div>
  );
}

function DoneLine({ done, actions }: { done: Done; actions: Actions }) {
  return (
    <div className={styles.undo}>
      <span>{done.words}</span>
      <Button onClick={() => actions.takeBack(done)}>Undo</Button>
      <Button look="quiet" onClick={actions.dismiss}>
        Dismiss
      </Button>
    </div>
  );
}
