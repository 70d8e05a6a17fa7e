/**
 * The commands of tagging mode, in one list: what each is called, its keys, when it applies, and what it runs. The keys
 * on the page, the toolbar, its search, the help and the settings are all made of this list, so a new command is one
 * entry here. Most keys are the reader's to change; digits, Enter, Escape and free letters are not (`fixed`).
 */
import type {
  Command as AnyCommand,
  Applies,
  CommandContext,
  FixedKeys,
  Situation,
} from './command';

const always = () => true;
const onStatement = ({ chosen }: Situation): Applies => chosen || 'choose-first';
/** Without a statement the key stays the page's, and nothing is said. */
const quietlyOnStatement = ({ chosen }: Situation): boolean => chosen;
/** Where there is no site the letter is free, as it is without this command. */
const withSites = ({ chosen, sites = false }: Situation): boolean => chosen && sites;
/** A card opens under a pointer that only rests: a chosen statement keeps the letter for its influence. */
const inList = ({ list = false }: Situation): boolean => list;
const onList = ({ list = false, card = false, chosen }: Situation): boolean =>
  list || (card && !chosen);
/** With a statement chosen, all keys are that statement's. */
const whenAsked = ({ chosen, asked }: Situation): boolean => asked !== undefined && !chosen;

const draftAsked: FixedKeys['arg'] = (_, { asked = '' }) => asked;
const pressed: FixedKeys['arg'] = (key) => key;

/** Where several commands have a key, the first that applies is meant. */
const table = [
  {
    id: 'keep-draft',
    group: 'question',
    key: '',
    when: whenAsked,
    words: 'save or finish the draft of an earlier paper',
    fixed: { label: 'Enter', has: (key) => key === 'Enter', arg: draftAsked },
    run: ({ left }, id) => left.answerByKey(true, id),
  },
  {
    id: 'discard-draft',
    group: 'question',
    key: '',
    when: whenAsked,
    words: 'discard the draft of an earlier paper',
    fixed: { label: 'Delete', has: (key, idOf) => idOf(key) === 'delete', arg: draftAsked },
    run: ({ left }, id) => left.answerByKey(false, id),
  },
  {
    id: 'supporting',
    group: 'tag',
    key: 's',
    when: onStatement,
    words: 'supporting',
    run: ({ tag }) => tag.stance('supporting'),
  },
  {
    id: 'contrasting',
    group: 'tag',
    key: 'c',
    when: onStatement,
    words: 'contrasting',
    run: ({ tag }) => tag.stance('contrasting'),
  },
  {
    id: 'mentioning',
    group: 'tag',
    key: 'm',
    when: onStatement,
    words: 'mentioning',
    run: ({ tag }) => tag.stance('mentioning'),
  },
  {
    id: 'influence',
    group: 'tag',
    key: '',
    when: onStatement,
    words: 'choose an influence',
    fixed: { label: '1 … 9', has: (key) => /^[1-9]$/.test(key), arg: pressed },
    run: ({ tag }, digit) => tag.slot(Number(digit) - 1),
  },
  {
    id: 'find',
    group: 'tag',
    key: '/',
    when: always,
    words: 'find an influence or a command',
    run: ({ panels }) => panels.find(''),
  },
  {
    id: 'suggest',
    group: 'tag',
    key: 'g',
    when: onStatement,
    words: 'suggest an influence',
    run: ({ panels }) => panels.find('', true),
  },
  {
    id: 'cue',
    group: 'edit',
    key: 'w',
    when: onStatement,
    words: 'make the selected words a cue of the influence',
    run: ({ tag }) => tag.addCue(),
  },
  {
    id: 'confirm',
    group: 'tag',
    key: '',
    when: quietlyOnStatement,
    words: 'the influence used last',
    fixed: { label: 'Enter', has: (key) => key === 'Enter' },
    run: ({ tag }) => tag.confirm(),
  },
  {
    id: 'facilitator',
    group: 'tag',
    key: 'f',
    when: onStatement,
    words: 'facilitator',
    run: ({ tag }) => tag.direction('facilitator'),
  },
  {
    id: 'barrier',
    group: 'tag',
    key: 'b',
    when: onStatement,
    words: 'barrier',
    run: ({ tag }) => tag.direction('barrier'),
  },
  {
    id: 'stronger',
    group: 'tag',
    key: '+',
    also: ['='],
    when: onStatement,
    words: 'stronger, up to +2',
    run: ({ tag }) => tag.strength(1),
  },
  {
    id: 'weaker',
    group: 'tag',
    key: '-',
    when: onStatement,
    words: 'weaker, down to -2',
    run: ({ tag }) => tag.strength(-1),
  },
  {
    id: 'basis',
    group: 'tag',
    key: 'h',
    when: onStatement,
    words: 'own finding or second-hand',
    run: ({ tag }) => tag.basis(),
  },
  {
    id: 'voice',
    group: 'tag',
    key: 'v',
    when: onStatement,
    words: 'voice: participants’ words or authors’ interpretation',
    run: ({ tag }) => tag.voice(),
  },
  {
    id: 'site',
    group: 'tag',
    key: 'a',
    when: withSites,
    words: 'at which site',
    run: ({ panels }) => panels.toggle('site'),
  },
  {
    id: 'note',
    group: 'tag',
    key: 'n',
    when: onStatement,
    words: 'note',
    run: ({ panels }) => panels.toggle('note'),
  },
  {
    id: 'next',
    group: 'move',
    key: 'j',
    when: always,
    repeats: true,
    words: 'next citation statement',
    run: ({ page }) => page.walk(1, false),
  },
  {
    id: 'previous',
    group: 'move',
    key: 'k',
    when: always,
    repeats: true,
    words: 'previous citation statement',
    run: ({ page }) => page.walk(-1, false),
  },
  {
    id: 'next-tagged',
    group: 'move',
    key: 'J',
    when: always,
    repeats: true,
    words: 'next tagged statement',
    run: ({ page }) => page.walk(1, true),
  },
  {
    id: 'previous-tagged',
    group: 'move',
    key: 'K',
    when: always,
    repeats: true,
    words: 'previous tagged statement',
    run: ({ page }) => page.walk(-1, true),
  },
  {
    id: 'list',
    group: 'move',
    key: 'l',
    when: onList,
    words: 'put the paper of this entry or reference on the reading list',
    run: ({ list }) => void list.putOnList(),
  },
  {
    id: 'list-all',
    group: 'move',
    key: 'L',
    when: inList,
    words: 'add all papers of this page to the reading list',
    run: ({ list }) => void list.putAllOnList(),
  },
  {
    id: 'undo',
    group: 'edit',
    key: 'u',
    when: always,
    words: 'undo',
    run: ({ history }) => void history.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    key: 'U',
    when: always,
    words: 'redo',
    run: ({ history }) => void history.redo(),
  },
  {
    id: 'delete',
    group: 'edit',
    key: 'Delete',
    also: ['Backspace'],
    byName: true,
    words: 'delete the tag',
    when: onStatement,
    run: ({ tag }) => tag.remove(),
  },
  {
    id: 'move',
    group: 'edit',
    key: 'x',
    when: onStatement,
    words: 'move the tag to another statement',
    run: ({ tag }) => tag.move(),
  },
  {
    id: 'rule',
    group: 'mode',
    key: 'i',
    when: onStatement,
    words: 'show what the influence means',
    run: ({ panels }) => panels.toggle('rule'),
  },
  {
    id: 'meanings',
    group: 'mode',
    key: 'd',
    when: always,
    words: 'definitions: what the stances and directions mean',
    run: ({ panels }) => panels.toggle('meanings'),
  },
  {
    id: 'panel',
    group: 'mode',
    key: '',
    when: always,
    words: 'open the side panel',
    run: ({ panels }) => panels.side(),
  },
  {
    id: 'help',
    group: 'mode',
    key: '?',
    when: always,
    words: 'show all keys',
    run: ({ panels }) => panels.toggle('help'),
  },
  {
    id: 'leave',
    group: 'mode',
    key: '',
    when: always,
    byName: true,
    words: 'leave tagging mode',
    run: ({ page }) => page.leave(),
  },
  {
    id: 'back',
    group: 'mode',
    key: '',
    when: always,
    words: 'back, and out of tagging mode',
    fixed: { label: 'Esc', has: (key) => key === 'Escape' },
    run: ({ page }) => page.back(),
  },
  // Last: any letter that no command has, so that an influence is a few letters away.
  {
    id: 'find-letter',
    group: 'tag',
    key: '',
    when: quietlyOnStatement,
    words: 'find an influence',
    fixed: { label: 'letters', has: (key) => /^\p{L}$/u.test(key), arg: pressed },
    run: ({ panels }, letter) => panels.find(letter),
  },
] as const satisfies readonly AnyCommand[];

export type CommandId = (typeof table)[number]['id'];
export type Command = AnyCommand<CommandId>;

/** All commands. */
export const COMMANDS: readonly Command[] = table;

/**
 * The commands whose keys are the reader's to change, in the order in which they are shown. (Pure: scripts that need
 * only the dials of this folder leave the list out.)
 */
export const CHANGEABLE: readonly Command[] = /* @__PURE__ */ COMMANDS.filter(
  ({ fixed }) => !fixed,
);

/** A command that was asked for. It is sent from the toolbar to the script, so it is plain. */
export interface Asked {
  command: CommandId;
  /** What of the key press it must know; absent for most (`FixedKeys.arg`). */
  arg?: string;
}

/** Runs a command, after the walk that is under way. */
export function runCommand({ command, arg = '' }: Asked, context: CommandContext): void {
  context.whenStill(() => COMMANDS.find(({ id }) => id === command)?.run(context, arg));
}

/** Fewer letters than this are the beginning of many names. */
const NAME_LETTERS = 4;

/**
 * The commands that mean something now and that the words of a query ask for: each word begins a word of the name. All
 * for an empty query.
 */
export function searchCommands(query: string, situation: Situation): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const isName = !words.length || query.trim().length >= NAME_LETTERS;
  return CHANGEABLE.filter((command) => {
    if (command.when(situation) !== true || (command.byName && !isName)) return false;
    const names = `${command.words} ${command.id}`.toLowerCase().split(/[^\p{L}\d+]+/u);
    return words.every((word) => names.some((name) => name.startsWith(word)));
  });
}
