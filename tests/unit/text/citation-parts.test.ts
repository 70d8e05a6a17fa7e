/** Names, and the parts between the marks of citations, all written for this test. */
import { describe, expect, it } from 'vitest';
import { bracketKind } from '../../../lib/text/citation/brackets';
import { quoted } from '../../../lib/text/citation/container';
import { kindAt } from '../../../lib/text/citation/part-kinds';
import { breaksOf, closing, insOf, skip } from '../../../lib/text/citation/parts';
import { personAt } from '../../../lib/text/citation/person';
import { Words } from '../../../lib/text/citation/tokens';
import { plainLetters } from '../../../lib/text/letters';

/** A text; the form, family name and given names of the person that it opens with, and as how much of it. */
const PEOPLE: [string, string][] = [
  ['GARCÍA MÁRQUEZ, Luis, x', 'given-last | GARCÍA MÁRQUEZ | Luis | GARCÍA MÁRQUEZ, Luis'],
  ['GARCÍA Márquez, Luis, x', 'given-first | Márquez | GARCÍA | GARCÍA Márquez'],
  ['AB VAN DER MEER, x', 'nobody'],
  ['AB KIM-LEE, x', 'nobody'],
  ['AB Kim LEE, x', 'initials-first | Kim LEE | AB | AB Kim LEE'],
  ['AB KIM Lee, x', 'initials-first | KIM Lee | AB | AB KIM Lee'],
  ['Berg, Anna Beta Carla Dora Eva, x', 'family | Berg |  | Berg'],
  ['Anna Beta Carla Dora Eva Berg, x', 'nobody'],
  ['Anna B. C. D. E. Berg, x', 'given-first | Berg | Anna B. C. D. E. | Anna B. C. D. E. Berg'],
  ['Wilhelm AMP. Care', 'initials-last | Wilhelm | AMP | Wilhelm AMP'],
  ['Wilhelm MP. Care', 'initials-last | Wilhelm | MP. | Wilhelm MP.'],
  ['立田 ルミ,', 'eastern | 立田 ルミ |  | 立田 ルミ'],
  ['立田 ルミ.', 'eastern | 立田 |  | 立田'],
  ['立田 ルミ (', 'eastern | 立田 ルミ |  | 立田 ルミ'],
  ['Berg, (A.) x', 'family | Berg |  | Berg'],
  ['Berg A) x', 'initials-last | Berg | A | Berg A'],
  ['J. P. Berg, x', 'initials-first | Berg | J. P. | J. P. Berg'],
  ['RB Dahl, x', 'initials-first | Dahl | RB | RB Dahl'],
  ['Berg, J. P., x', 'initials-last | Berg | J. P. | Berg, J. P.'],
  ['Berg JP, x', 'initials-last | Berg | JP | Berg JP'],
  ['Berg J, x', 'initials-last | Berg | J | Berg J'],
  ['van der Berg, A., x', 'initials-last | van der Berg | A. | van der Berg, A.'],
  ['Berg, Anna, x', 'given-last | Berg | Anna | Berg, Anna'],
  ['Berg, Anna B. Care', 'given-last | Berg | Anna B. | Berg, Anna B.'],
  ['Anna B. Berg, x', 'given-first | Berg | Anna B. | Anna B. Berg'],
  ['Anna de la Berg, x', 'given-first | de la Berg | Anna | Anna de la Berg'],
  ['Monto, x', 'family | Monto |  | Monto'],
  ['김은경, x', 'eastern | 김은경 |  | 김은경'],
  ['立田 ルミ (2016)', 'eastern | 立田 ルミ |  | 立田 ルミ'],
  ['ASSMANN (J.), x', 'initials-last | ASSMANN | J. | ASSMANN (J.)'],
  ['Berg (Hg.): x', 'family | Berg |  | Berg'],
  ['A Modern Course', 'nobody'],
  ['J. Soc. Care', 'nobody'],
  ['Berg, A., Jr., x', 'initials-last | Berg | A. | Berg, A., Jr.'],
  ['Park, R. de, x', 'initials-last | Park | R. | Park, R. de'],
  ['O’Dahl, C., x', 'initials-last | O’Dahl | C. | O’Dahl, C.'],
  ['McBerg A, x', 'initials-last | McBerg | A | McBerg A'],
  ['Journal of Care', 'nobody'],
  ['The Night', 'nobody'],
  ['Berg, J.-P., x', 'initials-last | Berg | J.-P. | Berg, J.-P.'],
  ['Berg, S.-i., x', 'initials-last | Berg | S.-i. | Berg, S.-i.'],
  ['D’Angelo, M., x', 'initials-last | D’Angelo | M. | D’Angelo, M.'],
  ['Fuller, R. Buck, The Game', 'initials-last | Fuller | R. Buck | Fuller, R. Buck'],
  ['Fuller, R. Buck. 2001.', 'initials-last | Fuller | R. Buck | Fuller, R. Buck'],
  ['Berg, J. Dahl, K.', 'initials-last | Berg | J. | Berg, J.'],
  ['ffrench-Berg R, Dahl P, x', 'initials-last | ffrench-Berg | R | ffrench-Berg R'],
  ['Das S. Care', 'initials-last | Das | S. | Das S.'],
  ['Du QS, x', 'initials-last | Du | QS | Du QS'],
  ['M. Das. Care', 'initials-first | Das | M. | M. Das'],
  ['CMS Collaboration, x', 'nobody'],
  ['Berg A.B., x', 'initials-last | Berg | A.B. | Berg A.B.'],
  ['Berg A B, x', 'initials-last | Berg | A B | Berg A B'],
  ['Berg, A B, x', 'initials-last | Berg | A B | Berg, A B'],
  ['García Márquez, G., x', 'initials-last | García Márquez | G. | García Márquez, G.'],
  ['García Márquez G, x', 'initials-last | García Márquez | G | García Márquez G'],
  ['Berg-Dahl, A., x', 'initials-last | Berg-Dahl | A. | Berg-Dahl, A.'],
  ['de Berg, Anna, x', 'given-last | de Berg | Anna | de Berg, Anna'],
  ['Anna Berg and x', 'given-first | Berg | Anna | Anna Berg'],
  ['Anna Berg (2001)', 'given-first | Berg | Anna | Anna Berg'],
  ['Anna Berg & x', 'given-first | Berg | Anna | Anna Berg'],
  ['A. van der Berg, x', 'initials-first | van der Berg | A. | A. van der Berg'],
  ['A Berg, x', 'initials-first | Berg | A | A Berg'],
  ['AB van Berg, x', 'initials-first | van Berg | AB | AB van Berg'],
  ['Berg, Anna Maria, x', 'given-last | Berg | Anna Maria | Berg, Anna Maria'],
  ['Berg et al.', 'family | Berg |  | Berg'],
  ['Berg: x', 'family | Berg |  | Berg'],
  ['berg, x', 'nobody'],
  ['Berg, Chr., x', 'initials-last | Berg | Chr. | Berg, Chr.'],
  ['Chr. Berg, x', 'initials-first | Berg | Chr. | Chr. Berg'],
  ['Yu. A. Berg, x', 'initials-first | Berg | Yu. A. | Yu. A. Berg'],
  ['A.-B. Berg, x', 'initials-first | Berg | A.-B. | A.-B. Berg'],
  ['A-B Berg, x', 'initials-first | Berg | A-B | A-B Berg'],
  ['Ö. Berg, x', 'initials-first | Berg | Ö. | Ö. Berg'],
  ['Berg, Ö., x', 'initials-last | Berg | Ö. | Berg, Ö.'],
  ['Ann, x', 'family | Ann |  | Ann'],
  ['Berg, Ann. Title', 'given-last | Berg | Ann | Berg, Ann'],
  ['Anna Berg. Title', 'given-first | Berg | Anna | Anna Berg'],
  ["l'Ami, A., x", "initials-last | l'Ami | A. | l'Ami, A."],
  ["'t Hoen, A., x", "initials-last | 't Hoen | A. | 't Hoen, A."],
  ['Ben-Ami, R., x', 'initials-last | Ben-Ami | R. | Ben-Ami, R.'],
  ['IEEE, x', 'nobody'],
  ['Nature, x', 'nobody'],
  ['Ward Journal, x', 'nobody'],
  ['Berg 2001', 'family | Berg |  | Berg'],
  ['Берг А. Б., x', 'initials-last | Берг | А. Б. | Берг А. Б.'],
  ['А. Б. Берг, x', 'initials-first | Берг | А. Б. | А. Б. Берг'],
  ['Berg, A., 2001', 'initials-last | Berg | A. | Berg, A.'],
  ['Berg A 2001', 'initials-last | Berg | A | Berg A'],
  ['Berg, A (2001)', 'initials-last | Berg | A | Berg, A'],
];

/** A citation behind its title, and what its first part is. */
const KINDS: [string, string][] = [
  ['2nd ed., Lund', 'edition'],
  ['7. Auflage, Lund', 'edition'],
  ['edited by A. Berg', 'editors'],
  ['Hrsg. von A. Berg', 'editors'],
  ['trans. A. Berg', 'editors'],
  ['PhD thesis, Lund', 'genre'],
  ['Technical Report 12', 'genre'],
  ['in press', 'genre'],
  ['CMS-PAS-HIN-16-006.', 'genre'],
  ['ATLAS-TDR-19, 2010', 'genre'],
  ['Oxford University Press', 'publisher'],
  ['Springer', 'publisher'],
  ['New York', 'publisher'],
  ['Lund: Holmgren, 1990', 'publisher'],
  ['Växjö: Holmgren, 1990', 'publisher'],
  ['Växjö: holmgren wards', 'text'],
  ['Palo Alto (CA): Stanford University Press', 'publisher'],
  ['Journal of Care', 'text'],
  ['wards at night', 'text'],
  ['12', 'text'],
  ['London Review', 'text'],
  ['Falls at Night', 'text'],
  ['3 vols. Lund', 'edition'],
  ['new edition', 'edition'],
  ['Paris', 'publisher'],
  ['Harvard', 'text'],
  ['Unpublished manuscript', 'genre'],
  ['3rd edn. Lund', 'edition'],
  ['revised edition', 'edition'],
  ['second edition. Lund', 'edition'],
  ['Übers. von A. Berg', 'editors'],
  ['traduit par A. Berg', 'editors'],
  ['Diss., Lund', 'genre'],
  ["Master's thesis", 'genre'],
  ['working paper 12', 'genre'],
  ['submitted', 'genre'],
  ['to appear in Care', 'genre'],
  ['personal communication', 'genre'],
  ['unpubl. data', 'genre'],
  ['Harrow Press', 'publisher'],
  ['Penguin Books', 'publisher'],
  ['Cambridge', 'publisher'],
  ['MIT Press', 'publisher'],
  ['Academic Press', 'publisher'],
  ['Wards and Nurses', 'text'],
  ['Lund, Sweden', 'publisher'],
  ['Berlin, Heidelberg', 'publisher'],
  ['Berlin: Springer', 'publisher'],
  ['Leiden/Boston: Brill', 'publisher'],
  ['London and New York: Routledge', 'publisher'],
  ['Paris, Seuil', 'publisher'],
  ['news release', 'genre'],
  ['presented at the meeting', 'genre'],
  ['ch. 7', 'genre'],
  ['Chapter 7', 'genre'],
  ['a cura di A. Berg', 'editors'],
  ['2 vols.', 'edition'],
  ['Oxford studies', 'text'],
  ['Springer wards at night', 'text'],
];

/** A bracket behind a title, and what it holds. */
const BRACKETS: [string, string][] = [
  ['(Lund: Holmgren, 1990)', 'publisher'],
  ['(Holmgren, Lund, 1971)', 'publisher'],
  ['(Harrow Books, Lund)', 'publisher'],
  ['(eds)', 'publisher'],
  ['(2nd ed.)', 'publisher'],
  ['(in Russian)', 'text'],
  ['(1990)', 'text'],
  ['(Oxford, 1998)', 'publisher'],
  ['(Care Series 12)', 'publisher'],
  ['(Nursing Monographs)(Lund: H)', 'publisher'],
  ['(abstract)', 'text'],
  ['(Care, 1971) and more words', 'text'],
  ['(published by Berg)', 'publisher'],
  ['(care, night, 1971)', 'text'],
  ['(Hrsg.)', 'publisher'],
  ['(trans. A. Berg)', 'publisher'],
  ['(New York, NY: Harrow)', 'publisher'],
  ['(London)', 'publisher'],
  ['(Lund)', 'publisher'],
  ['(Brill 2001)', 'publisher'],
  ['(Springer, Berlin, 1990)', 'publisher'],
  ['(ed. A. Berg)', 'publisher'],
  ['(Paris)', 'publisher'],
  ['(Oxford University Press)', 'publisher'],
  ['(Holm care nurses, 1971)', 'text'],
  ['(lund, 1971)', 'text'],
  ['(Holm and Sons, 1971)', 'publisher'],
  ['(Nursing Monographs)', 'text'],
  ['(Nursing Monographs) (Lund: H)', 'publisher'],
  ['(Care Nights)(Lund: H)', 'text'],
  ['(Nursing Monographs) Care (Lund)', 'text'],
  ['(Holm Berg)', 'text'],
  ['(Harrow Books, Nights)', 'publisher'],
  ['(Harrow Books Lund)', 'publisher'],
  ['(Harrow Books, Lund)', 'publisher'],
  ['(Lund: Holmgren', 'publisher'],
  ['(Care', 'text'],
  ['(Care Series)', 'text'],
  ['(Brill 20)', 'text'],
  ['(Brill care 2001)', 'publisher'],
  ['(Brill, care)', 'text'],
  ['(Care of nurses, Lund)', 'text'],
  ['(care, Holm, Lund)', 'text'],
  ['(Night care: 1999)', 'publisher'],
  ['(Nights: a study)', 'text'],
  ['(Care)(Lund)', 'text'],
  ['(Studies in Care)(Lund)', 'publisher'],
  ['(Care night Lund 1971)', 'text'],
  ['(Care; Lund)', 'text'],
  ['(Lund, nights)', 'text'],
];

/** A text that may open with a quote, and what is in the quote. */
const QUOTES: [string, string][] = [
  ['“Care at night” in', 'Care at night'],
  ['"Care" x', 'Care'],
  ['«Soins»', 'Soins'],
  ['„Pflege“', 'Pflege'],
  ['‘Nurses’ care’ in', 'Nurses’ care'],
  ["'Super-Nurses, of Care': A", 'Super-Nurses, of Care'],
  ['“a “b” c” d', 'a “b” c'],
  ['Care', 'none'],
  ['‘x', 'none'],
  ['"a"b" c', 'a"b'],
  ['„Pflege”', 'Pflege'],
  ['‚Pflege‘', 'Pflege'],
  ['»Pflege«', 'Pflege'],
  ['‹Soins›', 'Soins'],
  ["`Care'", 'Care'],
  ['『看護』 x', '看護'],
  ['"Care at night."In Wards', 'Care at night.'],
  ['«a «b» c»', 'a «b» c'],
  ['“Care', 'none'],
  ['‘Care’', 'Care'],
];

/** A text; its marks, where each is and where the next part begins. */
const BREAKS: [string, string][] = [
  ['Care at night. Wards, 12', '. 13-15 ; , 20-22'],
  ['J. Am. Chem. Soc. 12', '. short 1-3 ; . short 5-7 ; . short 11-13 ; . short 16-18'],
  ['Why? Care', '? 4-5'],
  ['Care: a study', ': 4-6'],
  ['Care (Lund) x', '( 5-6'],
  ['Care – wards', '– 4-7'],
  ['Care // Wards', '/ 5-8'],
  ['Ward Vol. 2. Care', '. 11-13'],
  ['St. Lund', ''],
  ['a.b', ''],
  ['Care in U.S. wards', ''],
  ['Care¦ x', 'end 4-5'],
  ['Care; wards', '; 4-6'],
  ['Phys. Rev. Lett. 3', '. short 4-6 ; . short 9-11 ; . short 15-17'],
  ['Care 12. Wards', '. 7-9'],
  ['Care! Wards', '? 5-6'],
  ['Care?” Wards', '? 5-7'],
  ['“Care.” Wards', '. 5-8'],
  ['Care. wards', ''],
  ['Care: Wards: x', ': 4-6 ; : 11-13'],
  ['Care - wards', '– 4-7'],
  ['Care-wards', ''],
  ['Care, and (a, b) more', ', 4-6 ; ( 10-11'],
  ['Care (a. b) c. D', '( 5-6 ; . short 13-15'],
  ['Dr. Berg', ''],
  ['vol. 2', ''],
  ['A. Berg', '. short 1-3'],
  ['Care No. 7', ''],
  ['Care/Wards', ''],
  ['Care / Wards', '/ 5-7'],
  ['Care [a', '( 5-6'],
  ['Care .', '. 5-6'],
  ['Ward. 2001', '. 4-6'],
  ['Care?nights', ''],
  ['Care,nights', ''],
  ['Care — nights', '– 4-7'],
  ['Care- nights', ''],
  ['Care -nights', ''],
  ['Care. nights arXiv', ''],
  ['Care [J]. Nights', '( 5-6 ; . short 8-10'],
];

/** A text; where it says in what a work is, and where that begins. */
const INS: [string, string][] = [
  ['Care. In: Wards', '6-10'],
  ['Care, in Wards', '6-9'],
  ['Care in Wards', ''],
  ['Care. in “Wards”', '6-9'],
  ['In Wards', '0-3'],
  ['Care in: Wards', '5-9'],
  ['nights In Proceedings of', '7-10'],
  ['Care. Dans Soins', '6-11'],
  ['Care”, in Wards', '7-10'],
  ['Care. In Wards', '6-9'],
  ['Care? In: Wards', '6-10'],
  ['Care in: a', '5-9'],
  ['Care. In the Proc', '6-9'],
  ['Care) in Wards', '6-9'],
  ['Care. in proc', '6-9'],
  ['Care. En: Soins', '6-10'],
  ['Care. В кн.: Уход', '6-13'],
  ['in', ''],
  ['Care. IN: Wards', '6-10'],
  ['Care in the ward', ''],
  ['Care. Inside Wards', ''],
  ['Care. Pp. 4-7 in Wards', '6-17'],
  ['Care. pages xi-xv, In Wards', '6-22'],
  ['nights. In 3rd Wards', '8-11'],
  ['nights In 3rd Wards', '7-10'],
  ['NIGHTS In 3rd Wards', ''],
];

describe('a person', () => {
  it.each(PEOPLE)('%j', (text, said) => {
    const person = personAt(plainLetters(text), text, 0);
    expect(
      person
        ? [person.form, person.family, person.given ?? '', text.slice(0, person.to)].join(' | ')
        : 'nobody',
    ).toBe(said);
  });
});

describe('kinds of parts', () => {
  it.each(KINDS)('%j', (text, kind) => {
    const end = /[,.](?= |$)/.exec(text)?.index ?? text.length;
    expect(kindAt(new Words(text), 0, end, text.length)).toBe(kind);
  });

  it.each(BRACKETS)('%j', (bracket, kind) => {
    const text = `Care ${bracket}`;
    expect(bracketKind(new Words(text), 5, text.length)).toBe(kind);
  });
});

describe('marks', () => {
  it('no more than forty marks are weighed', () => {
    const text = 'Aa; '.repeat(60);
    expect(breaksOf(new Words(text), 0, text.length)).toHaveLength(40);
  });

  it('a place up to which it is looked for ends “in”', () => {
    expect(insOf('Care. In: Wards', 0, 6)).toEqual([]);
    expect(insOf('Care. In: Wards', 7, 15)).toEqual([]);
  });

  it('a bracket closes where those in it have closed, and before the end', () => {
    expect(closing('(a (b) c)', 0, 9)).toBe(8);
    expect(closing('(a [b] c)', 0, 9)).toBe(8);
    expect(closing('(a)', 0, 2)).toBe(0);
  });

  it('a quote that opens a word begins a part', () => {
    expect(
      ['. "Care"', ", 'Care'", ': »Care«', '» Care', "a' Care", '"Care"'].map((text) =>
        text.slice(skip(text, text.startsWith('a') ? 1 : 0)),
      ),
    ).toEqual(['"Care"', "'Care'", '»Care«', 'Care', 'Care', '"Care"']);
  });

  it.each(QUOTES)('%j', (text, inside) => {
    const span = quoted(text, 0);
    expect(span ? text.slice(span.from, span.to) : 'none').toBe(inside);
  });

  it.each(BREAKS)('%j', (text, marks) => {
    expect(
      breaksOf(new Words(text), 0, text.length)
        .map(({ mark, short, at, next }) => `${mark}${short ? ' short' : ''} ${at}-${next}`)
        .join(' ; '),
    ).toBe(marks);
  });

  it.each(INS)('%j', (text, places) => {
    expect(
      insOf(text, 0, text.length)
        .map(({ at, next }) => `${at}-${next}`)
        .join(' ; '),
    ).toBe(places);
  });
});
