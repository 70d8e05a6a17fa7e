/** What a command of tagging mode is; the list of them is in `commands.ts`. */
import type { Stance } from '../model';

/** What commands act on. The tagging script hands in the objects that do the work, each under one name. */
export interface CommandContext {
  /** The tag at hand, or the one that is being put together. */
  readonly tag: {
    stance(stance: Stance): void;
    /** The influence of a number key, counted from 0. */
    slot(index: number): void;
    /** Puts down the tag that is being moved, else takes the influence used last. */
    confirm(): void;
    direction(direction: 'facilitator' | 'barrier'): void;
    strength(by: 1 | -1): void;
    basis(): void;
    /** The next voice: participants, authors, none. */
    voice(): void;
    /** Picks a tag up, or puts down the one that was picked up. */
    move(): void;
    remove(): void;
    /** Makes the chosen words a cue of the influence at hand. */
    addCue(): void;
  };
  readonly panels: {
    /** Opens a panel, or closes it where it is open. */
    toggle(panel: 'note' | 'rule' | 'site' | 'help' | 'meanings'): void;
    /** Opens the search with the letters that it starts with. */
    find(first: string, suggest?: boolean): void;
    /** Opens the browser's side panel. */
    side(): void;
  };
  readonly history: { undo(): unknown; redo(): unknown };
  readonly page: {
    /** Chooses the next or previous statement, of all or of the tagged ones. */
    walk(step: 1 | -1, tagged: boolean): void;
    /** Takes back one thing: panel, move, edit, choice, tagging mode. */
    back(): void;
    leave(): void;
  };
  readonly list: {
    /** The paper of the entry at hand. */
    putOnList(): unknown;
    /** All papers of the page: asked first, with what it would do, and done where that is shown. */
    putAllOnList(): unknown;
  };
  /** The draft of an earlier paper, by its id: save or finish it there, or discard it. */
  readonly left: { answerByKey(keep: boolean, id: string): void };
  /** Calls back once no walk is under way: what is asked for meanwhile is meant for the statement it arrives at. */
  whenStill(then: () => void): void;
}

/** What tagging mode is at, as far as commands depend on it. */
export interface Situation {
  /** A statement is chosen. */
  chosen: boolean;
  /** There are sites that a tag of it can be about. */
  sites?: boolean;
  /** The page is a list of papers. */
  list?: boolean;
  /** The card of a citation is open, with a work that is not on the review's list. */
  card?: boolean;
  /** The draft of an earlier paper that the reader is asked about, by its id. */
  asked?: string;
}

/** Whether a command means something now; `choose-first`: once a statement is chosen, which the reader is told. */
export type Applies = boolean | 'choose-first';

/** Keys that the reader cannot change. */
export interface FixedKeys {
  /** As help prints them. */
  label: string;
  /** @param idOf gives the command that has a changeable key */
  has(key: string, idOf: (key: string) => string | undefined): boolean;
  /** What of the key press the command must know: the digit, the letter, the draft that was asked about. */
  arg?(key: string, situation: Situation): string;
}

/** @template Id of the list, `CommandId` */
export interface Command<Id extends string = string> {
  id: Id;
  /** What it does, as help, search and settings say it. */
  words: string;
  /** `question`: the keys of a question, which are printed on its buttons alone. */
  group: CommandGroup | 'question';
  /** The key it starts with, as `KeyboardEvent.key` gives it (a capital: with Shift); '' for none. */
  key: string;
  /** Other keys that do the same, unless the reader gives them to another command. */
  also?: readonly string[];
  fixed?: FixedKeys;
  when(situation: Situation): Applies;
  /** Runs again and again while its key is held down. A stance must not, nor undo. */
  repeats?: true;
  /** It takes something away: the search offers it only where its name is typed, not for a letter or two. */
  byName?: true;
  /** @param arg of the key press (`FixedKeys.arg`); '' for a button and for the search */
  run(context: CommandContext, arg: string): void;
}

/** The groups of commands, with their titles in help and settings. */
export const COMMAND_GROUPS = { tag: 'Tag', move: 'Go', edit: 'Edit', mode: 'More' } as const;
export type CommandGroup = keyof typeof COMMAND_GROUPS;
