/** Styles of the humanities, the social sciences and other languages. */
import { fullFirst, fullLast, inCapitals, initialsFirst, initialsLast, type List } from './names';
import { around, ended, hasTwoFamilyNames, type Style } from './print';

const inverted: List = {
  first: fullLast,
  rest: fullFirst,
  between: ', ',
  lastOfTwo: ', and ',
  last: ', and ',
};
const inFull: List = { first: fullFirst, between: ', ', lastOfTwo: ' and ', last: ', and ' };
const harvard: List = {
  first: initialsLast(', ', '.', ''),
  between: ', ',
  lastOfTwo: ' and ',
  last: ' and ',
};
const editorsFirst: List = {
  first: initialsFirst('.', ''),
  between: ', ',
  lastOfTwo: ' and ',
  last: ' and ',
};

export const HUMANITIES: readonly Style[] = [
  {
    name: 'Harvard, year between commas',
    authors: harvard,
    article: (p) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} ${p.journal}, ${p.volume}${around('(', p.issue, ')')}, pp.${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} ${place}: ${publisher}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} In: ${p.editors}, ${p.several('ed', 'eds')}. ${p.host}. ${place}: ${publisher}, pp.${p.pages}.`,
    page: (p, { url }) =>
      `${p.authors}, ${p.year}. ${ended(p.title)} [online] Available at: <${url}> [Accessed 3 May 2020].`,
  },
  {
    name: 'Harvard, quoted',
    authors: harvard,
    editors: editorsFirst,
    dash: '–',
    article: (p) =>
      `${p.authors} (${p.year}) ‘${p.title}’, ${p.journal}, ${p.volume}${around('(', p.issue, ')')}, pp. ${p.pages}.${around(' doi: ', p.doi)}`,
    book: (p, { place, publisher, edition }) =>
      `${p.authors} (${p.year}) ${edition ? `${p.title}. ${edition}th edn.` : ended(p.title)} ${place}: ${publisher}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors} (${p.year}) ‘${p.title}’, in ${p.editors} (${p.several('ed.', 'eds')}) ${p.host}. ${place}: ${publisher}, pp. ${p.pages}.`,
    thesis: (p, { school }) => `${p.authors} (${p.year}) ${ended(p.title)} PhD thesis. ${school}.`,
    page: (p, { url }) =>
      `${p.authors} (${p.year}) ${ended(p.title)} Available at: ${url} (Accessed: 3 May 2020).`,
  },
  {
    name: 'Harvard, Australian',
    authors: {
      first: initialsLast(', ', '', ''),
      between: ', ',
      lastOfTwo: ' & ',
      last: ' & ',
    },
    article: (p) =>
      `${p.authors} ${p.year}, '${p.title}', ${p.journal}, vol. ${p.volume}${around(', no. ', p.issue)}, pp. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors} ${p.year}, ${p.title}, ${publisher}, ${place}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors} ${p.year}, '${p.title}', in ${p.editors} (${p.several('ed.', 'eds')}), ${p.host}, ${publisher}, ${place}, pp. ${p.pages}.`,
  },
  {
    name: 'Emerald',
    authors: harvard,
    article: (p) =>
      `${p.authors} (${p.year}), “${p.title}”, ${p.journal}, Vol. ${p.volume}${around(' No. ', p.issue)}, pp. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors} (${p.year}), ${p.title}, ${publisher}, ${place}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors} (${p.year}), “${p.title}”, in ${p.editors} (${p.several('Ed.', 'Eds')}), ${p.host}, ${publisher}, ${place}, pp. ${p.pages}.`,
  },
  {
    name: 'ASA',
    leaves: hasTwoFamilyNames,
    authors: inverted,
    title: 'headline',
    dash: '–',
    pages: 'short',
    article: (p) =>
      `${ended(p.authors)} ${p.year}. “${ended(p.title)}” ${p.journal} ${p.volume}${around('(', p.issue, ')')}:${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.year}. ${ended(p.title)} ${place}: ${publisher}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.year}. “${ended(p.title)}” Pp. ${p.pages} in ${p.host}, edited by ${p.editors}. ${place}: ${publisher}.`,
  },
  {
    name: 'MLA',
    leaves: hasTwoFamilyNames,
    authors: { ...inverted, most: 2, shown: 1, others: ', et al.' },
    editors: inFull,
    title: 'headline',
    pages: 'short',
    article: (p) =>
      `${ended(p.authors)} “${ended(p.title)}” ${p.journal}, vol. ${p.volume}${around(', no. ', p.issue)}, ${p.year}, pp. ${p.pages}.`,
    book: (p, { publisher }) => `${ended(p.authors)} ${ended(p.title)} ${publisher}, ${p.year}.`,
    chapter: (p, { publisher }) =>
      `${ended(p.authors)} “${ended(p.title)}” ${p.host}, edited by ${p.editors}, ${publisher}, ${p.year}, pp. ${p.pages}.`,
    page: (p, { url }) =>
      `${ended(p.authors)} “${ended(p.title)}” ${p.year}, ${url}. Accessed 3 May 2020.`,
  },
  {
    name: 'Chicago, notes',
    leaves: hasTwoFamilyNames,
    authors: inFull,
    title: 'headline',
    dash: '–',
    pages: 'short',
    article: (p) =>
      `${p.authors}, “${p.title}${/\?$/.test(p.title) ? '' : ','}” ${p.journal} ${p.volume}${around(', no. ', p.issue)} (${p.year}): ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title} (${place}: ${publisher}, ${p.year}).`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}, “${p.title}${/\?$/.test(p.title) ? '' : ','}” in ${p.host}, ed. ${p.editors} (${place}: ${publisher}, ${p.year}), ${p.pages}.`,
    thesis: (p, { school }) => `${p.authors}, “${p.title}” (PhD diss., ${school}, ${p.year}).`,
  },
  {
    name: 'Chicago, bibliography',
    leaves: hasTwoFamilyNames,
    authors: inverted,
    editors: inFull,
    title: 'headline',
    dash: '–',
    pages: 'short',
    article: (p) =>
      `${ended(p.authors)} “${ended(p.title)}” ${p.journal} ${p.volume}${around(', no. ', p.issue)} (${p.year}): ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} ${place}: ${publisher}, ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} “${ended(p.title)}” In ${p.host}, edited by ${p.editors}, ${p.pages}. ${place}: ${publisher}, ${p.year}.`,
    thesis: (p, { school }) =>
      `${ended(p.authors)} “${ended(p.title)}” PhD diss., ${school}, ${p.year}.`,
  },
  {
    name: 'Chicago, author and date',
    leaves: hasTwoFamilyNames,
    authors: inverted,
    editors: inFull,
    title: 'headline',
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} ${p.year}. “${ended(p.title)}” ${p.journal} ${p.volume}${around(' (', p.issue, ')')}: ${p.pages}.${around(' https://doi.org/', p.doi)}`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.year}. ${ended(p.title)} ${place}: ${publisher}.`,
    chapter: (p, { place, publisher }) =>
      `${ended(p.authors)} ${p.year}. “${ended(p.title)}” In ${p.host}, edited by ${p.editors}, ${p.pages}. ${place}: ${publisher}.`,
  },
  {
    name: 'MHRA',
    leaves: hasTwoFamilyNames,
    authors: { ...inFull, last: ' and ' },
    title: 'headline',
    dash: '–',
    pages: 'short',
    article: (p) =>
      `${p.authors}, ‘${p.title}’, ${p.journal}, ${p.volume}${around('.', p.issue)} (${p.year}), ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title} (${place}: ${publisher}, ${p.year}).`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}, ‘${p.title}’, in ${p.host}, ed. by ${p.editors} (${place}: ${publisher}, ${p.year}), pp. ${p.pages}.`,
  },
  {
    name: 'German, full names',
    leaves: hasTwoFamilyNames,
    authors: { first: fullLast, between: '; ', lastOfTwo: '; ', last: '; ' },
    dash: '–',
    article: (p) =>
      `${p.authors}: ${ended(p.title)} In: ${p.journal} ${p.volume} (${p.year})${around(', H. ', p.issue)}, S. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}: ${ended(p.title)} ${place}: ${publisher} ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}: ${ended(p.title)} In: ${p.editors} (Hg.): ${p.host}. ${place}: ${publisher} ${p.year}, S. ${p.pages}.`,
    thesis: (p, { place }) => `${p.authors}: ${ended(p.title)} Diss. ${place} ${p.year}.`,
  },
  {
    name: 'German, year in brackets',
    leaves: hasTwoFamilyNames,
    authors: { first: fullLast, between: '/', lastOfTwo: '/', last: '/' },
    article: (p) =>
      `${p.authors} (${p.year}): ${ended(p.title)} In: ${p.journal} ${p.volume}${around(' (', p.issue, ')')}, S. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors} (${p.year}): ${ended(p.title)} ${place}: ${publisher}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors} (${p.year}): ${ended(p.title)} In: ${p.editors} (Hrsg.): ${p.host}. ${place}: ${publisher}, S. ${p.pages}.`,
  },
  {
    name: 'German footnote',
    leaves: hasTwoFamilyNames,
    authors: { first: fullFirst, between: '/', lastOfTwo: '/', last: '/' },
    article: (p) =>
      `${p.authors}, ${p.title}, in: ${p.journal} ${p.volume} (${p.year}), S. ${p.pages}.`,
    book: (p, { place }) => `${p.authors}, ${p.title}, ${place} ${p.year}.`,
    chapter: (p, { place }) =>
      `${p.authors}, ${p.title}, in: ${p.editors} (Hg.), ${p.host}, ${place} ${p.year}, S. ${p.pages}.`,
  },
  {
    name: 'French',
    authors: {
      first: inCapitals(initialsLast(' ', '.', ' ')),
      between: ', ',
      lastOfTwo: ', ',
      last: ', ',
    },
    article: (p) =>
      `${p.authors}, « ${p.title} », ${p.journal}, vol. ${p.volume}${around(', n° ', p.issue)}, ${p.year}, p. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title}, ${place}, ${publisher}, ${p.year}.`,
    chapter: (p, { place, publisher }) =>
      `${p.authors}, « ${p.title} », in ${p.editors} (dir.), ${p.host}, ${place}, ${publisher}, ${p.year}, p. ${p.pages}.`,
  },
  {
    name: 'GOST',
    authors: { first: initialsLast(' ', '.', ' '), between: ', ', lastOfTwo: ', ', last: ', ' },
    dash: '–',
    article: (p) =>
      `${ended(p.authors)} ${p.title} // ${p.journal}. ${p.year}. Vol. ${p.volume}${around(', No. ', p.issue)}. P. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} ${place}: ${publisher}, ${p.year}. 312 p.`,
  },
  {
    name: 'ISO 690',
    authors: { first: inCapitals(fullLast), between: '; ', lastOfTwo: '; ', last: '; ' },
    article: (p) =>
      `${ended(p.authors)} ${ended(p.title)} ${p.journal}. ${p.year}, vol. ${p.volume}${around(', no. ', p.issue)}, pp. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${ended(p.authors)} ${ended(p.title)} ${place}: ${publisher}, ${p.year}.`,
  },
  {
    name: 'Italian',
    authors: { first: initialsFirst('.', ' '), between: ', ', lastOfTwo: ', ', last: ', ' },
    article: (p) =>
      `${p.authors}, ${p.title}, in «${p.journal}», ${p.volume}, ${p.year}, pp. ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${p.title}, ${publisher}, ${place} ${p.year}.`,
  },
];
