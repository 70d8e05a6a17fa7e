/** Printed citations, all written for this test: the Chinese national style, which names a work's kind behind its title. */
import { describe, expect, it } from 'vitest';
import { type Citation, readCitation } from '../../../lib/text/citation';

/** A citation and its fields; what is not here must not be read. */
const ROWS: [string, Omit<Citation, 'authors' | 'opening'>][] = [
  [
    'HOLM D，BERG A，DAHL M，et al. Quiet hours and recovery after surgery ［J］. Ward Med，1988，64（5） ：327-330.',
    {
      firstAuthor: 'HOLM',
      year: 1988,
      title: 'Quiet hours and recovery after surgery',
      container: 'Ward Med',
      volume: '64',
      issue: '5',
      pages: '327-330',
    },
  ],
  [
    'HOLM N. Waiting as work[M]//EK K, MOE R. The making of wards. London: Sage, 2006: 101–124.',
    {
      firstAuthor: 'HOLM',
      year: 2006,
      title: 'Waiting as work',
      container: 'The making of wards',
      pages: '101–124',
    },
  ],
  [
    'LANG V. Zur theorie der stille[G] // ROTH J. Werk und Wandel. Bielefeld : transcript, 2015 : 17-41.',
    {
      firstAuthor: 'LANG',
      year: 2015,
      title: 'Zur theorie der stille',
      container: 'Werk und Wandel',
      pages: '17-41',
    },
  ],
  [
    'WEISS D, 2019. How we rewrote our rota[EB/OL]. https://wards.example.org/rota.',
    { firstAuthor: 'WEISS', year: 2019, title: 'How we rewrote our rota' },
  ],
  [
    'MOORE G, SHAW T, 2008. Benchmarks of ward energy: NIBC-TR-08-14[R]. Lund: Institute of Care.',
    { firstAuthor: 'MOORE', year: 2008, title: 'Benchmarks of ward energy' },
  ],
];

describe('the Chinese national style', () => {
  it.each(ROWS)('%s', (text, fields) => {
    const { authors: _, opening: __, ...read } = readCitation(text);
    expect(read).toEqual(fields);
  });
});
