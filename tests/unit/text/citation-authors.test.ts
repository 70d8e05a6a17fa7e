/** Who the authors of a citation are, where they end, and the date behind them; all written for this test. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { readAuthors } from '../../../lib/text/citation/authors';
import { readOpening } from '../../../lib/text/citation/opening';
import { Words } from '../../../lib/text/citation/tokens';

/** A text; its authors, "=" before what is not a person, and behind » what is left. */
const AUTHORS: [string, string][] = [
  ['Berg AB, Dahl CD, Swiss Ward Cohort Study, 2016.', 'Berg, AB | Dahl, CD » , 2016.'],
  ['Berg AB, Dahl CD, Swiss Ward Cohort Study (2016)', 'Berg, AB | Dahl, CD »  (2016)'],
  ['Berg AB, Dahl CD, Swiss Ward Cohort Study. 2016', 'Berg, AB | Dahl, CD » . 2016'],
  ['Berg AB, Dahl CD, Swiss Ward Cohort Study 2016', 'Berg, AB | Dahl, CD »  2016'],
  [
    'Berg AB, Dahl CD, Swiss Ward Cohort Study. 20 Falls',
    'Berg, AB | Dahl, CD » , Swiss Ward Cohort Study. 20 Falls',
  ],
  [
    'Berg AB, Dahl CD, Swiss Ward, Lund Study, 2016.',
    'Berg, AB | Dahl, CD » , Swiss Ward, Lund Study, 2016.',
  ],
  ['Berg AB, Lund Study Group 2016', 'Berg, AB »  2016'],
  ['Berg AB, Lund Hospital. Falls', 'Berg, AB » , Lund Hospital. Falls'],
  ['Berg AB & Lund Study Group. Falls', 'Berg, AB » . Falls'],
  ['Berg AB,and the Lund Study Group. Falls', 'Berg, AB » . Falls'],
  ['Berg AB, and the Lund study group. Falls', 'Berg, AB » , and the Lund study group. Falls'],
  ['Berg A, Urrutia of Lund, Holm E. Falls', 'Berg, A » , Urrutia of Lund, Holm E. Falls'],
  ['NATO 2001. Falls', 'NATO »  2001. Falls'],
  ['Lund City Council, Board of Care, 2001', '=Lund City Council » , Board of Care, 2001'],
  ['Lund City Council, Board of Care, Falls', '=Lund City Council » , Board of Care, Falls'],
  [
    'Committee of A B C D E F G H I J K L M N (2001)',
    ' » Committee of A B C D E F G H I J K L M N (2001)',
  ],
  [
    'Committee of A B C D E F G H I J K L (2001)',
    '=Committee of A B C D E F G H I J K L »  (2001)',
  ],
  ['Committee of A B C D E F G H I J. Falls', ' » Committee of A B C D E F G H I J. Falls'],
  ['Committee of A B C D E F G H. Falls', ' » Committee of A B C D E F G H. Falls'],
  ['Bank of wards nights. Falls', ' » Bank of wards nights. Falls'],
  ['Nursing wards (2001). Falls', '=Nursing wards »  (2001). Falls'],
  ['Ward Bank: Falls', '=Ward Bank » : Falls'],
  ['Berg. Bank of Lund. Falls', 'Berg » . Bank of Lund. Falls'],
  ['Das Au, Falls', ' » Das Au, Falls'],
  ['De S, Falls', 'De, S » , Falls'],
  ['An B. C, Falls', 'An, B. C » , Falls'],
  ['Berg, A. B 2001', 'Berg, A. B »  2001'],
  ['Berg, A. B, Falls', 'Berg, A. B » , Falls'],
  ['Berg, A. BCD, Falls', 'Berg, A. »  BCD, Falls'],
  ['Berg AB., Falls', 'Berg, AB. » , Falls'],
  ['E. Holm, BMJ Open, Falls', 'Holm, E. » , BMJ Open, Falls'],
  ['E. Holm, BMJ Dahl, Falls', 'Holm, E. » , BMJ Dahl, Falls'],
  ['E Holm, BMJ Dahl, Falls', 'Holm, E | Dahl, BMJ » , Falls'],
  ['Berg A, ... and Holm E. Falls', 'Berg, A | Holm, E. »  Falls'],
  ['Berg A ...Holm E. Falls', 'Berg, A | Holm, E. »  Falls'],
  ['Anna Berg, Journal Dahl. Falls', 'Berg, Anna » , Journal Dahl. Falls'],
  ['Anna Berg, Carl Dahl “Falls”', 'Berg, Anna | Dahl, Carl »  “Falls”'],
  ['Anna Berg, Carl Dahl ‘Falls’', 'Berg, Anna | Dahl, Carl »  ‘Falls’'],
  ['Anna Berg, Carl Dahl 2001 Falls', 'Berg, Anna | Dahl, Carl »  2001 Falls'],
  ['Anna Berg, Carl Dahl (2001b). Falls', 'Berg, Anna | Dahl, Carl »  (2001b). Falls'],
  ['Anna Berg, Carl Dahl 2001, p. 45', 'Berg, Anna » , Carl Dahl 2001, p. 45'],
  ['Anna Berg, Carl Dahl 2001, vol. 4', 'Berg, Anna » , Carl Dahl 2001, vol. 4'],
  ['Anna Berg, Carl Dahl.Falls', 'Berg, Anna » , Carl Dahl.Falls'],
  ['Kee, KS. Green, MF. Falls at night. (2003)', 'Kee, KS. | Green, MF. »  Falls at night. (2003)'],
  ['ABBADI, Kamel. Fumeron, Line. Falls', 'ABBADI, Kamel » . Fumeron, Line. Falls'],
  ['Berg A and Holm; Dahl C. Falls', 'Berg, A | Holm | Dahl, C. »  Falls'],
  ['Berg, A. and and Carl Dahl 1989. Falls', 'Berg, A. | Dahl, Carl »  1989. Falls'],
  ['Berg A, Dahl C, Holm E. Falls', 'Berg, A | Dahl, C | Holm, E. »  Falls'],
  ['Berg A; Dahl C; Holm E. Falls', 'Berg, A | Dahl, C | Holm, E. »  Falls'],
  ['Berg, A., Dahl, C., & Holm, E. (2001)', 'Berg, A. | Dahl, C. | Holm, E. »  (2001)'],
  ['Berg, A., Dahl, C. and Holm, E., 2001', 'Berg, A. | Dahl, C. | Holm, E. » , 2001'],
  ['A. Berg, C. Dahl, and E. Holm, Falls', 'Berg, A. | Dahl, C. | Holm, E. » , Falls'],
  ['A. Berg and C. Dahl, Falls', 'Berg, A. | Dahl, C. » , Falls'],
  ['Anna Berg, Carl Dahl, and Eva Holm. Falls', 'Berg, Anna | Dahl, Carl | Holm, Eva » . Falls'],
  ['Anna Berg and Carl Dahl, Falls', 'Berg, Anna | Dahl, Carl » , Falls'],
  ['Berg, Anna, Carl Dahl, and Eva Holm. Falls', 'Berg, Anna | Dahl, Carl | Holm, Eva » . Falls'],
  ['Berg, Anna, and Carl Dahl. “Falls.”', 'Berg, Anna | Dahl, Carl » . “Falls.”'],
  ['Berg, Anna. “Falls.”', 'Berg, Anna » . “Falls.”'],
  ['Berg, A., et al. (2001)', 'Berg, A. »  (2001)'],
  ['Berg A, Dahl C, et al. Falls', 'Berg, A | Dahl, C »  Falls'],
  ['Berg et al., Falls', 'Berg » , Falls'],
  ['Berg, Anna et al. Falls', 'Berg, Anna »  Falls'],
  ['Berg A., … Holm E. (2001)', 'Berg, A. | Holm, E. »  (2001)'],
  ['Berg, A., Dahl, C., ... Holm, E. (2001)', 'Berg, A. | Dahl, C. | Holm, E. »  (2001)'],
  ['Berg, A., & others. (2001)', 'Berg, A. » . (2001)'],
  ['Berg A, Dahl C (eds). Falls', 'Berg, A | Dahl, C (eds) » . Falls'],
  ['Berg A, Dahl C, editors. Falls', 'Berg, A | Dahl, C (eds) »  Falls'],
  ['Berg, A. (Ed.). (2001)', 'Berg, A. (eds) » . (2001)'],
  ['Berg, Anna (Hg.): Falls', 'Berg, Anna (eds) » : Falls'],
  ['Berg, A., ed. Falls', 'Berg, A. (eds) »  Falls'],
  ['Berg, A., comp. Falls', 'Berg, A. (eds) »  Falls'],
  ['Berg, A., trans. Falls', 'Berg, A. (eds) »  Falls'],
  ['Berg A (dir.), Falls', 'Berg, A (eds) » , Falls'],
  ['Berg A, Dahl C, for the Lund Study Group. Falls', 'Berg, A | Dahl, C » . Falls'],
  ['Berg A, Dahl C, and the Lund Study Group. Falls', 'Berg, A | Dahl, C » . Falls'],
  ['Berg A, Dahl C; Lund Study Group. Falls', 'Berg, A | Dahl, C » . Falls'],
  ['Berg A, Dahl C (STAR Collaboration), Falls', 'Berg, A | Dahl, C » , Falls'],
  [
    'ATLAS Collaboration, Falls at high energies',
    '=ATLAS Collaboration » , Falls at high energies',
  ],
  ['ATLAS Collaboration (G. Aad et al.), Falls', 'Aad, G. » , Falls'],
  ['ATLAS Collaboration, G. Aad et al., Falls', 'Aad, G. » , Falls'],
  ['World Health Organization. Falls', '=World Health Organization » . Falls'],
  ['World Health Organization (2001)', '=World Health Organization »  (2001)'],
  ['World Health Organization, Falls', '=World Health Organization » , Falls'],
  ['WHO. Falls', '=WHO » . Falls'],
  ['U.S. Department of Energy. Falls', '=U.S. Department of Energy » . Falls'],
  ['U.S. Department of Energy, 2001', '=U.S. Department of Energy » , 2001'],
  ['Lund City Council 2001, Falls', '=Lund City Council »  2001, Falls'],
  [
    'Department of Health and Social Care. Falls',
    '=Department of Health and Social Care » . Falls',
  ],
  ['Ministry of Health (Norway) (2001)', '=Ministry of Health (Norway) »  (2001)'],
  ['American Psychological Association. (2001)', '=American Psychological Association » . (2001)'],
  [
    'National Bureau of Standards, Falls at night',
    '=National Bureau of Standards » , Falls at night',
  ],
  ['———. Falls', '=———. »  Falls'],
  ['---. Falls', '=---. »  Falls'],
  ['_____, Falls', '=_____ » , Falls'],
  ['AA.VV., Falls', '=AA.VV. » , Falls'],
  ['Kant (1781)', 'Kant »  (1781)'],
  ['Kant. “Falls”', 'Kant » . “Falls”'],
  ['Aristotle. Falls at night', 'Aristotle » . Falls at night'],
  ['Ju XF Li JN Lv P Tan HZ. Falls', 'Ju, XF | Li, JN | Lv, P | Tan, HZ » . Falls'],
  ['Berg AB Dahl C Holm E. Falls', 'Berg, AB | Dahl, C | Holm, E » . Falls'],
  ['Kee, KS. Green, MF. Mintz, J. (2003)', 'Kee, KS. | Green, MF. | Mintz, J. »  (2003)'],
  ['ABBADI, Kamel. FUMERON, Line. Falls', 'ABBADI, Kamel | FUMERON, Line » . Falls'],
  ['Berg A, Das S, Holm E. Falls', 'Berg, A | Das, S | Holm, E. »  Falls'],
  [
    'Berg A, JenkinsA., Neto A.F., 2008, Falls at night in the wards',
    'Berg, A | JenkinsA. | Neto, A.F. » , 2008, Falls at night in the wards',
  ],
  ['Berg A., Neto A.F., 2008, MNRAS, 12, 45', 'Berg, A. | Neto, A.F. » , 2008, MNRAS, 12, 45'],
  ['Berg, A. Falls and nurses. Care', 'Berg, A. »  Falls and nurses. Care'],
  [
    'Anna Berg, Citizenship and National Identity (Oxford',
    'Berg, Anna » , Citizenship and National Identity (Oxford',
  ],
  ['Anna Berg. Falls at night', 'Berg, Anna » . Falls at night'],
  ['Anna Berg, Falls at night, Care', 'Berg, Anna » , Falls at night, Care'],
  [
    'Anna Berg, Carl Dahl, Eva Holm, Lars Ek, Falls at night',
    'Berg, Anna | Dahl, Carl | Holm, Eva | Ek, Lars » , Falls at night',
  ],
  ['Saleh A. Wasimi, John B. Ek, Falls', 'Wasimi, Saleh A. | Ek, John B. » , Falls'],
  [
    'L.N. Bulae, Matthias J. Graf, and V. G. Kogan, Falls',
    'Bulae, L.N. | Graf, Matthias J. | Kogan, V. G. » , Falls',
  ],
  ['García Márquez G, Ruiz A. Falls', 'García Márquez, G | Ruiz, A. »  Falls'],
  ['García Márquez, G. y Ruiz, A. (2001)', 'García Márquez, G. | Ruiz, A. »  (2001)'],
  ['Dubois M. et Lefèvre P. (2001)', 'Dubois, M. | Lefèvre, P. »  (2001)'],
  ['DUBOIS M., LEFÈVRE P., « Falls »', 'DUBOIS, M. | LEFÈVRE, P. » , « Falls »'],
  ['Schäfer, H. und Weber, U. (2001)', 'Schäfer, H. | Weber, U. »  (2001)'],
  ['Schäfer, H./Weber, U. (2001)', 'Schäfer, H. | Weber, U. »  (2001)'],
  ['van der Berg A, de Vries H. Falls', 'van der Berg, A | de Vries, H. »  Falls'],
  ['Berg A, van der, Dahl C. Falls', 'Berg, A | Dahl, C. »  Falls'],
  ['Berg, A. van der, and Dahl, C. (2001)', 'Berg, A. | Dahl, C. »  (2001)'],
  ['Berg AB Jr, Dahl C 3rd. Falls', 'Berg, AB | Dahl, C »  Falls'],
  ['Berg, A., Jr., & Dahl, C., III. (2001)', 'Berg, A. | Dahl, C. »  (2001)'],
  ["O’Neill S, D'Angelo M. Falls", "O’Neill, S | D'Angelo, M. »  Falls"],
  ['McBerg A-B, Dahl C-D. Falls', 'McBerg, A-B | Dahl, C-D » . Falls'],
  ['Berg, J.-P., Dahl, Y.-H. (2001)', 'Berg, J.-P. | Dahl, Y.-H. »  (2001)'],
  ['Li X, Wang Y. Falls', 'Li, X | Wang, Y. »  Falls'],
  ['Li, Xiaoming, Wang, Yu, and Chen, Li. Falls', 'Li, Xiaoming | Wang, Yu | Chen, Li » . Falls'],
  ['김철수, 이영희. 병동의 밤', '김철수 | 이영희 » . 병동의 밤'],
  ['김철수·이영희, 병동의 밤, 2001', '김철수 | 이영희 » , 병동의 밤, 2001'],
  ['山田太郎、鈴木花子: 病棟の夜', '山田太郎 | 鈴木花子 » : 病棟の夜'],
  ['Иванов И. И., Петров П. П. Уход', 'Иванов, И. И. | Петров, П. П. »  Уход'],
  ['Иванов И.И. Уход', 'Иванов, И.И. »  Уход'],
  ['Berg A & Dahl C. Falls', 'Berg, A | Dahl, C. »  Falls'],
  ['Berg A and Dahl C. Falls', 'Berg, A | Dahl, C. »  Falls'],
  ['Berg (A.), Dahl (C.), Falls', 'Berg, A. | Dahl, C. » , Falls'],
  ['BERG (A.) et DAHL (C.), Falls', 'BERG, A. | DAHL, C. » , Falls'],
  ['The Lancet. Falls', ' » The Lancet. Falls'],
  ['Journal of Care 12', ' » Journal of Care 12'],
  ['Falls at night', ' » Falls at night'],
  ['In: Berg A', ' » In: Berg A'],
  ['Inorg. Chim. Acta 12, 45', ' » Inorg. Chim. Acta 12, 45'],
  ['Fuller, R. Buck, The Game', 'Fuller, R. Buck » , The Game'],
  ['Fuller, R. Buck. 2001', 'Fuller, R. Buck » . 2001'],
  ['Bosk, Charles L. Forgive and Remember', 'Bosk, Charles L. »  Forgive and Remember'],
  ['Kant and Hume. Falls', 'Kant | Hume » . Falls'],
  ['Monto, et al. Falls', 'Monto »  Falls'],
  ['Ishida, Kaoru, 1996', 'Ishida, Kaoru » , 1996'],
  ['Berg A, Dahl C, Holm E, and others. Falls', 'Berg, A | Dahl, C | Holm, E » . Falls'],
  ['Berg A, Dahl C y otros. Falls', 'Berg, A | Dahl, C » . Falls'],
  ['Berg A, et coll. Falls', 'Berg, A »  Falls'],
  ['Berg A. et al Falls', 'Berg, A. »  Falls'],
  ['A. B. C. Berg, Falls', 'Berg, A. B. C. » , Falls'],
  ['Berg A B and Dahl C 2001', 'Berg, A B | Dahl, C »  2001'],
  ['Berg A B, Dahl C D and Holm E 2001 Falls', 'Berg, A B | Dahl, C D | Holm, E »  2001 Falls'],
  ['Berg, A., Dahl, C. with Holm, E. (2001)', 'Berg, A. | Dahl, C. | Holm, E. »  (2001)'],
  ['M. Das, K. Au, Falls', 'Das, M. | Au, K. » , Falls'],
  ['Guy L. Steele Jr. and Jon White. Falls', 'Steele, Guy L. | White, Jon » . Falls'],
  ['Berg, Anna Maria von der, Falls', 'Berg, Anna Maria von der » , Falls'],
  ['Bank of England. Falls', '=Bank of England » . Falls'],
  ['Berg Institute for Care. Falls', '=Berg Institute for Care » . Falls'],
  ['Oxford University Press. Falls', '=Oxford University Press » . Falls'],
  ['Berg, A., Dahl, C. (2001). Falls', 'Berg, A. | Dahl, C. »  (2001). Falls'],
  ['Berg, A., Dahl, C. (Producers). (2001)', 'Berg, A. | Dahl, C. » . (2001)'],
  ['Berg, A. (Writer/Director). (2001)', 'Berg, A. » . (2001)'],
  ['. Lindh Rk. et al. Falls', 'Lindh »  Falls'],
  ['van Lindh Rk. et al., Falls', 'van Lindh » , Falls'],
  ['Rk. et al. Falls', 'Rk »  Falls'],
  ['An, et al, Falls', 'An » , Falls'],
  ['Kant: (1781) Falls', 'Kant » : (1781) Falls'],
  ['Kant. (1781) Falls', 'Kant » . (1781) Falls'],
  ['Kant 1781. Falls', 'Kant »  1781. Falls'],
  ['Kant. 1781. Falls', 'Kant » . 1781. Falls'],
  ['Berg A, Urrutia-Fjord, et al. Falls', 'Berg, A | Urrutia-Fjord »  Falls'],
  ['ATLAS Collaboration, Berg A., Dahl C., Falls', 'Berg, A. | Dahl, C. » , Falls'],
  ['ATLAS Collaboration, Berg A., et al., Falls', 'Berg, A. » , Falls'],
  [
    'ATLAS Collaboration, Berg A. Falls at night',
    '=ATLAS Collaboration » , Berg A. Falls at night',
  ],
];

/** A text; each person's form, and as much of the text as the person takes. */
const PLACES: [string, string][] = [
  [
    'Ju XF Li JN Lv P Tan HZ. Falls',
    'initials-last Ju XF | initials-last Li JN | initials-last Lv P | initials-last Tan HZ',
  ],
  ['. Ju XF Li JN Lv P. Falls', 'initials-last Ju XF | initials-last Li JN | initials-last Lv P'],
  ['Lindh Rk. et al., Falls', 'unread Lindh Rk. et al.'],
  [
    'Berg A, JenkinsA., Neto A.F., 2008, Falls at night in the wards',
    'initials-last Berg A | unread JenkinsA. | initials-last Neto A.F.',
  ],
  ['World Health Organization. Falls', ''],
  ['———. Falls', ''],
];

/** A text; whether a date is behind the authors, its year, a title before the authors, and what is left. */
const OPENINGS: [string, string][] = [
  ['Berg, A. (1995 [1992]). Falls', 'true | 1995 |  | Falls'],
  ['Berg, A. (1993, September). Falls', 'true | 1993 |  | Falls'],
  ['Berg, A. (1993, September 5). Falls', 'true | 1993 |  | Falls'],
  ['Berg, A. 2004. Falls', 'true | 2004 |  | Falls'],
  ['Berg, A. [1859] 1964. Falls', 'true | 1964 |  | Falls'],
  ['Berg, A. (1968) [1916]. Falls', 'true | 1968 |  | Falls'],
  ['Berg, A. 2004a. Falls', 'true | 2004a |  | Falls'],
  ['Berg, A. 2004, 12, 45', 'false |  |  | 2004, 12, 45'],
  ['Berg, A. 2004;12:45', 'false |  |  | 2004;12:45'],
  ['Berg, A. 2004:12', 'false |  |  | 2004:12'],
  ['Berg, A. 2004-2005. Falls', 'true | 2004 |  | Falls'],
  ['Berg, A. (2004/05). Falls', 'true | 2004 |  | Falls'],
  ['Berg, A. (2004-2005). Falls', 'true | 2004 |  | Falls'],
  ['Berg, A. 2004–12', 'false |  |  | 2004–12'],
  ['Berg, A. (May 2004). Falls', 'true | 2004 |  | Falls'],
  ['Berg, A. (c. 2004). Falls', 'true | 2004 |  | Falls'],
  ['Berg, A. (12 May 2004). Falls', 'true | 2004 |  | Falls'],
  ['Berg, A.: (2004) Falls', 'true | 2004 |  | Falls'],
  ['Berg, A. 2004 Falls', 'true | 2004 |  | Falls'],
  [
    'The future of ward nurses Berg, A., and C. Dahl 2000 Care',
    'true | 2000 | The future of ward nurses | Care',
  ],
  ['Future nurses Berg, A., and C. Dahl 2000 Care', 'true | 2000 | Future nurses | Care'],
  ['Is this care? Berg, A., and C. Dahl 2000 Care', 'true | 2000 | Is this care? | Care'],
  [
    'The future of ward nurses Berg, A., and C. Dahl Care',
    'false |  |  | The future of ward nurses Berg, A., and C. Dahl Care',
  ],
  [
    'The “future” of ward nurses Berg, A., and C. Dahl 2000 Care',
    'false |  |  | The “future” of ward nurses Berg, A., and C. Dahl 2000 Care',
  ],
  ['Berg, A. (in press). Falls', 'true |  |  | Falls'],
  ['Berg, A. (n.d.). Falls', 'true |  |  | Falls'],
  ['Berg, A. (forthcoming). Falls', 'true |  |  | Falls'],
  ['Berg, A. (o. J.): Falls', 'true |  |  | Falls'],
];

describe('authors', () => {
  it.each(AUTHORS)('%j', (text, said) => {
    const { other, people, editors, end } = readAuthors(text);
    const names = other
      ? [`=${other}`]
      : people.map(({ family, given }) => (given ? `${family}, ${given}` : family));
    expect(`${names.join(' | ')}${editors ? ' (eds)' : ''} » ${text.slice(end)}`).toBe(said);
  });
});

it('a name of which no part is known to be the family’s is given as it is printed', () => {
  expect(readCitation('김철수. 병동의 밤. 간호학회지. 2001;12(3):45-67.').authors).toEqual([
    { literal: '김철수' },
  ]);
  expect(readCitation('Lindh Rk. et al., Falls at night, J Care 12 (2001) 45.').authors).toEqual([
    { literal: 'Lindh' },
  ]);
});

describe('openings', () => {
  it.each(OPENINGS)('%j', (text, said) => {
    const { dated, year = '', title, start } = readOpening(new Words(text));
    expect(
      [dated, year, title ? text.slice(title.from, title.to) : '', text.slice(start)].join(' | '),
    ).toBe(said);
  });
});

describe('places of authors', () => {
  it.each(PLACES)('%j', (text, said) => {
    const places = readAuthors(text).people.map(
      ({ form, from, to }) => `${form} ${text.slice(from, to)}`,
    );
    expect(places.join(' | ')).toBe(said);
  });
});
