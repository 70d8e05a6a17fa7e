/** Titles with marks in them and journals with odd numbers, all written for this test. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { inOneLine } from '../../support/citations/in-one-line';

/** A citation, and all that is read in it: its authors, title and container, its year, then its numbers by name. */
const ROWS: [string, string][] = [
  [
    'Montai, Michel de, 1993 (orig. 1580), “On the Uncertainty of Our Care,” in: The Complete Essays (New York: Penguin), pp. 314-320.',
    'Montai, Michel de » On the Uncertainty of Our Care » The Complete Essays » 1993 » pages 314-320',
  ],
  [
    'Kita, S. (1994). Bunka teki [Cultural views of self]. Shaka Kenkyu [Japanese Journal of Social Care], 10(3), 153–167.',
    'Kita, S. » Bunka teki [Cultural views of self] » Shaka Kenkyu » 1994 » volume 10 » issue 3 » pages 153–167',
  ],
  [
    'Irma Zakia, Soehar Tjon, Iskandar, and Adit Kurni, “Received Beams on Wards,” International Journal on Wards, Volume 5, No. 4, December 2013, pp. 454-473.',
    'Zakia, Irma | Tjon, Soehar | Iskandar | Kurni, Adit » Received Beams on Wards » International Journal on Wards » 2013 » volume 5 » issue 4 » pages 454-473',
  ],
  [
    'François Morea, M. Bourre, S.Mailla, Une analyse économique du soin, Revue Française d’Economie, 30(2): 1-38, 2015',
    'Morea, François | Bourre, M. | Mailla, S. » Une analyse économique du soin » Revue Française d’Economie » 2015 » volume 30 » issue 2 » pages 1-38',
  ],
  [
    'Jorge Penna, Jeffrey T. Hancok, An Analysis of Care and Task Communication, Communication Research, Vol.33, 2006.',
    'Penna, Jorge | Hancok, Jeffrey T. » An Analysis of Care and Task Communication » Communication Research » 2006 » volume 33',
  ],
  [
    'Jacob D Beken. Black wards and entropy. Ward Review D, 7:2333-2346, 1973.',
    'Beken, Jacob D » Black wards and entropy » Ward Review D » 1973 » volume 7 » pages 2333-2346',
  ],
  [
    'Regoli D: "Kinins." Br Med Bull 1987; 43:270-284.',
    'Regoli, D » Kinins » Br Med Bull » 1987 » volume 43 » pages 270-284',
  ],
  [
    'Siervo, M., & Prent, A. M. (2006). A pilot study on body image, attractiveness and body size in nurses. Eating and Weight Disorders-Studies on Anorexia, Bulimia and Obesity, 11(2), 100-109.',
    'Siervo, M. | Prent, A. M. » A pilot study on body image, attractiveness and body size in nurses » Eating and Weight Disorders-Studies on Anorexia, Bulimia and Obesity » 2006 » volume 11 » issue 2 » pages 100-109',
  ],
  [
    'Luckm S.P., 1998, J. Bone Care Res., 13, 581-589',
    'Luckm, S.P. » J. Bone Care Res. » 1998 » volume 13 » pages 581-589',
  ],
  [
    'Biochemical and Biophysical Research Communications 269, 415-421 (2000)',
    'Biochemical and Biophysical Research Communications » 2000 » volume 269 » pages 415-421',
  ],
  [
    'Absol, K. 1900. Über zwei neue Pfleger aus den Höhlen des Gebietes., Zoologischer Anzeiger, Bd. 23, pp. 5.',
    'Absol, K. » Über zwei neue Pfleger aus den Höhlen des Gebietes » Zoologischer Anzeiger » 1900 » volume 23 » pages 5',
  ],
  [
    'lanna PM, Tabom GU, Garton RL. Stem cells from the rat are capable of care. Dev Biol 1994; 163:288-292.',
    'lanna, PM | Tabom, GU | Garton, RL. » Stem cells from the rat are capable of care » Dev Biol » 1994 » volume 163 » pages 288-292',
  ],
  [
    'C. G. Bolli and J. J. Giamb:Il Nuovo Cim. B 12, 20 (1972).',
    'Bolli, C. G. | Giamb, J. J. » Il Nuovo Cim. B » 1972 » volume 12 » pages 20',
  ],
  [
    'Furto, J., & Laval, C. (1998). L’individu post-moderne et sa souffrance : Introduction à une clinique de la nuit. Confrontations psychiatriques, 39, 373-398.',
    'Furto, J. | Laval, C. » L’individu post-moderne et sa souffrance: Introduction à une clinique de la nuit » Confrontations psychiatriques » 1998 » volume 39 » pages 373-398',
  ],
  [
    'Kita, S. Wards and nights. In: Proceedings of Care. 2nd ed. Lund: Harrow; 1999.',
    'Kita, S. » Wards and nights » Proceedings of Care » 1999',
  ],
  [
    'Berg, A. (to appear). Falls at night. Journal of Care.',
    'Berg, A. » Falls at night » Journal of Care',
  ],
  [
    'Berg, A. Falls at night [abstract]. J Care 1999;12:45.',
    'Berg, A. » Falls at night [abstract] » J Care » 1999 » volume 12 » pages 45',
  ],
  [
    'Berg, A. Falls at night (letter). J Care 1999;12:45.',
    'Berg, A. » Falls at night (letter) » J Care » 1999 » volume 12 » pages 45',
  ],
  [
    'Berg, A. Falls at night [in French]. J Care 1999;12:45-7.',
    'Berg, A. » Falls at night [in French] » J Care » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Berg A. Falls at night. J Care 1999;12(Suppl 2):S45-7.',
    'Berg, A. » Falls at night » J Care » 1999 » volume 12 » issue 2 » pages S45-7',
  ],
  [
    'Berg A. Falls at night. J Care 1999;12(3 Pt 1):45-7.',
    'Berg, A. » Falls at night » J Care » 1999 » volume 12 » issue 3 Pt 1 » pages 45-7',
  ],
  [
    'Berg A. Falls at night. J Care 1999;12(3-4):45-7.',
    'Berg, A. » Falls at night » J Care » 1999 » volume 12 » issue 3-4 » pages 45-7',
  ],
  [
    'Berg A. Falls at night. J Care 1999 Mar 3;12(3):45-7.',
    'Berg, A. » Falls at night » J Care » 1999 » volume 12 » issue 3 » pages 45-7',
  ],
  [
    'Berg A. Falls at night. J Care 1999 Mar-Apr;12(3):45-7.',
    'Berg, A. » Falls at night » J Care » 1999 » volume 12 » issue 3 » pages 45-7',
  ],
  [
    'Berg A. Falls at night. J Care. 2019 Mar 3. doi: 10.5555/jc.2019.3. Epub ahead of print.',
    'Berg, A. » Falls at night » J Care » 2019 » doi 10.5555/jc.2019.3',
  ],
  [
    'Berg A. Falls at night. J Care. 1999;(12):45-7.',
    'Berg, A. » Falls at night » J Care » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Berg A. Falls at night. J Care. 1999:45-7.',
    'Berg, A. » Falls at night » J Care » 1999 » pages 45-7',
  ],
  [
    'Berg, A. Falls at night. Care 2019, 12, 1234.',
    'Berg, A. » Falls at night » Care » 2019 » volume 12 » pages 1234',
  ],
  [
    'Berg, A. Falls at night. Journal of Care, vol. XII, no. 3, 1999, pp. 45-67.',
    'Berg, A. » Falls at night » Journal of Care » 1999 » volume XII » issue 3 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night. Journal of Care, Winter 1999, pp. 45-67.',
    'Berg, A. » Falls at night » Journal of Care » 1999 » pages 45-67',
  ],
  [
    'Berg, A., “Falls at night,” The Harrow Times, 3 May 1999, p. 4.',
    'Berg, A. » Falls at night » The Harrow Times » 1999 » pages 4',
  ],
  [
    'Berg, A., “Falls at night,” The Harrow Times, May 3, 1999, A4.',
    'Berg, A. » Falls at night » The Harrow Times » 1999 » pages A4',
  ],
  [
    'Berg, A. (1999, May 3). Falls at night. Harrow Times, p. 4.',
    'Berg, A. » Falls at night » Harrow Times » 1999 » pages 4',
  ],
  [
    '“Falls at night,” The Economist, 3 May 1999, p. 45.',
    'Falls at night » The Economist » 1999 » pages 45',
  ],
  [
    'Falls at night. Lancet 1999; 12: 45-7.',
    'Falls at night » Lancet » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Anonymous. Falls at night. Lancet 1999; 12: 45-7.',
    'Anonymous » Falls at night » Lancet » 1999 » volume 12 » pages 45-7',
  ],
  [
    'Berg, A., ‘Falls and “wards” at night’, Care Review, 12 (1999), 45–67.',
    'Berg, A. » Falls and “wards” at night » Care Review » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg, A., ‘Nurses’ falls at night’, Care Review, 12 (1999), 45–67.',
    'Berg, A. » Nurses’ falls at night » Care Review » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg, A., “Falls at night?” Care Review 12 (1999): 45–67.',
    'Berg, A. » Falls at night? » Care Review » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg, A., “Falls at night!”, Care Review 12 (1999): 45–67.',
    'Berg, A. » Falls at night! » Care Review » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg, Anna, »Stürze bei Nacht«, in: Zeitschrift für Pflege 12 (1999), S. 45–67.',
    'Berg, Anna » Stürze bei Nacht » Zeitschrift für Pflege » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg, Anna, «Chutes de nuit», Revue de soins, 12, 1999, pp. 45-67.',
    'Berg, Anna » Chutes de nuit » Revue de soins » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, Anna, „Stürze bei Nacht“, in: Zeitschrift für Pflege 12 (1999), 45–67.',
    'Berg, Anna » Stürze bei Nacht » Zeitschrift für Pflege » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg, A. Chutes de nuit. In: Holm E, éd. Les soins. Paris: Seuil; 1999. p. 45-67.',
    'Berg, A. » Chutes de nuit » Les soins » 1999 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night // Journal of Care. 1999. Vol. 12. P. 45-67.',
    'Berg, A. » Falls at night » Journal of Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A.: Falls at night. In: Holm, E. (ed.) Wards. LNCS, vol. 1234, pp. 45–67. Springer, Heidelberg (1999)',
    'Berg, A. » Falls at night » Wards » 1999 » volume 1234 » pages 45–67',
  ],
  [
    'Berg, A. Falls at night. In E. Holm and C. Dahl, editors, Wards of the North, volume 12 of Lecture Notes in Care, pages 45–67. Springer, 1999.',
    'Berg, A. » Falls at night » Wards of the North » 1999 » volume 12 » pages 45–67',
  ],
  [
    'Berg, A. Falls at night. In Wards of the North, pp. 45–67, 1999.',
    'Berg, A. » Falls at night » Wards of the North » 1999 » pages 45–67',
  ],
  [
    'Berg, A. Falls at night, in Wards of the North, E. Holm, ed., Harrow Press, Lund, 1999, pp. 45–67.',
    'Berg, A. » Falls at night » Wards of the North » 1999 » pages 45–67',
  ],
  [
    'Berg, A. (1999). Falls at night. Pp. 45–67 in Wards of the North, edited by E. Holm. Lund: Harrow Press.',
    'Berg, A. » Falls at night » Wards of the North » 1999 » pages 45–67',
  ],
  [
    'Berg, A. Falls in New Zealand. N. Z. Med. J. 12, 45-67 (1999).',
    'Berg, A. » Falls in New Zealand » N. Z. Med. J. » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls vs. wards at night. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls vs. wards at night » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls of E. coli on wards. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls of E. coli on wards » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night: II. Nurses. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls at night: II. Nurses » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night - a study. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls at night - a study » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night – a study. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls at night – a study » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night; a study. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls at night; a study » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls/wards at night. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls/wards at night » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls (at night). J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls (at night) » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls (at night) of nurses. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls (at night) of nurses » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. 100 falls at night. J. Care 12, 45-67 (1999).',
    'Berg, A. » 100 falls at night » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night in 1984. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls at night in 1984 » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night, 1984. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls at night, 1984 » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Falls at night in 12 wards. J. Care 12, 45-67 (1999).',
    'Berg, A. » Falls at night in 12 wards » J. Care » 1999 » volume 12 » pages 45-67',
  ],
  [
    'Berg, A. Night falls. J. Care 12, 45-67 (1999).',
    'Berg, A. » Night falls » J. Care » 1999 » volume 12 » pages 45-67',
  ],
];

describe('citations', () => {
  it.each(ROWS)('%s', (text, fields) => {
    expect(inOneLine(readCitation(text))).toBe(fields);
  });
});
