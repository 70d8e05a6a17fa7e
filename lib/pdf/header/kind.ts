/** Whether a PDF is one paper: by what papers have and leaflets, slides and web pages have not. */
import type { Rule, ShownField } from '../../page/shared';
import type { PdfStructure } from '../types';
import type { HeadView } from './view';
import { FLOOR, KIND } from './weights';

export interface KindView {
  head: HeadView;
  doi: boolean;
  authors: number;
  line: boolean;
  structure: PdfStructure;
}

/** Fewer references, or citations of them, may be anything. */
const FEWEST_REFERENCES = 4;
const DATES =
  /\b(?:received|accepted|submitted|revised|eingegangen|recibido|recebido)\b:?[^.]{0,30}\d{4}/i;

const sign = (
  id: string,
  weight: (typeof KIND)[keyof typeof KIND],
  holds: (view: KindView) => boolean,
): Rule<KindView, 'article'> => ({
  id: `kind/${id}`,
  *find(view) {
    if (holds(view)) yield { value: 'article', weight };
  },
});

export const PDF_KIND: ShownField<KindView, 'article'> = {
  name: 'kind',
  stages: [
    {
      rules: [
        sign('own-doi', KIND.own, ({ doi }) => doi),
        sign('citation-line', KIND.line, ({ line }) => line),
        sign(
          'abstract',
          KIND.abstract,
          ({ head, structure }) =>
            structure.sections.some(({ kind }) => kind === 'abstract') ||
            head.blocks.some(({ text }) =>
              /^(?:abstract|summary|zusammenfassung|resum[eo]n?|résumé)\b/i.test(text),
            ),
        ),
        sign('dates', KIND.dates, ({ head }) => head.blocks.some(({ text }) => DATES.test(text))),
        sign(
          'references',
          KIND.references,
          ({ structure }) => structure.references.length >= FEWEST_REFERENCES,
        ),
        sign(
          'cites',
          KIND.cites,
          ({ structure }) => structure.citations.length >= FEWEST_REFERENCES,
        ),
        sign('authors', KIND.authors, ({ authors }) => authors > 0),
      ],
    },
  ],
  election: () => ({ key: (kind) => kind, combine: 'sum', floor: FLOOR.kind, tie: 'first' }),
};
