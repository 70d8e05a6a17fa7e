/**
 * How much each thing that a page shows speaks for a value: one table for the rules of `fields/shown`. Points are
 * compared within one field only. What a value needs to be believed is stated by its field (`floor`): two points for a DOI
 * and a journal, six for a kind, eight for a title.
 */

export interface Weight {
  points: number;
  because: string;
  /** Shows the value as the page's own, and not only as one of several. */
  own?: true;
  /** States where or how the paper appeared: without any such sign a page is not taken for a paper. */
  places?: true;
}

const DOI = {
  'doi: first by the title': {
    points: 4,
    own: true,
    because: 'what comes first beside the title is about the paper',
  },
  'doi: further by the title': {
    points: 2,
    own: true,
    because: 'a second DOI there is as often a version, a data set or a reply',
  },
  'doi: called another work’s': {
    points: -6,
    because: 'words before it give it to another work: more than any one place can outweigh',
  },
  'doi: in the page’s own citation': {
    points: 4,
    own: true,
    because: 'the page cites itself by title with this DOI',
  },
  'doi: first labelled element': {
    points: 3,
    own: true,
    because: 'the first element that is named for a DOI is nearly always the paper’s',
  },
  'doi: further labelled element': { points: 1, because: 'further ones are of related works too' },
  'doi: badge': {
    points: 1,
    because: 'a badge’s DOI is often the paper’s and sometimes not: one voice, and no proof',
  },
  'doi: early link': { points: 1, because: 'links early in the page repeat the paper’s own DOI' },
  'doi: linked very often': {
    points: 3,
    own: true,
    because: 'sharing, citing and downloading link the paper’s own DOI again and again',
  },
  'doi: linked often': { points: 3, because: 'the same, with too few links to show it as its own' },
  'doi: the only one linked': { points: 1, because: 'nothing else competes, and little is known' },
  'doi: in a plain citation': {
    points: 4,
    because:
      'decides the DOI of what is known to be a paper; it does not make the page one, since articles about a paper cite it so',
  },
  'doi: the only one in scripts': {
    points: 2,
    own: true,
    because: 'pages that show their DOI only once they run hold it in a script',
  },
} as const satisfies Record<string, Weight>;

const PMID = {
  'pmid: labelled': { points: 1, because: 'a label by the title calls it the number in PubMed' },
} as const satisfies Record<string, Weight>;

/** Of several dates the heaviest counts. */
const YEAR = {
  'year: citation line': { points: 10, because: 'the journal’s own line of volume and pages' },
  'year: own citation': { points: 9, because: 'how the page asks to be cited' },
  'year: BibTeX': { points: 7, because: 'a citation for machines, with its field named' },
  'year: markup': { points: 6, because: 'microdata calls it the date of publication' },
  'year: in a record': { points: 6.5, because: 'the label of a record calls it the date' },
  'year: labelled': { points: 4, because: 'a label calls it the date of publication' },
  'year: labelled after another date': {
    points: 2,
    because: 'the line names dates of receipt first, and the year may be one of these',
  },
  'year: alone after the title': {
    points: 2,
    because: 'a short line with a year, where publishers put the date',
  },
  'year: alone before the title': {
    points: 1.8,
    because: 'the same above the title, where the year of the site or issue may be',
  },
  'year: beside a DOI': { points: 1.8, because: 'a month and year in the line of the DOI' },
  'year: event': {
    points: 1,
    because: 'the year in the name of the conference that the work is a contribution to',
  },
  'year: copyright': { points: 1.5, because: 'often a year earlier or later than the paper' },
  'year: received or accepted': {
    points: 0.9,
    because: 'papers appear in the year in which they are accepted, or in the next',
  },
  'year: in the DOI': {
    points: 0.8,
    because:
      'a number in a DOI that can be a year mostly is one, of acceptance as often as of issue',
  },
  'year: preprint': { points: 0.5, because: 'the date of another version' },
} as const satisfies Record<string, Weight>;

const PLACE = {
  'place: in a record': { points: 3, because: 'the label of a record names it' },
  'place: citation line': { points: 2, because: 'the journal’s own line of volume and pages' },
  'place: own citation': { points: 1, because: 'how the page asks to be cited' },
} as const satisfies Record<string, Weight>;

const VENUE = {
  'venue: citation line': {
    points: 2.5,
    because: 'volume and pages follow it; often in short, so less than a name in full',
  },
  'venue: spelled out': {
    points: 1,
    because: 'the name in full, beside the line that has it in short',
  },
  'venue: spelled out in a reference': {
    points: 0.5,
    because: 'papers cite their own journal; its short form may be another’s too',
  },
  'venue: own citation': { points: 2, because: 'how the page asks to be cited' },
  'venue: book in the own citation': { points: 3, because: '“In:” names a book and nothing else' },
  'venue: italics before a volume': {
    points: 2,
    because: 'a journal in italics goes on with its volume; a species or a book does not',
  },
  'venue: dated line': {
    points: 2,
    because: 'a line of a name and a date is a journal and its issue',
  },
  'venue: called a journal': {
    points: 3,
    because: 'the page’s own markup calls it the journal’s title',
  },
  'venue: first heading': {
    points: 2.5,
    because: 'the first heading is the journal’s or the paper’s',
  },
  'venue: named like a journal': { points: 1.2, because: 'menus of a journal have such names too' },
  'venue: logo': { points: 1, because: 'a logo is as often the publisher’s' },
  'venue: in a record': {
    points: 4,
    because: 'the label of a record names what the work appeared in',
  },
  'venue: labelled': { points: 3, because: 'a label calls it the journal' },
  'venue: above its volume': { points: 3, because: 'the next line names a volume or issue of it' },
  'venue: heading above the title': {
    points: 2.5,
    because: 'a heading above the paper’s is the journal’s',
  },
  'venue: serial above the title': {
    points: 2,
    because: 'one part of the line is called a serial',
  },
  'venue: window title': {
    points: 2,
    because: 'what follows the title there is the journal or the site',
  },
  'venue: site’s name in the window title': {
    points: 1.9,
    because:
      'alone it may be an index, which is called like its domain, as is a journal with a site of its own',
  },
  'venue: linked as a journal': {
    points: 2.2,
    because:
      'the address that the name links is that of a journal: a little more than the window title, which may name the site',
  },
  'venue: serial’s site': {
    points: 2,
    because: 'the site’s first page is called a serial',
  },
  'venue: beside its ISSN': { points: 2.5, because: 'only serials have such a number' },
  'venue: cover': { points: 2.2, because: 'the picture is called its cover; books have one too' },
  'venue: introduced': { points: 2, because: '“Published in” names it' },
  'venue: BibTeX': { points: 3, because: 'a citation for machines, with its field named' },
  'venue: serial in breadcrumbs': {
    points: 2,
    because: 'the way to the paper leads through its journal',
  },
  'venue: breadcrumbs': {
    points: 1.2,
    because: 'a part without a serial’s words may be a section',
  },
} as const satisfies Record<string, Weight>;

/** On a scale of their own, since the length of a heading counts too. */
const TITLE = {
  'title: length': { points: 1 / 7, because: 'of two headings the longer is more often a title' },
  'title: top heading': { points: 3, because: 'a title is mostly the page’s top heading' },
  'title: repeated by the window title': {
    points: 22,
    because: 'the window title repeats the paper’s: more than length, rank and name together',
  },
  'title: repeated in part': {
    points: 20,
    because: 'a part of the window title ends the heading, which has a label before it',
  },
  'title: begins like the window title': { points: 18, because: 'the window title is cut' },
  'title: in a record': {
    points: 60,
    because: 'a record of title and authors labels it: more than any heading has together',
  },
  'title: named by microdata': {
    points: 34,
    because: 'the markup of a creative work calls it the name of that work',
  },
  'title: opens the window title': {
    points: 5,
    because: 'the paper’s title comes before the site’s',
  },
  'title: called a title': {
    points: 6,
    because: 'the markup calls it a title: a journal’s as well',
  },
  'title: named like furniture': {
    points: -14,
    because: 'a heading of the site, which its length must not make the title',
  },
  'title: line that the window title repeats': {
    points: 22,
    because:
      'pages without headings set the title in a line of its own, which the window title repeats',
  },
  'title: above a byline': { points: 9, because: 'just more than a heading that is only possible' },
  'title: window title': { points: 9, because: 'the last resort: no element shows the title' },
} as const satisfies Record<string, Weight>;

const AUTHORS = {
  'authors: a name': {
    points: 1,
    because: 'the byline is the largest family of names near the title',
  },
  'authors: a name called an author’s': {
    points: 2,
    because:
      'the markup or a label calls the names authors: twice as many others are needed against it',
  },
  'authors: a name above the title': {
    points: 0.7,
    because: 'bylines are below the title: half as many names there are believed before these',
  },
  'authors: a marked name above the title': {
    points: 1.2,
    because: 'marks of affiliations make it a byline, and still one below the title comes first',
  },
  'authors: in a record': {
    points: 2,
    because: 'the label of a record calls the names authors',
  },
  'authors: in full after the short name': {
    points: 5,
    because: 'indexes print the name in full after its short form: two names are read there else',
  },
  'authors: own citation': { points: 1, because: 'asked only where there is no byline' },
  'authors: plain tags': { points: 1, because: 'asked last: the tag is as often the site’s' },
} as const satisfies Record<string, Weight>;

/** The reasons are given to the reader as well: why the page was taken for a paper. */
const KIND = {
  'kind: calls itself a thing': {
    points: 100,
    because: 'the page calls itself a data set or a program',
  },
  'kind: issue of a serial': { points: 100, because: 'the page shows an issue of a serial' },
  'kind: page of a person': { points: 100, because: 'the page is about a person' },
  'kind: page of a collection': {
    points: 100,
    because: 'the page shows a collection or a list of a repository',
  },
  'kind: record of a thing': {
    points: 100,
    because: 'a record calls the work something other than a paper',
  },
  'kind: guide for authors': { points: 100, because: 'the page is a guide for authors' },
  'kind: address': { points: 4, places: true, because: 'the address has the shape of a paper’s' },
  'kind: own DOI': { points: 3, places: true, because: 'the page shows a DOI as its own' },
  'kind: citation line': {
    points: 2,
    places: true,
    because: 'there is a citation line by the title',
  },
  'kind: tags name the kind': {
    points: 6,
    places: true,
    because: 'tags name title, authors and a kind of paper',
  },
  'kind: record names the kind': {
    points: 4,
    places: true,
    because: 'a record names a kind of paper',
  },
  'kind: record names the journal': {
    points: 2,
    places: true,
    because: 'a record names what the work appeared in',
  },
  'kind: record': { points: 2, because: 'a record names title and authors' },
  'kind: details of one publication': {
    points: 3,
    places: true,
    because: 'the page is called the details of one publication',
  },
  'kind: label': { points: 2, places: true, because: 'a label names a kind of paper' },
  'kind: issue named': { points: 2, places: true, because: 'an issue of a serial is named' },
  'kind: window title': { points: 1, because: 'the window title names a journal' },
  'kind: abstract': { points: 2, because: 'there is an abstract' },
  'kind: references': { points: 1, because: 'there are references' },
  'kind: authors': { points: 1, because: 'authors are named by the title' },
  'kind: journal': { points: 1, because: 'a journal or series is named' },
  'kind: dates of receipt': { points: 2, because: 'dates of receipt or acceptance are given' },
  'kind: affiliations': { points: 1, because: 'affiliations are given' },
  'kind: citation offered': { points: 1, because: 'the page offers its citation' },
  'kind: PDF offered': { points: 1, because: 'a PDF is offered' },
} as const satisfies Record<string, Weight>;

export const WEIGHTS = {
  ...KIND,
  ...TITLE,
  ...AUTHORS,
  ...DOI,
  ...PMID,
  ...YEAR,
  ...PLACE,
  ...VENUE,
} as const satisfies Record<string, Weight>;

export type WeightName = keyof typeof WEIGHTS;

/** A weight by its name in this table; weights of another table are themselves. */
export const weightOf = (weight: WeightName | Weight | undefined): Weight | undefined =>
  typeof weight === 'string' ? WEIGHTS[weight] : weight;
