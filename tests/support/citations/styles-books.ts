/** Styles in which books and older articles are printed: other orders of publisher, place and date. */
import { fullFirst, fullLast, initialsFirst, initialsLast, type List } from './names';
import { around, ended, hasTwoFamilyNames, type Style } from './print';

const semicolons: List = { first: fullLast, between: '; ', lastOfTwo: '; ', last: '; ' };
const turned: List = {
  first: initialsLast(', ', '.', ' '),
  between: ', ',
  lastOfTwo: ' and ',
  last: ' and ',
};
const front: List = {
  first: initialsFirst('.', ' '),
  between: ', ',
  lastOfTwo: ' and ',
  last: ' and ',
};

export const BOOKISH: readonly Style[] = [
  {
    name: 'place and year behind a comma',
    authors: front,
    title: 'headline',
    book: (p, { place }) => `${p.authors}, ${p.title}, ${place} ${p.year}.`,
    article: (p) => `${p.authors}, “${p.title}”, ${p.journal} ${p.volume} (${p.year}) ${p.pages}.`,
    chapter: (p, { place }) =>
      `${p.authors}, “${p.title}”, in ${p.editors} (${p.several('ed.', 'eds.')}), ${p.host}, ${place} ${p.year}, ${p.pages}.`,
  },
  {
    name: 'imprint in brackets, publisher first',
    authors: turned,
    article: (p) => `${p.authors} ${p.year}, ${p.title}, ${p.journal}, ${p.volume}, ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors} ${p.year}, ${p.title} (${publisher}, ${place})`,
  },
  {
    name: 'imprint in brackets, place first',
    authors: turned,
    article: (p) =>
      `${p.authors} ${p.year} ${ended(p.title)} ${p.journal} ${p.volume}, ${p.pages}.`,
    book: (p, { place, publisher }) => `${p.authors} ${p.year} ${p.title} (${place}: ${publisher})`,
  },
  {
    name: 'publisher before its place',
    authors: { ...turned, lastOfTwo: ', & ', last: ', & ' },
    article: (p) =>
      `${p.authors} (${p.year}). ${ended(p.title)} ${p.journal}, vol. ${p.volume}, ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors} (${p.year}), ${p.title}, ${place}, ${publisher}.`,
    thesis: (p, { place, school }) =>
      `${p.authors} (${p.year}). ${p.title} (Doctoral thesis, ${school}, ${place}).`,
  },
  {
    name: 'colon behind full names',
    authors: semicolons,
    leaves: hasTwoFamilyNames,
    article: (p) =>
      `${p.authors} (${p.year}): ${ended(p.title)} ${p.journal} ${p.volume}${around(', Heft ', p.issue)}, Seite ${p.pages}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}: ${ended(p.title)} ${publisher}, ${place} ${p.year}.`,
  },
  {
    name: 'volume by name, year last',
    authors: front,
    article: (p) =>
      `${p.authors}, ${p.title}, ${p.journal}, v. ${p.volume}${around(', n. ', p.issue)}, p. ${p.pages}, ${p.year}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}, ${ended(p.title)} ${place}: ${publisher}, ${p.year}`,
    paper: (p, { place }) =>
      `${p.authors}, “${p.title},” in ${p.host} (${place}, ${p.year}), pp. ${p.pages}.`,
  },
  {
    name: 'no title',
    authors: front,
    journal: 'short',
    pages: 'first',
    article: (p) => `${p.authors}, ${p.journal} ${p.volume} (${p.year}) ${p.pages}.`,
  },
  {
    name: 'no title, volume by name',
    // A book has a volume, too: a name without a word of journals' names may be its title.
    leaves: (work) => work.kind === 'article' && /^(?:Past|Inverse)/.test(work.journal),
    authors: turned,
    journal: 'short',
    article: (p) => `${p.authors}: ${p.journal}, Vol. ${p.volume}, pp. ${p.pages}, ${p.year}.`,
  },
  {
    name: 'bare initials in the middle',
    authors: {
      first: ({ family, given }) => {
        const [name = '', second] = given.split(' ');
        const short = second ? `${name} ${second[0]}` : name;
        return { text: `${short} ${family}`, family, given: short };
      },
      between: ', ',
      lastOfTwo: ' and ',
      last: ', and ',
    },
    leaves: hasTwoFamilyNames,
    article: (p) =>
      `${p.authors}. ${ended(p.title)} ${p.journal}, ${p.volume}:${p.pages}, ${p.year}.`,
    book: (p, { place, publisher }) =>
      `${p.authors}. ${ended(p.title)} ${publisher}, ${place}, ${p.year}.`,
  },
  {
    name: 'edited by its authors',
    leaves: (work) => typeof work.authors === 'string' || hasTwoFamilyNames(work),
    authors: { first: fullFirst, between: ', ', lastOfTwo: ' and ', last: ' and ' },
    book: (p, { place, publisher }) =>
      `${p.authors} (eds), ${p.title} (${place}: ${publisher}, ${p.year}).`,
  },
];
