/**
 * Quotes over several blocks: blocks in another order, and page furniture that stood or stands between the
 * words.
 */
import { afterEach, expect, describe as group, test } from 'vitest';
import { describe, locate, type Outcome } from '../../lib/anchor';
import { Selectors } from '../../lib/model';
import { readPassage } from '../../lib/page/reading';
import { across, page } from '../support/anchor-dom';

afterEach(() => document.body.replaceChildren());

const kept = (range: Range): Selectors =>
  Selectors.parse(JSON.parse(JSON.stringify(describe(range))));

const FIRST = 'Peer workers were paid by the hour in all of the wards we saw.';
const SECOND = 'Role definition was the barrier that managers named most often.';
const BEFORE = '<p>We looked at forty sites in two regions of the country last year.</p>';
const AFTER = '<p>None of the sites had closed by the time the study ended there.</p>';
const two = (a: string, between: string, b: string): string =>
  `${BEFORE}<p>${a}</p>${between}<p>${b}</p>${AFTER}`;

interface Case {
  name: string;
  before: string;
  from: string;
  to: string;
  after: string;
  outcome: Outcome;
  pieces?: string[];
  removed?: string;
  added?: string;
  flags?: string[];
}

const TORN: [string, string] = [
  'Training of the peer workers was associated',
  'with uptake in twelve of fourteen sites.',
];
const [HEAD, TAIL] = TORN;
const AD = 'Subscribe to our newsletter and save a lot';

const NO = 'This was not so in the second year.';
const OTHER =
  'Visitors to the wards had been told by the staff at the front desk that they could stay as long as they wished to, on any day.';
const LEAD = 'Factors that facilitated uptake in our hospitals were:';
const ITEM = 'training and supervision by senior pharmacists.';
const SMALL = 'The odds of uptake after the training had a probability of p = 0.05';
/** Source that a program indented. */
const BLANKS = ' '.repeat(8_000);

const CASES: Case[] = [
  {
    name: 'two paragraphs changed places',
    before: two(FIRST, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(SECOND, '', FIRST),
    outcome: 'normalised',
    pieces: [FIRST, SECOND],
  },
  {
    name: 'a paragraph went to the end of the page, and prose stands between the two now',
    before: two(FIRST, '\n', SECOND),
    from: FIRST,
    to: SECOND,
    after: `${BEFORE}<p>${SECOND}</p>${AFTER}<p>${FIRST}</p>`,
    outcome: 'changed',
    pieces: [FIRST, SECOND],
  },
  {
    name: 'a short sentence came between two paragraphs',
    before: two(FIRST, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(FIRST, '<p>Neither held.</p>', SECOND),
    outcome: 'changed',
    added: 'Neither held.',
    flags: ['negation', 'words'],
  },
  {
    name: 'a long sentence came between two paragraphs',
    before: two(FIRST, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(
      FIRST,
      '<p>This was not confirmed once age and region were adjusted for.</p>',
      SECOND,
    ),
    outcome: 'changed',
    added: 'This was not confirmed once age and region were adjusted for.',
    flags: ['negation', 'words'],
  },
  {
    name: 'three paragraphs came between two',
    before: two(FIRST, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(
      FIRST,
      `<p>${NO} ${OTHER}</p><p>${OTHER} Again.</p><p>${OTHER} Once more.</p>`,
      SECOND,
    ),
    outcome: 'changed',
    pieces: [FIRST, SECOND],
    flags: ['negation', 'words'],
  },
  {
    name: 'two paragraphs changed places, and a sentence came between them',
    before: two(FIRST, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(SECOND, '<p>Neither held.</p>', FIRST),
    outcome: 'changed',
    pieces: [FIRST, SECOND],
    flags: ['negation', 'words'],
  },
  {
    name: 'an item stands under another lead now',
    before: `${BEFORE}<p>${LEAD}</p><ul><li>${ITEM}</li></ul>${AFTER}`,
    from: LEAD,
    to: ITEM,
    after: `${BEFORE}<p>${LEAD}</p><ul><li>shorter distances and better roads.</li></ul><p>${LEAD.replace('facilitated', 'hindered')}</p><ul><li>${ITEM}</li></ul>${AFTER}`,
    outcome: 'changed',
    pieces: [LEAD, ITEM],
    flags: ['direction'],
  },
  {
    name: 'a lead and its item changed places',
    before: `${BEFORE}<p>${LEAD}</p><p>${ITEM}</p>${AFTER}`,
    from: LEAD,
    to: ITEM,
    after: `${BEFORE}<p>${ITEM}</p><p>${LEAD}</p>${AFTER}`,
    outcome: 'changed',
    pieces: [LEAD, ITEM],
  },
  {
    name: 'a paragraph that ends with a decimal and another changed places',
    before: two(SMALL, '', SECOND),
    from: SMALL,
    to: SECOND,
    after: two(SECOND, '', SMALL),
    outcome: 'changed',
    pieces: [SMALL, SECOND],
  },
  {
    name: 'two paragraphs full of blanks changed places',
    before: two(`${FIRST}${BLANKS}They had no rest.`, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(SECOND, '', `${FIRST}${BLANKS}They had no rest.`),
    outcome: 'normalised',
    pieces: [`${FIRST}${BLANKS}They had no rest.`, SECOND],
  },
  {
    name: 'two paragraphs changed places, and a number in one of them',
    before: two(`${FIRST} They were 12.`, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(SECOND, '', `${FIRST} They were 2.`),
    outcome: 'lost',
  },
  {
    name: 'a paragraph changed places, and stands there twice',
    before: two(FIRST, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: `${two(SECOND, '', FIRST)}<p>${FIRST}</p>`,
    outcome: 'lost',
  },
  {
    name: 'the halves of one sentence were parted',
    before: `${BEFORE}<div>${HEAD}</div><div>${TAIL}</div>${AFTER}`,
    from: HEAD,
    to: TAIL,
    after: `${BEFORE}<div>${TAIL}</div><div>${HEAD}</div>${AFTER}`,
    outcome: 'changed',
    pieces: TORN,
  },
  {
    name: 'a figure came between two paragraphs',
    before: two(FIRST, '', SECOND),
    from: FIRST,
    to: SECOND,
    after: two(
      FIRST,
      '<figure><figcaption>Figure 1. Sites (n = 40).</figcaption></figure>',
      SECOND,
    ),
    outcome: 'normalised',
  },
  {
    name: 'an advertisement within the quote is gone',
    before: `${BEFORE}<p>${HEAD} <span class="ad">${AD}</span> ${TAIL}</p>${AFTER}`,
    from: HEAD,
    to: TAIL,
    after: `${BEFORE}<p>${HEAD} ${TAIL}</p>${AFTER}`,
    outcome: 'normalised',
  },
  {
    name: 'a box beside the text is another',
    before: `${BEFORE}<p>${HEAD}</p><aside>Related: 3 articles</aside><p>${TAIL}</p>${AFTER}`,
    from: HEAD,
    to: TAIL,
    after: `${BEFORE}<p>${HEAD}</p><aside>Read next: 12 of them</aside><p>${TAIL}</p>${AFTER}`,
    outcome: 'normalised',
  },
  {
    name: 'words that nothing marks as an advertisement are gone',
    before: `${BEFORE}<p>${HEAD} ${AD} ${TAIL}</p>${AFTER}`,
    from: HEAD,
    to: TAIL,
    after: `${BEFORE}<p>${HEAD} ${TAIL}</p>${AFTER}`,
    outcome: 'changed',
    removed: AD,
  },
  {
    name: 'an advertisement is gone, and so is a "not"',
    before: `${BEFORE}<p>${HEAD.replace('was', 'was not')} <span class="ad">${AD}</span> ${TAIL}</p>${AFTER}`,
    from: HEAD.replace('was', 'was not'),
    to: TAIL,
    after: `${BEFORE}<p>${HEAD} ${TAIL}</p>${AFTER}`,
    outcome: 'changed',
    removed: 'not',
  },
  {
    name: 'a caption at the end of the quote has another number',
    before: `${BEFORE}<p>${FIRST}</p><figure><figcaption>Uptake rose in 12 of 14 sites.</figcaption></figure><p>${SECOND}</p>${AFTER}`,
    from: FIRST,
    to: SECOND,
    after: `${BEFORE}<p>${FIRST}</p><figure><figcaption>Uptake rose in 2 of 14 sites.</figcaption></figure><p>${SECOND}</p>${AFTER}`,
    outcome: 'changed',
    removed: '12',
  },
];

group('over several blocks', () => {
  for (const one of CASES) {
    test(`${one.name}: ${one.outcome}`, () => {
      page(one.before);
      const selectors = kept(across(one.from, one.to));
      page(one.after);
      const [found] = locate([selectors]);
      expect(found?.outcome).toBe(one.outcome);
      expect(found?.pieces.map(String)).toEqual(one.pieces ?? []);
      expect((found?.range && readPassage(found.range)?.text) ?? null).toBe(found?.text);
      const removed = found?.diff.filter((part) => part.op === 'removed').map((part) => part.text);
      if (one.removed) expect(removed).toContain(one.removed);
      const added = found?.diff.filter((part) => part.op === 'added').map((part) => part.text);
      if (one.added) expect(added?.join(' ')).toBe(one.added);
      if (one.flags) expect(found?.flags).toEqual(expect.arrayContaining(one.flags));
      // The page as it was is found whatever stands between the words.
      page(`<p>A banner.</p>${one.before}`);
      expect(locate([selectors])[0]).toMatchObject({
        outcome: 'exact',
        text: selectors.quote.exact,
      });
    });
  }
});
