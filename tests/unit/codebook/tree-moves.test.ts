/** Moves in the editor's tree take an influence where the reader sees it go, also where a group's members are apart. */
import { describe, expect, it } from 'vitest';
import {
  dropped,
  placeOfNew,
  stepped,
  treeRows,
} from '../../../entrypoints/workspace/rooms/codebooks/editor/tree-rows';
import { applyEdit } from '../../../lib/codebook/edit';
import type { Codebook, CodebookEdit, Influence } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

/** One: a1, a2, a3; Two: b1, b2; listed by turns. */
const LISTED = ['a1 One', 'b1 Two', 'a2 One', 'b2 Two', 'a3 One'];
const BOOK: Codebook = {
  ...ownCodebook({ version: '1' }, {}),
  influences: LISTED.map((one): Influence => {
    const [id = '', group = ''] = one.split(' ');
    return { id, label: id, group, definition: '', aliases: [], cues: [], crosswalk: [] };
  }),
};
const shown = (book: Codebook) =>
  treeRows(book, new Set())
    .map(({ group, influence }) => (group ? `${group}: ${influence.id}` : influence.id))
    .join(' ');
const moved = (edit: CodebookEdit | null) =>
  edit && shown(applyEdit(BOOK, edit, { version: '1', at: '2026-11-29T10:00:00.000Z' }).book);

describe('an influence', () => {
  it('is shown in its group', () => {
    expect(shown(BOOK)).toBe('One: a1 a2 a3 Two: b1 b2');
  });

  it.each([
    ['a1', 'down', 'One: a2 a1 a3 Two: b1 b2'],
    ['a2', 'up', 'One: a2 a1 a3 Two: b1 b2'],
    ['a2', 'down', 'One: a1 a3 a2 Two: b1 b2'],
    ['b2', 'up', 'One: a1 a2 a3 Two: b2 b1'],
    ['b1', 'down', 'One: a1 a2 a3 Two: b2 b1'],
    ['a3', 'down', 'One: a1 a2 Two: b1 a3 b2'],
    ['a1', 'up', null],
    ['b2', 'down', null],
    ['a3', 'in', 'One: a1 a2 a3 Two: b1 b2'],
  ] as const)('%s goes %s by one row: %s', (id, step, wanted) => {
    expect(moved(stepped(BOOK, id, step))).toBe(wanted);
  });

  it.each([
    ['a1', 'a3', 'after', 'One: a2 a3 a1 Two: b1 b2'],
    ['b2', 'a2', 'before', 'One: a1 b2 a2 a3 Two: b1'],
    ['a1', 'b1', 'after', 'One: a2 a3 Two: b1 a1 b2'],
  ] as const)('%s let go on %s comes %s it: %s', (id, on, where, wanted) => {
    expect(moved(dropped(BOOK, id, on, where))).toBe(wanted);
  });

  it('that is new comes after the chosen one', () => {
    const add: CodebookEdit = {
      ...{ edit: 'add', id: 'new', fields: { label: 'new' } },
      place: placeOfNew(BOOK, 'a2', false),
    };
    expect(moved(add)).toBe('One: a1 a2 new a3 Two: b1 b2');
  });

  it.each([
    [
      'a new one',
      { edit: 'add', id: 'new', fields: { label: 'n' }, place: { parent: null, group: 'One' } },
    ],
    ['b2, before b1', { edit: 'place', id: 'b2', place: { parent: null, before: 'b1' } }],
    ['a3, before a2', { edit: 'place', id: 'a3', place: { parent: null, before: 'a2' } }],
  ] as [string, CodebookEdit][])(
    'moves alone: the others stay listed as they were (%s)',
    (_, edit) => {
      const { id } = edit as { id: string };
      const { book } = applyEdit(BOOK, edit, { version: '1', at: '2026-11-29T10:00:00.000Z' });
      const ids = ({ influences }: Codebook) =>
        influences.map((one) => one.id).filter((o) => o !== id);
      expect(ids(book)).toEqual(ids(BOOK));
    },
  );
});
