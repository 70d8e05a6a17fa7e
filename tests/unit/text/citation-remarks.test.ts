/** Remarks beside works, works without a title, and lists in other scripts, all written for this test. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { inOneLine } from '../../support/citations/in-one-line';

/** A citation, and all that is read in it: its authors, title and container, its year, then its numbers by name. */
const ROWS: [string, string][] = [
  [
    '이경렬․박명진(2016), 병동의 밤에 따른 간호의 비교연구. 간호학연구, 14(4), 245-256.',
    '이경렬 | 박명진 » 병동의 밤에 따른 간호의 비교연구 » 간호학연구 » 2016 » volume 14 » issue 4 » pages 245-256',
  ],
  [
    '이찬희.조지현.김지영, 2016, 병동의 밤과 간호, 보존과학회지, Vol.32, No.4, pp.471-490.',
    '이찬희 | 조지현 | 김지영 » 병동의 밤과 간호 » 보존과학회지 » 2016 » volume 32 » issue 4 » pages 471-490',
  ],
  [
    'Ricen S, Linna AW, Safer D, Vale D. A structural change in the ward. Nature 1999; 402:778-784.',
    'Ricen, S | Linna, AW | Safer, D | Vale, D. » A structural change in the ward » Nature » 1999 » volume 402 » pages 778-784',
  ],
  [
    'Mayen BJ, Balti D. A putative domain present in diverse wards. Cell 1993; 73:629-630.',
    'Mayen, BJ | Balti, D. » A putative domain present in diverse wards » Cell » 1993 » volume 73 » pages 629-630',
  ],
  [
    'Vol. 8, 179-186, February 1997 Cell Growth & Care',
    'Cell Growth & Care » 1997 » volume 8 » pages 179-186',
  ],
  [
    'Verma, A. K., & Margo, J. L. 2016, Journal of Ward Research (Planets), 121, 1627',
    'Verma, A. K. | Margo, J. L. » Journal of Ward Research (Planets) » 2016 » volume 121 » pages 1627',
  ],
  [
    'Rothst, Linda (1995). "The night wars." Bulletin of Ward Scientists 51 (January): 5-6.',
    'Rothst, Linda » The night wars » Bulletin of Ward Scientists » 1995 » volume 51 » pages 5-6',
  ],
  [
    'The impact of night on crop yields in the wards Blanc, É. 2012 American Journal of Care, 1(1): 1–13',
    'Blanc, É. » The impact of night on crop yields in the wards » American Journal of Care » 2012 » volume 1 » issue 1 » pages 1–13',
  ],
  [
    'The Blackwell dictionary of night psychology. (1991). Oxford, England: Blackwell.',
    'The Blackwell dictionary of night psychology » 1991',
  ],
  [
    'Berg A, Dahl C. [Falls at night]. Pflege 1999; 12:45-7.',
    'Berg, A | Dahl, C. » [Falls at night] » Pflege » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Berg A, Dahl C. Falls at night: results. Am J Care. 1999;12:45-7; discussion 48-9.',
    'Berg, A | Dahl, C. » Falls at night: results » Am J Care » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Berg A, Dahl C. Falls at night. Am J Care. 1999;12:45-7. Erratum in: Am J Care. 2000;13:4.',
    'Berg, A | Dahl, C. » Falls at night » Am J Care » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Berg, A. & Dahl, C. (1999) Falls at night. J. Care 12, 45–67; PMID: 1234567.',
    'Berg, A. | Dahl, C. » Falls at night » J. Care » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg A (1999) Falls at night. PLoS ONE 4(5): e5500. doi:10.5555/pone.0005500',
    'Berg, A » Falls at night » PLoS ONE » 1999 » volume 4 » issue 5 » pages e5500 » doi 10.5555/pone.0005500',
  ],
  [
    'Berg A. Falls at night. N Engl J Med 1999; 340: 45-7.',
    'Berg, A. » Falls at night » N Engl J Med » 1999 » volume 340 » pages 45-7',
  ],
  [
    'Berg A. Falls at night. Acta Nurs Scand 1999; 12 (Suppl. 340): 1-45.',
    'Berg, A. » Falls at night » Acta Nurs Scand » 1999 » volume 12 » issue 340 » pages 1-45',
  ],
  [
    'Berg A. Falls at night. Z Pflege 1999; 12: 45-7 (in German).',
    'Berg, A. » Falls at night » Z Pflege » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Berg, A., 1999. Falls at night. Wards 12 (3/4), 45-67.',
    'Berg, A. » Falls at night » Wards » 1999 » volume 12 » issue 3/4 » pages 45-67',
  ],
  [
    'Berg, A., 1999. Falls at night. Wards 12A, 45-67.',
    'Berg, A. » Falls at night » Wards » 1999 » volume 12A » pages 45-67',
  ],
  [
    'Berg, A., 1999, Falls at night: Wards, v. 12, no. 3, p. 45-67.',
    'Berg, A. » Falls at night » Wards » 1999 » volume 12 » issue 3 » pages 45-67',
  ],
  [
    'Berg, A., 1999, Falls at night: Geological Society of America Bulletin, v. 12, p. 45-67.',
    'Berg, A. » Falls at night » Geological Society of America Bulletin » 1999 » volume 12 » pages 45-67',
  ],
  [
    'A. Berg et al., Phys. Rev. Lett. 12, 345 (1999).',
    'Berg, A. » Phys. Rev. Lett. » 1999 » volume 12 » pages 345',
  ],
  ['A. Berg, C. Dahl, hep-ph/9901234.', 'Berg, A. | Dahl, C.'],
  ['A. Berg, arXiv:1901.01234.', 'Berg, A.'],
  [
    'A. Berg, C. Dahl, JHEP 0908 (2009) 045.',
    'Berg, A. | Dahl, C. » JHEP » 2009 » volume 0908 » pages 045',
  ],
  ['A. Berg, Ph.D. thesis, University of Lund, 1999.', 'Berg, A. » 1999'],
  ['A. Berg, private communication.', 'Berg, A.'],
  ['A. Berg, unpublished.', 'Berg, A.'],
  [
    'A. Berg, in Proceedings of the Ward Conference, Lund, 1999, p. 45.',
    'Berg, A. » Proceedings of the Ward Conference » 1999 » pages 45',
  ],
  [
    'A. Berg, in Wards of the North, edited by C. Dahl (Harrow, Lund, 1999), p. 45.',
    'Berg, A. » Wards of the North » 1999 » pages 45',
  ],
  [
    'A. Berg, Wards of the North (Cambridge University Press, Cambridge, 1999).',
    'Berg, A. » Wards of the North » 1999',
  ],
  [
    'A. Berg, Wards of the North (Cambridge University Press, 1999), p. 45.',
    'Berg, A. » Wards of the North » 1999 » pages 45',
  ],
  [
    'A. Berg, Wards of the North, Cambridge University Press, Cambridge, UK, 1999, Chap. 3.',
    'Berg, A. » Wards of the North » 1999',
  ],
  [
    'A. Berg and C. Dahl, Falls at night (Springer, Berlin, 1999), Vol. 2.',
    'Berg, A. | Dahl, C. » Falls at night » 1999 » volume 2',
  ],
  [
    'Berg, A. Falls at Night. Reading, MA: Addison-Wesley, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  ['Berg, A. Falls at Night. St. Louis: Mosby, 1999.', 'Berg, A. » Falls at Night » 1999'],
  [
    'Berg, A. Falls at Night. New York and London: Harrow, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  [
    'Berg, A. Falls at Night. Washington, D.C.: Harrow Institute, 1999.',
    'Berg, A. » Falls at Night » 1999',
  ],
  [
    'Berg, A. Falls at Night. Thousand Oaks: Sage; 1999. 312 p.',
    'Berg, A. » Falls at Night » 1999',
  ],
  ['Berg, A. Falls at Night. Lund: Harrow, 1999. Print.', 'Berg, A. » Falls at Night » 1999'],
  [
    'Berg, A. Falls at Night. Lund: Harrow Press, 1999. ISBN 978-3-16-148410-0.',
    'Berg, A. » Falls at Night » 1999',
  ],
  [
    'Berg, A. Falls at Night. Lund, 1999. <http://care.example/x> (accessed 3 May 2020).',
    'Berg, A. » Falls at Night » 1999',
  ],
  ['Berg, A., Falls at night, http://care.example/x (1999).', 'Berg, A. » Falls at night » 1999'],
  [
    'Berg, A. (1999). Falls at night. Retrieved from http://care.example/x',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. (1999). Falls at night [Data file]. Lund: Harrow Institute.',
    'Berg, A. » Falls at night [Data file] » 1999',
  ],
  [
    'Berg, A. (1999). Falls at night (Vols. 1-2). London: Arnold.',
    'Berg, A. » Falls at night » 1999 » volume 1-2',
  ],
  [
    'Berg, A. (1999). Falls at night (C. Dahl, Trans.). London: Arnold.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A. (1999). Falls at night. In Encyclopedia of care (Vol. 3, pp. 45-67). London: Arnold.',
    'Berg, A. » Falls at night » Encyclopedia of care » 1999 » volume 3 » pages 45-67',
  ],
  [
    'Berg, A. (1999). Falls at night. In C. Dahl (Ed.), Encyclopedia of care (2nd ed., Vol. 3, pp. 45-67). London: Arnold.',
    'Berg, A. » Falls at night » Encyclopedia of care » 1999 » volume 3 » pages 45-67',
  ],
  [
    'Berg, A. (1999). Falls at night. In C. Dahl, E. Holm, & L. Ek (Eds.), Care (pp. 45-67). London: Arnold.',
    'Berg, A. » Falls at night » Care » 1999 » pages 45-67',
  ],
  [
    'Berg, A. (1999, May). Falls at night. Poster presented at the Ward Conference, Lund.',
    'Berg, A. » Falls at night » 1999',
  ],
  [
    'Berg, A., & Dahl, C. (1999). Falls at night. Manuscript submitted for publication.',
    'Berg, A. | Dahl, C. » Falls at night » 1999',
  ],
];

describe('citations', () => {
  it.each(ROWS)('%s', (text, fields) => {
    expect(inOneLine(readCitation(text))).toBe(fields);
  });
});
