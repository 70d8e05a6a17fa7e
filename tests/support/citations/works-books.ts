/** Invented books, chapters, and works that are in neither a journal nor a book. */
import { people } from './names';
import type { Book, Chapter, Work } from './works';

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
