/** Anchoring, case by case: what was tagged, what stands there now, and the only right answer. */
import { afterEach, expect, describe as group, test } from 'vitest';
import type { Outcome } from '../../lib/anchor';
import { describe, locate, locateInSteps } from '../../lib/anchor';
import type { Selectors } from '../../lib/model';
import { readPassage } from '../../lib/page/reading';
import { page, rangeOf } from '../support/anchor-dom';

const REFERENCES =
  '<h2>References</h2><ol><li id="r1">Abara A. One. 2001.</li><li id="r2">Weber K. Two. 2002.</li><li id="r3">Moreau B. Three. 2003.</li></ol>';
const around = (middle: string): string =>
  `<article><h2>Results</h2><p>We looked at forty sites in two regions of the country. ${middle} None of the sites had closed when the study ended last year.</p>${REFERENCES}</article>`;

interface Case {
  name: string;
  before: string;
  quote: string;
  after: string;
  outcome: Outcome;
  flags?: string[];
  text?: string;
}

const LINK = '<sup><a href="#r2">2</a></sup>';

const CASES: Case[] = [
  {
    name: 'the same page',
    before: 'Training was associated with uptake in 12 of 14 sites.',
    quote: 'Training was associated with uptake in 12 of 14 sites.',
    after: 'Training was associated with uptake in 12 of 14 sites.',
    outcome: 'exact',
  },
  {
    name: 'a no-break space',
    before: 'Training was associated with uptake.',
    quote: 'Training was associated with uptake',
    after: 'Training was\u00a0associated with uptake.',
    outcome: 'exact',
  },
  {
    name: 'hyphenation at a line end',
    before: 'The implementation was associated with uptake.',
    quote: 'The implementation was associated',
    after: 'The imple-\nmentation was associated with uptake.',
    outcome: 'normalised',
  },
  {
    name: 'ligatures and curly quotes',
    before: 'Staff found the "first office" difficult to find.',
    quote: 'found the "first office" difficult',
    after: 'Staff found the \u201c\ufb01rst o\ufb03ce\u201d di\ufb03cult to \ufb01nd.',
    outcome: 'normalised',
  },
  {
    name: 'a dash of another kind',
    before: 'Well-being rose by 3\u20135 points.',
    quote: 'Well-being rose by 3\u20135 points',
    after: 'Well\u2010being rose by 3-5 points.',
    outcome: 'normalised',
  },
  {
    name: 'a marker that links to a reference is gone',
    before: `Training helped the peers${LINK} and the nurses alike.`,
    quote: 'Training helped the peers2 and the nurses alike.',
    after: 'Training helped the peers and the nurses alike.',
    outcome: 'normalised',
  },
  {
    name: 'a marker that links to a reference came in',
    before: 'Training helped the peers and the nurses alike.',
    quote: 'peers and the',
    after: `Training helped the peers${LINK} and the nurses alike.`,
    outcome: 'normalised',
  },
  {
    name: 'another reference is cited',
    before: `Training helped the peers${LINK} and the nurses alike.`,
    quote: 'Training helped the peers2 and the nurses alike.',
    after: 'Training helped the peers<sup><a href="#r3">3</a></sup> and the nurses alike.',
    outcome: 'changed',
    flags: ['number'],
  },
  {
    name: 'a linked figure number is another one',
    before: 'Uptake rose in all regions (<a href="#f5">Figure 5</a>) and stayed high.',
    quote: 'Uptake rose in all regions (Figure 5) and stayed high.',
    after: 'Uptake rose in all regions (<a href="#f8">Figure 8</a>) and stayed high.',
    outcome: 'changed',
    flags: ['number'],
  },
  {
    name: 'a linked figure number is gone',
    before: 'Uptake rose in all regions (Figure <a href="#f5">5</a>) and stayed high.',
    quote: 'Uptake rose in all regions (Figure 5) and stayed high.',
    after: 'Uptake rose in all regions (Figure) and stayed high.',
    outcome: 'changed',
    flags: ['number'],
  },
  {
    name: 'a citation lost a digit',
    before: 'It is seen in all studies [28] whereas training is not.',
    quote: 'It is seen in all studies [28] whereas training is not.',
    after: 'It is seen in all studies [2] whereas training is not.',
    outcome: 'changed',
    flags: ['number'],
  },
  {
    name: '"not" came in',
    before: 'Training was associated with the uptake of support.',
    quote: 'Training was associated with the uptake of support.',
    after: 'Training was not associated with the uptake of support.',
    outcome: 'changed',
    flags: ['negation', 'words'],
  },
  {
    name: 'a number lost a digit',
    before: 'Uptake was seen in 12 of 14 sites (p = 0.03) within a year.',
    quote: 'Uptake was seen in 12 of 14 sites (p = 0.03) within a year.',
    after: 'Uptake was seen in 2 of 14 sites (p = 0.03) within a year.',
    outcome: 'changed',
    flags: ['number'],
  },
  {
    name: 'the direction turned',
    before: 'Retention of the staff increased after the training.',
    quote: 'Retention of the staff increased after the training.',
    after: 'Retention of the staff decreased after the training.',
    outcome: 'changed',
    flags: ['direction', 'words'],
  },
  {
    name: 'the first word was negated',
    before: 'The effect was seen: significant gains in every arm of the trial.',
    quote: 'significant gains in every arm of the trial',
    after: 'The effect was seen: insignificant gains in every arm of the trial.',
    outcome: 'changed',
    flags: ['negation', 'direction', 'words'],
  },
  {
    name: 'the last number grew',
    before: 'The gains were stable and are shown in Figure 5 for each arm.',
    quote: 'The gains were stable and are shown in Figure 5',
    after: 'The gains were stable and are shown in Figure 58 for each arm.',
    outcome: 'changed',
    flags: ['number'],
  },
  {
    name: 'a short phrase with other words',
    before: 'It was helpful to peers.',
    quote: 'was helpful',
    after: 'It was harmful to peers.',
    outcome: 'lost',
  },
  {
    name: 'an advertisement in the midst',
    before: 'Training was associated with uptake in most sites.',
    quote: 'Training was associated with uptake in most sites.',
    after:
      'Training was associated <div class="ad">Buy 3 books now</div>with uptake in most sites.',
    outcome: 'normalised',
  },
  {
    name: 'a figure before the last word',
    before: 'Training was associated with uptake in most sites.',
    quote: 'uptake in most',
    after:
      'Training was associated with uptake in <figure><figcaption>Figure 1</figcaption></figure>most sites.',
    outcome: 'normalised',
  },
  {
    name: 'a script in the midst',
    before: 'Training was associated with uptake in most sites.',
    quote: 'Training was associated with uptake',
    after:
      'Training was <script type="text/plain">var n = 3;</script>associated with uptake in most sites.',
    outcome: 'exact',
  },
  {
    name: 'two numbers have become one',
    before: 'In Table 1 2 patients were older than all others there.',
    quote: 'In Table 1 2 patients were older than all others there.',
    after: 'In Table 12 patients were older than all others there.',
    outcome: 'changed',
    flags: ['number'],
  },
  {
    name: 'the passage is gone',
    before: 'Training was associated with uptake in 12 of 14 sites.',
    quote: 'Training was associated with uptake in 12 of 14 sites.',
    after: '',
    outcome: 'lost',
  },
];

afterEach(() => document.body.replaceChildren());

group('one passage', () => {
  for (const one of CASES) {
    test(`${one.name}: ${one.outcome}`, () => {
      page(around(one.before));
      const selectors = describe(rangeOf(one.quote));
      page(around(one.after));
      const [found] = locate([JSON.parse(JSON.stringify(selectors)) as Selectors]);
      expect(found?.outcome).toBe(one.outcome);
      if (one.flags) expect(found?.flags).toEqual(one.flags);
      if (found?.range) {
        expect(readPassage(found.range)?.text).toBe(found.text);
        const whole = document.body.textContent?.slice(found.start ?? 0, found.end ?? 0);
        expect(whole).toBe(found.range.toString());
      }
    });
  }
});

group('copies', () => {
  const SENTENCE = 'Training was associated with uptake in 12 of 14 sites.';
  test('context chooses the right one, though a no-break space came into it', () => {
    page(
      `<p>Early on we asked the nurses. ${SENTENCE} They had not expected it.</p><p>Nothing else was found.</p>`,
    );
    const selectors = describe(rangeOf(SENTENCE));
    page(
      `<p>A review said so. ${SENTENCE} That was new.</p><p>Early on we asked the nurses. ${SENTENCE.replace('was ', 'was\u00a0')} They had not expected it.</p>`,
    );
    expect(locate([selectors])[0]).toMatchObject({
      outcome: 'exact',
      text: SENTENCE,
      start: document.body.textContent?.indexOf('Training was\u00a0'),
    });
  });
  test('two with the same context are ambiguous, and both are shown', () => {
    const paragraph = `<p>Early on we asked the nurses of all the forty sites. ${SENTENCE} They had not expected it at all, they told us.</p>`;
    page(paragraph);
    const selectors = describe(rangeOf(SENTENCE));
    page(`${paragraph}<p>In between.</p>${paragraph}`);
    const [found] = locate([selectors]);
    expect(found).toMatchObject({ outcome: 'ambiguous', range: null, start: null });
    expect(found?.candidates).toHaveLength(2);
  });
});

group('other roots', () => {
  const TEXT = 'Role definition was a barrier in every ward that we visited.';
  test('an open shadow root is searched', () => {
    page(`<p>Nothing here.</p><div id="host"></div>`);
    const shadow = document.getElementById('host')?.attachShadow({ mode: 'open' });
    const p = document.createElement('p');
    p.textContent = TEXT;
    shadow?.append(p);
    const range = document.createRange();
    range.selectNodeContents(p);
    const selectors = describe(range);
    expect(selectors.position).toBeUndefined();
    const [found] = locate([selectors]);
    expect(found).toMatchObject({ outcome: 'exact', text: TEXT, start: null });
    expect(found?.range?.startContainer.parentNode).toBe(p);
  });
  test('a frame of the same origin is searched', () => {
    page('<p>Nothing here.</p>');
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentDocument as Document;
    const p = inner.createElement('p');
    p.textContent = TEXT;
    inner.body.append(p);
    const quote = { type: 'TextQuoteSelector' as const, exact: TEXT, prefix: '', suffix: '' };
    expect(locate([{ quote }])[0]).toMatchObject({ outcome: 'exact', start: null });
  });
});

test('in slices the answers are those of one go', async () => {
  page(around(CASES.map((one) => one.before).join(' ')));
  const selectors = CASES.map((one) => describe(rangeOf(one.quote)));
  let pauses = 0;
  let clock = 0;
  const sliced = await locateInSteps(selectors, {
    pause: async () => {
      pauses += 1;
    },
    now: () => {
      clock += 5;
      return clock;
    },
  });
  expect(pauses).toBeGreaterThan(2);
  expect(sliced.map((one) => [one.outcome, one.start])).toEqual(
    locate(selectors).map((one) => [one.outcome, one.start]),
  );
});
