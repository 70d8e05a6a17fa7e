/** Two codebooks with the same labels, and labels that one codebook has three times, are told apart in each export. */
import { describe, expect, it } from 'vitest';
import { builtInCodebooks, influencesOf } from '../../../lib/codebook';
import { type ExportData, exporters } from '../../../lib/exchange';
import { mapOf } from '../../../lib/exchange/map-of';
import { mapAsText } from '../../../lib/map';
import type { Codebook } from '../../../lib/model';
import { exportedText } from '../../support/exported-text';
import { coders, noTables, paper, review, reviewPaper, statement, tag } from './records';

const LABEL = 'Innovation Deliverers';
const cfir = builtInCodebooks().find(({ id }) => id === 'cfir-2022') as Codebook;
/** A team's own copy, under a name of its own. */
const copy: Codebook = { ...cfir, id: 'own-cfir', name: 'Our CFIR', builtIn: false };
delete copy.shortName;
const codebooks = [cfir, copy];
const alike = influencesOf(codebooks).all.filter(({ influence }) => influence.label === LABEL);
const names = alike.map(({ label }) => label);

/** One paper, on which each of them is tagged once. */
const data: ExportData = {
  ...noTables,
  review: { ...review, codebooks: codebooks.map(({ id, version }) => ({ id, version })) },
  papers: [paper(1)],
  reviewPapers: [reviewPaper(1)],
  familyMembers: [],
  statements: alike.map((_, i) => statement(i + 1, 1, `Words number ${i + 1} of the paper.`)),
  tags: alike.map(({ codebookId, influenceId }, i) =>
    tag(i + 1, i + 1, 1, { codebookId, influenceId, codebookVersion: cfir.version }),
  ),
  assessments: [],
  codebooks,
  coders,
};

/** The names that a text contains, none of them as a part of a longer one. */
function namesIn(text: string): string[] {
  let rest = text;
  return [...names]
    .sort((a, b) => b.length - a.length)
    .filter((name) => {
      const there = rest.includes(name);
      rest = rest.replaceAll(name, '·');
      return there;
    })
    .sort();
}

const FILES: [string, () => string][] = [
  ...exporters
    .filter(({ of }) => of !== 'flow')
    .map((exporter): [string, () => string] => [
      exporter.id,
      () => exportedText(exporter.write(data)),
    ]),
  ['the map as text', () => mapAsText(mapOf(data), { labelWidth: 200 })],
];

describe('six influences with one label', () => {
  it('are six, with six names', () => {
    expect(new Set(names).size).toBe(6);
  });

  it.each(FILES)('%s has each of them under its name', (_id, write) => {
    expect(namesIn(write())).toEqual([...names].sort());
  });
});
