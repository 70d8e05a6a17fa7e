/**
 * Our readers beside those of others, on files that all of them can read. Where one of them is wrong, or means another
 * thing, it is listed with what it does: a difference that is not listed fails, and so does a listed one that is gone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { describe, expect, it } from 'vitest';
import { readXml, type XmlElement } from '../../../../lib/exchange/codebook/xml';
import type { PaperFacts } from '../../../../lib/model';
import { fixture, readAs, samples, shownName } from '../../../support/references';

/** What is compared. */
interface Work {
  title: string;
  authors: string;
  year: string;
  container: string;
  volume: string;
  issue: string;
  page: string;
  doi: string;
}

const one = (value: unknown): string => String(value ?? '').normalize('NFC');

const ofFacts = ({
  title,
  authors,
  year,
  containerTitle,
  volume,
  issue,
  page,
  doi,
}: PaperFacts): Work => ({
  ...{ title: one(title), authors: authors.map(shownName).join('; '), year: one(year) },
  ...{
    container: one(containerTitle),
    volume: one(volume),
    issue: one(issue),
    page: one(page),
    doi: one(doi),
  },
});

type Csl = Record<string, unknown>;
interface CslName extends Record<string, string | undefined> {
  family?: string;
}

function ofCsl(item: Csl): Work {
  const names = (item.author ?? []) as CslName[];
  const issued = item.issued as { 'date-parts'?: unknown[][]; raw?: string } | undefined;
  return {
    title: one(item.title),
    authors: names
      .map((name) => {
        const particles = [name['dropping-particle'], name['non-dropping-particle'], name.family];
        const family = particles.filter(Boolean).join(' ');
        const { given, suffix, literal } = name;
        return shownName({ ...(family && { family }), given, suffix, literal });
      })
      .join('; '),
    year: one(issued?.['date-parts']?.[0]?.[0] ?? issued?.raw),
    container: one(item['container-title']),
    volume: one(item.volume),
    issue: one(item.issue),
    page: one(item.page).replace('\u2013', '-'),
    doi: one(item.DOI).toLowerCase(),
  };
}

const citationJs = (type: string) => (text: string) =>
  (new Cite(text, { forceType: type }).data as Csl[]).map(ofCsl);

function retorquere(text: string): Work[] {
  const { entries } = parseBibtex(text, { sentenceCase: false });
  return entries.map(({ fields }) => ({
    title: one(fields.title),
    authors: one(
      (fields.author ?? [])
        .map(({ name, prefix, lastName, firstName, suffix }) =>
          name
            ? `{${name}}`
            : [[prefix, lastName].filter(Boolean).join(' '), firstName, suffix]
                .filter(Boolean)
                .join(', '),
        )
        .join('; '),
    ),
    year: one(fields.year),
    container: one(fields.journal ?? fields.booktitle),
    volume: one(fields.volume),
    issue: one(fields.number),
    page: one(fields.pages).replace('\u2013', '-'),
    doi: one(fields.doi).toLowerCase(),
  }));
}

const pandoc = (text: string) =>
  (
    JSON.parse(
      execFileSync('pandoc', ['-f', 'bibtex', '-t', 'csljson'], { input: text, encoding: 'utf8' }),
    ) as Csl[]
  ).map(ofCsl);

/** MODS, which bibutils makes of every format. */
const bibutils = (program: string) => (text: string) => {
  const xml = execFileSync(program, [], {
    input: text,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return childrenOf(readXml(xml.replace(/^\ufeff/, '')), 'mods').map(ofMods);
};

const childrenOf = (element: XmlElement, name: string) =>
  element.children.filter((child) => child.name === name);
const textOf = (element: XmlElement | undefined) => one(element?.text);
const first = (element: XmlElement | undefined, ...path: string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => at && childrenOf(at, name)[0], element);

/** A host may have an empty title beside its short one. */
function titleOf(element: XmlElement | undefined): string {
  const titles = (element ? childrenOf(element, 'titleInfo') : []).map((info) =>
    [textOf(first(info, 'title')), textOf(first(info, 'subTitle'))].filter(Boolean).join(': '),
  );
  return titles.find(Boolean) ?? '';
}

function ofMods(mods: XmlElement): Work {
  const [host] = childrenOf(mods, 'relatedItem');
  const part = first(mods, 'part') ?? first(host, 'part');
  const detail = (type: string) =>
    textOf(
      first(
        part && childrenOf(part, 'detail').find((item) => item.attributes.get('type') === type),
        'number',
      ),
    );
  const extent = first(part, 'extent');
  const dates = [
    first(mods, 'originInfo', 'dateIssued'),
    first(host, 'originInfo', 'dateIssued'),
    first(part, 'date'),
  ];
  const authors = childrenOf(mods, 'name').filter(
    (name) => textOf(first(name, 'role', 'roleTerm')) === 'author',
  );
  const names = authors.map((name) => {
    const pieces = (type?: string) =>
      childrenOf(name, 'namePart')
        .filter((piece) => piece.attributes.get('type') === type)
        .map(textOf)
        .join(' ');
    return name.attributes.get('type') !== 'personal'
      ? `{${pieces()}}`
      : [pieces('family'), pieces('given').replace(/\b(\p{Lu})\b(?!\.)/gu, '$1.'), pieces('suffix')]
          .filter(Boolean)
          .join(', ');
  });
  return {
    title: titleOf(mods),
    authors: names.join('; '),
    year: textOf(dates.find(Boolean)).slice(0, 4),
    container: titleOf(host),
    volume: detail('volume'),
    issue: detail('issue'),
    page:
      [textOf(first(extent, 'start')), textOf(first(extent, 'end'))].filter(Boolean).join('-') ||
      detail('page'),
    doi: textOf(
      childrenOf(mods, 'identifier').find((item) => item.attributes.get('type') === 'doi'),
    ).toLowerCase(),
  };
}

/** What another reader has for a field, by the place of the record: each with the reason for which ours is kept. */
type Known = readonly [place: string, theirs: string, why: string][];

const MARKUP = 'markup in titles: our titles are plain text, as those of pages are';
const NO_COMMA = "EndNote's comma behind an organisation is not known to it";
const DOTLESS = 'a dotless i under an accent is an i';
const SENTENCE_CASE = 'it writes titles anew, in the case of sentences';

const CITATION_JS_RIS: Known = [
  ['2 authors', 'King, Martin L., Jr.; World Health Organization', NO_COMMA],
  ['2 year', '2020/04/01/', 'it keeps the text of a date that it cannot read'],
  ['5 authors', 'Second, Ben', 'of two tags for authors it takes one'],
  ['5 container', 'J Tags', 'of two names of a journal it takes the short one'],
  ['5 doi', '', 'it does not look for a DOI in M3'],
];
const CITATION_JS_BIB: Known = [
  [
    '2 authors',
    'King, Martin L., Jr.; World Health Organization',
    'braces around an organisation are lost',
  ],
  ['2 title', 'Österreichs Straße: a na\u0131\u0308ve test of α', DOTLESS],
  ['5 title', 'A title with <i>form</i>, 50% & a dash – or two', MARKUP],
  ['6 container', 'Proceedings of the Meeting on Distance', 'a volume is not in itself'],
];
const RETORQUERE: Known = CITATION_JS_BIB.filter(([place]) => place !== '2 authors');
const PANDOC: Known = [
  ['1 title', 'Peer workers on acute wards: What makes the role last?', SENTENCE_CASE],
  ['2 title', 'Österreichs straße: A na\u0131\u0308ve test of \\alpha', SENTENCE_CASE],
  ['4 authors', 'N’Diaye, Awa', 'it sets an apostrophe as a quotation mark'],
  ['5 container', 'Proceedings of the meeting on distance', SENTENCE_CASE],
  ['5 title', 'A title with <i>form</i>, 50% & a dash – or two', MARKUP],
  ['6 title', 'Proceedings of the meeting on distance', SENTENCE_CASE],
];

const BIBUTILS_RIS: Known = [
  ['2 authors', 'King, Martin L.,, Jr.; Organization, World Health', NO_COMMA],
  ['3 container', '', 'T2 of a chapter is a series to it, where databases put the book'],
];
const BIBUTILS_BIB: Known = [
  ['4 authors', 'N’Diaye, Awa', 'it sets an apostrophe as a quotation mark'],
];
const BIBUTILS_ENW: Known = [
  ['1 authors', 'Okafor, Adaeze N.; Group, STAYING WELL Study', NO_COMMA],
  ['1 doi', '', 'it does not know %R'],
  ['3 authors', "N'Diaye, Awa; Nobody, At All", 'it parts records by empty lines alone'],
];

const CASES: [string, string, string, read: (text: string) => Work[], Known][] = [
  ['citation-js', 'ris', 'sound.ris', citationJs('@ris/file'), CITATION_JS_RIS],
  ['citation-js', 'bibtex', 'sound.bib', citationJs('@bibtex/text'), CITATION_JS_BIB],
  ['retorquere', 'bibtex', 'sound.bib', retorquere, RETORQUERE],
  ['pandoc', 'bibtex', 'sound.bib', pandoc, PANDOC],
  ['bibutils', 'ris', 'sound.ris', bibutils('ris2xml'), BIBUTILS_RIS],
  ['bibutils', 'bibtex', 'sound.bib', bibutils('bib2xml'), BIBUTILS_BIB],
  ['bibutils', 'enw', 'endnote.enw', bibutils('end2xml'), BIBUTILS_ENW],
];

function isHere(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const MISSING = [
  ...(isHere('pandoc') ? [] : ['pandoc']),
  ...(isHere('ris2xml') ? [] : ['bibutils']),
];

describe('readers of others agree, but where they are known not to', () => {
  const here = CASES.filter(([oracle]) => !MISSING.includes(oracle));

  it.skipIf(MISSING.length > 0)(
    MISSING.length > 0 ? `skipped without ${MISSING.join(' and ')}` : 'all of them are here',
    () => expect(here).toEqual(CASES),
  );

  it.each(here)('%s on %s (%s)', (_, format, file, read, known) => {
    const text = fixture(file);
    const ours = readAs(format, text).references.map(({ facts }) => ofFacts(facts));
    const theirs = read(text);
    const differing = ours.flatMap((work, i) =>
      (Object.keys(work) as (keyof Work)[]).flatMap((field) =>
        work[field] === theirs[i]?.[field] ? [] : [[`${i + 1} ${field}`, theirs[i]?.[field]]],
      ),
    );
    expect(Object.fromEntries(differing)).toEqual(
      Object.fromEntries(known.map(([place, text]) => [place, text])),
    );
  });
});

describe.skipIf(!existsSync(samples))(
  `files of other projects${existsSync(samples) ? '' : ': skipped, they are not on this machine'}`,
  () => {
    const read = (format: string, file: string) =>
      readAs(format, readFileSync(path.join(samples, file), 'utf8'), file);

    it.each<[string, string, (string | undefined)[], number[]]>([
      ['ris', 'nasty.ris', ['10.1000/abc.1', '10.1000/xyz', undefined], []],
      ['ris', 'recommended.ris', ['10.1186/s13012-020-0001-1'], []],
      ['ris', 'zotero-trap.ris', ['10.1186/s13012-020-0001-1'], []],
      ['nbib', 'sample.nbib', ['10.1186/s13012-020-0001-1'], []],
      ['csl-json', 'ours.csl.json', ['10.1186/s13012-020-0001-1'], []],
      [
        'bibtex',
        'nasty.bib',
        ['10.1186/s13012-020-0001-1', undefined, undefined, undefined, undefined],
        [13],
      ],
    ])('%s: %s', (format, file, dois, broken) => {
      const found = read(format, file);
      expect(found.references.map(({ facts }) => facts.doi)).toEqual(dois);
      expect(found.broken.map(({ line }) => line)).toEqual(broken);
    });

    it('have one work in several files, told alike', () => {
      const works = [
        read('ris', 'recommended.ris'),
        read('csl-json', 'ours.csl.json'),
        read('ris', 'zotero-trap.ris'),
      ].map(({ references: [only] }) => only && ofFacts(only.facts));
      const authors = works.map((work) => work?.authors);
      expect(authors).toEqual([
        'Smith, Jane A.; van der Berg, Johannes',
        'Smith, Jane A.; van der Berg, Johannes; {WHO Working Group}',
        'Smith, Jane A.; van der Berg, Johannes; {WHO Working Group}',
      ]);
      expect(
        new Set(works.map((work) => `${work?.year} ${work?.container} ${work?.page}`)),
      ).toEqual(new Set(['2020 Implementation Science 101-110']));
    });
  },
);
