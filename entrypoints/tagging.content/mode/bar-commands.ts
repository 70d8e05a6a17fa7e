/** What the reader asks for at the toolbar: commands of the list, and buttons that name a tag, a draft or a note. */
import { influencesOf } from '../../../lib/codebook/influences';
import type { BarCommand } from '../../../lib/messaging';
import { type CommandContext, runCommand } from '../../../lib/tagging';
import type { NotFoundDeeds } from './not-found';
import type { Session } from './session';

interface Parts {
  session: Session;
  context: CommandContext;
  reloadPage(): void;
  notFound: NotFoundDeeds;
  /** Puts a reference of the card on the reading list. */
  listReference(id: string): void;
  /** Chooses the statement of a tag in tagging mode, which starts if it is off. */
  openTag(tagId: string): void;
}

type Buttons = { [Do in BarCommand['do']]: (command: Extract<BarCommand, { do: Do }>) => void };

/** One function for each kind of button. */
const buttons = ({
  session,
  context,
  reloadPage,
  openTag,
  listReference,
  notFound,
}: Parts): Buttons => ({
  run: ({ asked }) => runCommand(asked, context),
  influence: ({ influence }) => {
    const chosen = influencesOf(session.state.stored.codebooks).find(influence);
    if (chosen) session.influence(chosen);
  },
  'new-influence': ({ label }) => session.newInfluence(label),
  site: ({ site }) => session.site(site),
  show: ({ panel }) => session.panels.show(panel),
  edit: ({ tagId }) => {
    if (tagId && !session.isOn) openTag(tagId);
    session.edit(tagId);
  },
  remove: ({ tagId }) => {
    const tag = session.tagOf(tagId);
    if (tag) void session.tags.remove(tag);
  },
  'list-reference': ({ id }) => listReference(id),
  'not-found': ({ deed, statementId }) => void notFound.carryOut(deed, statementId),
  'cancel-move': () => session.dispatch({ type: 'put-down' }),
  typed: ({ note }) => session.type(note),
  'keep-note': ({ note }) => session.note(note),
  retry: () => session.tags.retry(),
  discard: ({ tagId }) => session.tags.discard(tagId),
  answer: ({ id, keep }) => session.left.answer(keep, id),
  'reload-page': () => reloadPage(),
});

/** Carries out what the toolbar asks for. */
export function barCommands(parts: Parts): (command: BarCommand) => void {
  const table = buttons(parts);
  // The table has for each kind the function that takes that kind.
  return (command) => (table[command.do] as (command: BarCommand) => void)(command);
}
