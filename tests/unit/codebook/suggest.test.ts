/** Which influences a sentence suggests, why, and when suggestions are silent. */
import { describe, expect, it } from 'vitest';
import { builtInCodebooks, type SuggestOptions, suggestFor } from '../../../lib/codebook';
import type { Codebook, Influence } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

const ASKED = { asked: true };

function influence(label: string, more: Partial<Influence> = {}): Influence {
  return { id: label, label, definition: '', aliases: [], cues: [], crosswalk: [], ...more };
}

function book(...influences: Influence[]): Codebook {
  return { ...ownCodebook({ version: '1' }, {}), influences };
}

const labels = (text: string, codebook: Codebook, options?: SuggestOptions) =>
  suggestFor(text, [codebook], options).map(({ influence: { label } }) => label);

/** The first suggestion's reason, its words as the text has them. */
function reason(text: string, codebook: Codebook, options?: SuggestOptions) {
  const [first] = suggestFor(text, [codebook], options);
  if (!first) return undefined;
  const { source, phrase, places } = first.reason;
  return { source, phrase, words: places.map(({ start, end }) => text.slice(start, end)) };
}

const kilns = book(
  influence('Glazing'),
  influence('Kiln temperature', { aliases: ['firing heat'], cues: ['overfired', 'kiln'] }),
  influence('Kiln'),
);

describe('the reason', () => {
  it.each<[what: string, text: string, want: object]>([
    [
      'the label',
      'A barrier was glazing.',
      { source: 'label', phrase: 'Glazing', words: ['glazing'] },
    ],
    [
      'an alias',
      'Firing heat was a barrier.',
      { source: 'alias', phrase: 'firing heat', words: ['Firing heat'] },
    ],
    [
      'a cue',
      'Pots were overfired, a challenge.',
      { source: 'cue', phrase: 'overfired', words: ['overfired'] },
    ],
    [
      'the words of a phrase in another order, with small words between',
      'A barrier was the heat of the firing.',
      { source: 'alias', phrase: 'firing heat', words: ['heat', 'firing'] },
    ],
    [
      'with a word between',
      'A barrier was the kiln’s peak temperature.',
      { source: 'label', phrase: 'Kiln temperature', words: ['kiln’s', 'temperature'] },
    ],
    [
      'a compound that the codebook writes as one word',
      'Pots were over-fired, a challenge.',
      { source: 'cue', phrase: 'overfired', words: ['over-fired'] },
    ],
  ])('names %s, with its place', (_, text, want) => {
    expect(reason(text, kilns)).toEqual(want);
  });

  it('is the definition’s words where nothing else matches, on request only', () => {
    const own = book(influence('Glazing', { definition: 'A shiny coat.' }), influence('Kiln'));
    const text = 'The coat did not last.';
    expect(reason(text, own, ASKED)).toEqual({ source: 'definition', phrase: '', words: ['coat'] });
    expect(labels(text, own)).toEqual([]);
  });

  it('is words that mean the same, where the codebook lists none', () => {
    const own = book(influence('Workload'), influence('Stigma'));
    expect(reason('Competing demands were a barrier.', own)).toMatchObject({
      source: 'related',
      phrase: 'competing demands',
    });
  });
});

describe('words', () => {
  const one = (phrase: string) => book(influence('X1', { aliases: [phrase] }));
  it.each<[what: string, phrase: string, text: string, found: boolean]>([
    ['plural', 'mentor', 'Mentors helped.', true],
    ['another form of the stem', 'supervision', 'They were supervised, which helped.', true],
    ['British and American', 'organisational ethos', 'Organizational ethos helped.', true],
    ['capitals and accents', 'naive rule', 'The NAÏVE RULE helped.', true],
    ['possessive', 'mentor', 'The mentor’s presence helped.', true],
    ['well-being and wellbeing', 'wellbeing', 'Well-being helped.', true],
    ['well being and well-being', 'well-being', 'Well being helped.', true],
    ['role-specific and role specific', 'role-specific drill', 'Role specific drill helped.', true],
    [
      'another word of the stem, related only',
      'openness',
      'They opened the door, a barrier.',
      true,
    ],
    ['part of a word', 'port', 'Transport and reporting helped.', false],
    ['the beginning of a word', 'mentor', 'Mentorless mentality helped.', false],
    ['a longer word of the field', 'staffing', 'The staff helped.', false],
    ['two words that are one by chance', 'overtime', 'Over time this helped.', false],
    ['words too far apart', 'firing heat', 'Firing of the old blue pots by heat helped.', false],
    ['words of two stretches', 'heat firing', 'Pots of firing, heat helped.', false],
    ['capitals for a name that is a small word', 'IT', 'It helped.', false],
    ['the same in capitals', 'IT', 'Good IT helped.', true],
    ['only one word of two', 'firing heat', 'Firing helped.', false],
    ['“better” without “than”', 'better than', 'A better mug helped.', false],
    ['“better than”', 'better than', 'A mug is better than a jug, which helped staff.', true],
    ['the singular of a plural everyday word', 'values', 'It is of value and helped.', false],
  ])('%s: “%s” in “%s”', (_, phrase, text, found) => {
    expect(labels(text, one(phrase)).length > 0).toBe(found);
  });
});

it('a related word is met by its endings of grammar; another word of its stem is too little for a chip', () => {
  const own = book(influence('Attitudes'));
  expect(labels('Jealousies were a barrier.', own)).toEqual(['Attitudes']);
  expect(labels('The open door was a barrier.', own)).toEqual([]);
  expect(labels('The open door was a barrier.', own, ASKED)).toEqual(['Attitudes']);
});

describe('ways of putting a thing', () => {
  const own = book(influence('Role clarity'), influence('Glazing'));
  it.each<[what: string, text: string, found: boolean]>([
    ['in other words', 'They did not know what they were supposed to do.', true],
    ['of other words of the same kinds', 'Nobody was sure which tasks were hers.', true],
    [
      'with too much between',
      'They did not know how to get from the old mill to the new pond, as expected.',
      false,
    ],
    ['over a comma', 'They did not know, as expected.', false],
    ['in another order', 'What was expected they knew.', false],
    ['without one of the words', 'They knew what they were supposed to do.', false],
  ])('%s: %s', (_, text, found) => {
    expect(labels(text, own)).toEqual(found ? ['Role clarity'] : []);
  });

  it('have the name of the thing as their reason', () => {
    expect(reason('They did not know what was expected.', own)).toEqual({
      ...{ source: 'wording', phrase: 'role clarity' },
      words: ['not know', 'expected'],
    });
  });

  it('point at the upper of an influence and those under it, where both have the name', () => {
    const family = book(
      influence('Knowledge'),
      influence('Knowledge of kilns', { parent: 'Knowledge' }),
    );
    expect(labels('Half of them had never heard of it.', family)).toEqual(['Knowledge']);
  });
});

describe('whoever a finding is from', () => {
  const own = book(influence('Managers'), influence('Glazing'));
  it.each<[text: string, found: string[]]>([
    ['Managers reported that glazing was a barrier.', ['Glazing']],
    ['Glazing was a barrier mentioned by many managers.', ['Glazing']],
    ['The managers, a barrier, opposed glazing.', ['Managers', 'Glazing']],
  ])('is not what it is about: %s', (text, found) => {
    expect(labels(text, own)).toEqual(found);
  });

  it('is among what is shown on request', () => {
    expect(labels('Managers reported this.', own, ASKED)).toEqual(['Managers']);
  });
});

describe('two weak signs', () => {
  const text = 'Staff spoke of communication, and of kilns and glazes.';
  it('that agree are enough: an everyday word and words of the definition', () => {
    const other = influence('Pots');
    expect(labels(text, book(influence('Communication'), other))).toEqual([]);
    const own = book(influence('Communication', { definition: 'Kilns, glazes.' }), other);
    expect(labels(text, own)).toEqual(['Communication']);
  });

  it('of which the name is missing are none', () => {
    const own = book(influence('Gossip', { definition: 'Kilns, glazes.' }), influence('Pots'));
    expect(labels(text, own)).toEqual([]);
  });
});

describe('of several', () => {
  it('the longer phrase wins: a shorter one inside it is not meant', () => {
    expect(labels('Kiln temperature was a barrier.', kilns)).toEqual(['Kiln temperature']);
    expect(labels('The kiln was a barrier.', kilns)).toContain('Kiln');
  });

  it('a shorter one elsewhere in the text is meant as well', () => {
    expect(labels('Kiln temperature and glazing were barriers.', kilns)).toEqual([
      'Kiln temperature',
      'Glazing',
    ]);
  });

  it('equal scores: the longer phrase, then BM25, then the codebook’s order', () => {
    const own = book(
      influence('A1', { aliases: ['blue mug'], definition: 'A grey pan, a red cup.' }),
      influence('B1', { aliases: ['tall green jug'] }),
      influence('D1', { aliases: ['grey pan'] }),
      influence('C1', { aliases: ['red cup'], definition: 'A pan.' }),
    );
    const text = 'Barriers: grey pan; red cup; blue mug; tall green jug.';
    const [first, second, third] = suggestFor(text, [own]);
    expect([first, second, third].map((one) => one?.influence.label)).toEqual(['B1', 'A1', 'C1']);
    expect(new Set([first, second, third].map((one) => one?.score)).size).toBe(1);
  });

  it('what the codebook lists for one influence is not taken as related to another', () => {
    const text = 'Burnout was a barrier.';
    const own = book(influence('Worker well-being'), influence('Fatigue', { cues: ['burnout'] }));
    expect(labels(text, book(influence('Worker well-being')))).toEqual(['Worker well-being']);
    expect(labels(text, own, ASKED)).toEqual(['Fatigue']);
  });

  it('what the codebook lists for one influence counts for less as a part of words related to another', () => {
    const text = 'There was a lack of funding for this, which was a barrier.';
    expect(labels(text, book(influence('Resources')))).toEqual(['Resources']);
    expect(labels(text, book(influence('Funding'), influence('Resources')))).toEqual(['Funding']);
  });

  it('a phrase that several influences list is worth less to each', () => {
    const [alone] = suggestFor('A barrier was gluing.', [
      book(influence('A1', { cues: ['gluing'] })),
    ]);
    const shared = suggestFor('A barrier was gluing.', [
      book(influence('A1', { cues: ['gluing'] }), influence('B1', { cues: ['gluing'] })),
    ]);
    expect(shared).toHaveLength(2);
    expect(shared[0]?.score).toBeLessThan(alone?.score ?? 0);
  });

  it('at most three', () => {
    const own = book(...['Mug', 'Jug', 'Pan', 'Cup', 'Pot'].map((label) => influence(label)));
    expect(labels('Mug, jug, pan, cup and pot were barriers.', own)).toHaveLength(3);
    expect(labels('Mug, jug, pan, cup and pot were barriers.', own, ASKED)).toHaveLength(3);
  });

  it('never two of one influence: several phrases of it, or several versions of its codebook', () => {
    const first = kilns;
    const second = { ...kilns, version: '2' };
    const found = suggestFor(
      'Overfired kilns, firing heat, kiln temperature.',
      [first, second],
      ASKED,
    );
    const keys = found.map(({ codebookId, influenceId }) => `${codebookId}/${influenceId}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(found[0]?.codebook).toBe(first);
  });

  it('influences of several codebooks are ranked together', () => {
    const other = { ...book(influence('Glazing')), id: 'other' };
    const found = suggestFor('Glazing and firing heat were barriers.', [kilns, other]);
    expect(found.map(({ codebookId }) => codebookId)).toContain('other');
    expect(found.map(({ codebookId }) => codebookId)).toContain(kilns.id);
  });
});

describe('by themselves, a label in several words and an everyday label', () => {
  const own = book(influence('Job rotation'), influence('Communication'));
  const SURE: [what: string, text: string, rotation: boolean, communication: boolean][] = [
    ['a claim', 'Job rotation and communication were barriers.', true, true],
    ['a claim of another verb', 'Communication hindered it, as did job rotation.', true, true],
    ['no claim', 'They spoke of job rotation, of communication.', true, false],
    ['how much there is of it', 'Staff met with a lack of communication.', false, true],
    ['the same, without a claim', 'Staff spoke of regular communication.', false, true],
    ['background', 'Communication is increasingly seen as a factor.', false, false],
    ['method', 'Communication was assessed with a questionnaire.', false, false],
    ['method and claim', 'Interviews were coded: communication is a barrier.', false, false],
    [
      'method, claim and a sure name',
      'Interviews were coded: job rotation is a barrier.',
      true,
      false,
    ],
    [
      'not looked at',
      'We did not examine job rotation or communication as barriers.',
      false,
      false,
    ],
    ['called for', 'Future research should look at job rotation as a barrier.', false, false],
    ['without either', 'The weather was fine.', false, false],
  ];
  it.each(SURE)('%s: %s', (_, text, rotation, communication) => {
    const found = labels(text, own);
    expect({
      rotation: found.includes('Job rotation'),
      communication: found.includes('Communication'),
    }).toEqual({ rotation, communication });
  });

  it.each(SURE.slice(0, -1))('on request with %s, those that are named', (_, text) => {
    const named = (label: string) => text.toLowerCase().includes(label.toLowerCase());
    expect(labels(text, own, ASKED).sort()).toEqual(
      ['Communication', 'Job rotation'].filter(named),
    );
  });
});

describe('a word in another sense is not looked at', () => {
  it.each([
    { label: 'Training', text: 'The training set was important for success.' },
    { label: 'Culture', text: 'A blood culture is essential for success.' },
    { label: 'Selection', text: 'Selection bias was an important problem.' },
    { label: 'Stress', text: 'Oxidative stress is an important problem.' },
    { label: 'Support', text: 'The support vector machine was an important success.' },
  ])('$label: $text', ({ label, text }) => {
    expect(labels(text, book(influence(label)))).toEqual([]);
    expect(labels(text, book(influence(label)), ASKED)).toEqual([]);
  });
});

describe('labels', () => {
  it.each<[what: string, label: string, text: string, found: boolean]>([
    ['a part of it', 'Leadership and management support', 'Leadership was a barrier.', true],
    ['its first part', 'Stigma, shame', 'Stigma was a barrier.', true],
    ['the second part alone', 'Patient needs and engagement', 'Engagement was a barrier.', false],
    ['its full name', 'Patient needs and engagement', 'Patient engagement was a barrier.', true],
    ['one word of several', 'Kiln temperature', 'Temperature was a barrier.', false],
  ])('%s: “%s” in “%s”', (_, label, text, found) => {
    expect(labels(text, book(influence(label))).length > 0).toBe(found);
  });
});

it('of a built-in codebook, a sentence of an abstract', () => {
  const [psw] = builtInCodebooks();
  if (!psw) throw new Error('there is no built-in codebook');
  const text = 'Unclear job descriptions and a lack of supervision led peers to resign.';
  expect(labels(text, psw)).toEqual(['Supervision', 'Role definition']);
});
