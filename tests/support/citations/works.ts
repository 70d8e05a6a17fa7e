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

const book = (authors: string, title: string, source: string): Book => {
  const [place = '', publisher = '', year, edition] = source
    .split('|')
    .map((field) => field.trim());
  return {
    kind: 'book',
    authors: authors.includes('|') ? people(authors) : authors,
    title,
    place,
    publisher,
    year: Number(year),
    ...(edition && { edition: Number(edition) }),
  };
};

export const BOOKS: readonly Book[] = [
  book('Berg|Anna', 'The quiet ward', 'Oxford | Oxford University Press | 2001'),
  book(
    'Schäfer|Hans; Weber|Ute',
    'Hospitals and their architects: a history',
    'Berlin | Springer | 1994',
  ),
  book('Foster|Michael', 'Multivariate analysis', 'New York | Wiley | 1988 | 3'),
  book(
    'Okafor|Peter; Lindt|Sofia; Marlowe|Rachel',
    'Medicine and empire in West Africa',
    'Chicago | University of Chicago Press | 1999',
  ),
  book('Costa|Paulo', 'What is a border?', 'London | Routledge | 2011'),
  book(
    'Thompson|Edward',
    'Customs in common: studies in popular culture',
    'London | Penguin | 1991 | 2',
  ),
  book('World Bank', 'Poverty and shared prosperity', 'Washington, DC | World Bank | 2016'),
  book(
    'Rawlins|Will',
    'Friendship matters: communication, dialectics, and the life course',
    'New Brunswick | Transaction Publishers | 1992',
  ),
  book('Hoekstra|Arie', 'The last stage of the epic', 'Amsterdam | North-Holland | 1969'),
  book(
    'Arias|Enrique',
    'Drugs and democracy in Rio',
    'Chapel Hill | University of North Carolina Press | 2006',
  ),
  book('Gauthier|Guy', 'Le cinéma des années noires', 'Paris | Gallimard | 1988'),
  book(
    'Neumann|Gerda; Vogt|Karl',
    'Grundzüge der Pflege alter Menschen',
    'Stuttgart | Kohlhammer | 1979',
  ),
  book('Rossi|Paolo', 'Il tempo della cura', 'Bologna | Il Mulino | 1992'),
  book(
    'Kleiner|Max',
    'Lectures on celestial mechanics',
    'Princeton, NJ | Princeton University Press | 1961',
  ),
  book('Hoffmann|Karl', 'In search of the lost river', 'Cambridge, MA | MIT Press | 2007'),
];

const chapter = (authors: string, title: string, editors: string, source: string): Chapter => {
  const [bookTitle = '', place = '', publisher = '', year, pages = ''] = source
    .split('|')
    .map((field) => field.trim());
  return {
    kind: 'chapter',
    authors: people(authors),
    title,
    editors: people(editors),
    book: bookTitle,
    place,
    publisher,
    year: Number(year),
    pages,
  };
};

export const CHAPTERS: readonly Chapter[] = [
  chapter(
    'Marlowe|Rachel',
    'Teaching at the bedside',
    'Okafor|Peter; Lindt|Sofia',
    'Handbook of clinical learning | New York | Springer | 2008 | 211-230',
  ),
  chapter(
    'Berg|Anna; Dahl|Carl',
    'Rivers and boundaries in medieval charters',
    'Holm|Eva',
    'Landscapes of power | Cambridge | Cambridge University Press | 1996 | 45-67',
  ),
  chapter(
    'Petersen|Lars',
    'Models of lake circulation',
    'Lerman|Abraham; Gat|Joel; Imboden|Dieter',
    'Physics and chemistry of lakes | Berlin | Springer | 1995 | 83-138',
  ),
  chapter(
    'Moreau|Claire',
    'Who owns the archive?',
    'Brown|David',
    'Memory and the law | London | Routledge | 2003 | 99-117',
  ),
];

export const OTHERS: readonly Work[] = [
  {
    kind: 'paper',
    authors: people('Ziegler|Marc; Stern|Karen; Obuya|Lucas'),
    title: 'Alarms that nobody hears',
    proceedings: 'Proceedings of the 9th International Conference on Clinical Systems',
    place: 'Oslo',
    year: 2013,
    pages: '101-108',
  },
  {
    kind: 'paper',
    authors: people('Gupta|Rajesh; Rao|Sunita'),
    title: 'Learning to rank answers with sparse features',
    proceedings: 'Proceedings of the ACM Conference on Information Retrieval',
    place: 'Padua',
    year: 2010,
    pages: '211-220',
  },
  {
    kind: 'paper',
    authors: people('Bauer|Thomas'),
    title: 'Real-time tracking of instruments in video',
    proceedings: 'IEEE International Conference on Robotics and Automation',
    place: 'Tokyo',
    year: 2006,
    pages: '3120-3125',
  },
  {
    kind: 'thesis',
    authors: people('Obuya|Lucas'),
    title: 'Scheduling nurses with local search',
    school: 'University of Nairobi',
    place: 'Nairobi',
    year: 2009,
  },
  {
    kind: 'thesis',
    authors: people('Larsen|Ingrid Marie'),
    title: 'Kinship and migration: Norwegian families in Minnesota',
    school: 'University of Bergen',
    place: 'Bergen',
    year: 1997,
  },
  {
    kind: 'report',
    authors: 'Royal College of Nursing',
    title: 'Safe staffing levels',
    place: 'London',
    publisher: 'Royal College of Nursing',
    year: 2012,
  },
  {
    kind: 'report',
    authors: 'National Research Council',
    title: 'Toxicity testing in the twenty-first century',
    place: 'Washington, DC',
    publisher: 'National Academies Press',
    year: 2007,
  },
  {
    kind: 'report',
    authors: people('Stern|Karen; Ziegler|Marc'),
    title: 'Energy use in public buildings',
    place: 'Paris',
    publisher: 'OECD Publishing',
    year: 2015,
  },
  {
    kind: 'preprint',
    authors: people('Bhatia|Vikram; Rawat|Priya'),
    title: 'Learning to read handover notes',
    arxiv: '1910.03089',
    year: 2019,
  },
  {
    kind: 'preprint',
    authors: people('Cohen|Daniel; Levy|Noa; Katz|Amir'),
    title: 'Quantum walks on random graphs',
    arxiv: '1702.00674',
    year: 2017,
  },
  {
    kind: 'page',
    authors: 'Centers for Disease Control and Prevention',
    title: 'Hand hygiene in healthcare settings',
    url: 'https://www.health.example/hand-hygiene',
    year: 2019,
  },
  {
    kind: 'page',
    authors: people('Fenwick|Thomas'),
    title: 'Why night shifts wear teams down',
    url: 'https://news.example/2014/night-shifts',
    year: 2014,
  },
];
