/** The one list of commands: what each runs, when it applies, and what the search finds of it. */
import { describe, expect, test } from 'vitest';
import {
  CHANGEABLE,
  COMMAND_GROUPS,
  COMMANDS,
  type CommandContext,
  type CommandId,
  runCommand,
  type Situation,
  searchCommands,
} from '../../../lib/tagging';

/** A context that notes what is called, and calls back only when `still`. */
function recorder(still = true) {
  const calls: unknown[][] = [];
  const waiting: (() => void)[] = [];
  const part = (name: string) =>
    new Proxy(
      {},
      {
        get:
          (_, verb) =>
          (...args: unknown[]) =>
            calls.push([`${name}.${String(verb)}`, ...args]),
      },
    );
  const parts = ['tag', 'panels', 'history', 'page', 'list', 'left'].map((name) => [
    name,
    part(name),
  ]);
  const whenStill = (then: () => void) => (still ? then() : waiting.push(then));
  const context = { ...Object.fromEntries(parts), whenStill } as unknown as CommandContext;
  return { calls, waiting, context };
}

/** What each command runs, given what its key press told. */
const RUNS: Record<CommandId, [arg: string, ...call: unknown[]]> = {
  'keep-draft': ['draft', 'left.answerByKey', true, 'draft'],
  'discard-draft': ['draft', 'left.answerByKey', false, 'draft'],
  supporting: ['', 'tag.stance', 'supporting'],
  contrasting: ['', 'tag.stance', 'contrasting'],
  mentioning: ['', 'tag.stance', 'mentioning'],
  influence: ['9', 'tag.slot', 8],
  find: ['', 'panels.find', ''],
  suggest: ['', 'panels.find', '', true],
  cue: ['', 'tag.addCue'],
  'find-letter': ['t', 'panels.find', 't'],
  confirm: ['', 'tag.confirm'],
  facilitator: ['', 'tag.direction', 'facilitator'],
  barrier: ['', 'tag.direction', 'barrier'],
  stronger: ['', 'tag.strength', 1],
  weaker: ['', 'tag.strength', -1],
  basis: ['', 'tag.basis'],
  voice: ['', 'tag.voice'],
  site: ['', 'panels.toggle', 'site'],
  note: ['', 'panels.toggle', 'note'],
  next: ['', 'page.walk', 1, false],
  previous: ['', 'page.walk', -1, false],
  'next-tagged': ['', 'page.walk', 1, true],
  'previous-tagged': ['', 'page.walk', -1, true],
  list: ['', 'list.putOnList'],
  'list-all': ['', 'list.putAllOnList'],
  undo: ['', 'history.undo'],
  redo: ['', 'history.redo'],
  delete: ['', 'tag.remove'],
  move: ['', 'tag.move'],
  rule: ['', 'panels.toggle', 'rule'],
  meanings: ['', 'panels.toggle', 'meanings'],
  panel: ['', 'panels.side'],
  help: ['', 'panels.toggle', 'help'],
  leave: ['', 'page.leave'],
  back: ['', 'page.back'],
};

test.each(COMMANDS.map(({ id }) => id))('%s runs one thing', (id) => {
  const [arg, ...call] = RUNS[id];
  const { calls, context } = recorder();
  runCommand({ command: id, ...(arg && { arg }) }, context);
  expect(calls).toEqual([call]);
});

test('what is asked for during a walk waits for where it arrives', () => {
  const { calls, waiting, context } = recorder(false);
  runCommand({ command: 'supporting' }, context);
  expect(calls).toEqual([]);
  for (const then of waiting) then();
  expect(calls).toEqual([['tag.stance', 'supporting']]);
});

test('a command that an older toolbar asks for, and that is none any more, runs nothing', () => {
  const { calls, context } = recorder();
  runCommand({ command: 'toString' as CommandId }, context);
  expect(calls).toEqual([]);
});

describe('where commands apply', () => {
  const SITUATIONS: [string, Situation][] = [
    ['nothing', { chosen: false }],
    ['a statement', { chosen: true }],
    ['a statement, and sites', { chosen: true, sites: true }],
    ['sites alone', { chosen: false, sites: true }],
    ['a list', { chosen: false, list: true }],
    ['a question', { chosen: false, asked: 'draft' }],
    ['a statement and a question', { chosen: true, asked: 'draft' }],
  ];
  const ALWAYS = [
    ...['find', 'next', 'previous', 'next-tagged', 'previous-tagged', 'undo', 'redo', 'meanings'],
    ...['panel', 'help', 'leave', 'back'],
  ];
  const ON_STATEMENT = [
    ...['supporting', 'contrasting', 'mentioning', 'influence', 'facilitator', 'barrier'],
    ...['stronger', 'weaker', 'basis', 'voice', 'note', 'delete', 'move', 'rule', 'cue', 'suggest'],
  ];
  const applying = (situation: Situation, answer: unknown) =>
    COMMANDS.filter((command) => command.when(situation) === answer)
      .map(({ id }) => id)
      .sort();

  test.each(SITUATIONS)('%s', (_, situation) => {
    const { chosen, sites, list, asked } = situation;
    const more = [
      ...(chosen ? [...ON_STATEMENT, 'confirm', 'find-letter'] : []),
      ...(chosen && sites ? ['site'] : []),
      ...(list ? ['list', 'list-all'] : []),
      ...(asked && !chosen ? ['keep-draft', 'discard-draft'] : []),
    ];
    expect(applying(situation, true)).toEqual([...ALWAYS, ...more].sort());
    expect(applying(situation, 'choose-first')).toEqual(chosen ? [] : [...ON_STATEMENT].sort());
  });

  test.each<[string, Situation, CommandId[]]>([
    ['supp', { chosen: false }, []],
    ['supp', { chosen: true }, ['supporting']],
    ['reading list', { chosen: true }, []],
    ['reading list', { chosen: false, list: true }, ['list', 'list-all']],
    // What takes something away is never found by the first letters of something else.
    ['d', { chosen: true }, ['weaker', 'meanings']],
    ['del', { chosen: true }, []],
    ['  del', { chosen: true }, []],
    ['dele', { chosen: true }, ['delete']],
    ['lea', { chosen: false }, []],
    ['leav', { chosen: false }, ['leave']],
    // Of the keys that cannot be changed the search offers none.
    ['back', { chosen: true }, []],
    ['draft', { chosen: false, asked: 'draft' }, []],
  ])('the search for “%s” with %o finds %j', (query, situation, ids) => {
    expect(searchCommands(query, situation).map(({ id }) => id)).toEqual(ids);
  });

  test('an empty search finds all that apply, those that take something away too', () => {
    const found = searchCommands(' ', { chosen: true, sites: true, list: true });
    expect(found).toEqual(CHANGEABLE);
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['delete', 'leave']));
  });
});

test('help and settings have a group for each command, but for the keys of a question', () => {
  const without = COMMANDS.filter(({ group }) => !Object.hasOwn(COMMAND_GROUPS, group));
  expect(without.map(({ id }) => id)).toEqual(['keep-draft', 'discard-draft']);
});
