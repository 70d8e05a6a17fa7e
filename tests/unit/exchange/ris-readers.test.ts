/** RIS as programs read it that we did not write: citation-js, and bibutils where the machine has it. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import { describe, expect, it } from 'vitest';
import { exporterById } from '../../../lib/exchange';
import { oneLine } from '../../../lib/exchange/text';
import type { Author, Paper } from '../../../lib/model';
import { AWKWARD, CONTROLS, LONG } from '../../support/awkward';
import { hasProgram, through } from '../../support/on-this-machine';
import { AT, data, familyMember, paper, reviewPaper, statement, tag, uuid, YOU } from './records';

const write = (more: object = {}, id = 'papers-ris'): string =>
  exporterById(id)?.write({ ...data, ...more }, { at: AT, excluded: true }) as string;
const read = (text: string) => new Cite(text, { forceType: '@ris/file' }).data;
const only = (more: Partial<Paper>) => ({
  papers: [paper(1, more)],
  reviewPapers: [reviewPaper(1)],
});
const notesOf = (text: string) =>
  text.split('\r\n').flatMap((line) => (line.startsWith('N1  - ') ? line.slice(6) : []));
const keywordsOf = (text: string) =>
  text.split('\r\n').flatMap((line) => (line.startsWith('KW  - ') ? line.slice(6) : []));

describe('citation-js', () => {
  it('has every record, by its citation key', () => {
    expect(read(write()).map(({ id }) => id)).toEqual([
      ...['muller2021paper', 'muller2022paper', 'muller2023paper'],
    ]);
  });

  it.each<[string, Partial<Paper>, Record<string, unknown>]>([
    [
      'an article',
      { volume: '15', issue: '2', page: '101–110', issn: '1748-5908', language: 'ru' },
      {
        ...{ type: 'article-journal', title: 'Paper 1', 'container-title': 'Journal of Examples' },
        ...{ volume: '15', issue: '2', page: '101-110', ISSN: '1748-5908', language: 'ru' },
        ...{ DOI: '10.1000/paper.1', issued: { 'date-parts': [[2021]] } },
      },
    ],
    [
      'a chapter, with its book',
      { type: 'chapter', containerTitle: 'The Book', isbn: '9783161484100' },
      { type: 'chapter', 'container-title': 'The Book', ISBN: '9783161484100' },
    ],
    [
      'a paper of a conference, with where it was printed and when',
      { type: 'paper-conference', containerTitle: 'Proceedings of Peers' },
      {
        ...{ type: 'paper-conference', 'container-title': 'Proceedings of Peers' },
        ...{ 'event-title': 'Proceedings of Peers', issued: { 'date-parts': [[2021]] } },
      },
    ],
    [
      'a report, with its number',
      { type: 'report', number: 'WP-7', publisher: 'WHO', genre: 'Working paper' },
      { type: 'report', number: 'WP-7', publisher: 'WHO', genre: 'Working paper' },
    ],
    [
      'a thesis',
      { type: 'thesis', genre: 'PhD thesis', publisher: 'A university' },
      {
        ...{ type: 'thesis', genre: 'PhD thesis', publisher: 'A university' },
      },
    ],
    [
      'a preprint, which is no article',
      { type: 'article', publisher: 'medRxiv' },
      {
        ...{ type: 'manuscript', publisher: 'medRxiv' },
      },
    ],
  ])('reads %s', (_, more, want) => {
    expect(read(write(only(more)))[0]).toMatchObject(want);
  });

  it.each<[Author, object]>([
    [{ literal: 'World Health Organization' }, { family: 'World Health Organization' }],
    [
      { literal: 'Department of Health, Education and Welfare' },
      { family: 'Department of Health Education and Welfare' },
    ],
    [
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    ],
    [{ family: 'Plato' }, { family: 'Plato' }],
  ])('has %j as one name', (author, want) => {
    const [one] = read(write(only({ authors: [author] })));
    const [found] = (one?.author ?? []) as { given?: string }[];
    expect(found).toMatchObject(want);
    if (!author.given) expect(found?.given ?? '').toBe('');
  });

  it.each([...AWKWARD, LONG])('has a title, a quote and a note as they were: %#', (text) => {
    const its = { ...only({ title: text }), statements: [statement(1, 1, text)] };
    const file = write({ ...its, tags: [tag(1, 1, 1, { note: text })] });
    const [one, ...others] = read(file);
    expect(others).toEqual([]);
    expect(one?.title).toBe(oneLine(text));
    const [, note = ''] = (one?.note ?? []) as string[];
    const shown = note.replace(/< (?=[a-z/!?])/gi, '<').replace(/& (?=#?\w+;)/g, '&');
    expect(shown).toContain(oneLine(`"${text}" (Results) | ${text} | coder: me`));
  });

  it('has nothing of what no file holds', () => {
    expect(read(write(only({ title: CONTROLS })))[0]?.title).toBe('abcdef ghij');
  });
});

describe('the notes of a paper', () => {
  it('begin with one line on it: what journals said, its place, what was found', () => {
    const file = write({
      papers: [
        paper(1, {
          notices: [{ kind: 'retraction', text: 'Retracted in 2022' }],
          status: 'in press',
        }),
      ],
      reviewPapers: [reviewPaper(1, { eligibility: 'excluded', exclusionReason: 'retracted' })],
    });
    expect(notesOf(file)[0]).toBe(
      'Evidence map: Retracted (Retracted in 2022) | excluded: retracted | in press | codebook: Our codes, version 3',
    );
  });

  it.each([
    ['retraction', 'Retracted'],
    ['concern', 'Expression of concern'],
    ['correction', 'Corrected'],
  ] as const)('name a %s, and so does a keyword', (kind, word) => {
    const file = write(only({ notices: [{ kind, text: 'See there' }] }));
    expect(notesOf(file)[0]).toContain(`${word} (See there)`);
    expect(keywordsOf(file)).toContain(word);
  });

  it('have the coder and the id of each tag, and what is second-hand', () => {
    const notes = notesOf(write());
    for (const { id } of data.tags)
      expect(notes.filter((one) => one.endsWith(`tag id: ${id}`))).toHaveLength(1);
    expect(notes.find((one) => one.endsWith(uuid(4, 3)))).toContain('| second-hand | coder: you |');
    expect(data.tags[2]?.coderId).toBe(YOU);
  });

  it('say no word that Zotero would take for markup or decode', () => {
    const quote = 'A <?xml version?> and &lt;b&gt; R&amp;D &#60; <b>x</b> a<b p < 0.05 & so';
    const [, note = ''] = notesOf(
      write({ ...only({}), statements: [statement(1, 1, quote)], tags: [tag(1, 1, 1)] }),
    );
    expect(note).not.toMatch(/<[a-z/!?]|&#?\w+;/i);
    expect(note.replace(/([<&]) /g, '$1').replace(/\s/g, '')).toContain(quote.replace(/\s/g, ''));
  });
});

it('an influence that is known second-hand only is a keyword', () => {
  const words = keywordsOf(write().split('\r\n\r\n')[1] ?? '');
  expect(words).toContain('Influence: Training');
  expect(words).toContain('Training: second-hand only');
});

describe('for RevMan', () => {
  const studies = (text: string) =>
    text.split('\r\n').flatMap((line) => (line.startsWith('NS  - ') ? line.slice(6) : []));

  it('each paper has the name of its study, and nothing else is another', () => {
    const file = write({}, 'papers-revman-ris');
    expect(studies(file)).toEqual(['Müller 2021', 'Müller 2022', 'Müller 2023']);
    expect(file.replace(/NS {2}- .*\r\n/g, '')).toBe(write());
    expect(studies(write())).toEqual([]);
  });

  it('papers of one study have one name, and studies of one name are told apart', () => {
    const papers = [1, 2, 3].map((n) => paper(n, { year: 2020 }));
    const reviewPapers = [1, 2, 3].map((n) => reviewPaper(n));
    const file = write(
      { papers, reviewPapers, familyMembers: [familyMember(1), familyMember(3)] },
      'papers-revman-ris',
    );
    expect(studies(file)).toEqual(['Müller 2020', 'Müller 2020b', 'Müller 2020']);
  });
});

const BIBUTILS = hasProgram('ris2xml') && hasProgram('xml2bib');
describe(BIBUTILS ? 'bibutils' : 'bibutils (not on this machine: nothing is read with it)', () => {
  const bib = (more: Partial<Paper>) =>
    through('ris2xml 2>/dev/null | xml2bib 2>/dev/null', write(only(more))).replace(/\s+/g, ' ');

  for (const [type, kind, ...rest] of BIBUTILS ? TYPES_READ() : [])
    it(`has a ${type} as ${kind}`, () => {
      const text = bib({
        type,
        containerTitle: 'The Container',
        publisher: 'The Publisher',
        number: 'WP-7',
      });
      expect(text).toContain(`@${kind}{muller2021paper,`);
      for (const part of rest) expect(text).toContain(part);
    });

  it('reads it, or is not here', () => {
    if (BIBUTILS) expect(bib({})).toContain('title="Paper 1"');
    else expect(TYPES_READ().length).toBeGreaterThan(0);
  });
});

function TYPES_READ(): [string, string, ...string[]][] {
  return [
    ['article-journal', 'Article', 'journal="The Container"'],
    ['paper-conference', 'InProceedings', 'booktitle="The Container"', 'year="2021"'],
    ['chapter', 'Inbook', 'bookTitle="The Container"'],
    ['report', 'TechReport', 'publisher="The Publisher"'],
    ['thesis', 'PhdThesis', 'publisher="The Publisher"'],
    ['article', 'Unpublished', 'publisher="The Publisher"'],
  ];
}
