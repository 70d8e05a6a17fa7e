/** Printed citations, all written for this test: humanities, law, theses, other scripts, broken print. */
import { describe, expect, it } from 'vitest';
import { type Citation, readCitation } from '../../../lib/text/citation';

type Fields = Omit<Citation, 'authors' | 'opening'>;

/** A citation, its fields (what is not here must not be read), and how many authors it names. */
const ROWS: [string, Fields, number][] = [
  [
    'DUBOIS M., « Les soignants face au temps », Revue française de sociologie, 42, 2001, p. 15-38.',
    {
      firstAuthor: 'DUBOIS',
      title: 'Les soignants face au temps',
      year: 2001,
      container: 'Revue française de sociologie',
      volume: '42',
      pages: '15-38',
    },
    1,
  ],
  [
    'Dubois, Marie, Le temps des soignants, Paris, Éditions du Seuil, 1999.',
    { firstAuthor: 'Dubois', title: 'Le temps des soignants', year: 1999 },
    1,
  ],
  [
    'Dubois, M. et Lefèvre, P. (2010). Soigner la nuit. Paris : Éditions de Minuit.',
    { firstAuthor: 'Dubois', title: 'Soigner la nuit', year: 2010 },
    2,
  ],
  [
    'Fernández López, J. y Ruiz, A. (2007). La formación en enfermería. Revista Española de Salud Pública, 81(2), 145-158.',
    {
      firstAuthor: 'Fernández López',
      title: 'La formación en enfermería',
      year: 2007,
      container: 'Revista Española de Salud Pública',
      volume: '81',
      issue: '2',
      pages: '145-158',
    },
    2,
  ],
  [
    'Rossi, G., Il tempo della cura, Bologna, Il Mulino, 1992.',
    { firstAuthor: 'Rossi', title: 'Il tempo della cura', year: 1992 },
    1,
  ],
  [
    'J. Griffin, Wards and Words in Homer, Oxford 1980.',
    { firstAuthor: 'Griffin', title: 'Wards and Words in Homer', year: 1980 },
    1,
  ],
  [
    'H.R. Barnes, ‘The Shape of Care in Homer’, Greek, Roman, and Byzantine Studies 27 (1986), pp. 125-150.',
    {
      firstAuthor: 'Barnes',
      title: 'The Shape of Care in Homer',
      year: 1986,
      container: 'Greek, Roman, and Byzantine Studies',
      volume: '27',
      pages: '125-150',
    },
    1,
  ],
  [
    'J. P. Holoka, ‘Nurses in Epic’, in J. Latacz (ed.), Zweihundert Jahre Homer, Stuttgart 1991, pp. 456-481.',
    {
      firstAuthor: 'Holoka',
      title: 'Nurses in Epic',
      year: 1991,
      container: 'Zweihundert Jahre Homer',
      pages: '456-481',
    },
    1,
  ],
  [
    'Smith, J. (2011). The nurse as witness (Unpublished doctoral dissertation). University of Leeds, Leeds.',
    { firstAuthor: 'Smith', title: 'The nurse as witness', year: 2011 },
    1,
  ],
  [
    'K. Obuya. Scheduling nurses with local search. PhD thesis, University of Nairobi, 2009.',
    { firstAuthor: 'Obuya', title: 'Scheduling nurses with local search', year: 2009 },
    1,
  ],
  [
    'L. Stern and M. Ziegler. Fast rota planning. Technical Report TR-99-12, University of Bergen, 1999.',
    { firstAuthor: 'Stern', title: 'Fast rota planning', year: 1999 },
    2,
  ],
  [
    'L. Stern and M. Ziegler. Fast rota planning by column generation. In Proceedings of the 12th International Conference on Timetabling, pages 211-220, Padua, Italy, June 1996.',
    {
      firstAuthor: 'Stern',
      title: 'Fast rota planning by column generation',
      year: 1996,
      container: 'Proceedings of the 12th International Conference on Timetabling',
      pages: '211-220',
    },
    2,
  ],
  [
    'Bhatia, V., Rawat, P. Learning to read handover notes. arXiv preprint arXiv:1910.03089, 2019.',
    { firstAuthor: 'Bhatia', title: 'Learning to read handover notes', year: 2019 },
    2,
  ],
  [
    'Royal College of Nursing. Safe staffing levels. 2012. Available from: http://www.example.org/staffing (accessed 12 May 2014).',
    { firstAuthor: 'Royal College of Nursing', title: 'Safe staffing levels', year: 2012 },
    1,
  ],
  [
    'Cardy J 2013 Waiting as a limit of ordinary queues J. Phys. A 46 494001',
    {
      firstAuthor: 'Cardy',
      title: 'Waiting as a limit of ordinary queues',
      year: 2013,
      container: 'J. Phys. A',
      volume: '46',
      pages: '494001',
    },
    1,
  ],
  [
    'Hannoun C, Norder H. An aberrant pattern of falls in hospital wards from Vietnam J Gen Intern Med 2000; 81:2267-2272.',
    {
      firstAuthor: 'Hannoun',
      title: 'An aberrant pattern of falls in hospital wards from Vietnam',
      year: 2000,
      container: 'J Gen Intern Med',
      volume: '81',
      pages: '2267-2272',
    },
    2,
  ],
  [
    'Granovetter, M. The strength of weak handovers 1973 American Journal of Sociology 78 1360-1380',
    {
      firstAuthor: 'Granovetter',
      title: 'The strength of weak handovers',
      year: 1973,
      container: 'American Journal of Sociology',
      volume: '78',
      pages: '1360-1380',
    },
    1,
  ],
  [
    'Nash, P., Reporting falls, Eur .Phys .J .C 77 ( 2017)379 [arXiv:1702.00674].',
    {
      firstAuthor: 'Nash',
      title: 'Reporting falls',
      year: 2017,
      container: 'Eur. Phys. J. C',
      volume: '77',
      pages: '379',
    },
    1,
  ],
  [
    'Chvatal SA, Ting LH. Voluntary recruitment of staff. J Neurosci. 2012;32(35):12237-50. doi:10.5555/JN.6344-11.2012.PMID:22933805.',
    {
      firstAuthor: 'Chvatal',
      title: 'Voluntary recruitment of staff',
      year: 2012,
      container: 'J Neurosci',
      volume: '32',
      issue: '35',
      pages: '12237-50',
      doi: '10.5555/jn.6344-11.2012',
    },
    2,
  ],
  [
    'Calif, R. Wind over hospitals. Nonlin. Proc. 21 (2014) 379-392. doi: 10. 5555/npg-21- 379-2014.',
    {
      firstAuthor: 'Calif',
      title: 'Wind over hospitals',
      year: 2014,
      container: 'Nonlin. Proc.',
      volume: '21',
      pages: '379-392',
      doi: '10.5555/npg-21-379-2014',
    },
    1,
  ],
  [
    'Marshak, A. Bounded cascades. Phys. Rev. E 49 (1994) 55-69. https://doi.org/10.5555/ j.physe. 1994.55',
    {
      firstAuthor: 'Marshak',
      title: 'Bounded cascades',
      year: 1994,
      container: 'Phys. Rev. E',
      volume: '49',
      pages: '55-69',
      doi: '10.5555/j.physe.1994.55',
    },
    1,
  ],
  [
    'Schmidt, A. (1999). Care at home (Vol. 2). Cambridge: Cambridge University Press.',
    { firstAuthor: 'Schmidt', title: 'Care at home', year: 1999, volume: '2' },
    1,
  ],
  [
    'Darwin, Charles. [1859] 1964. On the Origin of Wards. Cambridge, Mass.: Harvard University Press.',
    { firstAuthor: 'Darwin', title: 'On the Origin of Wards', year: 1964 },
    1,
  ],
  [
    '———. Letters from the Infirmary. London: Murray, 1871.',
    { title: 'Letters from the Infirmary', year: 1871 },
    0,
  ],
  [
    'Provine, W. "Staffing: A History." Isis 90 (1999), 12-34. Reprinted in Provine, Essays.',
    {
      firstAuthor: 'Provine',
      title: 'Staffing: A History',
      year: 1999,
      container: 'Isis',
      volume: '90',
      pages: '12-34',
    },
    1,
  ],
  [
    'Cynthia M. Hale, Nurses as Witnesses: The Duty to Speak, 8 Harv. L. Rev. 157 (1990).',
    {
      firstAuthor: 'Hale',
      title: 'Nurses as Witnesses: The Duty to Speak',
      year: 1990,
      container: 'Harv. L. Rev.',
      volume: '8',
      pages: '157',
    },
    1,
  ],
  [
    "김은경, '간호사의 직무 만족에 관한 연구', 간호행정학회지, 제23권, 제4호, pp.29-48, 2005.",
    {
      firstAuthor: '김은경',
      title: '간호사의 직무 만족에 관한 연구',
      year: 2005,
      container: '간호행정학회지',
      volume: '23',
      issue: '4',
      pages: '29-48',
    },
    1,
  ],
  [
    "郑海霞, 2010, '关于护理补偿机制的研究', 云南师范大学学报, 第56页.",
    {
      firstAuthor: '郑海霞',
      title: '关于护理补偿机制的研究',
      year: 2010,
      container: '云南师范大学学报',
      pages: '56',
    },
    1,
  ],
  [
    'Tetley, W., Marine cargo claims, Cowansville, Quebec, Les Éditions Yvon Blais, 2008.',
    { firstAuthor: 'Tetley', title: 'Marine cargo claims', year: 2008 },
    1,
  ],
  [
    'Neville, Leonora. Authority in the Ward, 950-1100. Cambridge: Cambridge University Press, 2004.',
    { firstAuthor: 'Neville', title: 'Authority in the Ward, 950-1100', year: 2004 },
    1,
  ],
  [
    'Kee, KS. Green, MF. Mintz, J. (2003). Is listening a skill? Schizophrenia Bulletin, 29: 487-497.',
    {
      firstAuthor: 'Kee',
      title: 'Is listening a skill?',
      year: 2003,
      container: 'Schizophrenia Bulletin',
      volume: '29',
      pages: '487-497',
    },
    3,
  ],
  [
    'ATLAS Collaboration, Measurement of corridor lengths, Eur. Phys. J. C 70 (2010) 823.',
    {
      firstAuthor: 'ATLAS Collaboration',
      title: 'Measurement of corridor lengths',
      year: 2010,
      container: 'Eur. Phys. J. C',
      volume: '70',
      pages: '823',
    },
    1,
  ],
  [
    'Urwin, D. W., A History of Night Nurses since 1945, 5th edn (London: Longman, 1997).',
    { firstAuthor: 'Urwin', title: 'A History of Night Nurses since 1945', year: 1997 },
    1,
  ],
  [
    'Vos T, Abdalla S. Years lived with fatigue in the 1990s. Lancet 2012;380(9859):2163–2196.',
    {
      firstAuthor: 'Vos',
      title: 'Years lived with fatigue in the 1990s',
      year: 2012,
      container: 'Lancet',
      volume: '380',
      issue: '9859',
      pages: '2163–2196',
    },
    2,
  ],
  [
    'Jen Lin-Liu, “Textbook Nurses Find a Market,” Chronicle of Higher Education, April 2, 2004, A44.',
    {
      firstAuthor: 'Lin-Liu',
      title: 'Textbook Nurses Find a Market',
      year: 2004,
      container: 'Chronicle of Higher Education',
      pages: 'A44',
    },
    1,
  ],
];

describe('readCitation: humanities, law, theses, other scripts, broken print', () => {
  it.each(ROWS)('%s', (text, fields, people) => {
    const { authors, opening, ...rest } = readCitation(text);
    expect(rest).toEqual(fields);
    expect(authors).toHaveLength(people);
    expect(text.slice(0, 400)).toContain(opening.slice(0, 8).trim());
  });
});
