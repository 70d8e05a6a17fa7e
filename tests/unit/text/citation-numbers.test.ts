/** Numbers, identifiers and prints of citations, all written for this test. */
import { describe, expect, it } from 'vitest';
import { readIdentifiers } from '../../../lib/text/citation/identifiers';
import { readNumbers } from '../../../lib/text/citation/numbers';
import { onePrint } from '../../../lib/text/citation/print';
import { Words } from '../../../lib/text/citation/tokens';

/** A text; then each stretch of its numbers: what it spans, its rank, and what its numbers are. */
const NUMBERS: [string, string][] = [
  ['12 (nos.3) 5', '12 (nos.3) 5 | 3 | volume 12 | issue 3 | pages 5'],
  ['12 (no3) 5', '12 (no3) 5 | 3 | volume 12 | issue 3 | pages 5'],
  ['12 (№ 3a) 5', '12 (№ 3a) 5 | 3 | volume 12 | issue 3a | pages 5'],
  ['12 (3 suppl 2) 5', '12 (3 suppl 2) 5 | 3 | volume 12 | issue 3 suppl 2 | pages 5'],
  ['12 (3-4 pt. A) 5', '12 (3-4 pt. A) 5 | 3 | volume 12 | issue 3-4 pt. A | pages 5'],
  ['12 (33333) 5', '12 (33333) 5 | 3 | volume 12 | pages 33333'],
  ['p. x12', 'p. x12 | 2 named | pages x12'],
  ['p. Cxii', ''],
  ['第12卷 第3期 45页', '第12卷 第3期 45页 | 3 named | volume 12 | issue 3 | pages 45'],
  ['(12) 45-67', '(12) 45-67 | 3 | volume 12 | pages 45-67'],
  ['123456, 12, 3', '123456, 12, 3 | 3 | volume 123456 | issue 12 | pages 3'],
  ['12, 1234, 9', '12, 1234, 9 | 3 | volume 12 | issue 1234 | pages 9'],
  ['1999 nurses', ''],
  ['(1999) nurses', '(1999) | 0 | year 1999'],
  ['45-67 nights', ''],
  ['12-14th', '12 | 0 | volume 12'],
  ['45-67 In Wards', '45-67 | 0 | pages 45-67'],
  ['(15 and 13)', '(15 and 13 | 0 | volume 15 | pages 13'],
  ['(15, 13)', '(15, 13) | 0'],
  ['vol. 3.4', 'vol. 3.4 | 2 named | volume 3.4'],
  ['400-700 AD', ''],
  ['x, 400-700', '400-700 | 1 | pages 400-700'],
  ['x 400-700', '400-700 | 1 | pages 400-700'],
  ['x 400-700 x', ''],
  ['x) 400-700 x', ''],
  ['(45-67)', '(45-67) | 0'],
  ['12, 1800', '12, 1800 | 3 | volume 12 | year 1800'],
  ['12, 1799', '12, 1799 | 3 | volume 12 | pages 1799'],
  ['12, 1799, 2001', '12, 1799, 2001 | 3 | volume 12 | pages 1799 | year 2001'],
  ['2017;2017:605-9', '2017;2017:605-9 | 3 | year 2017 | volume 2017 | pages 605-9'],
  ['2017;2017(3):605', '2017;2017(3):605 | 3 | year 2017 | volume 2017 | issue 3 | pages 605'],
  ['2014, 2014, 953', '2014, 2014, 953 | 3 | year 2014 | volume 2014 | pages 953'],
  ['2014 2014, 953-9', '2014 2014, 953-9 | 1 | year 2014 | pages 953-9'],
  ['2014, (2014) 953-9', '2014, (2014) 953-9 | 1 | year 2014 | pages 953-9'],
  ['Dec;14(12)', 'Dec;14(12) | 3 | volume 14 | issue 12'],
  ['2004, A44', '2004, A44 | 0 | year 2004 | pages A44'],
  ['2004, 3A44', '2004 | 0 | year 2004'],
  ['12(A3)45', '12(A3)45 | 3 | volume 12 | issue 3 | pages 45'],
  ['12 (no. 3): 45', '12 (no. 3): 45 | 3 | volume 12 | issue 3 | pages 45'],
  ['12 (no 3): 45', '12 (no 3): 45 | 3 | volume 12 | issue 3 | pages 45'],
  ['12 (3 pt 2): 45', '12 (3 pt 2): 45 | 3 | volume 12 | issue 3 pt 2 | pages 45'],
  ['12 (3 suppl. 2): 45', '12 (3 suppl. 2): 45 | 3 | volume 12 | issue 3 suppl. 2 | pages 45'],
  ['12 (3 part B): 45', '12 (3 part B): 45 | 3 | volume 12 | issue 3 part B | pages 45'],
  ['12 (3pt2): 45', '12 (3pt2): 45 | 3 | volume 12 | issue 3pt2 | pages 45'],
  ['12 (iss. 3) 4', '12 (iss. 3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (iss.3) 4', '12 (iss.3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (h. 3) 4', '12 (h. 3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (h.3) 4', '12 (h.3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (№ 3) 4', '12 (№ 3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (№3) 4', '12 (№3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (n°3) 4', '12 (n°3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (nr. 3) 4', '12 (nr. 3) 4 | 3 | volume 12 | issue 3 | pages 4'],
  ['12 (nos. 3-4) 5', '12 (nos. 3-4) 5 | 3 | volume 12 | issue 3-4 | pages 5'],
  ['12 (nos 3-4) 5', '12 (nos 3-4) 5 | 3 named | volume 12 | issue 3-4 | pages 5'],
  ['12 (3-4) 5', '12 (3-4) 5 | 3 | volume 12 | issue 3-4 | pages 5'],
  ['12 (3 - 4) 5', '12 (3 - 4) 5 | 3 | volume 12 | issue 3 - 4 | pages 5'],
  ['12 (3, 4) 5', '12 (3, 4) 5 | 3 | volume 12 | issue 3, 4 | pages 5'],
  ['12 (3 & 4) 5', '12 (3 & 4) 5 | 3 | volume 12 | issue 3 & 4 | pages 5'],
  ['12 (issue 3) 5', '12 (issue 3) 5 | 3 | volume 12 | issue 3 | pages 5'],
  ['12 (-3) 5', '12 (-3) 5 | 3 | volume 12 | issue 3 | pages 5'],
  ['12 (special issue) 5', '12 (special issue) 5 | 3 | volume 12 | issue special issue | pages 5'],
  ['12 (a special thing) 5', '12 | 0 | volume 12 ; 5 | 0 | volume 5'],
  ['12 (Part 2) 5', '12 (Part 2) 5 | 3 | volume 12 | issue 2 | pages 5'],
  ['12 (a part) 5', '12 | 0 | volume 12 ; 5 | 0 | volume 5'],
  ['Mar-Apr 2001', 'Mar-Apr 2001 | 0 | year 2001'],
  ['Mar-Lund 12', '12 | 0 | volume 12'],
  ['s xii', ''],
  ['vol. xii', 'vol. xii | 2 named | volume xii'],
  ['p. XII, 2001', '2001 | 0 | year 2001'],
  ['p. xii, 2001', 'p. xii, 2001 | 2 named | pages xii | year 2001'],
  ['12-13 (4)', '12-13 (4) | 3 | volume 12-13 | issue 4'],
  ['12-13 (4), 5', '12-13 (4), 5 | 3 | volume 12-13 | issue 4 | pages 5'],
  ['12, 13-14 (5), 6-7', '12, 13-14 (5), 6-7 | 3 | volume 12 | pages 13-14 | issue 5'],
  ['45-67, 89-99', '45-67, 89-99 | 1 | pages 45-67'],
  ['12, 3, 45-67, 89', '12, 3, 45-67, 89 | 3 | volume 12 | issue 3 | pages 45-67'],
  ['12, 3(4), 5', '12, 3(4), 5 | 3 | volume 12 | pages 3 | issue 4'],
  ['12, (3), 5', '12, (3), 5 | 3 | volume 12 | issue 3 | pages 5'],
  ['12, 3, 5, 7', '12, 3, 5, 7 | 3 | volume 12 | issue 3 | pages 5'],
  ['(3) 4', '(3) 4 | 3 | volume 3 | pages 4'],
  ['(3), 2001', '(3), 2001 | 0 | volume 3 | year 2001'],
  ['12 (3) (4) 5', '12 (3) (4) 5 | 3 | volume 12 | issue 3 | pages 5'],
  ['1.2', ''],
  ['1, 2', '1, 2 | 3 | volume 1 | pages 2'],
  ['12 . 5', '12 . 5 | 3 | volume 12 | pages 5'],
  ['vol. 12.13', 'vol. 12.13 | 2 named | volume 12.13'],
  ['1998-2003, 12, 45-67', '1998-2003, 12, 45-67 | 3 | year 1998 | volume 12 | pages 45-67'],
  [
    '1930–1931 (Lund: Harrow, 1960)',
    '1930–1931 | 0 | year 1930 ; (Lund: Harrow, 1960) | 0 | year 1960',
  ],
  [
    '12 (nights of wards before mornings 1999) 4',
    '12 | 0 | volume 12 ; 1999) 4 | 0 | year 1999 | volume 4',
  ],
  ['12 (winter 1999) 4', '12 (winter 1999) 4 | 3 | volume 12 | year 1999 | pages 4'],
  ['p. 45e', 'p. 45e | 2 named | pages 45e'],
  ['45–67, 12(3)', '45–67, 12(3) | 3 | pages 45–67 | volume 12 | issue 3'],
  ['(2001), 12', '(2001), 12 | 0 | year 2001 | volume 12'],
  ['12: 45-67-89', '12: 45-67-89 | 3 | volume 12 | pages 45-67'],
  ['12, 45%', '12 | 0 | volume 12'],
  ['12’s', ''],
  ['TR-12', ''],
  ['A-12', ''],
  ['12, 12345, 9', '12, 12345, 9 | 3 | volume 12 | pages 12345'],
  ['12(3):45-67', '12(3):45-67 | 3 | volume 12 | issue 3 | pages 45-67'],
  ['12 (2001) 45', '12 (2001) 45 | 3 | volume 12 | year 2001 | pages 45'],
  [
    'vol. 12, no. 3, pp. 45-67',
    'vol. 12, no. 3, pp. 45-67 | 3 named | volume 12 | issue 3 | pages 45-67',
  ],
  [
    'Bd. 12, H. 3, S. 45-67',
    'Bd. 12, H. 3, S. 45-67 | 3 named | volume 12 | issue 3 | pages 45-67',
  ],
  ['12, 45-67 (2001)', '12, 45-67 (2001) | 3 | volume 12 | pages 45-67 | year 2001'],
  ['2001;12:45-7', '2001;12:45-7 | 3 | year 2001 | volume 12 | pages 45-7'],
  ['pp. 45-67', 'pp. 45-67 | 2 named | pages 45-67'],
  ['no. 7', 'no. 7 | 2 named | issue 7'],
  ['12', '12 | 0 | volume 12'],
  ['1999', '1999 | 0 | year 1999'],
  ['(1999)', '(1999) | 0 | year 1999'],
  ['24 March 2016', '24 March 2016 | 0 | year 2016'],
  ['12, 2001', '12, 2001 | 3 | volume 12 | year 2001'],
  ['1996b', '1996b | 0 | year 1996b'],
  ['ApJ, 696, 1548', '696, 1548 | 3 | volume 696 | pages 1548'],
  ['12:e45', '12:e45 | 3 | volume 12 | pages e45'],
  ['vol. IV', 'vol. IV | 2 named | volume IV'],
  ['12 Suppl 2:S45', '12 Suppl 2:S45 | 3 named | volume 12 | issue 2 | pages S45'],
  ['1998-2003', '1998-2003 | 0 | year 1998'],
  ['45–67', '45–67 | 1 | pages 45–67'],
  ['450-350 BC', ''],
  ['15 rules', ''],
  ['제12권 3호', '제12권 3호 | 3 named | volume 12 | issue 3'],
  ['$12', ''],
  ['v12', 'v12 | 2 named | volume 12'],
  ['№ 3. С. 45', '3. С. 45 | 3 named | volume 3 | pages 45'],
  ['Vol. 5, 2001', 'Vol. 5, 2001 | 3 named | volume 5 | year 2001'],
  ['12(Pt 2):45', '12(Pt 2):45 | 3 | volume 12 | issue 2 | pages 45'],
  [
    '12, no. 3 (2001): 45-67',
    '12, no. 3 (2001): 45-67 | 3 named | volume 12 | issue 3 | year 2001 | pages 45-67',
  ],
  ['2.053', ''],
  ['12, pp 45', '12, pp 45 | 3 named | volume 12 | pages 45'],
  ['12, 3, 45', '12, 3, 45 | 3 | volume 12 | issue 3 | pages 45'],
  ['12, 3, 45-67', '12, 3, 45-67 | 3 | volume 12 | issue 3 | pages 45-67'],
  ['12(3)', '12(3) | 3 | volume 12 | issue 3'],
  ['(3): 4-9', '(3): 4-9 | 3 | volume 3 | pages 4-9'],
  ['12 (3-4): 45', '12 (3-4): 45 | 3 | volume 12 | issue 3-4 | pages 45'],
  ['12: 45', '12: 45 | 3 | volume 12 | pages 45'],
  ['12; 45', '12; 45 | 3 | volume 12 | pages 45'],
  ['12. 45-67', '12. 45-67 | 3 | volume 12 | pages 45-67'],
  ['S. 45', 'S. 45 | 2 named | pages 45'],
  ['s. 45', 's. 45 | 2 named | pages 45'],
  ['c. 12', 'c. 12 | 2 named | pages 12'],
  ['no 7', 'no 7 | 2 named | issue 7'],
  ['May 2001', 'May 2001 | 0 | year 2001'],
  ['Spring 2001', 'Spring 2001 | 0 | year 2001'],
  ['12, 1998-2003', '12, 1998-2003 | 3 | volume 12 | pages 1998-2003'],
  ['2001, 12, 45', '2001, 12, 45 | 3 | year 2001 | volume 12 | pages 45'],
  ['vol 12', 'vol 12 | 2 named | volume 12'],
  ['vols. 1-2', 'vols. 1-2 | 2 named | volume 1-2'],
  ['Tome 12', 'Tome 12 | 2 named | volume 12'],
  ['т. 12', 'т. 12 | 2 named | volume 12'],
  ['issue 3', 'issue 3 | 2 named | issue 3'],
  ['art. 45', 'art. 45 | 2 named | pages 45'],
  ['p. xii', 'p. xii | 2 named | pages xii'],
  ['12, 45–67', '12, 45–67 | 3 | volume 12 | pages 45–67'],
  ['12, 45—67', '12, 45—67 | 3 | volume 12 | pages 45—67'],
  ['12, S45', '12, S45 | 3 | volume 12 | pages S45'],
  ['2001/2002', '2001/2002 | 0 | year 2001'],
  ['c1990', 'c1990 | 0 | year 1990'],
  ['©1990', '1990 | 0 | year 1990'],
  ['12 May 2001, A44', '12 May 2001, A44 | 0 | year 2001 | pages A44'],
  ['vol. 12: 45-67', 'vol. 12: 45-67 | 3 named | volume 12 | pages 45-67'],
  ['3(2): 1-9 (May 2001)', '3(2): 1-9 (May 2001) | 3 | volume 3 | issue 2 | pages 1-9 | year 2001'],
  ['12, no. 3', '12, no. 3 | 3 named | volume 12 | issue 3'],
  ['#12', ''],
  ['45 p.', ''],
  ['12th', ''],
  ['12(2001)45', '12(2001)45 | 3 | volume 12 | year 2001 | pages 45'],
  ['(12) 45', '(12) 45 | 3 | volume 12 | pages 45'],
  ['12A', '12A | 0 | volume 12A'],
  ['Suppl. 2', 'Suppl. 2 | 2 named | issue 2'],
  ['Heft 3', 'Heft 3 | 2 named | issue 3'],
  ['fasc. 2', 'fasc. 2 | 2 named | issue 2'],
  ['n° 3', 'n° 3 | 2 named | issue 3'],
  ['nº 3', 'nº 3 | 2 named | issue 3'],
  ['Jg. 12', 'Jg. 12 | 2 named | volume 12'],
  ['12, 45 pages', '12 | 0 | volume 12'],
  [
    '1999 Mar-Apr;12(3):45',
    '1999 Mar-Apr;12(3):45 | 3 | year 1999 | volume 12 | issue 3 | pages 45',
  ],
  ['1999 Dec;14(12):45', '1999 Dec;14(12):45 | 3 | year 1999 | volume 14 | issue 12 | pages 45'],
  ['art-house 12', '12 | 0 | volume 12'],
  ['11, 1527 (2011)', '11, 1527 (2011) | 3 | volume 11 | pages 1527 | year 2011'],
  ['No 7, 2001', 'No 7, 2001 | 2 named | issue 7 | year 2001'],
  ['100 years of 12', '12 | 0 | volume 12'],
];

/** A text; its DOI, and what is left of it. */
const IDENTIFIERS: [string, string][] = [
  ['10.5555/jc- 2001 end', '10.5555/jc-2001 | ¦                end'],
  ['10.5555/jc- night end', '10.5555/jc- | ¦           night end'],
  ['10.5555/jc_ 12 end', '10.5555/jc_12 | ¦              end'],
  ['10.5555/jc. 2015 end', '10.5555/jc | ¦           2015 end'],
  ['10.5555/jc. 2015. end', '10.5555/jc | ¦           2015. end'],
  ['10.5555/jc. 3015 end', '10.5555/jc.3015 | ¦                end'],
  ['10.5555/jc. 201 end', '10.5555/jc.201 | ¦               end'],
  ['10.5555/jc. 12015 end', '10.5555/jc.12015 | ¦                 end'],
  ['10.5555/jc. a.12 end', '10.5555/jc.a.12 | ¦                end'],
  ['10.5555/jc. Ab12 end', '10.5555/jc | ¦           Ab12 end'],
  ['10.5555/jc. 12, end', '10.5555/jc | ¦           12, end'],
  ['10.5555/jc. night end', '10.5555/jc | ¦           night end'],
  ['10.5555/jc .ab12 end', '10.5555/jc.ab12 | ¦                end'],
  ['10.5555/jc .1 end', '10.5555/jc.1 | ¦             end'],
  ['10.5555/jc .night end', '10.5555/jc | ¦          .night end'],
  ['10.5555/jc .abc-1 end', '10.5555/jc | ¦          .abc-1 end'],
  ['10.5555/a- 1- 2- 3- 4- 5 end', '10.5555/a-1-2-3- | ¦                   4- 5 end'],
  [
    'doi: 10.5555/j.ward 7.2015.02.003.',
    '10.5555/j.ward7.2015.02.003 | ¦                                 ',
  ],
  [
    'http://doi.org/10.5555/j.ward 7.2015.02.003.',
    '10.5555/j.ward7.2015.02.003 | ¦                                           ',
  ],
  [
    'https://doi.org/10.5555/j.ward 7.2015.02.003.',
    '10.5555/j.ward7.2015.02.003 | ¦                                            ',
  ],
  ['10.5555/j.ward 7.2015.02.003.', '10.5555/j.ward | ¦              7.2015.02.003.'],
  ['10.5555/!- end', 'none | 10.5555/!- end'],
  ['Care 10.5555/a 12 end', '10.5555/a | Care ¦         12 end'],
  ['10.5555/j-c 12 end', '10.5555/j-c | ¦           12 end'],
  ['10.5555/jc( 12) end', '10.5555/jc(12) | ¦               end'],
  ['10.5555/jc/ 12 end', '10.5555/jc/12 | ¦              end'],
  ['Care. doi: 10.5555/a.b-c. Next', '10.5555/a.b-c | Care. ¦                   Next'],
  ['x https://doi.org/10.5555/ab(1)c, y', '10.5555/ab(1)c | x ¦                               y'],
  ['10.5555/jc. 2001.12 end', '10.5555/jc.2001.12 | ¦                   end'],
  ['Care 10.5555/abc(2019).', '10.5555/abc | Care ¦                 '],
  ['a www.care.example/x b', 'none | a ¦                  b'],
  ['PMID: 12345', 'none | ¦          '],
  ['arXiv:1706.01354 [hep-th]', 'none | ¦                        '],
  ['hep-ph/0508110', 'none | ¦             '],
  ['MR: A new family', 'none | MR: A new family'],
  ['ISBN 978-3-16-148410-0', 'none | ¦                     '],
  ['Care, 24 p.', 'none | Care¦      '],
  [
    'retrieved 3 May 2020 from http://a.example',
    'none | retrieved 3 May 2020 from¦                ',
  ],
  ['Retrieved nurses', 'none | Retrieved nurses'],
  ['PMC1234567', 'none | ¦         '],
  ['[Google Scholar]', 'none | ¦               '],
  ['doi 10.5555/abc', '10.5555/abc | ¦              '],
  ['DOI: 10.5555/abc.', '10.5555/abc | ¦                '],
  ['https://dx.doi.org/10.5555/abc', '10.5555/abc | ¦                             '],
  ['(doi:10.5555/abc)', '10.5555/abc | (¦               '],
  ['10.5555/abc; PMID: 1', '10.5555/abc | ¦            ¦      '],
  ['ISSN 1234-5678, Care', 'none | ¦             , Care'],
  ['arXiv:hep-ph/0508110', 'none | ¦                   '],
  [
    'Care. Available from: http://care.example/x.',
    'none | Care. ¦              ¦                      ',
  ],
  ['Care [cited 2002 May 3]', 'none | Care [¦                '],
  ['Accessed 3 May 2020. Care', 'none | Accessed 3 May 2020. Care'],
  ['Zugriff 3.5.2020', 'none | Zugriff 3.5.2020'],
  ['Care 10.1 wards', 'none | Care 10.1 wards'],
  ['xii, 24 pp.', 'none | xii¦       '],
  ['<http://care.example>', 'none | ¦                    '],
];

/** A text as it is printed, and in the one print in which it is read. */
const PRINTS: [string, string][] = [
  ['(Berg A. Care', 'Berg A. Care'],
  ['Care (and nights', 'Care (and nights'],
  ['Care (and) nights', 'Care (and) nights'],
  ['Be´ rg', 'Berg'],
  ['Care\n\n nights', 'Care nights'],
  ['12(3)45,6', '12(3) 45,6'],
  ['  Care  ', 'Care'],
  ['Bell,T;Holm,E:Care', 'Bell, T; Holm, E:Care'],
  ['Springer1998,Lund', 'Springer 1998, Lund'],
  // Low quotes, repeated commas and back-ticks in place of commas and quotes.
  ['Berg‚ A. Care', 'Berg, A. Care'],
  ['Berg A.‚ Dahl C.', 'Berg A., Dahl C.'],
  ['12‚ 45', '12‚ 45'],
  ['Berg‚A', 'Berg‚A'],
  ['Berg A,,, Dahl', 'Berg A, Dahl'],
  ['„Care“', '„Care“'],
  [',,Care“', '“Care“'],
  ["``Care''", '“Care”'],
  // A bracket that closes nowhere, accents beside their letters, marks of footnotes.
  ['( Berg A. Care', 'Berg A. Care'],
  ['( Berg A. Care)', '(Berg A. Care)'],
  ['Be´ atrice', 'Beatrice'],
  ['Berg* A†. Care‡', 'Berg A. Care'],
  ['Care . . . and', 'Care. . . and'],
  // What is glued: initials, years, volumes; not in an address.
  ['HolmK., A', 'Holm K., A'],
  ['HolmK.L., A', 'Holm K.L., A'],
  ['Springer1998', 'Springer 1998'],
  ['Springer1998/99', 'Springer1998/99'],
  ['JHEP0908', 'JHEP 0908'],
  ['www.a.org/b,C', 'www.a.org/b,C'],
  ['Berg ,A .,Care', 'Berg, A., Care'],
  ['Bell,T. Care', 'Bell, T. Care'],
  ['time.Optics', 'time. Optics'],
  ['( 2008)054502', '(2008) 054502'],
  ['Be´ atrice', 'Beatrice'],
  ['a <i>b</i> c', 'a b c'],
  ['Care*†', 'Care'],
  ["``Care''", '“Care”'],
  ['a,, b', 'a, b'],
  ['Berg‐Dahl', 'Berg-Dahl'],
  ['x  y\n z', 'x y z'],
  ['see http://a.example/x,y', 'see http://a.example/x,y'],
  ['PoSLATTICE 2008', 'PoS LATTICE 2008'],
  ['JHEP0908', 'JHEP 0908'],
  ['BergH., x', 'Berg H., x'],
  ['Springer1998', 'Springer 1998'],
  ['(Care 12', 'Care 12'],
  ['Series:Care', 'Series: Care'],
  ['a\u00adb\u200bc', 'abc'],
  ['a ; b', 'a; b'],
  ['Care (12 )', 'Care (12) '],
  ['A.Berg', 'A.Berg'],
  ['Care.Wards of', 'Care. Wards of'],
  ['12,34', '12,34'],
  ['Berg ‐ Dahl', 'Berg - Dahl'],
  ['ʻʻCareʼʼ', '“Care”'],
  ['‚a', '‚a'],
  ['x¬y', 'xy'],
  ['“ Care ”', '“ Care ”'],
  ['Vol.12', 'Vol.12'],
  ['http://a.example/a.Berg', 'http://a.example/a.Berg'],
];

/** Numbers behind authors and their year, which is 2019; what they are. */
const BEHIND_2019: [string, string][] = [
  ['2028, 231-246', '2028, 231-246 | 3 | volume 2028 | pages 231-246'],
  ['2019, 231-246', '2019, 231-246 | 1 | year 2019 | pages 231-246'],
  ['9, 2087', '9, 2087 | 3 | volume 9 | pages 2087'],
  ['9, 2019', '9, 2019 | 3 | volume 9 | year 2019'],
  ['9, 2019a', '9, 2019a | 3 | volume 9 | pages 2019a'],
  ['2028 (3)', '2028 (3) | 3 | volume 2028 | issue 3'],
  ['2028', '2028 | 0 | year 2028'],
  ['[2028], 231-246', '[2028], 231-246 | 1 | year 2028 | pages 231-246'],
  ['(2028), 231-246', '(2028), 231-246 | 1 | year 2028 | pages 231-246'],
  ['12, 2028, 4-9', '12, 2028, 4-9 | 3 | volume 12 | year 2028 | pages 4-9'],
  ['pp. 4-9, 2028, 31-46', 'pp. 4-9, 2028, 31-46 | 2 named | pages 4-9 | year 2028'],
];
const stretches = (text: string, said?: string) =>
  readNumbers(new Words(text), 0, said)
    .map(({ from, to, named, rank, ...parts }) =>
      [
        text.slice(from, to),
        `${rank}${named ? ' named' : ''}`,
        ...Object.entries(parts).map(([part, value]) => `${part} ${value}`),
      ].join(' | '),
    )
    .join(' ; ');

/** How many numbers each stretch holds. */
const numbersIn = (text: string) =>
  readNumbers(new Words(text), 0).map(({ from, to }) => text.slice(from, to).split(',').length);

describe('numbers of a citation', () => {
  it.each(NUMBERS)('%j', (text, said) => {
    expect(stretches(text)).toBe(said);
  });

  it.each(BEHIND_2019)('behind 2019: %j', (text, said) => {
    expect(stretches(text, '2019')).toBe(said);
  });

  it('a year with a letter is another’s', () => {
    expect(stretches('2019, 231-246', '2019a')).toBe(
      '2019, 231-246 | 1 | year 2019 | pages 231-246',
    );
  });

  it('a stretch of many numbers is cut', () => {
    expect(numbersIn('12, '.repeat(30))).toEqual([24, 6]);
  });
});

describe('identifiers of a citation', () => {
  it.each(IDENTIFIERS)('%j', (text, said) => {
    const { doi, rest } = readIdentifiers(text);
    expect([doi ?? 'none', rest].join(' | ')).toBe(said);
    expect(rest).toHaveLength(text.length);
  });
});

describe('one print', () => {
  it.each(PRINTS)('%j', (text, print) => {
    expect(onePrint(text)).toBe(print);
  });

  it('blanks and marks of what is left out do not count against its length', () => {
    expect(onePrint(`${' '.repeat(3_000)}Care`)).toBe('Care');
    expect(onePrint(`${'a'.repeat(1_999)} bcd`)).toHaveLength(2_000);
    expect(onePrint(`${'a '.repeat(700)}Care.Night`).slice(-11)).toBe('Care. Night');
  });
});
