/** Styles of medicine, psychology and the life sciences. */
import { initialsLast, type List } from './names';
import { around, ended, type Style } from './print';

const bare: List = {
  first: initialsLast(' ', '', ''),
  between: ', ',
  lastOfTwo: ', ',
  last: ', ',
};
const cut: List = { ...bare, most: 6, shown: 6, others: ', et al' };
const apa: List = {
  first: initialsLast(', ', '.', ' '),
  between: ', ',
  lastOfTwo: ', & ',
  last: ', & ',
};
const editorsApa: List = {
  first: ({ family, given }) => ({
    text: `${given[0]}. ${family}`,
    family,
    given: `${given[0]}.`,
  }),
  between: ', ',
  lastOfTwo: ' & ',
  last: ', & ',
};
const cell: List = {
  first: initialsLast(', ', '.', ''),
  between: ', ',
  lastOfTwo: ', and ',
  last: ', and ',
};

const ordinal = (n: number) => `${n}${n === 2 ? 'nd' : n === 3 ? 'rd' : 'th'}`;

export const MEDICINE: readonly Style[] = [
  {
    name: 'Vancouver',
    authors: cut,
    journal: 'bare',
    pages: 'short',
    article: (p, { month }) =>
      `${ended(p.authors)} ${ended(p.title)} ${p.journal}. ${p.year}${around(' ', month?.slice(0, 3))};${p.volume}${around('(', p.issue, ')')}:${p.pages}.${around(' doi: ', p.doi)}`,
    book: (p, { place, publisher, edition }) =>
      `${ended(p.authors)} ${ended(p.title)}${edition ? ` ${ordinal(edition)} ed.` : ''} ${place}: ${publisher}; ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} In: ${p.editors}, ${p.several('editor', 'editors')}. ${p.host}. ${place}: ${publisher}; ${p.year}. p. ${p.pages}.`,
    paper: (p, { place }) =>
      `${ended(p.authors)} ${ended(p.title)} In: ${p.host}; ${p.year} Jun 3-5; ${place}. p. ${p.pages}.`,
    thesis: (p, { place, school }) =>
      `${ended(p.authors)} ${ended(p.title)} [dissertation]. ${place}: ${school}; ${p.year}.`,
    report: (p, { place, publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} ${place}: ${publisher}; ${p.year}.`,
    page: (p, { url }) =>
      `${ended(p.authors)} ${p.title} [Internet]. ${p.year} [cited 2020 May 3]. Available from: ${url}`,
  },
  {
    name: 'AMA',
    authors: { ...bare, most: 6, shown: 3, others: ', et al' },
    journal: 'bare',
    article: (p) =>
      `${ended(p.authors)} ${ended(p.title)} ${p.journal}. ${p.year};${p.volume}${around('(', p.issue, ')')}:${p.pages}.${around(' doi:', p.doi)}`,
    book: (p, { place, publisher, edition }) =>
      `${ended(p.authors)} ${ended(p.title)}${edition ? ` ${ordinal(edition)} ed.` : ''} ${place}: ${publisher}; ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} In: ${p.editors}, ${p.several('ed', 'eds')}. ${p.host}. ${place}: ${publisher}; ${p.year}:${p.pages}.`,
    page: (p, { url }) => `${ended(p.authors)} ${ended(p.title)} Accessed May 3, 2020. ${url}`,
  },
  {
    name: 'Lancet',
    authors: { ...bare, most: 6, shown: 3, others: ', et al' },
    journal: 'bare',
    pages: 'short',
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} ${ended(p.title)} ${p.journal} ${p.year}; ${p.volume}: ${p.pages}.`,
  },
  {
    name: 'BMC',
    authors: bare,
    journal: 'bare',
    article: (p) =>
      `${p.authors}: ${ended(p.title)} ${p.journal} ${p.year}, ${p.volume}${around('(', p.issue, ')')}:${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}: ${ended(p.title)} ${place}: ${publisher}; ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}: ${ended(p.title)} In ${p.host}. Edited by ${p.editors}. ${place}: ${publisher}; ${p.year}:${p.pages}.`,
  },
  {
    name: 'year last',
    authors: bare,
    journal: 'bare',
    article: (p) =>
      `${p.authors}: ${ended(p.title)} ${p.journal} ${p.volume}:${p.pages}, ${p.year}.`,
  },
  {
    name: 'APA 7',
    authors: apa,
    editors: editorsApa,
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} ${p.journal}, ${p.volume}${around('(', p.issue, ')')}, ${p.pages}.${around(' https://doi.org/', p.doi)}`,
    book: (p, { publisher, edition }) =>
      `${ended(p.authors)} (${p.year}). ${edition ? `${p.title} (${ordinal(edition)} ed.).` : ended(p.title)} ${publisher}.`,
    chapter: (p, { publisher }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} In ${p.editors} (${p.several('Ed', 'Eds')}.), ${p.host} (pp. ${p.pages}). ${publisher}.`,
    paper: (p) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} In ${p.host} (pp. ${p.pages}).`,
    thesis: (p, { school }) =>
      `${ended(p.authors)} (${p.year}). ${p.title} [Doctoral dissertation, ${school}].`,
    report: (p, { publisher }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} ${publisher}.`,
    preprint: (p, { arxiv }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} arXiv preprint arXiv:${arxiv}.`,
    page: (p, { url }) => `${ended(p.authors)} (${p.year}, May 3). ${ended(p.title)} ${url}`,
  },
  {
    name: 'APA 6',
    authors: { ...apa, most: 6, shown: 6, others: ', et al.' },
    editors: editorsApa,
    article: (p) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} ${p.journal}, ${p.volume}${around('(', p.issue, ')')}, ${p.pages}.${around(' doi:', p.doi)}`,
    book: (p, { place, publisher, edition }) =>
      `${ended(p.authors)} (${p.year}). ${edition ? `${p.title} (${ordinal(edition)} ed.).` : ended(p.title)} ${place}: ${publisher}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} In ${p.editors} (${p.several('Ed', 'Eds')}.), ${p.host} (pp. ${p.pages}). ${place}: ${publisher}.`,
    thesis: (p, { place, school }) =>
      `${ended(p.authors)} (${p.year}). ${p.title} (Unpublished doctoral dissertation). ${school}, ${place}.`,
    report: (p, { place, publisher }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} ${place}: ${publisher}.`,
    page: (p, { url }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} Retrieved May 3, 2020, from ${url}`,
  },
  {
    name: 'Cell',
    authors: cell,
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} ${p.journal} ${p.volume}, ${p.pages}.${around(' https://doi.org/', p.doi)}`,
    book: (p, { publisher }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} (${publisher}).`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} In ${p.host}, ${p.editors}, ${p.several('ed', 'eds')}. (${place}: ${publisher}), pp. ${p.pages}.`,
  },
  {
    name: 'Frontiers',
    authors: { ...apa, lastOfTwo: ', and ', last: ', and ' },
    journal: 'short',
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} ${p.journal} ${p.volume}, ${p.pages}.${around(' doi: ', p.doi)}`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} (${p.year}). ${ended(p.title)} ${place}: ${publisher}.`,
  },
  {
    name: 'Springer basic',
    authors: bare,
    journal: 'bare',
    dash: '–',
    article: (p) =>
      `${p.authors} (${p.year}) ${ended(p.title)} ${p.journal} ${p.volume}:${p.pages}.${around(' https://doi.org/', p.doi)}`,
    book: (p, { place, publisher, edition }) =>
      `${p.authors} (${p.year}) ${p.title}${edition ? `, ${ordinal(edition)} edn` : ''}. ${publisher}, ${place}`,
    chapter: (p, { place, publisher }) =>
      `${p.authors} (${p.year}) ${ended(p.title)} In: ${p.editors} (${p.several('ed.', 'eds')}) ${p.host}. ${publisher}, ${place}, pp ${p.pages}`,
    paper: (p, { place }) =>
      `${p.authors} (${p.year}) ${ended(p.title)} In: ${p.host}, ${place}, pp ${p.pages}`,
    thesis: (p, { school }) => `${p.authors} (${p.year}) ${ended(p.title)} Dissertation, ${school}`,
  },
  {
    name: 'ecology',
    authors: {
      first: initialsLast(', ', '.', ' '),
      rest: ({ family, given }) => ({
        text: `${given[0]}. ${family}`,
        family,
        given: `${given[0]}.`,
      }),
      between: ', ',
      lastOfTwo: ', and ',
      last: ', and ',
    },
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} ${p.year}. ${ended(p.title)} ${p.journal} ${p.volume}:${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.year}. ${ended(p.title)} ${publisher}, ${place}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.year}. ${ended(p.title)} Pages ${p.pages} in ${p.editors}, ${p.several('editor', 'editors')}. ${p.host}. ${publisher}, ${place}.`,
    thesis: (p, { place, school }) =>
      `${ended(p.authors)} ${p.year}. ${ended(p.title)} Dissertation. ${school}, ${place}.`,
  },
];
