/** What the side panel believes of a page: parts of the right shape and size, and nothing else. */
import { describe, expect, test } from 'vitest';
import { readPart } from '../../../lib/messaging/panel/link';
import { type PanelPlace, type PanelReference, SLICE } from '../../../lib/messaging/panel/types';
import { newId } from '../../../lib/model';
import { newTag, PAGE_A } from '../store/support';

const ID = newId();
const SLICED = { turn: 1, from: 0, total: 2 };

const PLACE: PanelPlace = {
  statementId: ID,
  outcome: 'changed',
  order: 12,
  text: 'Training did not help.',
  diff: [{ op: 'added', text: 'not' }],
  flags: ['negation', 'number', 'direction', 'words'],
};
const REFERENCE: PanelReference = {
  id: 'r1',
  label: '1',
  text: 'Ashdown K (2011) Wards.',
  doi: '10.5555/a',
  pmid: '123456789012',
  title: 'Wards',
  year: 2011,
  citedBy: 2,
};
const PAGE = {
  part: 'page',
  report: PAGE_A,
  tagging: false,
  citing: { tagged: 1, total: 3 },
  chosen: ID,
  toolbarHere: 'x'.repeat(500),
};
const places = (...list: unknown[]) => ({ part: 'places', ...SLICED, places: list });
const references = (...list: unknown[]) => ({ part: 'references', ...SLICED, references: list });
const DESCRIBED = { part: 'described', statementId: ID, target: newTag().statement.target };

describe('a part of a page’s outline is read', () => {
  test.each<[string, object]>([
    ['the page', PAGE],
    ['a page of which little is known', { ...PAGE, citing: null, chosen: null, toolbarHere: null }],
    ['places', places(PLACE)],
    ['a place that was not found', places({ ...PLACE, outcome: 'lost', order: null, text: null })],
    ['the first place of a document', places({ ...PLACE, order: 0, diff: [], flags: [] })],
    ['a place with as long a text as is shown', places({ ...PLACE, text: 'x'.repeat(20_000) })],
    ['a full slice of places', places(...Array(SLICE).fill(PLACE))],
    ['references', references(REFERENCE)],
    [
      'a reference without identifiers',
      references({ ...REFERENCE, label: null, doi: null, pmid: null, title: null, year: null }),
    ],
    ['a full slice of references', references(...Array(SLICE).fill(REFERENCE))],
    ['an empty list', { ...references(), total: 0 }],
    ['the longest list that is allowed', { ...places(PLACE), total: 20_000 }],
    ['how a passage is found again', DESCRIBED],
    ['a passage that cannot be found again', { ...DESCRIBED, target: null }],
  ])('%s', (_, part) => {
    expect(readPart(part)).toEqual(part);
  });

  test('without what a page adds of its own', () => {
    expect(readPart({ ...places({ ...PLACE, html: '<b>' }), more: 1 })).toEqual(places(PLACE));
  });
});

describe('what a page may not send is not a part', () => {
  const place = (change: object) => places({ ...PLACE, ...change });
  const reference = (change: object) => references({ ...REFERENCE, ...change });
  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a string', 'page'],
    ['a part of another name', { ...PAGE, part: 'pages' }],
    ['a part without a name', { ...PAGE, part: undefined }],
    ['a page without a report', { ...PAGE, report: undefined }],
    ['a report of another shape', { ...PAGE, report: { kind: 'article' } }],
    ['a chosen statement whose id is none', { ...PAGE, chosen: '1' }],
    ['tagging as a word', { ...PAGE, tagging: 'yes' }],
    ['more words than fit under the toolbar', { ...PAGE, toolbarHere: 'x'.repeat(501) }],
    ['counts that are missing', { ...PAGE, citing: {} }],
    ['a count below zero', { ...PAGE, citing: { tagged: -1, total: 1 } }],
    ['a count that is not whole', { ...PAGE, citing: { tagged: 0.5, total: 1 } }],
    ['a slice too long', places(...Array(SLICE + 1).fill(PLACE))],
    ['a slice of references too long', references(...Array(SLICE + 1).fill(REFERENCE))],
    ['a slice without a turn', { part: 'places', places: [PLACE] }],
    ['a slice before the first', { ...places(PLACE), from: -1 }],
    ['a list longer than any', { ...places(PLACE), total: 20_001 }],
    ['a place of no statement', place({ statementId: '__proto__' })],
    ['an outcome that Bearing does not know', place({ outcome: 'found' })],
    ['a place before the document', place({ order: -1 })],
    ['a text without end', place({ text: 'x'.repeat(20_001) })],
    ['a difference of another kind', place({ diff: [{ op: 'moved', text: 'x' }] })],
    ['a difference without a text', place({ diff: [{ op: 'same' }] })],
    ['a difference without end', place({ diff: Array(2_001).fill({ op: 'same', text: 'x' }) })],
    ['a change of another kind', place({ flags: ['spelling'] })],
    ['more kinds of change than there are', place({ flags: Array(5).fill('words') })],
    ['a reference without an id', reference({ id: undefined })],
    ['an id without end', reference({ id: 'x'.repeat(501) })],
    ['a label without end', reference({ label: 'x'.repeat(201) })],
    ['a reference’s text without end', reference({ text: 'x'.repeat(2_001) })],
    ['a DOI without end', reference({ doi: 'x'.repeat(2_001) })],
    ['a title without end', reference({ title: 'x'.repeat(2_001) })],
    ['a PMID with a letter', reference({ pmid: '1a' })],
    ['a PMID with words before it', reference({ pmid: 'pmid 1' })],
    ['a PMID too long', reference({ pmid: '1234567890123' })],
    ['a year in part', reference({ year: 2011.5 })],
    ['a description of no statement', { ...DESCRIBED, statementId: 'x' }],
    ['a target of another shape', { ...DESCRIBED, target: {} }],
  ])('%s', (_, part) => {
    expect(readPart(part)).toBeNull();
  });
});
