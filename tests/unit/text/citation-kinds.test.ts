/** Printed citations, all written for this test: kinds that have no title, and what ends a title or the authors. */
import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../lib/text/citation';

/** A citation and all that is read in it; its authors as "family, given", parted by bars. */
const ROWS: [string, Record<string, string | number>][] = [
  [
    'Kraft, W. M. 2001, Theory of Night Care (Harrow Books, Lund)',
    { authors: 'Kraft, W. M.', title: 'Theory of Night Care', year: 2001 },
  ],
  [
    'Novak, M. 2006, Care Algebra (Nursing Monographs)(Lund: Holmgren)',
    { authors: 'Novak, M.', title: 'Care Algebra', year: 2006 },
  ],
  [
    'Berg E, Dahl K. The first years of nursing (pp. 66-99). In Holm, C. (Ed.). Care over time. Lund: Harrow Press, 2007.',
    {
      authors: 'Berg, E | Dahl, K.',
      title: 'The first years of nursing',
      container: 'Care over time',
      year: 2007,
      pages: '66-99',
    },
  ],
  [
    'Berg, E. (2013). Nursing law (7th ed.). Lund: Beck Verlag.',
    { authors: 'Berg, E.', title: 'Nursing law', year: 2013 },
  ],
  [
    'D. Berg, H. Dahl, Wards, Vol. 111, No. 2, p. 217, 1986',
    {
      authors: 'Berg, D. | Dahl, H.',
      container: 'Wards',
      year: 1986,
      volume: '111',
      issue: '2',
      pages: '217',
    },
  ],
  [
    'The WARD Journal Vol.16 No.15 pp.4738-4745, 1997',
    {
      authors: '',
      container: 'The WARD Journal',
      year: 1997,
      volume: '16',
      issue: '15',
      pages: '4738-4745',
    },
  ],
  [
    'Canadian journal of nursing, 1973, 19(10), pp. 1207-1210',
    {
      authors: '',
      container: 'Canadian journal of nursing',
      year: 1973,
      volume: '19',
      issue: '10',
      pages: '1207-1210',
    },
  ],
  [
    'K. Dahl and T. Berg, Living Rev. Sol. Phys. 8, 6 (2011).',
    {
      authors: 'Dahl, K. | Berg, T.',
      container: 'Living Rev. Sol. Phys.',
      year: 2011,
      volume: '8',
      pages: '6',
    },
  ],
  [
    'phys. stat. sol. (c) 2, No. 9, 3243-3247 (2005)',
    {
      authors: '',
      container: 'phys. stat. sol. (c)',
      year: 2005,
      volume: '2',
      issue: '9',
      pages: '3243-3247',
    },
  ],
  [
    'Vol. 29, No. 7 JOURNAL OF CLINICAL CARE, July 1991, P. 1303-1307',
    {
      authors: '',
      container: 'JOURNAL OF CLINICAL CARE',
      year: 1991,
      volume: '29',
      issue: '7',
      pages: '1303-1307',
    },
  ],
  [
    'Dahl, R., Berg, T. 2003, nature, 425, 374',
    {
      authors: 'Dahl, R. | Berg, T.',
      container: 'nature',
      year: 2003,
      volume: '425',
      pages: '374',
    },
  ],
  [
    'Dahl T., Berg M., 1999, A&AS (submitted)(Paper V)',
    { authors: 'Dahl, T. | Berg, M.', container: 'A&AS', year: 1999 },
  ],
  [
    'Berg, A. H., Dahl, J. L. 2016, The Nursing Journal, arXiv:1612.07434',
    { authors: 'Berg, A. H. | Dahl, J. L.', container: 'The Nursing Journal', year: 2016 },
  ],
  [
    'Berg K, Dahl P. Phys. Rev. Lett., 2005, 94:102301; Erratum, 2006, 96:039901',
    {
      authors: 'Berg, K | Dahl, P.',
      container: 'Phys. Rev. Lett.',
      year: 2005,
      volume: '94',
      pages: '102301',
    },
  ],
  [
    'M. BERG et J. DAHL. Inorg. Chim. Acta. A paraître.',
    { authors: 'BERG, M. | DAHL, J.', container: 'Inorg. Chim. Acta.' },
  ],
  [
    'Molecular Care and Metabolism 82 (2004) 56-58',
    {
      authors: '',
      container: 'Molecular Care and Metabolism',
      year: 2004,
      volume: '82',
      pages: '56-58',
    },
  ],
  [
    'Iyer B. Melatonin and melanocyte functions. Biol Signals Recept 2000; 9:260-266.',
    {
      authors: 'Iyer, B.',
      title: 'Melatonin and melanocyte functions',
      container: 'Biol Signals Recept',
      year: 2000,
      volume: '9',
      pages: '260-266',
    },
  ],
  [
    'Dahl MP. Vancomycin. Mayo Clin Proc 1991; 66:1165-1170.',
    {
      authors: 'Dahl, MP.',
      title: 'Vancomycin',
      container: 'Mayo Clin Proc',
      year: 1991,
      volume: '66',
      pages: '1165-1170',
    },
  ],
  [
    'Dahl, V; Berg, E.; Nights and Wards. Commun. Care Physics, 340 (2015) no.2, 699-832.',
    {
      authors: 'Dahl, V | Berg, E.',
      title: 'Nights and Wards',
      container: 'Commun. Care Physics',
      year: 2015,
      volume: '340',
      issue: '2',
      pages: '699-832',
    },
  ],
  [
    'Berg M. N., Dahl K., Holm S.-i., 2008, ApJ, 677, 813',
    {
      authors: 'Berg, M. N. | Dahl, K. | Holm, S.-i.',
      container: 'ApJ',
      year: 2008,
      volume: '677',
      pages: '813',
    },
  ],
  [
    'BergH., Nomoto K., 2002, ApJ, 565, 385',
    { authors: 'Berg, H. | Nomoto, K.', container: 'ApJ', year: 2002, volume: '565', pages: '385' },
  ],
  [
    'Obre A., Stin G. S., Dutt A. A., Macc o A. V., Wang L., 2016, MNRAS, 459, 467',
    { container: 'MNRAS', year: 2016, volume: '459', pages: '467' },
  ],
  [
    'Dal, Christoph, Michael Drott, Bastian Cz/Pranz, and Ichiro Fujin. 2008. A comparative study of ward removal algorithms. Care Transactions 30 (5): 753-66.',
    {
      title: 'A comparative study of ward removal algorithms',
      container: 'Care Transactions',
      year: 2008,
      volume: '30',
      issue: '5',
      pages: '753-66',
    },
  ],
  [
    'dit Berg NF, Dahl P. 2010. The care protein is essential for tolerance. The Ward Cell 22: 1575-1591.',
    {
      authors: 'dit Berg, NF | Dahl, P.',
      title: 'The care protein is essential for tolerance',
      container: 'The Ward Cell',
      year: 2010,
      volume: '22',
      pages: '1575-1591',
    },
  ],
  [
    'Aron K, ffrench-Berg R: Wards of a novel kind in Lund. Invertebrate Care 1:25-31, 1995.',
    {
      authors: 'Aron, K | ffrench-Berg, R',
      title: 'Wards of a novel kind in Lund',
      container: 'Invertebrate Care',
      year: 1995,
      volume: '1',
      pages: '25-31',
    },
  ],
  [
    'Ju XF Li JN Lv P Tan HZ. Screening of nurses in cold wards. Chin J Ocul Dis. 2008; 28: 76-78.',
    {
      authors: 'Ju, XF | Li, JN | Lv, P | Tan, HZ',
      title: 'Screening of nurses in cold wards',
      container: 'Chin J Ocul Dis',
      year: 2008,
      volume: '28',
      pages: '76-78',
    },
  ],
  [
    'AA. VV., Le Centre de soins, Soins de nuit, Vol. 34, 1973, 38-39',
    {
      authors: 'AA. VV.',
      title: 'Le Centre de soins',
      container: 'Soins de nuit',
      year: 1973,
      volume: '34',
      pages: '38-39',
    },
  ],
  [
    'Saiki Rk. et al., Science 29: 487-491, 1988',
    { authors: 'Saiki', container: 'Science', year: 1988, volume: '29', pages: '487-491' },
  ],
  [
    'NIGHT collaboration, Dahl A., et al., 2014, A&A, 571, A39',
    { authors: 'Dahl, A.', container: 'A&A', year: 2014, volume: '571', pages: 'A39' },
  ],
  [
    'Ward Technical Services, Inc. (WTS). 2011. Report on the wards of the north. Lund: Facilities Press.',
    {
      authors: 'Ward Technical Services, Inc',
      title: 'Report on the wards of the north',
      year: 2011,
    },
  ],
  [
    'Fuller, R. Buckmin, The Ward Game: Planning at night, Lund: Harrow, 1971.',
    { authors: 'Fuller, R. Buckmin', title: 'The Ward Game: Planning at night', year: 1971 },
  ],
  [
    'L.N. Bulae, Matthias J. Graf, and V. G. Kogan, Night counts and their dependence, Ward Review B85, 014505 (2012).',
    {
      authors: 'Bulae, L.N. | Graf, Matthias J. | Kogan, V. G.',
      title: 'Night counts and their dependence',
      container: 'Ward Review',
      year: 2012,
      volume: 'B85',
      pages: '014505',
    },
  ],
  [
    'Silvia Stoll, Gerhard Unterthur (Hg.): Grenzen der Pflege. Nordhausen 2012.',
    { authors: 'Stoll, Silvia | Unterthur, Gerhard', title: 'Grenzen der Pflege', year: 2012 },
  ],
  [
    'Berg, J. H., Dahl, V.T., Crooked wards (abstract). Nursing Society of America Bulletin, v. 65, pp. 1252-1253. 1954.',
    {
      authors: 'Berg, J. H. | Dahl, V.T.',
      title: 'Crooked wards (abstract)',
      container: 'Nursing Society of America Bulletin',
      year: 1954,
      volume: '65',
      pages: '1252-1253',
    },
  ],
  [
    'Rauch, J. (1983, June 22). Candidates for the ward narrowed to 2. Lund-Salem Journal, pp. 1-2.',
    {
      authors: 'Rauch, J.',
      title: 'Candidates for the ward narrowed to 2',
      container: 'Lund-Salem Journal',
      year: 1983,
      pages: '1-2',
    },
  ],
  [
    'Schnei D, Dup E. Long-term care in Lund. IX. Characterization of wards and nurses. Genetics 2000; 156:477-488.',
    {
      authors: 'Schnei, D | Dup, E.',
      title: 'Long-term care in Lund. IX. Characterization of wards and nurses',
      container: 'Genetics',
      year: 2000,
      volume: '156',
      pages: '477-488',
    },
  ],
  [
    'Kiely DK, Wolf PA. Familial care of stroke. The Lund Study. Stroke (1993) 24:1366-1371.',
    {
      authors: 'Kiely, DK | Wolf, PA.',
      title: 'Familial care of stroke. The Lund Study',
      container: 'Stroke',
      year: 1993,
      volume: '24',
      pages: '1366-1371',
    },
  ],
  [
    'Riger, S., & Gordon, M. T. (1981). The Fear of Wards: A Study in Social Care. Journal of Nursing Issues, 37(4), 71-92.',
    {
      authors: 'Riger, S. | Gordon, M. T.',
      title: 'The Fear of Wards: A Study in Social Care',
      container: 'Journal of Nursing Issues',
      year: 1981,
      volume: '37',
      issue: '4',
      pages: '71-92',
    },
  ],
  [
    'Haas U, Mot J. Premedication in care. Results of a survey (in German). Pfleger 1998; 47:838-843.',
    {
      authors: 'Haas, U | Mot, J.',
      title: 'Premedication in care. Results of a survey (in German)',
      container: 'Pfleger',
      year: 1998,
      volume: '47',
      pages: '838-843',
    },
  ],
  [
    'F. Anscom, The Night Gulf: The Creation of Wards, and Care New York: Columbia University Press, 1997',
    { authors: 'Anscom, F.', title: 'The Night Gulf: The Creation of Wards, and Care', year: 1997 },
  ],
  [
    'J. G. Lorim, Gazetteer of Wards and Nurses Calcutta: Government Printing House, 1908',
    { authors: 'Lorim, J. G.', title: 'Gazetteer of Wards and Nurses', year: 1908 },
  ],
  [
    'J.V. Morris, Homeric Wards. False Nurses in the Iliad, Ann Arbor 1992.',
    { authors: 'Morris, J.V.', title: 'Homeric Wards. False Nurses in the Iliad', year: 1992 },
  ],
  [
    'T. Gant, Early Ward Myth. A Guide to Nursing Sources, Baltimore and London 1993.',
    { authors: 'Gant, T.', title: 'Early Ward Myth. A Guide to Nursing Sources', year: 1993 },
  ],
  [
    "Alli, P., (1980) L'invention du soin, Presses universitaires de Grenoble, Grenoble.",
    { authors: 'Alli, P.', title: "L'invention du soin", year: 1980 },
  ],
  [
    'Keles, C., Sarver, E., Update on care work at Lund Tech, Professional Nurses in Mining Seminar, Lund, March 24, 2016.',
    {
      authors: 'Keles, C. | Sarver, E.',
      title: 'Update on care work at Lund Tech',
      container: 'Professional Nurses in Mining Seminar',
      year: 2016,
    },
  ],
  [
    'Dodson, K., Sarver, E., Effects of care on night wards, 2010 Annual Conference and Exhibit of the American Ward Association, Chicago, Il, 2010.',
    {
      authors: 'Dodson, K. | Sarver, E.',
      title: 'Effects of care on night wards',
      container: 'Annual Conference and Exhibit of the American Ward Association',
      year: 2010,
    },
  ],
  [
    '이영일, 커뮤니티 간호의 문화적 사회가치 연구, 우리간호 제25권 2호, 2014.',
    {
      authors: '이영일',
      title: '커뮤니티 간호의 문화적 사회가치 연구',
      container: '우리간호',
      year: 2014,
      volume: '25',
      issue: '2',
    },
  ],
  [
    'Instruments at the Library of Nurses," JVdGSA 10 (1973), 29.',
    {
      authors: '',
      title: 'Instruments at the Library of Nurses',
      container: 'JVdGSA',
      year: 1973,
      volume: '10',
      pages: '29',
    },
  ],
  [
    'Knowledge, A. (2011). In Search of the Perfect Ward: Can Nurses Beat the Night? Retrieved on October 14, 2015 at http://ward.example/a.',
    {
      authors: 'Knowledge, A.',
      title: 'In Search of the Perfect Ward: Can Nurses Beat the Night?',
      year: 2011,
    },
  ],
  [
    'Jin, K. W. and S. B. Seo, 2011. In Orbit Ward Calibration Tests, Korean Journal of Care, 27(3): 369-377.',
    {
      authors: 'Jin, K. W. | Seo, S. B.',
      title: 'In Orbit Ward Calibration Tests',
      container: 'Korean Journal of Care',
      year: 2011,
      volume: '27',
      issue: '3',
      pages: '369-377',
    },
  ],
  [
    'Koelle MR: A new family of ward regulators. Curr Opin Care Biol 9:143-147, 1997.',
    {
      authors: 'Koelle, MR',
      title: 'A new family of ward regulators',
      container: 'Curr Opin Care Biol',
      year: 1997,
      volume: '9',
      pages: '143-147',
    },
  ],
  [
    'Jemiel, D. (2014). Common Wards. An Ethnography of Nurses. Palo Alto (CA): Stanford University Press.',
    { authors: 'Jemiel, D.', title: 'Common Wards. An Ethnography of Nurses', year: 2014 },
  ],
  [
    'Crona, B. 2011 Policy gaps in addressing wards, Marine Policy, 35, 379-388, IF 2.053',
    {
      authors: 'Crona, B.',
      title: 'Policy gaps in addressing wards',
      container: 'Marine Policy',
      year: 2011,
      volume: '35',
      pages: '379-388',
    },
  ],
  [
    'CARE Collaboration, Performance of nurses with full data, CMS-DP-2017-002 [http://cds.example/record/2196]',
    { authors: 'CARE Collaboration', title: 'Performance of nurses with full data' },
  ],
  [
    'Ward Meeting #92, Ljubljana, Slovenia, August 26, 2019',
    { authors: '', title: 'Ward Meeting #92', year: 2019 },
  ],
  [
    'The Nurse European Conference held in The Hague, The Netherlands, 21 May 2001.',
    { authors: '', title: 'The Nurse European Conference', year: 2001 },
  ],
  [
    'Dixon Symposium: care and catharsis. (2003, June). Lund Forest Magazine, 50(4), p. 3.',
    {
      authors: '',
      title: 'Dixon Symposium: care and catharsis',
      container: 'Lund Forest Magazine',
      year: 2003,
      volume: '50',
      issue: '4',
      pages: '3',
    },
  ],
  ['New Haven: The Yale University Art Gallery, 1960.', { authors: '', year: 1960 }],
  ['V. Berg arXiv.org: astro-ph/0505220 (2005).', { authors: 'Berg, V.', year: 2005 }],
  [
    'V.A. Vasil, Ward Theory I, Springer1998',
    { authors: 'Vasil, V.A.', title: 'Ward Theory I', year: 1998 },
  ],
];

/** What is read, in the terms of the rows. */
function read(text: string, withAuthors: boolean) {
  const { authors, opening: _, firstAuthor: __, ...fields } = readCitation(text);
  const names = authors.map((name) =>
    'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', '),
  );
  return { ...(withAuthors && { authors: names.join(' | ') }), ...fields };
}

describe('kinds of citations', () => {
  it.each(ROWS)('%s', (text, fields) => {
    expect(read(text, 'authors' in fields)).toEqual(fields);
  });
});
