/** Works in the prints of many styles, all written for this test: every field of each. */
import { describe, expect, it } from 'vitest';
import { readCitation, readFirstAuthor } from '../../../lib/text/citation';

/** A citation and all that is read in it; its authors as "family, given", parted by bars. */
const ROWS: [string, Record<string, string | number>][] = [
  [
    'Berg, A. B. (2001). Falls at night. Journal of Care, 12(3), 45-67. https://doi.org/10.5555/jc.2001.12',
    {
      authors: 'Berg, A. B.',
      title: 'Falls at night',
      container: 'Journal of Care',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
      doi: '10.5555/jc.2001.12',
    },
  ],
  [
    'Berg AB, Dahl C, Holm E. Falls at night. J Care 2001;12(3):45-67.',
    {
      authors: 'Berg, AB | Dahl, C | Holm, E.',
      title: 'Falls at night',
      container: 'J Care',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'A. B. Berg and C. Dahl, "Falls at night," J. Care, vol. 12, no. 3, pp. 45-67, May 2001.',
    {
      authors: 'Berg, A. B. | Dahl, C.',
      title: 'Falls at night',
      container: 'J. Care',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'Berg, Anna, and Carl Dahl. "Falls at Night." Journal of Care 12, no. 3 (2001): 45-67.',
    {
      authors: 'Berg, Anna | Dahl, Carl',
      title: 'Falls at Night',
      container: 'Journal of Care',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'Berg, Anna. Falls at Night. Oxford: Oxford University Press, 2001.',
    { authors: 'Berg, Anna', title: 'Falls at Night', year: 2001 },
  ],
  [
    'Berg, A. (2001). Falls at night. In C. Dahl & E. Holm (Eds.), Handbook of care (pp. 45-67). London: Sage.',
    {
      authors: 'Berg, A.',
      title: 'Falls at night',
      container: 'Handbook of care',
      year: 2001,
      pages: '45-67',
    },
  ],
  [
    'Anna Berg, Carl Dahl, and Eva Holm. 2001. Falls at night. In Proceedings of the ACM Conference on Care, pages 45-67.',
    {
      authors: 'Berg, Anna | Dahl, Carl | Holm, Eva',
      title: 'Falls at night',
      container: 'Proceedings of the ACM Conference on Care',
      year: 2001,
      pages: '45-67',
    },
  ],
  [
    'World Health Organization. Falls at night. Geneva: WHO; 2001.',
    { authors: 'World Health Organization', title: 'Falls at night', year: 2001 },
  ],
  [
    'Berg A, Dahl C, et al. Falls at night. Lancet 2001;357:1191-4.',
    {
      authors: 'Berg, A | Dahl, C',
      title: 'Falls at night',
      container: 'Lancet',
      year: 2001,
      volume: '357',
      pages: '1191-4',
    },
  ],
  [
    'Berg, Anna: Stürze bei Nacht. In: Zeitschrift für Pflege 12 (2001), H. 3, S. 45-67.',
    {
      authors: 'Berg, Anna',
      title: 'Stürze bei Nacht',
      container: 'Zeitschrift für Pflege',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'van der Berg, A., & de Dahl, C. (2001). Falls at night. Care, 12, 45-67.',
    {
      authors: 'van der Berg, A. | de Dahl, C.',
      title: 'Falls at night',
      container: 'Care',
      year: 2001,
      volume: '12',
      pages: '45-67',
    },
  ],
  [
    "Anna Berg, 'Falls at Night', Care Review, 12.3 (2001), 45-67 (p. 50).",
    {
      authors: 'Berg, Anna',
      title: 'Falls at Night',
      container: 'Care Review',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'Berg, A. (in press). Falls at night. Journal of Care.',
    { authors: 'Berg, A.', title: 'Falls at night', container: 'Journal of Care' },
  ],
  [
    'Berg, A. (1999/2000). Falls at night. Journal of Care, 12, 45-67.',
    {
      authors: 'Berg, A.',
      title: 'Falls at night',
      container: 'Journal of Care',
      year: 1999,
      volume: '12',
      pages: '45-67',
    },
  ],
  [
    'Berg, A. (2001, May). Falls at night. Paper presented at the Conference on Care, Lund.',
    { authors: 'Berg, A.', title: 'Falls at night', year: 2001 },
  ],
  [
    'Berg, A. (2001). Falls at night (Doctoral dissertation). University of Lund.',
    { authors: 'Berg, A.', title: 'Falls at night', year: 2001 },
  ],
  [
    'Berg, A. Falls at night. PhD thesis, University of Lund, 2001.',
    { authors: 'Berg, A.', title: 'Falls at night', year: 2001 },
  ],
  [
    'Berg, A. (2001). Falls at night (2nd ed.). New York: Wiley.',
    { authors: 'Berg, A.', title: 'Falls at night', year: 2001 },
  ],
  [
    'Berg A. Falls at night [Internet]. Lund: Care Press; 2001 [cited 2002 May 3]. Available from: http://care.example/falls',
    { authors: 'Berg, A.', title: 'Falls at night', year: 2001 },
  ],
  [
    'Berg, A., 2001. Falls at night, in: Dahl, C. (Ed.), Care. Elsevier, Amsterdam, pp. 45-67.',
    { authors: 'Berg, A.', title: 'Falls at night', container: 'Care', year: 2001, pages: '45-67' },
  ],
  [
    '——. Wards at Night. Boston: Beacon Press, 2003.',
    { authors: '', title: 'Wards at Night', year: 2003 },
  ],
  [
    'A. Berg, C. Dahl, Phys. Rev. D 77, 054502 (2008).',
    {
      authors: 'Berg, A. | Dahl, C.',
      container: 'Phys. Rev. D',
      year: 2008,
      volume: '77',
      pages: '054502',
    },
  ],
  [
    'Berg, A. & Dahl, C. Falls at night. Nature 412, 45-67 (2001).',
    {
      authors: 'Berg, A. | Dahl, C.',
      title: 'Falls at night',
      container: 'Nature',
      year: 2001,
      volume: '412',
      pages: '45-67',
    },
  ],
  [
    'Berg A., Dahl C., 2001, MNRAS, 321, 559',
    { authors: 'Berg, A. | Dahl, C.', container: 'MNRAS', year: 2001, volume: '321', pages: '559' },
  ],
  [
    'Berg, A.; Dahl, C. Falls at Night; Wiley: New York, 2001; pp 45-67.',
    { authors: 'Berg, A. | Dahl, C.', title: 'Falls at Night', year: 2001, pages: '45-67' },
  ],
  [
    'Берг А. Б., Даль В. И. Падения ночью // Вестник ухода. 2001. Т. 12. № 3. С. 45-67.',
    {
      authors: 'Берг, А. Б. | Даль, В. И.',
      title: 'Падения ночью',
      container: 'Вестник ухода',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    '김철수. 병동의 밤. 간호학회지. 2001;12(3):45-67.',
    {
      authors: '김철수',
      title: '병동의 밤',
      container: '간호학회지',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'Anna Berg, Falls at Night, 8 Harv. L. Rev. 157 (1990).',
    {
      authors: 'Berg, Anna',
      title: 'Falls at Night',
      container: 'Harv. L. Rev.',
      year: 1990,
      volume: '8',
      pages: '157',
    },
  ],
  [
    'Berg, A. 2001. Falls at night. Care 12: e45. doi: 10.5555/care.e45',
    {
      authors: 'Berg, A.',
      title: 'Falls at night',
      container: 'Care',
      year: 2001,
      volume: '12',
      pages: 'e45',
      doi: '10.5555/care.e45',
    },
  ],
  [
    "Berg, A. (2001) 'Falls at night', Care, vol. 12, no. 3, pp. 45-67.",
    {
      authors: 'Berg, A.',
      title: 'Falls at night',
      container: 'Care',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'Berg A. Falls at night. Care. 2001 Jan-Mar;12 Suppl 2:S45-67. PMID: 12345678.',
    {
      authors: 'Berg, A.',
      title: 'Falls at night',
      container: 'Care',
      year: 2001,
      volume: '12',
      issue: '2',
      pages: 'S45-67',
    },
  ],
  [
    '3. Berg A, Dahl C (2001) Falls at night. Care 12:45-67',
    {
      authors: 'Berg, A | Dahl, C',
      title: 'Falls at night',
      container: 'Care',
      year: 2001,
      volume: '12',
      pages: '45-67',
    },
  ],
  [
    'Berg, A., and C. Dahl. 2001. Falls at Night: A Study of Wards. 3 vols. Chicago: University of Chicago Press.',
    { authors: 'Berg, A. | Dahl, C.', title: 'Falls at Night: A Study of Wards', year: 2001 },
  ],
  [
    'Berg, A., ed. Falls at Night. Chicago: University of Chicago Press, 2001.',
    { authors: 'Berg, A.', title: 'Falls at Night', year: 2001 },
  ],
  [
    'Anna Berg (ed.), Falls at Night (London: Routledge, 2001), pp. 45-67.',
    { authors: 'Berg, Anna', title: 'Falls at Night', year: 2001, pages: '45-67' },
  ],
  [
    'Aristotle. Falls at Night. Translated by A. Berg. Oxford: Clarendon Press, 1925.',
    { authors: 'Aristotle', title: 'Falls at Night', year: 1925 },
  ],
  [
    'Berg, A. (2001, May 3). Falls at night. The New York Times, p. A12.',
    {
      authors: 'Berg, A.',
      title: 'Falls at night',
      container: 'The New York Times',
      year: 2001,
      pages: 'A12',
    },
  ],
  [
    'Berg A, Dahl C, for the Lund Study Group. Falls at night. Care Trials 2001; 12: 45-67.',
    {
      authors: 'Berg, A | Dahl, C',
      title: 'Falls at night',
      container: 'Care Trials',
      year: 2001,
      volume: '12',
      pages: '45-67',
    },
  ],
  [
    'Berg, A., Dahl, C., ... & Holm, E. (2001). Falls at night. Care, 12(3), 45-67.',
    {
      authors: 'Berg, A. | Dahl, C. | Holm, E.',
      title: 'Falls at night',
      container: 'Care',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'Berg, A. et al. Falls at night. arXiv preprint arXiv:2001.01234 (2020).',
    { authors: 'Berg, A.', title: 'Falls at night', year: 2020 },
  ],
  [
    'Berg, A. and Dahl, C. (2001), Falls at night: what do we know?, Journal of Care, Vol. 12 No. 3, pp. 45-67.',
    {
      authors: 'Berg, A. | Dahl, C.',
      title: 'Falls at night: what do we know?',
      container: 'Journal of Care',
      year: 2001,
      volume: '12',
      issue: '3',
      pages: '45-67',
    },
  ],
  [
    'Berg A, Dahl P, Swiss Ward Cohort Study, 2016. Falls at night in wards. J Care 3, 4-9.',
    {
      authors: 'Berg, A | Dahl, P',
      title: 'Falls at night in wards',
      container: 'J Care',
      year: 2016,
      volume: '3',
      pages: '4-9',
    },
  ],
  [
    'Berg A, Dahl C. Small clauses in care. John Kimball (ed.) Syntax and Wards. Lund: Holmgren, 1990.',
    {
      authors: 'Berg, A | Dahl, C.',
      title: 'Small clauses in care',
      container: 'Syntax and Wards',
      year: 1990,
    },
  ],
  [
    'Berg, A. Falls at night, in Alaska. Journal of Care 12 (2001) 45-67.',
    {
      authors: 'Berg, A.',
      title: 'Falls at night, in Alaska',
      container: 'Journal of Care',
      year: 2001,
      volume: '12',
      pages: '45-67',
    },
  ],
  [
    'Berg, A. (2001). Falls at night. In A. Dahl, B. Holm, Wards of the north, 45-67. Lund: Harrow Press.',
    {
      authors: 'Berg, A.',
      title: 'Falls at night',
      container: 'Wards of the north',
      year: 2001,
      pages: '45-67',
    },
  ],
  ['IEEE P802.1: "Care for local networks".', { authors: '', title: 'Care for local networks' }],
  [
    'Berg, A. "In wards at night," in "Wards of the North," Lund, 2001, pp. 45-67.',
    {
      authors: 'Berg, A.',
      title: 'In wards at night',
      container: 'Wards of the North',
      year: 2001,
      pages: '45-67',
    },
  ],
  [
    'Berg, A. Falls at night. Unpublished manuscript.',
    { authors: 'Berg, A.', title: 'Falls at night' },
  ],
  [
    'Berg, A. Wards and nights, Växjö 1990.',
    { authors: 'Berg, A.', title: 'Wards and nights', year: 1990 },
  ],
  [
    'Anna Berg, Falls at Night. Care and Wards, Lund: Holmgren, 1990.',
    { authors: 'Berg, Anna', title: 'Falls at Night', year: 1990 },
  ],
  [
    'Berg, A. Democracy on Wards Toronto: Between the Lines, 1990.',
    { authors: 'Berg, A.', title: 'Democracy on Wards', year: 1990 },
  ],
  [
    'Berg A, Dahl C. Falls at night Am J Care 2001; 12: 45-67.',
    {
      authors: 'Berg, A | Dahl, C.',
      title: 'Falls at night',
      container: 'Am J Care',
      year: 2001,
      volume: '12',
      pages: '45-67',
    },
  ],
  [
    'Artificial Wards, Band 20, Nr. 9 (1996), S. 9-12',
    {
      authors: '',
      container: 'Artificial Wards',
      year: 1996,
      volume: '20',
      issue: '9',
      pages: '9-12',
    },
  ],
  [
    'The future of ward nurses Berg, A., and C. Dahl 2000 Care Research A, 34(3): 171-205',
    {
      authors: 'Berg, A. | Dahl, C.',
      title: 'The future of ward nurses',
      container: 'Care Research A',
      year: 2000,
      volume: '34',
      issue: '3',
      pages: '171-205',
    },
  ],
  [
    'Berg, A. (1968) [1916]. Falls at night. Lund: Holmgren.',
    { authors: 'Berg, A.', title: 'Falls at night', year: 1968 },
  ],
  [
    'Berg, A. (2001). Falls, 1930-1931. Care Review, 12, 45-67.',
    {
      authors: 'Berg, A.',
      title: 'Falls, 1930-1931',
      container: 'Care Review',
      year: 2001,
      volume: '12',
      pages: '45-67',
    },
  ],
  [
    'Berg, A., Falls at night (PhD thesis), Lund, 2001.',
    { authors: 'Berg, A.', title: 'Falls at night', year: 2001 },
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

describe('fields of a citation in many styles', () => {
  it.each(ROWS)('%s', (text, fields) => {
    expect(read(text, 'authors' in fields)).toEqual(fields);
  });
});

describe('the first author of a list', () => {
  it.each([
    ['Berg A, Dahl C', 'Berg'],
    ['World Health Organization. Geneva', 'World Health Organization'],
    ['', undefined],
  ])('%j', (printed, name) => {
    expect(readFirstAuthor(printed)).toBe(name);
  });
});
