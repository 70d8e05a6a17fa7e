/** Printed citations that are read as far as they are asked: in whatever order, what is read is the same. */
import { describe, expect, it } from 'vitest';
import { PrintedCitation, readCitation } from '../../../lib/text/citation';
import { calledAtOnce } from '../../../lib/text/citation/fields';
import { readOpening } from '../../../lib/text/citation/opening';
import { Words } from '../../../lib/text/citation/tokens';

const CITATIONS = [
  // Dated behind the authors: whom they are called by is known at once.
  'Holm, K., & Berg, A. (2019a). Nights on wards. Journal of Care, 12(3), 45-67. https://doi.org/10.5555/care.12',
  'Obuya L. 2004. Falls at night. Care 12:19-23',
  'World Health Organization (2016). Wards that learn. Geneva: WHO Press.',
  'Lund University (in press). A report on nights.',
  'Falls at night in small wards Schafer, A., and D. Victor 2000 Care Research A 34:171-205',
  // Dated at the end: the year, and who the authors are, hang on the rest.
  'Ashdown K, Bell T. Wards that learn. J Ward Stud. 2011;12:1-9. doi: 10.5555/ward.1',
  'Expansion Method, Optik 131 (2017) 12-19',
  'Holm, E.; Nights and Wards. Ward Sci. 3 (2015) 6',
  'Artificial Organs, Band 20, Nr. 9, 1996',
  '',
];

const nameOf = ({
  firstAuthor,
  year,
  suffix,
  opening,
}: Partial<ReturnType<typeof readCitation>>) => ({
  ...{ firstAuthor, year, suffix, opening },
});

describe('a citation that is asked bit by bit', () => {
  it.each(CITATIONS)('%s', (text) => {
    const whole = readCitation(text);
    const citation = new PrintedCitation(text);
    expect(nameOf(citation.called)).toEqual(nameOf(whole));
    expect(citation.doi).toBe(whole.doi);
    const { doi: _, ...fields } = whole;
    expect(citation.fields).toEqual(fields);
    expect(nameOf(citation.called)).toEqual(nameOf(whole));
  });

  it('is called by its opening alone where a date is in it', () => {
    const atOnce = (text: string) => {
      const words = new Words(text);
      return calledAtOnce(words, readOpening(words));
    };
    expect(atOnce('Berg, A. (2019a). Falls')).toEqual({
      firstAuthor: 'Berg',
      year: 2019,
      suffix: 'a',
      opening: 'Berg, A.',
    });
    expect(atOnce('Berg, A. (in press). Falls')).toBeNull();
    expect(atOnce('Berg, A. Falls. Lund, 2001')).toBeNull();
  });

  it('gives the same object again: each part is read once', () => {
    const citation = new PrintedCitation(CITATIONS[5] as string);
    expect(citation.fields).toBe(citation.fields);
  });
});
