/** Where a title ends and what is behind it, rule by rule, on both sides of each; all references are written for this test. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';
import { readNumbers } from '../../../lib/text/citation/numbers';
import { isOfTitle } from '../../../lib/text/citation/title-edges';
import { Words } from '../../../lib/text/citation/tokens';
import { inOneLine } from '../../support/citations/in-one-line';

const NUMBERS = '2001 » volume 12 » pages 45-67';

/** A reference, and what is read of it. */
const RULES: Record<string, [reference: string, fields: string][]> = {
  '“in” goes on a title where a journal follows, and opens a book elsewhere': [
    [
      'Berg, A. Falls of nurses, in Alaska. Journal of Care 12 (2001) 45-67.',
      `Berg, A. » Falls of nurses, in Alaska » Journal of Care » ${NUMBERS}`,
    ],
    [
      'Berg, A. Falls of nurses, in Proceedings of Care. Journal of Care 12 (2001) 45-67.',
      `Berg, A. » Falls of nurses » Proceedings of Care » ${NUMBERS}`,
    ],
    [
      'Berg, A. Falls of nurses, in: Wards at Night. Journal of Care 12 (2001) 45-67.',
      `Berg, A. » Falls of nurses » Wards at Night » ${NUMBERS}`,
    ],
    [
      'Berg, A. Falls of nurses, in “Wards.” Journal of Care 12 (2001) 45-67.',
      `Berg, A. » Falls of nurses » Wards » ${NUMBERS}`,
    ],
    [
      'Berg, A. Falls (of nurses) in wards of the north. Lund: Harrow Press, 2001.',
      'Berg, A. » Falls (of nurses) in wards of the north » 2001',
    ],
  ],
  'a title in quotes ends with them, unless it goes on at once': [
    [
      'Berg A. “Wards at night” in Care 12 (2001) 45-67.',
      `Berg, A. » Wards at night » Care » ${NUMBERS}`,
    ],
    [
      'Berg A. “Wards at night” dans Soins 12 (2001) 45-67.',
      `Berg, A. » Wards at night » Soins » ${NUMBERS}`,
    ],
    ['Berg A. ‘HTRG’, Care Review 12 (2001) 45-67.', `Berg, A. » HTRG » Care Review » ${NUMBERS}`],
    ['Berg A. ‘HTRG,’ Care Review 12 (2001) 45-67.', `Berg, A. » HTRG » Care Review » ${NUMBERS}`],
    [
      'Berg A. ‘HTRG’ and its wards. Care Review 12 (2001) 45-67.',
      `Berg, A. » HTRG’ and its wards » Care Review » ${NUMBERS}`,
    ],
    [
      'Berg A. ‘Overnight’ Care Review 12 (2001) 45-67.',
      `Berg, A. » Overnight » Care Review » ${NUMBERS}`,
    ],
  ],
  'a letter behind the title tells what kind of work it is': [
    [
      'Berg A. Wards at night[J]. Care, 2001, 12(3): 45-67.',
      'Berg, A. » Wards at night » Care » 2001 » volume 12 » issue 3 » pages 45-67',
    ],
    [
      'Berg A. Wards at night[J/OL]. Care, 2001, 12(3): 45-67.',
      'Berg, A. » Wards at night » Care » 2001 » volume 12 » issue 3 » pages 45-67',
    ],
    ['Berg A. Wards at night[M]. Lund: Harrow Press, 2001.', 'Berg, A. » Wards at night » 2001'],
    ['Berg A. PhD thesis, University of Lund, 2001.', 'Berg, A. » 2001'],
  ],
  'a publisher that no list has comes before its town, in a few words': [
    ['Berg, A., Falls at Night, Holmgren, Växjö, 1990.', 'Berg, A. » Falls at Night » 1990'],
    [
      'Berg, A., Falls at Night, Holmgren and Sons, Växjö, 1990.',
      'Berg, A. » Falls at Night » 1990',
    ],
    [
      'Berg, A., Falls, Cowansville, Quebec, Les Editions Yvon Blais, 1999.',
      'Berg, A. » Falls » 1999',
    ],
    [
      'Berg, A., Falls at Night, University of Minnesota press, 1999.',
      'Berg, A. » Falls at Night » 1999',
    ],
    [
      'Berg, A., Falls in Norway, Canada, and the Ries, Germany, Care 12 (2001) 45-67.',
      `Berg, A. » Falls in Norway, Canada, and the Ries, Germany » Care » ${NUMBERS}`,
    ],
  ],
  'numbers before a word are the title’s': [
    [
      'Berg, A. Falls, 450-350 BC. Care 12 (2001) 45-67.',
      `Berg, A. » Falls, 450-350 BC » Care » ${NUMBERS}`,
    ],
    [
      'Berg, A. Falls in 1999 wards. Care 12 (2001) 45-67.',
      `Berg, A. » Falls in 1999 wards » Care » ${NUMBERS}`,
    ],
  ],
  'a journal that no mark parts from the title begins with its words': [
    [
      'Berg A, Holm E. Falls of nurses at night Am J Care 1986;12:45-67',
      'Berg, A | Holm, E. » Falls of nurses at night » Am J Care » 1986 » volume 12 » pages 45-67',
    ],
    [
      'Berg A, Holm E. Falls of nurses at night Wake Valley Magazine 1986;12:45-67',
      'Berg, A | Holm, E. » Falls of nurses at night » Wake Valley Magazine » 1986 » volume 12 » pages 45-67',
    ],
    [
      'Berg A, Holm E. Falls of nurses at night: Magazine 1986;12:45-67',
      'Berg, A | Holm, E. » Falls of nurses at night » Magazine » 1986 » volume 12 » pages 45-67',
    ],
  ],
  'what looked like names is the title, or the journal, where there is no other': [
    [
      'Holm, E.; Berg, A.; Nights and Wards. Ward Sci. 3 (2015) 6',
      'Holm, E. | Berg, A. » Nights and Wards » Ward Sci » 2015 » volume 3 » pages 6',
    ],
    [
      'Holm, E. and Berg. Ward Sci. 3 (2015) 6',
      'Holm, E. | Berg » Ward Sci » 2015 » volume 3 » pages 6',
    ],
    ['Artificial Organs, Band 20, Nr. 9, 1996', 'Artificial Organs » 1996 » volume 20 » issue 9'],
    [
      'Anna B. Berg, Ward Review 131 (2017) 12-19',
      'Berg, Anna B. » Ward Review » 2017 » volume 131 » pages 12-19',
    ],
    [
      'Anna Berg (ed.), Ward Review 131 (2017) 12-19',
      'Berg, Anna » Ward Review » 2017 » volume 131 » pages 12-19',
    ],
    ['Anna Berg, Falls 131 (2017) 12-19', 'Berg, Anna » Falls » 2017 » volume 131 » pages 12-19'],
    ['Novak, 45-67, 2001.', 'Novak » 2001 » pages 45-67'],
    [
      'Expansion Method, Ward Review 131 (2017) 12-19',
      'Expansion Method » Ward Review » 2017 » volume 131 » pages 12-19',
    ],
  ],
  'names that a comma parts from those before them are names': [
    [
      '李濤明, 王斌龍, 陳家倩. 夜間病房護理論. 北方護理醫學刊. 2002. 17(1).',
      '李濤明 | 王斌龍 | 陳家倩 » 夜間病房護理論. 北方護理醫學刊. » 2002 » volume 17 » issue 1',
    ],
  ],
  'what follows a title in quotes goes on it behind a colon, a hyphen or in small letters': [
    [
      'Berg A. ‘Wards at Night’: A Response. Care Review 12 (2001) 45-67.',
      `Berg, A. » Wards at Night’: A Response » Care Review » ${NUMBERS}`,
    ],
    [
      'Berg A. “Night”-based care. Care Review 12 (2001) 45-67.',
      `Berg, A. » Night”-based care » Care Review » ${NUMBERS}`,
    ],
    [
      'Berg A. “Wards at night.” and more. Care Review 12 (2001) 45-67.',
      `Berg, A. » Wards at night » and more. Care Review » ${NUMBERS}`,
    ],
  ],
  'a number at the end does not go on a title': [
    ['Berg A (2017). Falls at night. Care journal of Lund, 28.', 'Berg, A » Falls at night » 2017'],
  ],
  'a title that is a serial’s word is a book’s before its translator': [
    ['Berg 1999. The Symposium. Trans. Anna Holm. Lund: Harrow.', 'Berg » The Symposium » 1999'],
  ],
  'who made a book ready is not of the title before it': [
    [
      'Berg A. Falls at night, translated by C. Dahl. In: Wards. Lund: Harrow, 2001.',
      'Berg, A. » Falls at night » Wards » 2001',
    ],
    [
      'Berg A. Falls at night, E. Holm, ed. In: Wards. Lund: Harrow, 2001.',
      'Berg, A. » Falls at night » Wards » 2001',
    ],
    [
      'Berg A. Falls at night. In Holm, E., Dahl, C., Wards of Care. 2001.',
      'Berg, A. » Falls at night » Wards of Care » 2001',
    ],
  ],
  'a series of papers is not a journal': [
    [
      'Berg, A. (2001). Falls at night. Lund Working Papers, 12, 45-67.',
      'Berg, A. » Falls at night » 2001 » volume 12 » pages 45-67',
    ],
    [
      'Berg, A. (2001). Falls at night. Ward Discussion Papers, 12, 45-67.',
      'Berg, A. » Falls at night » 2001 » volume 12 » pages 45-67',
    ],
  ],
  'numbers by name are the work’s wherever they are': [
    [
      'Berg, A. Falls at night. Vol. 2. Lund: Harrow, 2001.',
      'Berg, A. » Falls at night » 2001 » volume 2',
    ],
    [
      'Berg, A. 2001. Falls at night. Lund: Harrow, no. 12.',
      'Berg, A. » Falls at night » 2001 » issue 12',
    ],
    [
      'Berg, A. Care in the Ward, 950-1100. Lund: Harrow, 2004.',
      'Berg, A. » Care in the Ward, 950-1100 » 2004',
    ],
    [
      'Berg, A. Care in Wards, Journal of Care, 950-1100. Lund, 2004.',
      'Berg, A. » Care in Wards » Journal of Care » 2004 » pages 950-1100',
    ],
    [
      'Berg, A. Falls at night, 8 Harv. L. Rev. 157 (1990).',
      'Berg, A. » Falls at night » Harv. L. Rev. » 1990 » volume 8 » pages 157',
    ],
    ['New Haven: Ward Press, 1960', '1960'],
  ],
  'a publisher ends a title, and a journal does not': [
    [
      'Berg, A., Falls at Night, Harrow Review 2001.',
      'Berg, A. » Falls at Night » Harrow Review » 2001',
    ],
    ['Berg, A. Falls: nights. Holmgren, Lund 2001.', 'Berg, A. » Falls: nights » 2001'],
    [
      'Berg, A. Falls at night. Holmgren of the Great North Wards, Lund, 2001.',
      'Berg, A. » Falls at night » 2001',
    ],
    ['Berg, A. Falls at night. Holmgren, Växjö.', 'Berg, A. » Falls at night'],
    ['Berg, A. Falls at Night. Ministry, 2001.', 'Berg, A. » Falls at Night » 2001'],
    [
      'Berg, A. Falls at Night. Ministry of Health of the Great Old North Wards and Nights, 2001.',
      'Berg, A. » Falls at Night » 2001',
    ],
    [
      'Berg, A. Falls at Night. Journal of the Ministry, 2001.',
      'Berg, A. » Falls at Night » Journal of the Ministry » 2001',
    ],
    [
      'Berg, A. Falls. Cowansville. Quebec, Les Editions Yvon Blais, 1999.',
      'Berg, A. » Falls » 1999',
    ],
    [
      'Berg, A. Nurses at night Toronto: Between the Lines, 1990.',
      'Berg, A. » Nurses at night » 1990',
    ],
    ['Berg, A. Nurses at night Toronto:Lines, 1990.', 'Berg, A. » Nurses at night » 1990'],
    [
      'Berg, A. Nurses at night Växjö: Between the Lines Press, 1990.',
      'Berg, A. » Nurses at night » 1990',
    ],
    ['Berg, A. Nurses at night New York, NY: Lines, 1990.', 'Berg, A. » Nurses at night » 1990'],
    ['SPE Ward Meeting held in Lund, 2001.', 'SPE Ward Meeting » 2001'],
  ],
  'words that all have a point are a journal’s, whatever mark is among them': [
    [
      'N.O.W. Sci. Bull., Series C, Vol. 72, Iss. 4, 2010',
      'N.O.W. Sci. Bull., Series C » 2010 » volume 72 » issue 4',
    ],
    ['Falls, Series C, Vol. 72, Iss. 4, 2010', 'Falls, Series C » 2010 » volume 72 » issue 4'],
    [
      'Falls. Nurs., Series C, Vol. 72, Iss. 4, 2010',
      'Falls » Nurs., Series C » 2010 » volume 72 » issue 4',
    ],
  ],
  'a title keeps the years that it is about': [
    [
      'Berg, Anna. The Ward: A History, 1403–1959. London: Harrow, 1960.',
      'Berg, Anna » The Ward: A History, 1403–1959 » 1960',
    ],
  ],
  'an author before a title with “and” in it is one': [
    [
      'Hudl O. Growth and adaptation. J Care 2001;12:45-67.',
      `Hudl, O. » Growth and adaptation » J Care » ${NUMBERS}`,
    ],
    [
      'Hudl O.-P. Growth and adaptation. J Care 2001;12:45-67.',
      `Hudl, O.-P. » Growth and adaptation » J Care » ${NUMBERS}`,
    ],
    [
      'Holm A, Berg B, Iyer B. Melatonin and melanocytes. J Care 2001;12:45-67.',
      `Holm, A | Berg, B | Iyer, B. » Melatonin and melanocytes » J Care » ${NUMBERS}`,
    ],
    [
      'Molecular Genetics and Metabolism 82, 45-67 (2001).',
      'Molecular Genetics and Metabolism » 2001 » volume 82 » pages 45-67',
    ],
  ],
};

describe.each(Object.entries(RULES))('%s', (_, rows) => {
  it.each(rows)('%s', (reference, fields) => {
    expect(inOneLine(readCitation(reference))).toBe(fields);
  });
});

describe('“in”, before what is in capitals', () => {
  it.each<[text: string, isTitles: boolean]>([
    ['Falls, in Alaska. Journal of Care 12 (2001) 45-67', true],
    ['Falls, in Alaska. Journal of Care, vol. 12, pp. 45-67', false],
    ['Falls, in Alaska. Wards 12 (2001) 45-67', false],
    ['Falls, in Alaska. Lund, 2001', false],
    ['Falls, in “Alaska”. Journal of Care 12 (2001) 45-67', false],
    ['Falls, in the “Alaska”. Journal of Care 12 (2001) 45-67', false],
    ['Falls, in Proc. Care. Journal of Care 12 (2001) 45-67', false],
    ['Falls, in the 2nd Proc. Care. Journal of Care 12 (2001) 45-67', false],
    ['Falls, in Alaska, eds. Berg. Journal of Care 12 (2001) 45-67', false],
    ['Falls (and slips) in Alaska. Lund, 2001', true],
    ['“Falls” in Alaska. Lund, 2001', true],
    ['Falls (and slips) of nurses, in Alaska. Lund, 2001', false],
    ['Falls, in Alaska. Journal of Care', false],
    ['Falls, in Alaska. Journal of Care, 45-67.', false],
    ['Falls, in Alaska, Journal of Care, Lund 12 (2001) 45-67', true],
  ])('%s', (text, isTitles) => {
    const words = new Words(text);
    const [main] = readNumbers(words, 0).sort((a, b) => b.rank - a.rank);
    const at = text.indexOf('in ');
    const limit = main?.from ?? text.length;
    expect(isOfTitle(words, { at, next: at + 3 }, limit, main)).toBe(isTitles);
  });
});
