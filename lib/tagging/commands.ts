/**
 * The commands of tagging mode, in one table: what each does, the key it starts with, and what help, search
 * and settings call it. The reader may give any of them another key; digits, Enter and Escape stay.
 */
import type { Stance } from '../model';

/** What a key or a command asks for. */
export type Action =
  | { do: 'stance'; stance: Stance }
  | { do: 'influence'; slot: number }
  | { do: 'confirm' }
  | { do: 'direction'; direction: 'facilitator' | 'barrier' }
  | { do: 'stronger' }
  | { do: 'weaker' }
  | { do: 'basis' }
  | { do: 'note' }
  | { do: 'find'; first: string }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'delete' }
  | { do: 'move' }
  | { do: 'next'; tagged: boolean }
  | { do: 'previous'; tagged: boolean }
  | { do: 'rule' }
  | { do: 'list' }
  | { do: 'help' }
  | { do: 'meanings' }
  | { do: 'panel' }
  | { do: 'leave' }
  | { do: 'back' }
  /** To the question about the draft of this id, of an earlier paper: save or finish it there, or discard it. */
  | { do: 'answer'; id: string; keep: boolean }
  /** A key that needs a statement, and none is chosen. */
  | { do: 'choose-first' }
  /** A key held down: ours, but it asks for nothing more. */
  | { do: 'nothing' };

export interface Command {
  id: CommandId;
  /** What it does, as help, search and settings say it. */
  means: string;
  group: 'tag' | 'move' | 'edit' | 'mode';
  /** The key it starts with, as `KeyboardEvent.key` gives it (a capital: with Shift); '' for none. */
  key: string;
  /** Other keys that do the same, unless the reader gives them to another command. */
  also?: readonly string[];
  action: Action;
  /** Where it means something: always, with a statement chosen, or on a page that lists papers. */
  when: 'always' | 'statement' | 'list';
}

const table = [
  ['supporting', 'tag', 's', 'supporting', 'statement', { do: 'stance', stance: 'supporting' }],
  ['contrasting', 'tag', 'c', 'contrasting', 'statement', { do: 'stance', stance: 'contrasting' }],
  ['mentioning', 'tag', 'm', 'mentioning', 'statement', { do: 'stance', stance: 'mentioning' }],
  ['find', 'tag', '/', 'find an influence or a command', 'always', { do: 'find', first: '' }],
  [
    'facilitator',
    'tag',
    'f',
    'facilitator',
    'statement',
    { do: 'direction', direction: 'facilitator' },
  ],
  ['barrier', 'tag', 'b', 'barrier', 'statement', { do: 'direction', direction: 'barrier' }],
  ['stronger', 'tag', '+', 'stronger, up to +2', 'statement', { do: 'stronger' }],
  ['weaker', 'tag', '-', 'weaker, down to -2', 'statement', { do: 'weaker' }],
  ['basis', 'tag', 'h', 'own finding or second-hand', 'statement', { do: 'basis' }],
  ['note', 'tag', 'n', 'note', 'statement', { do: 'note' }],
  ['next', 'move', 'j', 'next citation statement', 'always', { do: 'next', tagged: false }],
  [
    'previous',
    'move',
    'k',
    'previous citation statement',
    'always',
    { do: 'previous', tagged: false },
  ],
  ['next-tagged', 'move', 'J', 'next tagged statement', 'always', { do: 'next', tagged: true }],
  [
    'previous-tagged',
    'move',
    'K',
    'previous tagged statement',
    'always',
    { do: 'previous', tagged: true },
  ],
  ['list', 'move', 'l', 'put the paper of this entry on the reading list', 'list', { do: 'list' }],
  ['undo', 'edit', 'u', 'undo', 'always', { do: 'undo' }],
  ['redo', 'edit', 'U', 'redo', 'always', { do: 'redo' }],
  ['delete', 'edit', 'Delete', 'delete the tag', 'statement', { do: 'delete' }],
  ['move', 'edit', 'x', 'move the tag to another statement', 'statement', { do: 'move' }],
  ['rule', 'mode', 'i', 'show what the influence means', 'statement', { do: 'rule' }],
  [
    'meanings',
    'mode',
    'd',
    'definitions: what the stances and directions mean',
    'always',
    { do: 'meanings' },
  ],
  ['panel', 'mode', '', 'open the side panel', 'always', { do: 'panel' }],
  ['help', 'mode', '?', 'show all keys', 'always', { do: 'help' }],
  ['leave', 'mode', '', 'leave tagging mode', 'always', { do: 'leave' }],
] as const satisfies readonly (readonly [
  string,
  Command['group'],
  string,
  string,
  Command['when'],
  Action,
])[];

export type CommandId = (typeof table)[number][0];

const ALSO: Partial<Record<CommandId, readonly string[]>> = {
  stronger: ['='],
  delete: ['Backspace'],
};

/** All commands, in the order in which they are shown. */
export const COMMANDS: readonly Command[] = table.map(([id, group, key, means, when, action]) => ({
  ...{ id, group, key, means, when, action },
  also: ALSO[id] ?? [],
}));

/** The commands that words of a query ask for: each word begins a word of the name. All for an empty query. */
export function searchCommands(query: string, commands: readonly Command[]): Command[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return commands.filter(({ means, id }) => {
    const names = `${means} ${id}`.toLowerCase().split(/[^\p{L}\d+]+/u);
    return words.every((word) => names.some((name) => name.startsWith(word)));
  });
}
