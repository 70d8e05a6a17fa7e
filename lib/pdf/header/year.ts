/** The year of a PDF's paper: by the journal's own line, by what dates are called, and last by when the file was made. */
import type { Claim, Rule, ShownField } from '../../page/shared';
import { yearIn } from '../../text';
import type { OwnCitation } from './cited-work';
import type { Place } from './place';
import type { HeadView } from './view';
import { FLOOR, YEAR } from './weights';

export interface YearView {
  head: HeadView;
  places: readonly Place[];
  cited: readonly OwnCitation[];
}

const THIS = new Date().getFullYear() + 1;
/** A citation names the year within so many letters behind the title. */
const NEAR_TITLE = 160;
/** Prose says when others published something; a label opens its text. */
const LABEL_WITHIN = 120;
/** The longest block that is read for a date, in UTF-16 units. */
const LONGEST = 900;

const PUBLISHED =
  /\b(?:published|publication date|available online|first published|epub|version of record|e-?published|published online|date of publication|veröffentlicht|publicado|publié|issued)\b[^.;|]{0,60}/i;
const ACCEPTED = /\b(?:accepted|revised|aceptado|aceito|angenommen|accepté)\b[^.;|]{0,40}/i;
/** What journals print together with dates. */
const DATED = /\b(?:received|accepted|revised|copyright|citation|cite)\b|©/i;
const COPYRIGHT = /(?:©|\(c\)|copyright|ó the author|ß the author)[^.;|]{0,60}/i;
const ISSUE =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter)[a-z]*\.?,?(?: \d{1,2},?)? (?:19|20)\d\d\b/i;

function* dates(
  text: string,
  weights: readonly [RegExp, (typeof YEAR)[keyof typeof YEAR]][],
): Generator<Claim<number>> {
  for (const [pattern, weight] of weights) {
    const year = yearIn(pattern.exec(text)?.[0] ?? '');
    if (year) yield { value: year, weight };
  }
}

const rules: Rule<YearView, number>[] = [
  {
    id: 'year/line',
    *find({ places }) {
      for (const { year, where, volume, page } of places)
        if (year)
          yield {
            value: Number(year),
            weight: where === 'cited' ? YEAR.cited : volume && page ? YEAR.line : YEAR.issue,
          };
    },
  },
  {
    id: 'year/cited',
    *find({ cited }) {
      for (const { before, after } of cited) {
        // Behind the authors, or behind the journal.
        const year = yearIn(/\(?(?:19|20)\d\d[a-z]?\)?[.,:]?\s*["“‘']?$/.exec(before)?.[0] ?? '');
        const value = year ?? yearIn(after.slice(0, NEAR_TITLE));
        if (value) yield { value, weight: YEAR.cited };
      }
    },
  },
  {
    id: 'year/stamp',
    *find({ head: { turned } }) {
      const year = /arxiv/i.test(turned)
        ? yearIn(/\d{1,2} \p{Lu}\p{Ll}{2} (?:19|20)\d\d/u.exec(turned)?.[0] ?? '')
        : undefined;
      if (year) yield { value: year, weight: YEAR.stamp };
    },
  },
  {
    id: 'year/dates',
    *find({ head: { blocks, cover, heads, front } }) {
      const prose = blocks
        .slice(front)
        .map(({ text }) => (DATED.test(text) ? text : text.slice(0, LABEL_WITHIN)));
      const texts = [...blocks.slice(0, front), ...cover].map(({ text }) => text);
      for (const text of [...texts, ...prose])
        if (text.length < LONGEST || COPYRIGHT.test(text.slice(0, 40)))
          yield* dates(text.slice(0, LONGEST), [
            [PUBLISHED, YEAR.published],
            [ACCEPTED, YEAR.accepted],
            [COPYRIGHT, YEAR.copyright],
          ]);
      for (const text of heads)
        yield* dates(text, [
          [ISSUE, YEAR.issue],
          [COPYRIGHT, YEAR.copyright],
        ]);
    },
  },
  {
    id: 'year/alone',
    *find({ head: { blocks, heads, front } }) {
      for (const text of [...heads, ...blocks.slice(0, front).map((one) => one.text)]) {
        const year =
          text.length < 100 && !/received|submitted|accessed|download/i.test(text)
            ? yearIn(text)
            : undefined;
        if (year) yield { value: year, weight: YEAR.alone };
      }
    },
  },
  {
    id: 'year/stated',
    *find({
      head: {
        stated: { info, xmp },
      },
    }) {
      for (const name of [
        'prism:publicationdate',
        'prism:coverdate',
        'prism:coverdisplaydate',
        'dc:date',
        'crossmark:majorversiondate',
      ]) {
        const year = yearIn(xmp[name]?.[0] ?? '');
        if (year) yield { value: year, weight: YEAR.stated };
      }
      const subject = yearIn(info.Subject?.slice(0, 200) ?? '');
      if (subject && /\d\(|,|;/.test(info.Subject ?? ''))
        yield { value: subject, weight: YEAR.copyright };
      const made = /^D:((?:19|20)\d\d)/.exec(info.CreationDate ?? '')?.[1];
      if (made) yield { value: Number(made), weight: YEAR.made };
    },
  },
];

export const PDF_YEAR: ShownField<YearView, number> = {
  name: 'year',
  stages: [{ rules }],
  election: () => ({
    clean: (year) => (year > 1600 && year <= THIS ? year : undefined),
    key: (year) => year,
    combine: 'heaviest',
    floor: FLOOR.year,
    tie: 'first',
  }),
};
