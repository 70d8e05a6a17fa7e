/** Journals in short forms, and what surrounds them: all references are written for this test. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';

/** A part of a reference behind its title, and the journal that it names. */
const NAMES: [string, string][] = [
  // Short forms that are also a town, a state, or a word of publishers.
  ['Ann Surg. 2008;247:77-84.', 'Ann Surg'],
  ['Ann. Appl. Biol. 2014, 164, 182-189.', 'Ann. Appl. Biol.'],
  ['New Phytol. 2008, 179, 964-974.', 'New Phytol'],
  ['CA Cancer J Clin. 2016;66(1):7-30.', 'CA Cancer J Clin'],
  ['J Basic Clin Physiol Pharmacol 2005; 16: 53-66.', 'J Basic Clin Physiol Pharmacol'],
  ['Iran J Basic Med Sci 2010; 13: 97-101.', 'Iran J Basic Med Sci'],
  // Short forms that no list has, in a chain of others.
  ['J. Antimicrob. Chemother. 2001, 47, 565-573.', 'J. Antimicrob. Chemother.'],
  ['J. Ethnobiol. Ethnomed. 2007, 8, 1-8.', 'J. Ethnobiol. Ethnomed.'],
  ['Ind. Crops Prod. 2014, 62, 250-264.', 'Ind. Crops Prod.'],
  ['Int. J. Pharm. Pharm. Sci. 2014, 6, 423-430.', 'Int. J. Pharm. Pharm. Sci.'],
  // What ends a name in short forms: a section's letter, the country, a town in brackets.
  ['J. Photochem. Photobiol. B 2015, 149, 84-92.', 'J. Photochem. Photobiol. B'],
  ['Proc. Natl. Acad. Sci. USA 2008, 105, 2923-2928.', 'Proc. Natl. Acad. Sci. USA'],
];

/** The numbers behind a journal; volume, issue and first page. */
const NUMBERS: [string, string | undefined, string | undefined, string | undefined][] = [
  ['2017;2017:6058907.', '2017', undefined, '6058907'],
  ['2014, 2014, 953451.', '2014', undefined, '953451'],
  ['2015, 2015, 1-9.', '2015', undefined, '1-9'],
  ['2017;1868(1):167-175.', '1868', '1', '167-175'],
];

/** The same where the date is behind the authors. */
const DATED: [string, string, string][] = [
  ['Front. Microbiol. 9, 2087.', '9', '2087'],
  ['Nat. Commun. 8:1759.', '8', '1759'],
  ['Methods Mol. Biol. 2028, 231-246.', '2028', '231-246'],
];

const TITLE = 'Falls of nurses who work at night in the wards';

describe('journals in short forms', () => {
  it.each(NAMES)('reads the name in %s', (print, container) => {
    const read = readCitation(`Holm K, Berg A. ${TITLE}. ${print}`);
    expect(read).toMatchObject({ title: TITLE, container });
  });

  it('leaves publishers with such words where they were', () => {
    const read = readCitation(`Holm K. ${TITLE}. New York: Basic Books; 2004. p. 12-40.`);
    expect(read).toMatchObject({ title: TITLE });
    expect(read.container).toBeUndefined();
  });
});

describe('numbers that may be years', () => {
  it.each(NUMBERS)('reads %s behind a journal', (print, volume, issue, pages) => {
    const read = readCitation(`Holm K, Berg A. ${TITLE}. J Ward Res. ${print}`);
    const { year, ...rest } = read;
    expect(year).toBe(Number(print.slice(0, 4)));
    expect([rest.volume, rest.issue, rest.pages]).toEqual([volume, issue, pages]);
  });

  it.each(DATED)('reads %s where the date is behind the authors', (print, volume, pages) => {
    const read = readCitation(`Holm, K., and Berg, A. (2019). ${TITLE}. ${print}`);
    expect(read).toMatchObject({ year: 2019, volume, pages });
  });
});

describe('what surrounds them', () => {
  it.each(['Das, S.', 'Im, A.R.', 'An, T.'])('reads %s as a name', (name) => {
    const family = name.slice(0, name.indexOf(','));
    const later = readCitation(
      `Holm, K.; ${name}; Berg, T. ${TITLE}. J. Ward Res. 2017, 7, 14-19.`,
    );
    expect(later.authors.map((one) => 'family' in one && one.family)).toEqual([
      'Holm',
      family,
      'Berg',
    ]);
    const first = readCitation(`${name}; Holm, K. ${TITLE}. J. Ward Res. 2017, 7, 14-19.`);
    expect(first).toMatchObject({ firstAuthor: family, title: TITLE });
  });

  it('takes a group that ends the authors as theirs', () => {
    const read = readCitation(
      `Holm KA, Berg A, Ward Nurses Study Group. ${TITLE}. Br J Surg. 2013;100(10):1377-87.`,
    );
    expect(read).toMatchObject({ firstAuthor: 'Holm', title: TITLE });
  });

  it.each([
    '10.10 97/01.wa.0000055141.36916.be',
    '10.111 1/j.1464-410X.2008.07424.x',
    '10.1016/j.war dnursing.2015.02.003.',
    '10.1080/10810 730.2012.67739 4.',
  ])('reads no numbers out of a DOI that a blank breaks: %s', (doi) => {
    const read = readCitation(
      `Holm K, Berg A, et al. ${TITLE}. J Urol. 2003;169(4):1261-1266. doi:${doi}`,
    );
    expect(read).toMatchObject({ container: 'J Urol', volume: '169', pages: '1261-1266' });
    expect(read.doi).toBe(doi.replaceAll(' ', '').replace(/\.$/, '').toLowerCase());
  });

  it.each(['ed E. Lund', 'Eds. E. Lund and P. Ek'])('ends a book before %s', (editors) => {
    const read = readCitation(
      `Holm, K. (1995). “Falls and wards,” in Landscapes of care, ${editors} (Dordrecht: Springer), 486-508.`,
    );
    expect(read).toMatchObject({ container: 'Landscapes of care' });
  });
});

describe('a journal of a word or two right behind initials, where no title is printed,', () => {
  it.each<[string, string, string[], string]>([
    [
      'is not of the last name between semicolons',
      'Holm, M. W.; Lund, R. S.; Ek, P. M. Wards 2007, 56, 295-299.',
      ['Holm', 'Lund', 'Ek'],
      'Wards',
    ],
    [
      'is not the last name behind “and”',
      'M. Holm, R. S. Lund and A. Ek, J. Care, 2017, 105, 979.',
      ['Holm', 'Lund', 'Ek'],
      'J. Care',
    ],
  ])('%s', (_, text, families, container) => {
    const read = readCitation(text);
    expect(read.authors?.map((one) => ('family' in one ? one.family : ''))).toEqual(families);
    expect(read.title).toBeUndefined();
    expect(read).toMatchObject({ container });
  });
});
