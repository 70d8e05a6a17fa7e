/** Which source of metadata is believed: the order of sources, and when a fuller list of authors wins. */
import { describe, expect, it } from 'vitest';
import type { Author, FieldSource } from '../../../lib/model';
import type { Raw } from '../../../lib/page/view/raw';
import { mergeSaid } from './said';

/** README and ARCHITECTURE speak of this order; the best first. */
const ORDER: FieldSource[] = [
  ...(['reader', 'site', 'citation', 'prism', 'dcterms', 'json-ld', 'dc'] as const),
  ...(['coins', 'eprints', 'url', 'pdf', 'og', 'visible'] as const),
];
const merged = (...said: [FieldSource, Raw][]) =>
  mergeSaid(said.map(([source, raw]) => ({ source, raw })));

describe('of two sources', () => {
  it.each(ORDER.slice(1).map((worse, i) => [ORDER[i] as FieldSource, worse] as const))(
    '%s goes before %s, whichever is read first',
    (better, worse) => {
      const said = [better, worse].map((one): [FieldSource, Raw] => [one, { publisher: one }]);
      for (const order of [said, [...said].reverse()])
        expect(merged(...order).paper).toMatchObject({
          publisher: better,
          sources: { publisher: better },
        });
    },
  );

  it.each<[FieldSource, FieldSource, FieldSource]>([
    ['json-ld', 'dc', 'dc'],
    ['dcterms', 'dc', 'dcterms'],
    ['json-ld', 'coins', 'json-ld'],
  ])('%s and %s, the DOI is that of %s: a node of JSON-LD may be another work’s', (a, b, best) => {
    const doi = (one: FieldSource) => `10.5555/${one}`;
    const { paper } = merged([a, { doi: doi(a) }], [b, { doi: doi(b) }]);
    expect(paper.doi).toBe(doi(best));
  });
});

describe('the authors of a page', () => {
  const names = (authors: readonly Author[]) => authors.map((one) => one.family ?? one.literal);
  it.each<[string, string[], string[], string[]]>([
    [
      'are the fuller list that has the one of the tags',
      ['Ibrahim, N.'],
      ['Mutschler, C.', 'Ibrahim, Nashwa'],
      ['Mutschler', 'Ibrahim'],
    ],
    [
      'are not those of another work, however many',
      ['Ibrahim, N.'],
      ['Mutschler, C.', 'Bakker, T.'],
      ['Ibrahim'],
    ],
    [
      'are those of the better source, where that has several',
      ['Ibrahim, N.', 'Bakker, T.'],
      ['Ibrahim, N.', 'Mutschler, C.', 'Roe, J.'],
      ['Ibrahim', 'Bakker'],
    ],
    ['are the one, where no source has more', ['Ibrahim, N.'], ['Ibrahim, Nashwa'], ['Ibrahim']],
  ])('%s', (_, tags, visible, expected) => {
    const { paper, conflicts } = merged(
      ['citation', { authors: tags }],
      ['visible', { authors: visible }],
    );
    expect(names(paper.authors)).toEqual(expected);
    // A list that takes another's place is shown to the reader.
    const isFuller = paper.sources.authors === 'visible';
    expect(conflicts.map(({ field }) => field)).toEqual(isFuller ? ['authors'] : []);
  });
});

describe('a title without its subtitle', () => {
  it.each<[string, string, string, string]>([
    ['gives way to the whole one', 'Peer work', 'Peer work: a review', 'Peer work: a review'],
    [
      'gives way though it ends in a colon',
      'Peer work:',
      'Peer work: a review',
      'Peer work: a review',
    ],
    ['stays where another title is longer', 'Peer work', 'Peer workers: a review', 'Peer work'],
    [
      'stays where the site’s name follows',
      'Peer work',
      'Peer work: a review | Journal',
      'Peer work',
    ],
    [
      'stays where a paragraph follows',
      'Peer work',
      `Peer work: ${'and so on '.repeat(12)}`,
      'Peer work',
    ],
  ])('%s', (_, short, long, expected) => {
    const { paper } = merged(['citation', { title: short }], ['og', { title: long }]);
    expect(paper.title).toBe(expected);
  });
});
