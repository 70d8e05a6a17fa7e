/** Ids and hashes: what is stored under them is found again only if they never change. */
import { describe, expect, test } from 'vitest';
import { Id, newId } from '../../../lib/model';
import { hashOf, idOf } from '../../../lib/model/id';
import { soundId, withSoundIds } from '../../../lib/model/records/codebook-ids';

describe('an id', () => {
  test('is a UUID of version 4, another one each time', () => {
    const ids = Array.from({ length: 200 }, newId);
    expect(new Set(ids).size).toBe(200);
    for (const id of ids)
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    for (const variant of '89ab') expect(ids.some((id) => id[19] === variant)).toBe(true);
  });

  // As they are stored: these texts must give these ids for ever.
  test.each([
    ['', '8573decb-bf8a-8704-a2b0-8a22ca106631'],
    ['a', '2db2d889-d855-832b-81e6-152592107e75'],
    ['preprint 10.1/a', '61c3d36d-2d3d-8993-97df-19a61a913d93'],
    ['Ünïcödé 🧭', '010c884a-b67f-8c8d-badb-03edc7dcfddb'],
  ])('from “%s” is always the same', (text, id) => {
    expect(idOf(text)).toBe(id);
    expect(Id.safeParse(id).success).toBe(true);
  });

  test.each([
    ['', '8573decbbf8a3704a2b08a22ca106631'],
    ['a', '2db2d889d855532b81e6152592107e75'],
    ['b', 'fa7485432bee18de295dc51f83f86aea'],
    ['ab', 'bbdd884c519060dfe88cedde9bd7af80'],
    ['ba', '1235ac40deca0b588a6ca0684c2cfac8'],
    ['peer support '.repeat(50), 'd97ef1a917eeada3753eaccae4ca3767'],
  ])('the hash of “%s” is always the same', (text, hash) => {
    expect(hashOf(text)).toBe(hash);
  });
});

describe('a codebook’s id with white space', () => {
  test.each<[string, string]>([
    ['own-1', 'own-1'],
    ['Peer work', 'Peer-work-1cd1ae68'],
    ['Peer  work', 'Peer-work-f9e59c0c'],
    [' Peer\twork ', 'Peer-work-79611f55'],
    ['x '.repeat(60), `${'x-'.repeat(25)}-a1321983`],
    ['🧭 '.repeat(60), `${'🧭-'.repeat(25)}-dedb5cfc`],
  ])('“%s” becomes “%s”', (id, sound) => {
    expect(soundId(id)).toBe(sound);
    expect(soundId(soundId(id))).toBe(sound);
  });

  const OLD = 'Peer work';
  const NEW = soundId(OLD);
  test.each<[string, string, unknown, unknown]>([
    ['of a codebook', 'codebooks', { id: OLD, name: OLD }, { id: NEW, name: OLD }],
    ['of a tag', 'tags', { id: 'x y', codebookId: OLD }, { id: 'x y', codebookId: NEW }],
    ['of an assessment', 'assessments', { codebookId: OLD }, { codebookId: NEW }],
    [
      'of a review',
      'reviews',
      {
        id: 'r',
        codebookIds: ['own', OLD, 7],
        codebooks: [{ id: OLD, version: '1 2' }, null],
        numberKeys: [null, { codebookId: OLD, influenceId: 'a b' }, { codebookId: 'own' }],
      },
      {
        id: 'r',
        codebookIds: ['own', NEW, 7],
        codebooks: [{ id: NEW, version: '1 2' }, null],
        numberKeys: [null, { codebookId: NEW, influenceId: 'a b' }, { codebookId: 'own' }],
      },
    ],
    [
      'of a review in one list',
      'reviews',
      { codebookIds: [OLD], codebooks: 'x' },
      { codebookIds: [NEW], codebooks: 'x' },
    ],
  ])('is changed: %s', (_, table, record, expected) => {
    expect(withSoundIds(table, record)).toEqual(expected);
  });

  test.each<[string, unknown, unknown]>([
    ['of a paper, which has none', 'papers', { id: OLD, codebookId: OLD }],
    ['of a sound codebook', 'codebooks', { id: 'own' }],
    ['of a sound tag', 'tags', { codebookId: 'own' }],
    [
      'of a sound review',
      'reviews',
      { codebooks: [{ id: 'own' }], codebookIds: ['own'], numberKeys: [null] },
    ],
    ['of a review without lists', 'reviews', {}],
    ['of a codebook whose id is no text', 'codebooks', { id: 7 }],
    ['of what is no record', 'codebooks', 'x y'],
    ['of nothing', 'codebooks', null],
    ['of a list', 'codebooks', [OLD]],
    ['of no table', undefined, { id: OLD }],
  ])('is left alone, and the record is the very same: %s', (_, table, record) => {
    expect(withSoundIds(table, record)).toBe(record);
  });
});
