/** Printed citations, all written for this test: styles of the sciences. */
import { describe, expect, it } from 'vitest';
import { type Citation, readCitation } from '../../../lib/text/citation';

type Fields = Omit<Citation, 'authors' | 'opening'>;

/** A citation, its fields (what is not here must not be read), and how many authors it names. */
const ROWS: [string, Fields, number][] = [
  [
    'Ångström Ö, Łęcki P. Roles on wards. J Care. 2011;3:1–9.',
    {
      firstAuthor: 'Ångström',
      title: 'Roles on wards',
      year: 2011,
      container: 'J Care',
      volume: '3',
      pages: '1–9',
    },
    2,
  ],
  [
    'van der Ëde, P. (2006). Training that lasts. Care, 3, 14-19.',
    {
      firstAuthor: 'van der Ëde',
      title: 'Training that lasts',
      year: 2006,
      container: 'Care',
      volume: '3',
      pages: '14-19',
    },
    1,
  ],
  [
    'García Márquez, G., Training nurses that stay. Madrid: Alianza, 2001.',
    { firstAuthor: 'García Márquez', title: 'Training nurses that stay', year: 2001 },
    1,
  ],
  [
    'Fenwick, T. A., & Obuya, L. (2014). Why night shifts wear teams down: A diary study. Journal of Ward Practice, 12(3), 45–67. https://doi.org/10.5555/jwp.2014.0312',
    {
      firstAuthor: 'Fenwick',
      title: 'Why night shifts wear teams down: A diary study',
      year: 2014,
      container: 'Journal of Ward Practice',
      volume: '12',
      issue: '3',
      pages: '45–67',
      doi: '10.5555/jwp.2014.0312',
    },
    2,
  ],
  [
    'Fenwick, T. A. (2015a). Rotas without tears (2nd ed.). Routledge.',
    { firstAuthor: 'Fenwick', title: 'Rotas without tears', year: 2015, suffix: 'a' },
    1,
  ],
  [
    'Obuya, L., Stern, K., ... & Ziegler, M. (2019). What handover sheets leave out. Nursing Quarterly, 8, 101-119.',
    {
      firstAuthor: 'Obuya',
      title: 'What handover sheets leave out',
      year: 2019,
      container: 'Nursing Quarterly',
      volume: '8',
      pages: '101-119',
    },
    3,
  ],
  [
    'World Health Organization. (2017). Checklists for safer theatres. Geneva: World Health Organization.',
    {
      firstAuthor: 'World Health Organization',
      title: 'Checklists for safer theatres',
      year: 2017,
    },
    1,
  ],
  [
    'Marlowe, R. J. (2008). Teaching the bedside. In P. Okafor & S. Lindt (Eds.), Handbook of clinical learning (pp. 211-230). New York: Springer.',
    {
      firstAuthor: 'Marlowe',
      title: 'Teaching the bedside',
      year: 2008,
      container: 'Handbook of clinical learning',
      pages: '211-230',
    },
    1,
  ],
  [
    'Fenwick TA, Obuya L, Stern K, et al. Reminder letters and vaccine uptake in rural clinics. BMJ Open. 2016;6(2):e009912. doi:10.5555/bmjopen-2015-009912.',
    {
      firstAuthor: 'Fenwick',
      title: 'Reminder letters and vaccine uptake in rural clinics',
      year: 2016,
      container: 'BMJ Open',
      volume: '6',
      issue: '2',
      pages: 'e009912',
      doi: '10.5555/bmjopen-2015-009912',
    },
    3,
  ],
  [
    'Stern K, Obuya L. Hand washing after audit and feedback. J Hosp Infect 2009; 71: 112-8.',
    {
      firstAuthor: 'Stern',
      title: 'Hand washing after audit and feedback',
      year: 2009,
      container: 'J Hosp Infect',
      volume: '71',
      pages: '112-8',
    },
    2,
  ],
  [
    'Iyer PK. Nurse staffing and falls. Int J Nurs Stud 2011; 48(4):402-10. PMID: 21000000',
    {
      firstAuthor: 'Iyer',
      title: 'Nurse staffing and falls',
      year: 2011,
      container: 'Int J Nurs Stud',
      volume: '48',
      issue: '4',
      pages: '402-10',
    },
    1,
  ],
  [
    'Stern K, Marlowe RJ, editors. Quality on the ward. London: Arnold; 1998.',
    { firstAuthor: 'Stern', title: 'Quality on the ward', year: 1998 },
    2,
  ],
  [
    'Obuya L. Ward rounds. In: Stern K, Marlowe RJ, editors. Quality on the ward. London: Arnold; 1998. p. 33-51.',
    {
      firstAuthor: 'Obuya',
      title: 'Ward rounds',
      year: 1998,
      container: 'Quality on the ward',
      pages: '33-51',
    },
    1,
  ],
  [
    'Iyer, P.K. and Lindt, S., 2012. Why audits fail in small hospitals. Health Policy Review, 27(1), pp.88-104.',
    {
      firstAuthor: 'Iyer',
      title: 'Why audits fail in small hospitals',
      year: 2012,
      container: 'Health Policy Review',
      volume: '27',
      issue: '1',
      pages: '88-104',
    },
    2,
  ],
  [
    'Lindt, S. (2003) Managing change in clinics, Journal of Health Management, 15(2), pp. 20-31.',
    {
      firstAuthor: 'Lindt',
      title: 'Managing change in clinics',
      year: 2003,
      container: 'Journal of Health Management',
      volume: '15',
      issue: '2',
      pages: '20-31',
    },
    1,
  ],
  [
    'Okafor, Peter, and Sofia Lindt. "Rumours and Records in a Lagos Clinic." African Studies Review 44, no. 2 (2001): 51-78.',
    {
      firstAuthor: 'Okafor',
      title: 'Rumours and Records in a Lagos Clinic',
      year: 2001,
      container: 'African Studies Review',
      volume: '44',
      issue: '2',
      pages: '51-78',
    },
    2,
  ],
  [
    'Okafor, Peter. The Clinic and the Market. Chicago: University of Chicago Press, 1999.',
    { firstAuthor: 'Okafor', title: 'The Clinic and the Market', year: 1999 },
    1,
  ],
  [
    'Peter Okafor, The Clinic and the Market (Chicago: University of Chicago Press, 1999), p. 41.',
    { firstAuthor: 'Okafor', title: 'The Clinic and the Market', year: 1999, pages: '41' },
    1,
  ],
  [
    'Sofia Lindt, “Paper and Power,” Past & Present 88 (1980), pp. 12–39.',
    {
      firstAuthor: 'Lindt',
      title: 'Paper and Power',
      year: 1980,
      container: 'Past & Present',
      volume: '88',
      pages: '12–39',
    },
    1,
  ],
  [
    'Lindt, Sofia. "Paper and Power in the Archive." Representations, vol. 12, no. 3, 2010, pp. 77-95.',
    {
      firstAuthor: 'Lindt',
      title: 'Paper and Power in the Archive',
      year: 2010,
      container: 'Representations',
      volume: '12',
      issue: '3',
      pages: '77-95',
    },
    1,
  ],
  [
    '[12] P. Okafor and S. Lindt, "Routing in sparse ward networks," IEEE Trans. Mob. Comput., vol. 11, no. 4, pp. 612–625, Apr. 2012.',
    {
      firstAuthor: 'Okafor',
      title: 'Routing in sparse ward networks',
      year: 2012,
      container: 'IEEE Trans. Mob. Comput.',
      volume: '11',
      issue: '4',
      pages: '612–625',
    },
    2,
  ],
  [
    '[7] M. Ziegler, K. Stern, and L. Obuya, "Alarms that nobody hears," in Proc. 9th Int. Conf. on Clinical Systems, Oslo, Norway, 2013, pp. 101-108.',
    {
      firstAuthor: 'Ziegler',
      title: 'Alarms that nobody hears',
      year: 2013,
      container: 'Proc. 9th Int. Conf. on Clinical Systems',
      pages: '101-108',
    },
    3,
  ],
  [
    'Ziegler, M.; Stern, K.; Obuya, L. Catalysts for Slow Reactions. J. Am. Chem. Soc. 2005, 127, 1310-1318.',
    {
      firstAuthor: 'Ziegler',
      title: 'Catalysts for Slow Reactions',
      year: 2005,
      container: 'J. Am. Chem. Soc.',
      volume: '127',
      pages: '1310-1318',
    },
    3,
  ],
  [
    'Ziegler, M., Stern, K. & Obuya, L. Slow light in warm vapour. Nature 412, 233–236 (2001).',
    {
      firstAuthor: 'Ziegler',
      title: 'Slow light in warm vapour',
      year: 2001,
      container: 'Nature',
      volume: '412',
      pages: '233–236',
    },
    3,
  ],
  [
    'M. Ziegler, K. Stern, Phys. Rev. Lett. 88, 012301 (2002).',
    {
      firstAuthor: 'Ziegler',
      year: 2002,
      container: 'Phys. Rev. Lett.',
      volume: '88',
      pages: '012301',
    },
    2,
  ],
  [
    'M. Ziegler et al., J. Appl. Phys. 91 (2002) 1771.',
    {
      firstAuthor: 'Ziegler',
      year: 2002,
      container: 'J. Appl. Phys.',
      volume: '91',
      pages: '1771',
    },
    1,
  ],
  [
    'Ziegler M., Stern K., 2004, ApJ, 611, 1005',
    { firstAuthor: 'Ziegler', year: 2004, container: 'ApJ', volume: '611', pages: '1005' },
    2,
  ],
  [
    'K. Stern, L. Obuya, Bounds on slow modes, Phys. Rev. D 77 (2008) 054502 [arXiv:0801.1857].',
    {
      firstAuthor: 'Stern',
      title: 'Bounds on slow modes',
      year: 2008,
      container: 'Phys. Rev. D',
      volume: '77',
      pages: '054502',
    },
    2,
  ],
  [
    'Obuya L, Stern K: Feeding premature infants: a review of practice. Pediatr Nurs 19:33-41, 1993.',
    {
      firstAuthor: 'Obuya',
      title: 'Feeding premature infants: a review of practice',
      year: 1993,
      container: 'Pediatr Nurs',
      volume: '19',
      pages: '33-41',
    },
    2,
  ],
  [
    'Иванов И. И., Петров П. П. Организация работы медсестер // Вестник здравоохранения. 2011. Т. 5, № 2. С. 34–41.',
    {
      firstAuthor: 'Иванов',
      title: 'Организация работы медсестер',
      year: 2011,
      container: 'Вестник здравоохранения',
      volume: '5',
      issue: '2',
      pages: '34–41',
    },
    2,
  ],
  [
    'Schäfer, H. (1998): Pflege und Verwaltung im Krankenhaus. In: Zeitschrift für Pflegewissenschaft 4, S. 12-29.',
    {
      firstAuthor: 'Schäfer',
      title: 'Pflege und Verwaltung im Krankenhaus',
      year: 1998,
      container: 'Zeitschrift für Pflegewissenschaft',
      volume: '4',
      pages: '12-29',
    },
    1,
  ],
  [
    'Schäfer, Hans: Die Ordnung der Station. Berlin: Springer 1994.',
    { firstAuthor: 'Schäfer', title: 'Die Ordnung der Station', year: 1994 },
    1,
  ],
  [
    'Hans Schäfer, Ordnungen der Pflege. Ausgewählte Aufsätze. Hg. v. Karl Brandt (Berlin 1980).',
    { firstAuthor: 'Schäfer', title: 'Ordnungen der Pflege. Ausgewählte Aufsätze', year: 1980 },
    1,
  ],
];

describe('readCitation: styles of the sciences', () => {
  it.each(ROWS)('%s', (text, fields, people) => {
    const { authors, opening, ...rest } = readCitation(text);
    expect(rest).toEqual(fields);
    expect(authors).toHaveLength(people);
    expect(text.slice(0, 400)).toContain(opening.slice(0, 8).trim());
  });
});
