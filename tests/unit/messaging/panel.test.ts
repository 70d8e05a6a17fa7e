/** What the side panel believes of a page: parts of the right shape and size, and nothing else. */
import { describe, expect, test } from 'vitest';
import { readPart } from '../../../lib/messaging/panel/link';
import {
  LONGEST_SENTENCE,
  type PanelPlace,
  type PanelReference,
  type PanelSentence,
  SLICE,
} from '../../../lib/messaging/panel/types';
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
  chosen: ID,
  chosenSentence: 3,
  toolbarHere: 'x'.repeat(500),
};
const places = (...list: unknown[]) => ({ part: 'places', ...SLICED, places: list });
const references = (...list: unknown[]) => ({ part: 'references', ...SLICED, references: list });
const SENTENCE: PanelSentence = { index: 3, text: 'It helped [1].', section: 'Results', order: 9 };
const sentences = (...list: unknown[]) => ({ part: 'sentences', ...SLICED, sentences: list });
const TAGGED = { statementId: ID, sentence: 3 };
const tagged = (...list: unknown[]) => ({ part: 'tagged', ...SLICED, tagged: list });
const DESCRIBED = { part: 'described', statementId: ID, target: newTag().statement.target };

describe('a part of a page’s outline is read', () => {
  test.each<[string, object]>([
    ['the page', PAGE],
    [
      'a page of which little is known',
      { ...PAGE, chosen: null, chosenSentence: null, toolbarHere: null },
    ],
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
    ['citation statements', sentences(SENTENCE)],
    ['one before the first heading', sentences({ ...SENTENCE, section: null })],
    [
      'one with as long a text as is sent',
      sentences({ ...SENTENCE, text: 'x'.repeat(LONGEST_SENTENCE) }),
    ],
    ['a full slice of citation statements', sentences(...Array(SLICE).fill(SENTENCE))],
    ['which of them are tagged', tagged(TAGGED)],
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
    ['a chosen sentence below the first', { ...PAGE, chosenSentence: -1 }],
    ['half a chosen sentence', { ...PAGE, chosenSentence: 0.5 }],
    ['a sentence without a text', sentences({ ...SENTENCE, text: undefined })],
    [
      'a sentence’s text without end',
      sentences({ ...SENTENCE, text: 'x'.repeat(LONGEST_SENTENCE + 1) }),
    ],
    ['a sentence before the document', sentences({ ...SENTENCE, order: -1 })],
    ['a slice of sentences too long', sentences(...Array(SLICE + 1).fill(SENTENCE))],
    ['a tag on no statement', tagged({ ...TAGGED, statementId: 'x' })],
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
