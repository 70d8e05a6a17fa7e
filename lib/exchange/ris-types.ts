/** What RIS calls each type of CSL, and what other programs call them there. */

/** As we write them. */
export const RIS_TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  article: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  dataset: 'DATA',
  // The proceedings, by the manual; most databases write it for a paper in them, and bibutils knows no other.
  'paper-conference': 'CONF',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
};

/** Further words of RIS. `GEN` names no type. */
const ALSO: Readonly<Record<string, string>> = {
  ...{ EJOUR: 'article-journal', JFULL: 'article-journal', ABST: 'article-journal' },
  // "In press", as a type of its own.
  INPR: 'article-journal',
  CPAPER: 'paper-conference',
  ...{ EBOOK: 'book', EDBOOK: 'book', SER: 'book', CTLG: 'book', CLSWK: 'classic' },
  ...{ ECHAP: 'chapter', DICT: 'entry-dictionary', ENCYC: 'entry-encyclopedia' },
  ...{ GOVDOC: 'report', PAMP: 'pamphlet', MANSCPT: 'manuscript', STAND: 'standard' },
  ...{ WEB: 'webpage', BLOG: 'post-weblog', AGGR: 'dataset', DBASE: 'dataset', COMP: 'software' },
  ...{ PAT: 'patent', BILL: 'bill', CASE: 'legal_case', STAT: 'legislation', HEAR: 'hearing' },
  ...{ PCOMM: 'personal_communication', ICOMM: 'personal_communication', SLIDE: 'speech' },
  ...{ VIDEO: 'motion_picture', MPCT: 'motion_picture', SOUND: 'song', MUSIC: 'musical_score' },
  ...{ ART: 'graphic', FIGURE: 'figure', MAP: 'map' },
};

const CSL_BY_RIS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ALSO),
  ...Object.entries(RIS_TYPES).map(([csl, ris]): [string, string] => [ris, csl]),
]);

/** The type of CSL that a `TY` means; undefined where it means none. */
export const cslTypeOfRis = (word: string): string | undefined =>
  CSL_BY_RIS.get(word.trim().toUpperCase());
