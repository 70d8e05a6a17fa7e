/** What is wrong now with a record that was set aside, and why it has not come back. */
import { expect, test } from 'vitest';
import { ALTERED, type Quarantined } from '../../../lib/model';
import { whyNotBack, wrongNow } from '../../../lib/store';
import { LATER } from '../../../lib/store/errors';
import { AT, paper, tag } from '../exchange/records';

const aside = (record: unknown, more: Partial<Quarantined> = {}): Quarantined => ({
  ...{ id: 'x', table: 'papers', at: AT, problems: ['title: must be text'], record },
  ...more,
});
const SOUND = aside(paper(1));
const DAMAGED = aside({ ...paper(1), title: 7 });
const OF_LATER = aside({ id: 'x' }, { table: 'moods', problems: ['it is of a newer Bearing'] });

test.each<[string, Quarantined, string[]]>([
  ['nothing, where it can be read', SOUND, []],
  ['what a look at it finds', DAMAGED, ['title: must be text, and is a number']],
  ['what was wrong then, where its kind is not known', OF_LATER, OF_LATER.problems],
])('wrong is %s', (_, row, problems) => {
  expect(wrongNow(row)).toEqual(problems);
});

test.each<[string, Quarantined, boolean, RegExp | string]>([
  ['it cannot be read', DAMAGED, false, /still cannot be read/],
  ['… also where a later one is there', DAMAGED, true, /still cannot be read/],
  ['its kind is not known', OF_LATER, false, /still cannot be read/],
  ['… and nothing is wrong with it', { ...OF_LATER, problems: [] }, false, /still cannot be read/],
  ['a later one is there', SOUND, true, LATER],
  ['only the reader can decide', { ...SOUND, problems: [ALTERED] }, false, /Only you can decide/],
  [
    'what it belongs to is not there',
    aside(tag(1, 1, 1), { table: 'tags' }),
    false,
    /belongs to is not in Bearing/,
  ],
])('it has not come back because %s', (_, row, hasLater, why) => {
  expect(whyNotBack({ ...row, hasLater })).toMatch(why);
});
