/** Every error of Bearing’s own is one kind, and its sentence reaches the reader. */
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../../../components/text/sentence-of';
import { Orphaned } from '../../../lib/messaging';
import { asProblem, Problem } from '../../../lib/model';
import { ChangedSince, InvalidRecord, NotFound } from '../../../lib/store';

class Novel extends Problem {
  override name = 'Novel';
}

describe('what is shown of', () => {
  test.each([
    ['a problem', new Problem('busy', 'Bearing is busy.')],
    ['one of a kind that nobody lists', new Novel('novel', 'A sentence of its own.')],
    ['a record that is gone', new NotFound('tag')],
    ['a record that is not valid', new InvalidRecord('year: must be a number')],
    ['a record that has moved on', new ChangedSince('The tag was changed since.')],
    ['a script of an earlier version', new Orphaned()],
  ])('%s is its own sentence', (_, problem) => {
    expect(sentenceOf(problem)).toBe(problem.message);
    expect(asProblem(problem)).toBe(problem);
    expect(problem.code).toMatch(/^[a-z-]+$/);
  });

  test.each([
    ['a full disk', Object.assign(new Error('x'), { name: 'QuotaExceededError' }), /disk is full/],
    ['any other error', new Error('out of cheese'), /\(out of cheese\).*saved before is safe/],
    ['what is no error', 'cheese', /\(cheese\)/],
  ])('%s is what happened and what is safe', (_, thrown, sentence) => {
    expect(sentenceOf(thrown)).toMatch(sentence);
  });
});
