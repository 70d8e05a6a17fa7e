/** The same paper elsewhere: what was tagged on one representation is found on the others, and other words are not. */
import { afterEach, expect, describe as group, test } from 'vitest';
import { describe, locate } from '../../lib/anchor';
import { Selectors } from '../../lib/model';
import { page } from '../support/anchor-dom';
import { MEANING_EDITS } from '../support/anchor-meaning';
import {
  type Paper,
  paperOf,
  placeOf,
  RENDERINGS,
  type Rendering,
  render,
  sentencesOf,
} from '../support/anchor-renderings';
import { seeded } from '../support/random';

afterEach(() => document.body.replaceChildren());

const PAPERS = [1, 2, 3].map(paperOf);

function describeAll(paper: Paper, as: Rendering): Selectors[] {
  page(render(paper, as));
  return sentencesOf(paper).map((_, id) =>
    Selectors.parse(JSON.parse(JSON.stringify(describe(placeOf(id))))),
  );
}

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

for (const from of RENDERINGS) {
  for (const to of RENDERINGS.filter((one) => one !== from)) {
    test(`described on ${from}, found on ${to}`, () => {
      const wrong: string[] = [];
      let cases = 0;
      for (const paper of PAPERS) {
        const selectors = describeAll(paper, from);
        page(render(paper, to));
        locate(selectors).forEach((found, id) => {
          cases += 1;
          const want = letters(placeOf(id).toString());
          const right =
            (found.outcome === 'exact' || found.outcome === 'normalised') &&
            found.range !== null &&
            // Its place, give or take a full stop or the marker behind it.
            found.range.compareBoundaryPoints(Range.START_TO_END, placeOf(id)) > 0 &&
            found.range.compareBoundaryPoints(Range.END_TO_START, placeOf(id)) < 0 &&
            Math.abs(letters(found.text ?? '').length - want.length) <= 4;
          if (!right)
            wrong.push(
              `${found.outcome}: ${selectors[id]?.quote.exact} -> ${found.text} | ${JSON.stringify(found.diff.filter((part) => part.op !== 'same'))}`,
            );
        });
      }
      expect(cases).toBeGreaterThan(150);
      expect(1 - wrong.length / cases, wrong.join('\n')).toBeGreaterThanOrEqual(0.99);
    });
  }
}

group('other words', () => {
  for (const to of RENDERINGS) {
    test(`on ${to} are never taken for the same`, () => {
      const random = seeded(7);
      const silent: string[] = [];
      let cases = 0;
      for (const paper of PAPERS) {
        for (const from of RENDERINGS.filter((one) => one !== to)) {
          const selectors = describeAll(paper, from);
          // Every sentence says something else in the other representation.
          const edited = structuredClone(paper);
          const changed = new Set<number>();
          let id = 0;
          const edit = (list: string[]): void => {
            list.forEach((sentence, i) => {
              const next = MEANING_EDITS[Math.floor(random() * MEANING_EDITS.length)]?.change(
                sentence,
                random,
              );
              if (next && next !== sentence) {
                list[i] = next;
                changed.add(id);
              }
              id += 1;
            });
          };
          edit(edited.abstract);
          for (const { paragraphs } of edited.sections) paragraphs.forEach(edit);
          page(render(edited, to));
          locate(selectors).forEach((found, i) => {
            if (!changed.has(i)) return;
            cases += 1;
            if (found.outcome === 'exact' || found.outcome === 'normalised')
              silent.push(`${selectors[i]?.quote.exact} -> ${found.text}`);
          });
        }
      }
      expect(cases).toBeGreaterThan(150);
      expect(silent).toEqual([]);
    });
  }
});
