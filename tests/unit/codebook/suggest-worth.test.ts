/** What suggestions weigh: which phrases a codebook has for an influence and what each is worth, and what a text is about. */
import { describe, expect, it } from 'vitest';
import { suggestFor } from '../../../lib/codebook';
import { contextOf } from '../../../lib/codebook/suggest/context';
import { lookUp } from '../../../lib/codebook/suggest/entries';
import { wordsOf } from '../../../lib/codebook/suggest/words';
import type { Codebook, Influence } from '../../../lib/model';
import { ownCodebook } from '../../support/own-codebook';

function influence(label: string, more: Partial<Influence> = {}): Influence {
  return { id: label, label, definition: '', aliases: [], cues: [], crosswalk: [], ...more };
}

function book(...influences: Influence[]): Codebook {
  return { ...ownCodebook({ version: '1' }, {}), influences };
}

/** Each phrase that is found: "influence: source phrase worth", by its place. */
const entries = (own: Codebook, text: string) =>
  lookUp(own)
    .phrases.find(wordsOf(text))
    .sort((a, b) => (a.at[0] ?? 0) - (b.at[0] ?? 0) || b.value.worth - a.value.worth)
    .map(({ value, phrase }) => {
      const { label } = own.influences[value.influence] as Influence;
      return `${label}: ${value.source} ${phrase} ${Number(value.worth.toFixed(3))}`;
    });

describe('the phrases of a codebook', () => {
  it.each<[what: string, own: Codebook, text: string, wanted: string[]]>([
    [
      'are worth more the more they name the influence',
      book(
        influence('Kiln heat', {
          aliases: ['firing glow', 'glowing'],
          cues: ['hot pots', 'heated'],
        }),
      ),
      'Kiln heat; firing glow, glowing; hot pots.',
      [
        'Kiln heat: label Kiln heat 1',
        'Kiln heat: word Kiln 0.27',
        'Kiln heat: cue heated 0.765',
        'Kiln heat: word heat 0.27',
        'Kiln heat: alias firing glow 0.95',
        'Kiln heat: alias glowing 0.855',
        'Kiln heat: cue hot pots 0.85',
      ],
    ],
    [
      'of one word are worth less where it is usual, and least where it is of the field',
      book(influence('Culture'), influence('Staff'), influence('Kiln')),
      'Culture of staff, kiln.',
      ['Culture: label Culture 0.5', 'Staff: label Staff 0.2', 'Kiln: label Kiln 0.9'],
    ],
    [
      'of words of the field alone are worth as little',
      book(influence('Staff support'), influence('Staff kilns')),
      'Staff support. Staff kilns.',
      [
        'Staff support: label Staff support 0.2',
        'Staff support: word Staff 0.042',
        'Staff kilns: word Staff 0.042',
        'Staff support: word support 0.06',
        'Staff kilns: label Staff kilns 1',
        'Staff kilns: word kilns 0.27',
      ],
    ],
    [
      'are the parts of a label as well; a word behind a longer part is short for more',
      book(influence('Pot glaze and firing, clay mixing')),
      'Pot glaze. Firing. Pot firing. Clay mixing.',
      [
        'Pot glaze and firing, clay mixing: label Pot glaze 1',
        'Pot glaze and firing, clay mixing: word Pot 0.27',
        'Pot glaze and firing, clay mixing: word glaze 0.27',
        'Pot glaze and firing, clay mixing: label firing 0.63',
        'Pot glaze and firing, clay mixing: label Pot firing 1',
        'Pot glaze and firing, clay mixing: label clay mixing 1',
        'Pot glaze and firing, clay mixing: word clay 0.27',
        'Pot glaze and firing, clay mixing: word mixing 0.27',
      ],
    ],
    [
      'behind a single word are not short',
      book(influence('Glaze and firing')),
      'Firing.',
      ['Glaze and firing: label firing 0.9'],
    ],
    [
      'that several influences have are worth less to each',
      book(influence('A1', { aliases: ['blue mug'] }), influence('B1', { cues: ['blue mugs'] })),
      'A blue mug.',
      ['A1: alias blue mug 0.672', 'B1: cue blue mugs 0.601'],
    ],
    [
      'are the codebook’s own where it has them: not words of other labels',
      book(influence('Kiln'), influence('Kiln heat')),
      'The kiln.',
      ['Kiln: label Kiln 0.9'],
    ],
    [
      'are related words of the upper one, where one is under the other',
      book(influence('Workload'), influence('Workload of nurses', { parent: 'Workload' })),
      'Competing demands.',
      ['Workload: related competing demands 0.6'],
    ],
    [
      'are related words of both, where neither is under the other',
      book(influence('Workload'), influence('Workload of nurses', { parent: 'Other' })),
      'Competing demands.',
      [
        'Workload: related competing demands 0.424',
        'Workload of nurses: related competing demands 0.424',
      ],
    ],
    [
      'are related words of one under another thing',
      book(influence('Glaze'), influence('Workload', { parent: 'Glaze' })),
      'Competing demands.',
      ['Workload: related competing demands 0.6'],
    ],
    [
      'are of both in a circle',
      book(influence('Glaze', { parent: 'Workload' }), influence('Workload', { parent: 'Glaze' })),
      'Competing demands.',
      ['Workload: related competing demands 0.6'],
    ],
  ])('%s', (_, own, text, wanted) => {
    expect(entries(own, text)).toEqual(wanted);
  });
});

describe('the sense of a text', () => {
  it.each<[text: string, claims: number, methods: number, background: number, unreported: boolean]>(
    [
      ['The kiln was warm.', 0, 0, 0, false],
      ['The kiln was a barrier.', 1, 0, 0, false],
      ['Lack of heat was a barrier.', 2, 0, 0, false],
      ['A questionnaire was transcribed.', 0, 2, 0, false],
      ['Kilns are widely used worldwide.', 0, 0, 2, false],
      ['We did not examine kilns.', 0, 0, 0, true],
      ['Little is known of kilns.', 0, 0, 0, true],
    ],
  )('“%s”', (text, claims, methods, background, unreported) => {
    expect(contextOf(wordsOf(text))).toMatchObject({ claims, methods, background, unreported });
  });

  /** The words at some places of a text. */
  const at = (text: string, of: 'otherSense' | 'reporters' | 'measured' | 'setting') => {
    const words = wordsOf(text);
    return [...contextOf(words)[of]].map((i) => words[i]?.plain).join(' ');
  };

  it.each([
    ['The training set and training.', 'training set'],
    ['The course of the illness.', 'course of the illness'],
    ['The illness, and its course.', ''],
    ['Course of treatment.', 'course of treatment'],
  ])('other than usual in “%s”: “%s”', (text, words) => {
    expect(at(text, 'otherSense')).toBe(words);
  });

  it.each([
    ['Nurses reported this.', 'nurses'],
    ['It was reported by a nurse.', 'nurse'],
    ['Interviews with nurses.', 'nurses'],
    ['Nurses were absent.', ''],
  ])('is from these people in “%s”: “%s”', (text, words) => {
    expect(at(text, 'reporters')).toBe(words);
  });

  it.each([
    ['A lack of dedicated funding here.', 'dedicated funding'],
    ['A lack of the old funding here.', 'old funding'],
    ['A lack of funding, pay here.', 'funding'],
    ['Funding is at a lack.', ''],
    ['A lack.', ''],
  ])('is an amount of what is behind it in “%s”: “%s”', (text, words) => {
    expect(at(text, 'measured')).toBe(words);
  });

  it.each([
    ['The rota of the ward.', 'ward'],
    ['My rota.', 'my'],
    ['A boss and a nurse.', 'boss nurse'],
    ['The moon.', ''],
  ])('is about work in “%s”: “%s”', (text, words) => {
    expect(at(text, 'setting')).toBe(words);
  });
});

describe('of phrases that share words', () => {
  const labels = (text: string, own: Codebook) =>
    suggestFor(text, [own]).map(({ influenceId }) => influenceId);

  it('a longer one takes a shorter one that is all inside it, and no other', () => {
    const own = book(
      influence('A1', { aliases: ['old firing glow'] }),
      influence('B1', { aliases: ['glow kiln'] }),
      influence('C1', { aliases: ['firing glow'] }),
    );
    expect(labels('The old firing glow kiln was a barrier.', own).sort()).toEqual(['A1', 'B1']);
    expect(labels('The firing glow kiln was a barrier.', own).sort()).toEqual(['B1', 'C1']);
  });

  it('a longer one of the influence itself takes none', () => {
    const own = book(influence('A1', { aliases: ['old firing glow', 'firing glow'] }));
    expect(labels('The old firing glow was a barrier.', own)).toEqual(['A1']);
  });

  it('a longer one with words between takes none', () => {
    const own = book(
      influence('A1', { aliases: ['firing glow pots'] }),
      influence('B1', { aliases: ['firing glow'] }),
    );
    expect(labels('The firing glow and blue old pots was a barrier.', own).sort()).toEqual([
      'A1',
      'B1',
    ]);
  });

  it('a name of which a part is someone whom the finding is from is meant', () => {
    const own = book(influence('Nurse shortage'));
    expect(labels('Nurse shortage was reported as a barrier.', own)).toEqual(['Nurse shortage']);
  });
});

describe('in any sentence, without a sign that it is about work', () => {
  const labels = (text: string, ...names: string[]) =>
    suggestFor(text, [book(...names.map((name) => influence(name)))]).map(
      ({ influenceId }) => influenceId,
    );

  it.each<[what: string, name: string, alone: string, atWork: string]>([
    ['one related word', 'Workload', 'They were overworked.', 'The ward was overworked.'],
    [
      'a way of putting it in two words',
      'Complexity',
      'It had many steps.',
      'The ward had many steps.',
    ],
  ])('%s is too little: %s', (_, name, alone, atWork) => {
    expect(labels(alone, name)).toEqual([]);
    expect(labels(atWork, name)).toEqual([name]);
  });

  it.each<[what: string, name: string, text: string]>([
    ['two related words', 'Workload', 'They met competing demands.'],
    ['a way of putting it in three words', 'Role clarity', 'They did not know what was expected.'],
    ['a name', 'Glazing', 'It was for glazing.'],
  ])('%s is enough: %s', (_, name, text) => {
    expect(labels(text, name)).toEqual([name]);
  });
});
