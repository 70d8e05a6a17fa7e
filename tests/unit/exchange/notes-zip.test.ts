/** The notes of a review: what is in each file, and how a reader of YAML, and pandoc where it is here, take it. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exporterById } from '../../../lib/exchange';
import { oneLine } from '../../../lib/exchange/text';
import { AWKWARD, CONTROLS } from '../../support/awkward';
import { hasProgram, through } from '../../support/on-this-machine';
import { AT, data, paper, reviewPaper, statement, tag } from './records';

function files(more: object = {}): Record<string, string> {
  const bytes = exporterById('notes-zip')?.write({ ...data, ...more }, { at: AT, excluded: true });
  const found = unzipSync(bytes as Uint8Array);
  return Object.fromEntries(Object.entries(found).map(([name, one]) => [name, strFromU8(one)]));
}
function noteOf(all: Record<string, string>, key: string) {
  const [, front = '', ...body] = (all[`papers/${key}.md`] ?? '').split(/^---$/m);
  return { front: parse(front) as Record<string, unknown>, body: body.join('---') };
}

describe('the notes of a review', () => {
  it('are a file for each paper by its key, one by influence, and the reading list, which links to them', () => {
    const all = files();
    expect(Object.keys(all)).toEqual([
      ...['Influences.md', 'Reading list.md'],
      ...['papers/muller2021paper.md', 'papers/muller2022paper.md', 'papers/muller2023paper.md'],
    ]);
    expect(all['Reading list.md']).toContain(
      '<https://doi.org/10.1000/paper.1> [[muller2021paper]]',
    );
  });

  it('have all of a paper: front matter, quotes as blocks, page and link, each tag with its dials, coder and note', () => {
    const statements = [{ ...data.statements[0], page: '4' }, ...data.statements.slice(1)];
    const papers = [paper(1, { notices: [{ kind: 'retraction', text: 'In 2022' }] }), paper(2)];
    const { front, body } = noteOf(files({ statements, papers }), 'muller2021paper');
    expect(front).toEqual({
      ...{ citekey: 'muller2021paper', title: 'Paper 1', year: 2021, type: 'article-journal' },
      authors: ['Müller, Änne', 'van der Berg, Jan'],
      ...{
        venue: 'Journal of Examples',
        doi: '10.1000/paper.1',
        url: 'https://example.org/paper/1',
      },
      ...{ notice: 'Retracted (In 2022)', codebooks: ['Our codes 3'] },
      tags: [
        ...['progress/read', 'eligibility/undecided', 'notice/retracted'],
        ...['influence/training', 'influence/role-definition'],
      ],
    });
    const [one, two] = data.statements;
    const [first, second] = data.tags;
    expect(body.trim().split('\n')).toEqual([
      ...['# Paper 1', '', '**Retracted (In 2022)**', '', '<https://doi.org/10.1000/paper.1>', ''],
      ...['## What it says', ''],
      '- ▼ [[Influences#Role definition]]: contrasting (1 statement)',
      '- ▲ [[Influences#Training]]: supporting (1 statement)',
      ...['', '## Quotes', ''],
      ...[
        `> ${one?.quote}`,
        '',
        `^${one?.id}`,
        '',
        'Results · p. 4 · <https://example.org/paper/1>',
        '',
      ],
      `- ▲ supporting: [[Influences#Training]] (facilitator, strength 2, coder: me) ^${first?.id}`,
      ...['  - first', '  - second line', ''],
      ...['> A clear role mattered less (p \\< 0.05).', '', `^${two?.id}`, ''],
      ...['Results · <https://example.org/paper/1>', ''],
      `- ▼ contrasting: [[Influences#Role definition]] (barrier, strength -2, coder: me) ^${second?.id}`,
    ]);
  });

  it('have by influence each quote with a link to its block, which there is', () => {
    const all = files();
    const text = all['Influences.md'] ?? '';
    expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual([
      ...['## Role definition', '## Training'],
    ]);
    expect(text).toContain(
      `- “Training was mentioned.” ([[muller2022paper#^${data.statements[2]?.id}]], second-hand)`,
    );
    const links = [...text.matchAll(/\[\[(\w+)#(\^[\w-]+)\]\]/g)];
    expect(links).toHaveLength(3);
    for (const [, key, block = ''] of links)
      expect(all[`papers/${key}.md`]?.split('\n')).toContain(block);
    for (const [name, one] of Object.entries(all))
      for (const [, heading] of one.matchAll(/\[\[Influences#([^\]]+)\]\]/g))
        expect(text.split('\n'), name).toContain(`## ${heading}`);
  });

  it('say of an excluded paper that it is, and why', () => {
    const { front } = noteOf(files(), 'muller2023paper');
    expect(front.tags).toContain('eligibility/excluded');
    expect(front['exclusion-reason']).toBe('no peer [support] workers');
  });

  const awkward = {
    papers: AWKWARD.map((words, i) =>
      paper(i + 1, { title: words, keywords: [words], abstract: words }),
    ),
    reviewPapers: AWKWARD.map((_, i) => reviewPaper(i + 1)),
    statements: AWKWARD.map((words, i) => statement(i + 1, i + 1, words)),
    tags: AWKWARD.map((note, i) => tag(i + 1, i + 1, i + 1, { note })),
  };

  it('have the words of a page as they were in front matter, and as no markup elsewhere', () => {
    const all = files(awkward);
    const titles = Object.keys(all)
      .filter((name) => name.startsWith('papers/'))
      .map((name) => noteOf(all, name.slice('papers/'.length, -'.md'.length)).front.title);
    expect(titles.sort()).toEqual(AWKWARD.map(oneLine).sort());
    for (const text of Object.values(all)) {
      const own = text.replace(/\[\[(?:[\w]+(?:#\^[\w-]+)?|Influences#[^\]]+)\]\]/g, '');
      const body = own.replace(/^---[\s\S]*?^---$/m, '');
      expect(body).not.toMatch(/(?<!\\)\[\[|(?<!\\)<(?!https:)|(?<!\\)`/);
    }
  });

  it('have nothing of what no file holds', () => {
    const { front } = noteOf(
      files({ papers: [paper(1, { title: CONTROLS })] }),
      'muller2021abcdef',
    );
    expect(front.title).toBe('abcdef ghij');
  });

  it('are named as every file system takes it', () => {
    const papers = [paper(1, { authors: [{ literal: '../../etc/passwd' }], title: 'C:\\con' })];
    for (const name of Object.keys(files({ papers })))
      expect(name).toMatch(/^(papers\/)?[\w ]+\.md$/);
  });

  const PANDOC = hasProgram('pandoc');
  it(PANDOC ? 'are read by pandoc' : 'are read by pandoc, which is not on this machine', () => {
    const all = files(awkward);
    const note = Object.entries(all).filter(([name]) => name.startsWith('papers/'));
    expect(note).toHaveLength(AWKWARD.length);
    if (!PANDOC) return;
    const bodies = note.map(([, text]) => text.replace(/^---[\s\S]*?^---$/m, ''));
    const whole = through('pandoc -f markdown-smart -t plain --wrap=none', bodies.join('\n'));
    for (const words of AWKWARD.filter((one) => !/[\\\u202e]|^\s|\s$/.test(one)))
      expect(whole, words).toContain(oneLine(words));
  });
});
