/** Printed citations, all written for this test: where the authors end and the title begins, and what ends the title. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';

/** A citation, how many authors it names, its title, and its container where it has one. */
const ROWS: [string, number, string | undefined, string?][] = [
  // Names that no form of print covers, known by their neighbours.
  [
    'Kaya A, Au V, Das S, Engin T. Falls at night. J Care 2011;3:1-9.',
    4,
    'Falls at night',
    'J Care',
  ],
  [
    'Kaya, A., Urrutia-Paz, Connors, M., and Vasquez, J., Falls at night. Care, v. 30, pp. 5-9. 1995.',
    4,
    'Falls at night',
    'Care',
  ],
  [
    'KrutzÃ©n E, Nilsson P. Falls at night. J Lab Care 1984; 10:95-96.',
    2,
    'Falls at night',
    'J Lab Care',
  ],
  [
    'R. Jones, M. Das. Falls on wards with few windows. In Proceedings of Wards, 2000',
    2,
    'Falls on wards with few windows',
    'Proceedings of Wards',
  ],
  [
    'Guy L. Steele Jr. and Jon L. White. How to print charts. Care, 25:112-126, 1990.',
    2,
    'How to print charts',
    'Care',
  ],
  ['ABBADI, Kamel. FUMERON, Line. Soins de base. Paris : Masson, 2010.', 2, 'Soins de base'],
  [
    'Serneels (V.), Folletete (Chr.), Rares soins de nuit, Soins, 24, 2004, p. 7-20.',
    2,
    'Rares soins de nuit',
    'Soins',
  ],
  [
    'Hendrickson, G. L. & Eugene C. McCartney. 1948. Notes on reading charts. Care 43. 184-187',
    2,
    'Notes on reading charts',
    'Care',
  ],
  [
    'Bynum, W.F., Anne Hardy, Stephen Jacyna, and E.M. Transey. The Nursing Tradition. Cambridge: Cambridge University Press, 2006.',
    4,
    'The Nursing Tradition',
  ],
  [
    'Walter SD, Cook DJ, for the Canadian Ward Group. How many nurses do we need? Care Trials 1997; 18:27-42.',
    2,
    'How many nurses do we need?',
    'Care Trials',
  ],
  // A title with "and" in it is no list of authors.
  [
    'David Miller, Citizenship and National Identity (Cambridge: Polity Press, 2000).',
    1,
    'Citizenship and National Identity',
  ],
  ['Laing, R.D., Self and Others (2nd ed.), London: Tavistock, 1969.', 1, 'Self and Others'],
  ['Sykes, Stephen, Power and Nursing, London: Continuum, 2006.', 1, 'Power and Nursing'],
  // Titles in quotes behind what is neither author nor title, and of one word.
  ['3GPP TS 23.221: "Architectural requirements".', 0, 'Architectural requirements'],
  ['Kaiser, C.B., ‘Wards’, Reformed Review 30 (1977), 150-151.', 1, 'Wards', 'Reformed Review'],
  ['Novak, Ana. »Jezik in nega«. Kronika 57 (2009), 237-250.', 1, 'Jezik in nega', 'Kronika'],
  // The title before the authors.
  [
    'The future mobility of ward nurses Schafer, A., and D. Victor 2000 Care Research A, 34(3): 171-205',
    2,
    'The future mobility of ward nurses',
    'Care Research A',
  ],
  // What ends a title: publishers before their place, editions, meetings, reports, names in capitals.
  ['Halbwachs M., 1997, La mémoire des soins, Albin Michel, Paris.', 1, 'La mémoire des soins'],
  ['De Felice, Renzo. Soccorso. Torino: Einaudi, 1965.', 1, 'Soccorso'],
  [
    'Wiese, Leopold von (1971): Geschichte der Pflege. 9. Auflage. Berlin: de Gruyter',
    1,
    'Geschichte der Pflege',
  ],
  [
    'Sarver, E., Sustainability in Nursing, 9th International Conference on Care, Oslo, 2013.',
    1,
    'Sustainability in Nursing',
    '9th International Conference on Care',
  ],
  ['CMS Collaboration, Jets at low energies, CMS-PAS-HIN-16-006', 1, 'Jets at low energies'],
  [
    'Yaron Y, Amit A. Treatment duration and rates of falls on wards Fertility and Sterility 1995; 63:1284-6.',
    2,
    'Treatment duration and rates of falls on wards',
    'Fertility and Sterility',
  ],
  [
    'Hunt, C.B., Proactive care: avoiding the toxic trap, Sloan management review, 1990.',
    1,
    'Proactive care: avoiding the toxic trap',
    'Sloan management review',
  ],
  // Nothing but a journal.
  ['M. BOLTE et M. MASSAUX. Inorg. Chim. Acta, 52, 191 (1981).', 2, undefined, 'Inorg. Chim. Acta'],
  [
    'R. C. Carrington, Mon. Not. R. Astron. Soc. 20, 13 (1859).',
    1,
    undefined,
    'Mon. Not. R. Astron. Soc.',
  ],
  // "in" and years that belong to a title.
  [
    'Tanner CC. 1998. Schoenoplectus (Cyperaceae) in New Zealand. NZ Journal of Botany 36: 319–27.',
    1,
    'Schoenoplectus (Cyperaceae) in New Zealand',
    'NZ Journal of Botany',
  ],
  [
    'O. H. Cheney, Survey of the Ward Industry, 1930–1931 (New York: Bowker, 1960), 1.',
    1,
    'Survey of the Ward Industry, 1930–1931',
  ],
];

describe('readCitation: where authors and titles end', () => {
  it.each(ROWS)('%s', (text, people, title, container) => {
    const said = readCitation(text);
    expect(said.authors).toHaveLength(people);
    expect(said.title).toBe(title);
    if (container) expect(said.container).toBe(container);
  });

  it('leaves the year out that is glued to a DOI', () => {
    expect(readCitation('Obuya L. Falls. Care, 12, 19-23, doi:10.5555/c9ee00453j(2019).').doi).toBe(
      '10.5555/c9ee00453j',
    );
  });
});
