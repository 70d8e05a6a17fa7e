/** Invented works: what is put into a printed reference, and must be read in it. */
import { type Author, people } from './names';

interface Base {
  authors: Author;
  title: string;
  year: number;
}

export interface Article extends Base {
  kind: 'article';
  /** In full, and in short forms with their points. */
  journal: string;
  short: string;
  volume: string;
  /** Absent where a journal has none. */
  issue?: string;
  /** "145-158", or the number of an article. */
  pages: string;
  month?: string;
  doi?: string;
}

export interface Book extends Base {
  kind: 'book';
  place: string;
  publisher: string;
  edition?: number;
  doi?: string;
}

export interface Chapter extends Base {
  kind: 'chapter';
  editors: Author;
  book: string;
  place: string;
  publisher: string;
  pages: string;
}

export interface Paper extends Base {
  kind: 'paper';
  proceedings: string;
  place: string;
  pages: string;
}

export interface Thesis extends Base {
  kind: 'thesis';
  school: string;
  place: string;
}

export interface Report extends Base {
  kind: 'report';
  place: string;
  publisher: string;
}

export interface Preprint extends Base {
  kind: 'preprint';
  arxiv: string;
}

export interface Page extends Base {
  kind: 'page';
  url: string;
}

export type Work = Article | Book | Chapter | Paper | Thesis | Report | Preprint | Page;

/** Authors | title | year | journal | short | volume | issue | pages, then what only some have: month, DOI. */
export const article = (authors: string, title: string, source: string, doi?: string): Article => {
  const [journal = '', short = '', year, volume = '', issue, pages = '', month] = source
    .split('|')
    .map((field) => field.trim());
  return {
    kind: 'article',
    authors: authors.includes('|') ? people(authors) : authors,
    title,
    journal,
    short: short || journal,
    year: Number(year),
    volume,
    ...(issue && { issue }),
    pages,
    ...(month && { month }),
    ...(doi && { doi }),
  };
};

export const ARTICLES: readonly Article[] = [
  article(
    'Berg|Anna Beth; Dahl|Carl; Holm|Eva',
    'Falls at night in rural hospitals',
    'Journal of Clinical Nursing | J. Clin. Nurs. | 2001 | 12 | 3 | 145-158 | May',
    '10.5555/jcn.2001.12.145',
  ),
  article(
    'Okafor|Peter',
    'How do wards learn? A study of handover in three clinics',
    'Social Science and Medicine | Soc. Sci. Med. | 1998 | 46 | 11 | 1403-1411 | June',
  ),
  article(
    'van der Meer|Jan; de Vries|Hendrika Maria',
    'Soil moisture and the timing of spring floods',
    'Water Resources Research | Water Resour. Res. | 2014 | 50 | 4 | 3321-3339 | April',
    '10.5555/2013wr014891',
  ),
  article(
    'García Márquez|Luis; Fernández|María José; Ruiz|Ana',
    'Nutrient uptake by seagrass: effects of light and temperature',
    'Marine Ecology Progress Series | Mar. Ecol. Prog. Ser. | 2009 | 381 | | 23-35 | April',
    '10.5555/meps07941',
  ),
  article(
    'Li|Xiaoming; Zhang|Wei; Wang|Yu; Chen|Li',
    'Deep learning for crack detection in concrete bridges',
    'Automation in Construction | Autom. Constr. | 2019 | 104 | | 129-139 | August',
    '10.5555/j.autcon.2019.04.005',
  ),
  article(
    "O'Neill|Sean Patrick; MacDonald|Fiona",
    'Early childhood adversity and adult depression in Ireland',
    'British Journal of Psychiatry | Br. J. Psychiatry | 2010 | 197 | 5 | 378-385 | November',
  ),
  article(
    'Müller|Hans-Peter; Schröder|Klaus',
    'Elastic scattering of neutrons from liquid metals',
    'Physical Review B | Phys. Rev. B | 1987 | 35 | 7 | 3212-3219 | March',
    '10.5555/physrevb.35.3212',
  ),
  article(
    'Yılmaz|Ayşe; Şahin|Mehmet; Öztürk|Deniz; Kaya|Emre; Demir|Fatma; Çelik|Burak; Arslan|Zeynep',
    'Prevalence of vitamin D deficiency among school children',
    'European Journal of Pediatrics | Eur. J. Pediatr. | 2016 | 175 | 9 | 1179-1186 | September',
    '10.5555/s00431-016-2755-1',
  ),
  article(
    'Nguyen|Thi Lan; Tran|Van Minh',
    'Arsenic in groundwater of the Red River delta',
    'Environmental Science & Technology | Environ. Sci. Technol. | 2007 | 41 | 15 | 5201-5207 | August',
  ),
  article(
    "D'Angelo|Marco; Rossi|Giulia",
    'Bounds on the mass of a fourth neutrino',
    'Journal of High Energy Physics | J. High Energy Phys. | 2012 | 8 | 2 | 061',
  ),
  article(
    'Smith|John; Brown|Mary Elizabeth; Jones|Robert; Taylor|Susan',
    'Statistical methods for clustered survival data',
    'Biometrics | | 1995 | 51 | 2 | 524-532 | June',
  ),
  article(
    'Kowalski|Jan; Nowak|Małgorzata',
    'The price of trust: contracts between hospitals and insurers',
    'Health Economics | Health Econ. | 2005 | 14 | 12 | 1217-1229 | December',
    '10.5555/hec.1004',
  ),
  article(
    'Johansson|Erik; Öberg|Åsa; Lindström|Karin',
    'Randomised trial of reminder letters for cervical screening',
    'BMJ Open | | 2016 | 6 | 2 | e009912 | February',
    '10.5555/bmjopen-2015-009912',
  ),
  article(
    'Silva|João; Santos|Maria; Oliveira|Pedro',
    'Growth and reproduction of the common octopus',
    'Fisheries Research | Fish. Res. | 2003 | 62 | 1 | 9-22',
  ),
  article(
    'Tanaka|Hiroshi; Suzuki|Kenji; Sato|Yumi',
    'Crystal structure of a bacterial heat shock protein',
    'Nature | | 1999 | 400 | 6745 | 693-696 | August',
    '10.5555/23301',
  ),
  article(
    'Ivanov|Alexei; Petrova|Olga',
    'Attractors of nonlinear wave equations',
    'Communications in Mathematical Physics | Commun. Math. Phys. | 1991 | 140 | 3 | 417-448',
  ),
  article(
    'Wilson|Edward; Clark|Helen',
    'Does class size matter?',
    'Economics of Education Review | Econ. Educ. Rev. | 2002 | 21 | 6 | 531-544 | December',
  ),
  article(
    'Papadopoulos|George; Nikolaou|Eleni',
    'Earthquake clusters along the Hellenic arc',
    'Geophysical Research Letters | Geophys. Res. Lett. | 2008 | 35 | 8 | L08305 | April',
    '10.5555/2008gl033412',
  ),
  article(
    'Al-Sayed|Ahmed; Hassan|Fatima; Ibrahim|Omar',
    'Risk factors for hepatitis C infection in the Nile delta',
    'Lancet | | 2000 | 355 | 9207 | 887-891 | March',
  ),
  article(
    'Dubois|Marie; Lefèvre|Jean-Paul',
    'Seasonal variation of aerosol optical depth over West Africa',
    'Atmospheric Chemistry and Physics | Atmos. Chem. Phys. | 2011 | 11 | 4 | 1527-1539',
    '10.5555/acp-11-1527-2011',
  ),
  article(
    'Anderson|Craig; Miller|Dale',
    'When prophecy bends: attitudes after failure',
    'Journal of Personality and Social Psychology | J. Pers. Soc. Psychol. | 1986 | 51 | 6 | 1173-1182 | December',
    '10.5555/0022-3514.51.6.1173',
  ),
  article(
    'Kim|Min-Jun; Park|Ji-Hye; Lee|Soo',
    'Synthesis of silver nanoparticles in ionic liquids',
    'Journal of the American Chemical Society | J. Am. Chem. Soc. | 2006 | 128 | 22 | 7194-7195 | June',
    '10.5555/ja061234x',
  ),
  article(
    'World Health Organization',
    'Progress towards the elimination of leprosy',
    'Weekly Epidemiological Record | Wkly. Epidemiol. Rec. | 2013 | 88 | 35 | 365-380 | August',
  ),
  article(
    'Horváth|Zoltán; Szabó|István; Nagy|Katalin',
    'Fast algorithms for sparse matrix factorization',
    'IEEE Transactions on Signal Processing | IEEE Trans. Signal Process. | 2017 | 65 | 10 | 2671-2684 | May',
    '10.5555/tsp.2017.2669902',
  ),
  article(
    'Evans|David; Hughes|Rhys; Morgan|Sian',
    'Decline of farmland birds in Wales, 1970-1995',
    'Journal of Applied Ecology | J. Appl. Ecol. | 1997 | 34 | 5 | 1180-1193',
  ),
];
