/** Which sentence of a page is most like a quote that is not on it any more, and when none is. */
import { expect, test } from 'vitest';
import { mostSimilar } from '../../../entrypoints/tagging.content/source/similar';

const PAGE = [
  'Peer workers described their work in three services.',
  'Regular supervision by an experienced peer was strongly associated with staying in the post.',
  'Training of peer workers was short, and few of them found it of use in their daily work.',
  'Pay was not associated with staying in the post.',
];

test.each([
  [
    'with other words in it',
    'Weekly supervision by an experienced peer was associated with staying in post for two years.',
    1,
  ],
  ['in another order', 'Few peer workers found their training of use: it was short.', 2],
  ['in capitals and with accents', 'PAY WAS NOT ASSÓCIATED WITH STAYING IN THE POST', 3],
  ['about something else', 'The ethics committee of the region approved the protocol.', null],
  ['without a word', '…', null],
])('a quote %s', (_, quote, at) => {
  expect(mostSimilar(quote, PAGE)).toBe(at);
});

test('a script without blanks is compared by neighbouring signs', () => {
  const page = ['同伴工作者接受了培训。', '定期督导与留任有关，但薪酬没有关系。'];
  expect(mostSimilar('定期的督导与留任显著有关。', page)).toBe(1);
  expect(mostSimilar('伦理委员会批准了研究。', page)).toBeNull();
});

test('a page without sentences has none', () => {
  expect(mostSimilar('Training helped.', [])).toBeNull();
});
