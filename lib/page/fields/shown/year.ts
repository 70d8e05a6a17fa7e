/** The year in which the paper appeared, as the page's own lines and markup give it. */
import * as dom from '../../../dom';
import { yearIn } from '../../../text';
import type { Rule } from '../../claims';
import type { ShownField } from '../../settle';
import type { DatedLine } from '../../view/dates';
import type { ShownView } from '../../view/shown-view';
import type { WeightName } from '../../weights';
import { shown } from './claim';

type YearRule = Rule<ShownView, string>;

/** An article's own date is among the first; further on are those of other articles. */
const MOST_MARKED = 20;
/** A longer text is not a date, in UTF-16 units. */
const LONGEST_MARKED = 80;
const LONGEST_EVENT = 200;

/** Years are claimed as they would be printed. */
const yearClaim = (value: string | number | undefined, weight: WeightName, at: Element | null) =>
  shown(value ? String(value) : undefined, weight, at);

const citationLine: YearRule = {
  id: 'year/citation-line',
  *find({ citationLine: line }) {
    if (line) yield* yearClaim(line.year, 'year: citation line', line.element);
  },
};

const ownCitation: YearRule = {
  id: 'year/own-citation',
  *find({ cited }) {
    if (!cited) return;
    const { line, before, tail, block } = cited;
    yield* yearClaim(line?.year ?? yearIn(before) ?? yearIn(tail), 'year: own citation', block);
  },
};

const record: YearRule = {
  id: 'year/record',
  *find({ record: of }) {
    if (of) yield* yearClaim(of.year, 'year: in a record', of.at);
  },
};

const bibtex: YearRule = {
  id: 'year/bibtex',
  *find({ lines }) {
    for (const { text, element } of lines)
      yield* yearClaim(/\byear\s*=\s*[{"]*(\d{4})/i.exec(text)?.[1], 'year: BibTeX', element);
  },
};

/** Names of meetings, which have their year: "in 31st International Symposium on Fields, FIELDS 2013". */
const EVENT =
  /\b(?:conference|symposium|workshop|congress|meeting|proceedings|tagung|kongress|konferenz|congreso|congresso|conferencia|conferência|colloque|congrès|convegno|simposio|symposium)\b/i;
const INTRODUCED = /^(?:in|at|presented at|proceedings|proc\.|zu|en|em|dans|nel)[\s:]/i;

const event: YearRule = {
  id: 'year/event',
  *find({ lines, record: of }) {
    if (of?.container && EVENT.test(of.container))
      yield* yearClaim(yearIn(of.container), 'year: event', of.at);
    for (const { text, element, after } of lines)
      if (after && text.length < LONGEST_EVENT && INTRODUCED.test(text) && EVENT.test(text))
        yield* yearClaim(yearIn(text), 'year: event', element);
  },
};

/** A date that the page's own markup calls that of publication (schema.org microdata), with or without its `datetime`. */
const markup: YearRule = {
  id: 'year/markup',
  *find(view) {
    const dates = view.doc.querySelectorAll('[itemprop="datePublished"]');
    for (let i = 0; i < dates.length && i < MOST_MARKED; i++) {
      const date = dates[i] as Element;
      if (view.isOthers(date)) continue;
      const stated =
        dom.getAttribute(date, 'datetime') ??
        dom.getAttribute(date, 'content') ??
        (dom.textContent(date) ?? '').slice(0, LONGEST_MARKED);
      yield* yearClaim(yearIn(stated), 'year: markup', date);
    }
  },
};

/** One rule for each thing that a line can call its year. */
const called = (
  id: string,
  what: DatedLine['called'],
  weightOf: (line: DatedLine['line']) => WeightName,
): YearRule => ({
  id: `year/${id}`,
  *find({ datedLines }) {
    for (const one of datedLines)
      if (one.called === what) yield* yearClaim(one.year, weightOf(one.line), one.line.element);
  },
});

/** The last of the dates at which the journal had the manuscript. */
const received: YearRule = {
  id: 'year/received',
  find({ datedLines }) {
    const [last] = datedLines
      .filter((one) => one.called === 'received or accepted')
      .sort((a, b) => b.year - a.year);
    return last ? yearClaim(last.year, 'year: received or accepted', last.line.element) : [];
  },
};

/** "10.1016/j.example.2007.03.008", "10.5194/acp-15-1013-2015": a number of its own in the suffix that can be a year. */
const IN_DOI = /^10\.\d+\/.*?(?<!\d)((?:19[5-9]|20[0-4])\d)(?!\d|-\d{3}[\dX])/i;

/**
 * Many publishers write the year of acceptance, or of the volume, into their DOIs; others their ISSN ("1980-5497"), and
 * numbers that would be years to come.
 */
const inDoi = (doi: string | undefined): YearRule => ({
  id: 'year/doi',
  find: () => {
    const year = yearIn(IN_DOI.exec(doi ?? '')?.[1] ?? '');
    const isPast = year !== undefined && Number(year) <= new Date().getFullYear() + 1;
    return isPast ? yearClaim(year, 'year: in the DOI', null) : [];
  },
});

/** @param doi the paper's, where it is known */
export const shownYear = (doi?: string): ShownField<ShownView, string> => ({
  name: 'year',
  stages: [
    // Nothing weighs more than the journal's own line, and most pages have one: the page's citation of itself takes a search.
    { rules: [citationLine], enough: (ranked) => ranked.length > 0 },
    {
      rules: [ownCitation, record, bibtex, markup],
      enough: (ranked) => ranked.length > 0,
    },
    {
      rules: [
        called('labelled', 'published', () => 'year: labelled'),
        called(
          'labelled-after-another',
          'published after another date',
          () => 'year: labelled after another date',
        ),
        called('alone', 'nothing', ({ after }) =>
          after ? 'year: alone after the title' : 'year: alone before the title',
        ),
        called('beside-doi', 'beside a DOI', () => 'year: beside a DOI'),
        called('copyright', 'copyright', () => 'year: copyright'),
        called('preprint', 'preprint', () => 'year: preprint'),
        received,
        event,
        inDoi(doi),
      ],
    },
  ],
  election: () => ({ key: String, combine: 'heaviest', floor: 0, tie: 'first' }),
});
