/** Type-ahead over all influences of the review's codebooks, and over the commands of tagging mode. */
import { useMemo, useState } from 'react';
import { caveatsOf } from '@/lib/codebook/caveats';
import { booksInUse } from '@/lib/codebook/influences';
import { placeOf } from '@/lib/codebook/outline';
import { ownCodebook } from '@/lib/codebook/own';
import { type InfluenceMatch, type MatchReason, searchInfluences } from '@/lib/codebook/search';
import type { Codebook } from '@/lib/model';
import { LONGEST_LABEL } from '@/lib/model/limits';
import { type CommandId, numberOf, searchCommands } from '@/lib/tagging';
import { displayText, looseKey, oneSpaced } from '@/lib/text';
import type { BarClient, Shown } from '../client';
import { situationOf, statementOf } from '../hand';
import { Combobox, type Option } from './combobox';
import { Definition } from './definition';
import { Key } from './key';
import { type Suggested, useSuggested } from './suggested';

const SHOWN = 5;

/** Reasons that mean an influence; a command stands before the influences that only happen to fit. */
const MEANT: ReadonlySet<MatchReason | null> = new Set([
  null,
  'label',
  'word',
  'initials',
  'alias',
] as const);

/** The search itself is none of them, and Firefox opens no panel from a page. */
const USELESS: readonly CommandId[] = import.meta.env.FIREFOX ? ['find', 'panel'] : ['find'];

/**
 * @param props.first the letters that the search starts with
 * @param props.suggest while nothing is typed, what is likely is listed first
 */
export function Find(props: { client: BarClient; view: Shown; first: string; suggest?: boolean }) {
  const { client, view, first } = props;
  const [query, setQuery] = useState(first);
  const [armed, setArmed] = useState(false);
  const arm = () => setArmed(true);
  const chosen = statementOf(view) !== null;
  const among = useMemo(
    () => (view.review ? booksInUse(view.review, view.codebooks) : []),
    [view.review, view.codebooks],
  );
  const matches = useMemo(
    () => (chosen ? searchInfluences(query, view.codebooks, { among, limit: 60 }) : []),
    [query, view.codebooks, among, chosen],
  );
  const isAsking = props.suggest && chosen && !query;
  const suggested = useSuggested(isAsking ? (statementOf(view)?.quote ?? null) : null, among, true);
  const several = among.length > 1;
  const influences = (of: readonly InfluenceMatch[]) =>
    of.map((match) => influenceOption(match, several, client, view));
  const words = oneSpaced(query);
  const isNew =
    chosen && words && !matches.some(({ label }) => looseKey(label) === looseKey(words));
  const options: Option[] = [
    ...(isAsking ? suggested.map((one) => suggestedOption(one, client)) : []),
    ...influences(matches.filter((match) => MEANT.has(match.reason))),
    ...commandOptions(query, client, view),
    ...influences(matches.filter((match) => !MEANT.has(match.reason))),
    ...(isNew && view.review ? [newOption(words, among, view.review.id, client, armed, arm)] : []),
  ];
  return (
    <Combobox
      name={chosen ? 'Find an influence or a command' : 'Find a command'}
      list={chosen ? 'Influences and commands' : 'Commands'}
      rows={SHOWN}
      typed={query}
      options={options}
      nothing={
        chosen
          ? 'Type the name of an influence.'
          : 'No command is called that. Influences are found once a statement is chosen.'
      }
      onType={(text) => {
        setQuery(text);
        setArmed(false);
      }}
      onMove={() => setArmed(false)}
      hasAbout={chosen}
    />
  );
}

function influenceOption(
  match: InfluenceMatch,
  several: boolean,
  client: BarClient,
  view: Shown,
): Option {
  const { codebook, influence, label, via } = match;
  const ref = { codebookId: codebook.id, influenceId: influence.id };
  const number = numberOf(view.numberKeys, ref);
  const place = placeOf(influence);
  // Of one codebook all are: then its groups tell influences apart.
  const origin = several ? (codebook.shortName ?? codebook.name) : place;
  return {
    key: `${codebook.id}/${influence.id}`,
    title: displayText(
      [place, influence.definition, ...caveatsOf(match)].filter(Boolean).join(' · '),
    ),
    content: (
      <>
        <span className="label">{displayText(label)}</span>
        {via ? <span className="soft">{displayText(via)}</span> : null}
        {codebook.kind === 'strategies' ? <span className="soft">strategy</span> : null}
        {influence.verified === false ? <span className="soft">not checked</span> : null}
        {origin ? <span className="soft codebook">{displayText(origin)}</span> : null}
        {number ? <kbd>{number}</kbd> : null}
      </>
    ),
    about: <Definition of={client.find(ref)} />,
    choose: () => client.influence(ref),
  };
}

/** Another row than the same influence has below: this one tells why. */
function suggestedOption(one: Suggested, client: BarClient): Option {
  const { codebookId, influenceId, label, because } = one;
  return {
    key: `suggested ${codebookId}/${influenceId}`,
    title: displayText(because),
    content: (
      <>
        <span className="label">{displayText(label)}</span>
        <span className="soft codebook">{displayText(because)}</span>
      </>
    ),
    about: <Definition of={client.find({ codebookId, influenceId })} />,
    choose: () => client.influence({ codebookId, influenceId }),
  };
}

/**
 * The words themselves, as an influence that is made with the tag. It takes a second Enter or click: a slip of the
 * fingers must not add to the codebook.
 */
function newOption(
  words: string,
  among: readonly Codebook[],
  reviewId: string,
  client: BarClient,
  armed: boolean,
  arm: () => void,
): Option {
  const label = words.slice(0, LONGEST_LABEL);
  return {
    key: 'new',
    title: `Makes the influence “${displayText(label)}” in ${displayText(ownCodebook(among, reviewId).name)}`,
    content: (
      <>
        <span className="label">
          {armed ? 'once more: ' : ''}new: “{displayText(label)}”
        </span>
        <span className="soft codebook">{displayText(ownCodebook(among, reviewId).name)}</span>
        {armed ? <kbd>Enter</kbd> : null}
      </>
    ),
    choose: armed ? () => client.newInfluence(label) : arm,
  };
}

/** The commands that mean something now; among influences they are marked as commands. */
function commandOptions(query: string, client: BarClient, view: Shown): Option[] {
  const isMixed = statementOf(view) !== null;
  const found = searchCommands(query, situationOf(view)).filter(({ id }) => !USELESS.includes(id));
  return found.map(({ id, words }) => ({
    key: id,
    content: (
      <>
        <span className="label">{words}</span>
        {isMixed ? <span className="soft">command</span> : null}
        <Key view={view} of={id} />
      </>
    ),
    choose: () => {
      client.show('none');
      client.run(id);
    },
  }));
}
