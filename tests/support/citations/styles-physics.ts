/** Styles of physics, chemistry, engineering, computing and the earth sciences. */
import { fullFirst, inCapitals, initialsFirst, initialsLast, type List } from './names';
import { around, ended, hasTwoFamilyNames, type Style } from './print';

const apart = initialsFirst('.', ' ');
const close = initialsFirst('.', '');
const ieee: List = { first: apart, between: ', ', lastOfTwo: ' and ', last: ', and ' };
const commas: List = { first: close, between: ', ', lastOfTwo: ', ', last: ', ' };
const turned = initialsLast(', ', '.', ' ');
const turnedClose = initialsLast(', ', '.', '');
const semicolons: List = { first: turned, between: '; ', lastOfTwo: '; ', last: '; ' };

export const PHYSICS: readonly Style[] = [
  {
    name: 'IEEE',
    authors: ieee,
    journal: 'short',
    dash: '–',
    article: (p, { month }) =>
      `${p.authors}, “${p.title},” ${p.journal}, vol. ${p.volume}${around(', no. ', p.issue)}, pp. ${p.pages},${around(' ', month?.slice(0, 3), '.')} ${p.year}${around(', doi: ', p.doi)}.`,
    book: (p, { place, publisher, edition }) =>
      `${p.authors}, ${p.title}${edition ? `, ${edition}${edition === 2 ? 'nd' : 'rd'} ed.` : '.'} ${place}: ${publisher}, ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}, “${p.title},” in ${p.host}, ${p.editors}, ${p.several('Ed', 'Eds')}. ${place}: ${publisher}, ${p.year}, pp. ${p.pages}.`,
    paper: (p, { place }) =>
      `${p.authors}, “${p.title},” in ${p.host}, ${place}, ${p.year}, pp. ${p.pages}.`,
    thesis: (p, { place, school }) =>
      `${p.authors}, “${p.title},” Ph.D. dissertation, ${school}, ${place}, ${p.year}.`,
    preprint: (p, { arxiv }) => `${p.authors}, “${p.title},” ${p.year}, arXiv:${arxiv}.`,
    page: (p, { url }) => `${p.authors}, “${p.title},” ${p.year}. [Online]. Available: ${url}`,
  },
  {
    name: 'Nature',
    authors: {
      first: turned,
      between: ', ',
      lastOfTwo: ' & ',
      last: ' & ',
      most: 5,
      shown: 1,
      others: ' et al.',
    },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} ${ended(p.title)} ${p.journal} ${p.volume}, ${p.pages} (${p.year}).`,
    book: (p, { publisher }) => `${ended(p.authors)} ${p.title} (${publisher}, ${p.year}).`,
    chapter: (p, { publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} in ${p.host} (${p.several('ed', 'eds')} ${p.editors}) ${p.pages} (${publisher}, ${p.year}).`,
    thesis: (p, { school }) =>
      `${ended(p.authors)} ${ended(p.title)} PhD thesis, ${school} (${p.year}).`,
    preprint: (p, { arxiv }) =>
      `${ended(p.authors)} ${ended(p.title)} Preprint at https://arxiv.org/abs/${arxiv} (${p.year}).`,
  },
  {
    name: 'Science',
    authors: { ...commas, first: apart },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${p.authors}, ${ended(p.title)} ${p.journal} ${p.volume}, ${p.pages} (${p.year}).`,
    book: (p, { publisher }) => `${p.authors}, ${p.title} (${publisher}, ${p.year}).`,
  },
  {
    name: 'Elsevier numeric',
    authors: commas,
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${p.authors}, ${p.title}, ${p.journal} ${p.volume} (${p.year}) ${p.pages}.${around(' https://doi.org/', p.doi)}`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title}, ${publisher}, ${place}, ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}, ${p.title}, in: ${p.editors} (${p.several('Ed', 'Eds')}.), ${p.host}, ${publisher}, ${place}, ${p.year}, pp. ${p.pages}.`,
    paper: (p, { place }) =>
      `${p.authors}, ${p.title}, in: ${p.host}, ${place}, ${p.year}, pp. ${p.pages}.`,
    thesis: (p, { school }) => `${p.authors}, ${p.title}, PhD thesis, ${school}, ${p.year}.`,
  },
  {
    name: 'Elsevier Harvard',
    authors: { first: turnedClose, between: ', ', lastOfTwo: ', ', last: ', ' },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} ${p.journal} ${p.volume}${around(' (', p.issue, ')')}, ${p.pages}.${around(' https://doi.org/', p.doi)}`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} ${publisher}, ${place}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} In: ${p.editors} (${p.several('Ed', 'Eds')}.), ${p.host}. ${publisher}, ${place}, pp. ${p.pages}.`,
    thesis: (p, { school }) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} Ph.D. thesis, ${school}.`,
  },
  {
    name: 'ACS',
    authors: semicolons,
    journal: 'short',
    title: 'headline',
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} ${ended(p.title)} ${p.journal} ${p.year}, ${p.volume}, ${p.pages}.${around(' DOI: ', p.doi)}`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.title}; ${publisher}: ${place}, ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} In ${p.host}; ${p.editors}, ${p.several('Ed', 'Eds')}.; ${publisher}: ${place}, ${p.year}; pp ${p.pages}.`,
  },
  {
    name: 'MDPI',
    authors: { ...semicolons, first: turnedClose },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} ${ended(p.title)} ${p.journal} ${p.year}, ${p.volume}, ${p.pages}${around(', https://doi.org/', p.doi)}.`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.title}; ${publisher}: ${place}, ${p.year}.`,
  },
  {
    name: 'RSC',
    authors: { ...ieee, last: ' and ' },
    journal: 'short',
    dash: '–',
    article: (p) => `${p.authors}, ${p.journal}, ${p.year}, ${p.volume}, ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title}, ${publisher}, ${place}, ${p.year}.`,
  },
  {
    name: 'APS',
    authors: ieee,
    journal: 'short',
    pages: 'first',
    article: (p) => `${p.authors}, ${p.title}, ${p.journal} ${p.volume}, ${p.pages} (${p.year}).`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title} (${publisher}, ${place}, ${p.year}).`,
    preprint: (p, { arxiv }) => `${p.authors}, ${p.title}, arXiv:${arxiv} (${p.year}).`,
  },
  {
    name: 'AIP',
    authors: ieee,
    journal: 'short',
    pages: 'first',
    article: (p) => `${p.authors}, ${p.journal} ${p.volume}, ${p.pages} (${p.year}).`,
  },
  {
    name: 'AGU',
    authors: { first: turned, rest: apart, between: ', ', lastOfTwo: ', and ', last: ', and ' },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${p.authors} (${p.year}), ${p.title}, ${p.journal}, ${p.volume}${around('(', p.issue, ')')}, ${p.pages}${around(', doi:', p.doi)}.`,
    book: (p, { place, publisher }) =>
      `${p.authors} (${p.year}), ${p.title}, ${publisher}, ${place}.`,
  },
  {
    name: 'Springer LNCS',
    authors: { first: turnedClose, between: ', ', lastOfTwo: ', ', last: ', ' },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${p.authors}: ${ended(p.title)} ${p.journal} ${p.volume}${around('(', p.issue, ')')}, ${p.pages} (${p.year})`,
    book: (p, { place, publisher }) =>
      `${p.authors}: ${ended(p.title)} ${publisher}, ${place} (${p.year})`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}: ${ended(p.title)} In: ${p.editors} (${p.several('ed.', 'eds.')}) ${p.host}, pp. ${p.pages}. ${publisher}, ${place} (${p.year})`,
    paper: (p, { place }) =>
      `${p.authors}: ${ended(p.title)} In: ${p.host}, pp. ${p.pages}. ${place} (${p.year})`,
    preprint: (p, { arxiv }) =>
      `${p.authors}: ${ended(p.title)} arXiv preprint arXiv:${arxiv} (${p.year})`,
  },
  {
    name: 'AMS',
    authors: ieee,
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${p.authors}, ${p.title}, ${p.journal} ${p.volume} (${p.year})${around(', no. ', p.issue)}, ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title}, ${publisher}, ${place}, ${p.year}.`,
  },
  {
    name: 'ACM',
    leaves: hasTwoFamilyNames,
    authors: { first: fullFirst, between: ', ', lastOfTwo: ' and ', last: ', and ' },
    dash: '–',
    article: (p, { month }) =>
      `${p.authors}. ${p.year}. ${ended(p.title)} ${p.journal} ${p.volume}${around(', ', p.issue)} (${around('', month, ' ')}${p.year}), ${p.pages}.`,
    paper: (p) => `${p.authors}. ${p.year}. ${ended(p.title)} In ${p.host}, ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}. ${p.year}. ${ended(p.title)} ${publisher}, ${place}.`,
    thesis: (p, { school }) =>
      `${p.authors}. ${p.year}. ${ended(p.title)} Ph.D. Dissertation. ${school}.`,
    preprint: (p, { arxiv }) => `${p.authors}. ${p.year}. ${ended(p.title)} arXiv:${arxiv}.`,
  },
  {
    name: 'plain BibTeX',
    authors: ieee,
    dash: '–',
    article: (p) =>
      `${p.authors}. ${ended(p.title)} ${p.journal}, ${p.volume}${around('(', p.issue, ')')}:${p.pages}, ${p.year}.`,
    book: (p, { publisher }) => `${p.authors}. ${ended(p.title)} ${publisher}, ${p.year}.`,
    paper: (p, { place }) =>
      `${p.authors}. ${ended(p.title)} In ${p.host}, pages ${p.pages}, ${place}, ${p.year}.`,
    thesis: (p, { school }) => `${p.authors}. ${ended(p.title)} PhD thesis, ${school}, ${p.year}.`,
    preprint: (p, { arxiv }) =>
      `${p.authors}. ${ended(p.title)} arXiv preprint arXiv:${arxiv}, ${p.year}.`,
  },
  {
    name: 'MNRAS',
    authors: {
      first: initialsLast(' ', '.', ' '),
      between: ', ',
      lastOfTwo: ', ',
      last: ', ',
      most: 8,
    },
    journal: 'short',
    pages: 'first',
    article: (p) => `${p.authors}, ${p.year}, ${p.journal}, ${p.volume}, ${p.pages}`,
  },
  {
    name: 'IOP',
    // No mark parts its title from the journal: nothing tells where a name begins that has few words of journals.
    leaves: (work) =>
      typeof work.authors === 'string' ||
      (work.kind === 'article' &&
        /^(?:Atmos|Fish|Int\. J\. Urban|Inverse|Lang\.|Mod|Mon|Past|Proc|Revue|Tetra|World|Z\.)/.test(
          work.short,
        )),
    authors: {
      first: initialsLast(' ', '', ' '),
      between: ', ',
      lastOfTwo: ' and ',
      last: ' and ',
    },
    journal: 'short',
    pages: 'short',
    dash: '–',
    article: (p) => `${p.authors} ${p.year} ${p.title} ${p.journal} ${p.volume} ${p.pages}`,
    book: (p, { place, publisher }) => `${p.authors} ${p.year} ${p.title} (${place}: ${publisher})`,
  },
  {
    name: 'Copernicus',
    authors: { first: turned, between: ', ', lastOfTwo: ' and ', last: ', and ' },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${p.authors}: ${p.title}, ${p.journal}, ${p.volume}, ${p.pages},${around(' https://doi.org/', p.doi, ',')} ${p.year}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}: ${p.title}, ${publisher}, ${place}, ${p.year}.`,
  },
  {
    name: 'GB/T 7714',
    authors: {
      first: inCapitals(initialsLast(' ', '', ' ')),
      between: ', ',
      lastOfTwo: ', ',
      last: ', ',
      most: 3,
      shown: 3,
      others: ', et al',
    },
    article: (p) =>
      `${ended(p.authors)} ${p.title}[J]. ${p.journal}, ${p.year}, ${p.volume}${around('(', p.issue, ')')}: ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.title}[M]. ${place}: ${publisher}, ${p.year}.`,
  },
];
