/** Titles' edges, and where the names of journals and books begin and end; all written for this test. */
import { describe, expect, it } from 'vitest';
import { containerEnd, quoteAhead, trimmed } from '../../../lib/text/citation/container';
import {
  isNoTitle,
  journalAlone,
  journalBehind,
  journalIn,
} from '../../../lib/text/citation/no-title';
import { readNumbers } from '../../../lib/text/citation/numbers';
import { proseRun, serialRun } from '../../../lib/text/citation/runs';
import { opensWithIn, withoutBracket, withYears } from '../../../lib/text/citation/title-edges';
import { Words } from '../../../lib/text/citation/tokens';
import type { Span } from '../../../lib/text/citation/weigh';

/** A part before its numbers, where no mark parts a journal from a title; where the journal's words begin. */
const SERIAL_RUNS: [string, string][] = [
  ['falls of the nurse in wards Am J Hum Genet ', 'Am J Hum Genet'],
  ['the care of nurses Ward Valley Magazine ', 'Ward Valley Magazine'],
  ['the care of nurses. Magazine ', 'none'],
  ['nurses at night on the wards Care Nursing Today ', 'Care Nursing Today'],
  ['Falls at night J. Phys. A ', 'J. Phys. A'],
  ['Falls of nurses J Care ', 'J Care'],
  ['falls Phys. Rev. Lett. ', 'Phys. Rev. Lett.'],
  ['a short study of night falls Nursing ', 'none'],
  ['nurses of the wards at night (Harrow ', 'none'],
  ['the deep sea of wards Annals of Care ', 'Annals of Care'],
  ['on the wards of Lund Ward Journal ', 'Lund Ward Journal'],
  ['Notes on nurses Zeitschrift für Pflege ', 'Zeitschrift für Pflege'],
];

/** The same, where capitals behind a sentence in small letters tell it. */
const PROSE_RUNS: [string, string][] = [
  ['falls of the nurse in wards Am J Hum Genet ', 'none'],
  ['the care of nurses Ward Valley Magazine ', 'none'],
  ['the care of nurses. Magazine ', 'none'],
  ['care of nurses and patients Fertility and Sterility ', 'none'],
  ['nurses at night on the wards Care Nursing Today ', 'none'],
  ['Falls at night J. Phys. A ', 'none'],
  ['Falls of nurses J Care ', 'none'],
  ['Night Ward Review of Care ', 'none'],
  ['falls Phys. Rev. Lett. ', 'none'],
  ['the night on wards of the north Harrow Times ', 'none'],
  ['falls at night in the ward, Harrow Care ', 'none'],
  ['falls at night Harrow Care ', 'none'],
  ['a short study of night falls Nursing ', 'Nursing'],
  ['nurses of the wards at night (Harrow ', 'none'],
  ['the deep sea of wards Annals of Care ', 'none'],
  ['on the wards of Lund Ward Journal ', 'none'],
  ['Notes on nurses Zeitschrift für Pflege ', 'none'],
  ['the long night on cold wards near rivers Harrow Nursing ', 'Harrow Nursing'],
  ['the first long night on cold wards Harrow and Nursing ', 'Harrow and Nursing'],
  ['the first long night on cold wards. Harrow Nursing ', 'none'],
  ['one long night on cold wards, Harrow Nursing ', 'none'],
];

/** A text in which a journal's name opens, and the name. */
const JOURNALS: [string, string][] = [
  ['Care and Wards, London: Sage', 'Care and Wards'],
  ['Care and Wards. London, Sage', 'Care and Wards'],
  ['Care and Wards (Sage 2001)', 'Care and Wards '],
  ['Proc. Natl. Acad. Sci. (USA) 12', 'Proc. Natl. Acad. Sci. (USA) 12'],
  ['Care and Wards, edited by A. Berg', 'Care and Wards'],
  ['Care and Wards, 2nd ed.', 'Care and Wards'],
  ['Care. Wards and Nights', 'Care'],
  ['Journal of Care. Series B', 'Journal of Care. Series B'],
  ['Wards of the North ¦', 'Wards of the North '],
  ['Care, Vol', 'Care, Vol'],
  ['Physica (Amsterdam) 12', 'Physica (Amsterdam) 12'],
  ['Care [Pflege] 12', 'Care [Pflege] 12'],
  ['Care and Wards, Oxford University Press', 'Care and Wards'],
  ['Care and Wards (Harrow Studies 12)', 'Care and Wards '],
];

/** The same for a book. */
const BOOKS: [string, string][] = [
  ['Care and Wards, London: Sage', 'Care and Wards'],
  ['Care and Wards. London, Sage', 'Care and Wards'],
  ['Care and Wards (Sage 2001)', 'Care and Wards '],
  ['Proc. Natl. Acad. Sci. (USA) 12', 'Proc. Natl. Acad. Sci. '],
  ['Care and Wards, edited by A. Berg', 'Care and Wards'],
  ['Care and Wards, 2nd ed.', 'Care and Wards'],
  ['Care. Wards and Nights', 'Care'],
  ['Journal of Care. Series B', 'Journal of Care'],
  ['Wards of the North ¦', 'Wards of the North '],
  ['Care, Vol', 'Care, Vol'],
  ['Care and Wards, E. Holm, Ed.', 'Care and Wards'],
  ['Physica (Amsterdam) 12', 'Physica '],
  ['Care [Pflege] 12', 'Care '],
  ['Care and Wards, Oxford University Press', 'Care and Wards'],
  ['Care and Wards (Harrow Studies 12)', 'Care and Wards '],
];

/** A text; a title in quotes behind what is not a title. */
const QUOTES_AHEAD: [string, string][] = [
  ['3GPP TS 23: "Care of wards".', '"Care of wards".'],
  ['Lund City Council: “Care of wards”, 2001', '“Care of wards”, 2001'],
  ['a study of nurses: “Care of wards”, 2001', 'none'],
  ['(orig. 1580), “On care,” in: Wards', '“On care,” in: Wards'],
  ['the wards. “Care”', 'none'],
  ['Berg. ‘Care of wards’, Review', '‘Care of wards’, Review'],
  ['Berg: “Care of wards” and nights', 'none'],
  ['Berg: “Care of wards,” Review', '“Care of wards,” Review'],
  ['Berg: “Care of wards” (2001)', '“Care of wards” (2001)'],
  ['Berg: “Care of wards” in Wards', '“Care of wards” in Wards'],
];

/** A text; the journal that its numbers follow where nothing else is printed. */
const ALONE: [string, string][] = [
  ['Wear, Vol. 11, p. 217', 'Wear'],
  ['VIRAL CARE Volume 9, Number 2', 'VIRAL CARE'],
  ['Ward Journal 82 (2004) 56-58', 'Ward Journal'],
  ['Eksp. Teor. Fiz. 12, 45 (1988)', 'Eksp. Teor. Fiz'],
  ['phys. stat. sol. (a) 12, 45 (1988)', 'phys. stat. sol. (a)'],
  ['Canadian journal of microbiology 12, 45-67 (1988)', 'Canadian journal of microbiology'],
  ['Living Rev. Sol. Phys. 12, 45', 'Living Rev. Sol. Phys'],
  ['Night wards of the north 12, 45', 'none'],
  ['Care: wards 12, 45', 'none'],
  ['Care 12(3):45-67', 'Care'],
  ['A study of nurses in the Journal of Care 12, 45', 'none'],
  ['Care and wards: Journal 12, 45', 'none'],
  ['Care vol. 12', 'none'],
  ['Harrow vol. 12, pp. 45-67', 'Harrow'],
  ['Harrow Wards vol. 12, pp. 45-67', 'Harrow Wards'],
  ['Harrow Wards 12, 45-67', 'Harrow Wards'],
  ['“Care” 12, 45', 'none'],
  ['김철수 12, 45', 'none'],
  ['One Two Three Four Five Six Seven Eight Nine 12, 45', 'none'],
  ['One Two Three Four Five Six Seven Eight 12, 45', 'One Two Three Four Five Six Seven Eight'],
  ['Care. Wards 12, 45', 'none'],
  ['J. Care 12, 45', 'J. Care'],
  ['J. Phys. A 12, 45', 'J. Phys. A'],
  ['falls of nurses 12, 45', 'none'],
];

/** A page's head; the journal behind its numbers. */
const BEHIND: [string, string][] = [
  ['Vol. 29, No. 7 JOURNAL OF CARE', 'JOURNAL OF CARE'],
  ['Vol. 29, No. 7 JOURNAL OF CARE, July 1987', 'JOURNAL OF CARE'],
  ['Vol. 29, No. 7 a study of nurses', 'none'],
  ['29 JOURNAL OF CARE', 'none'],
  ['Care Vol. 29, No. 7 JOURNAL OF CARE', 'none'],
  ['Vol. 29, No. 7', 'none'],
  ['Vol. 2, No. 7 One Two Three Four Five Six Seven Eight Nine', 'none'],
];

/** What looks like a title; the journal in it. */
const IN_TITLES: [string, string][] = [
  ['MNRAS', 'MNRAS'],
  ['A&A', 'A&A'],
  ['Care', 'none'],
  ['Care, 1294', 'none'],
  ['A&AS (submitted)(Paper V)', 'A&AS'],
  ['Reviews of Modern Care', 'Reviews of Modern Care'],
  ['Journal of care', 'none'],
  ['Journal of Care: Wards', 'none'],
  ['Journal of Care and Wards for Nurses at Home', 'none'],
  ['Night Ward Letters', 'Night Ward Letters'],
  ['Falls at night', 'none'],
  ['The Care Journal. Lund', 'none'],
  ['The Harrow Journal', 'The Harrow Journal'],
  ['Bulletin of Harrow', 'Bulletin of Harrow'],
  ['Journal of harrow', 'none'],
  ['The Harrow Journal, Lund', 'none'],
  ['One Two Three Four Five Six Seven Review', 'none'],
];

/** What is printed in a title's place, and whether it is none. */
const NO_TITLES: [string, boolean][] = [
  ['A. Berg, C. Dahl', true],
  ['Berg A, Dahl C', true],
  ['Falls', false],
  ['Falls at night', false],
  ['et al.', true],
  ['and et al', true],
  ['12 3', true],
  ['x', true],
  ['(eds.)', true],
  ['Preprint 12', true],
  ['see also the ward', true],
  ['these proceedings', true],
  ['private communication', true],
  ['in this volume', false],
  ['Reviewed by Berg', true],
  ['New Haven: Yale University Press', true],
  ['Berg website', true],
  ['Lund: a city of wards', false],
];

/** A title, and what is left without what a bracket tells of its edition, pages or kind. */
const BRACKETED: [string, string][] = [
  ['Care (2nd ed.)', 'Care'],
  ['Care (revised edition)', 'Care'],
  ['Care [Internet]', 'Care'],
  ['Care [J]', 'Care'],
  ['Care (pp. 4-9)', 'Care'],
  ['Care (in Lund)', 'Care (in Lund)'],
  ['Care. (2003, June)', 'Care'],
  ['Care (3. Aufl.)', 'Care'],
  ['Care (2003)', 'Care (2003)'],
  ['(2nd ed.)', '(2nd ed.)'],
  ['Care (p. 4)', 'Care (p. 4)'],
];

/** A title up to the bar, and with the years that it is about. */
const YEARS: [string, string][] = [
  ['Care|, 1930-1931 (New York', 'Care, 1930-1931'],
  ['Care|: 1930–31. Lund', 'Care: 1930–31'],
  ['Care|, ca. 1930-1950, Lund', 'Care, ca. 1930-1950'],
  ['Care|, 12-14 (Lund', 'Care, 12-14'],
  ['Care| 930-950. Lund', 'Care'],
];

/** A title; whether "In" is its first word, and where a journal's volume and pages follow. */
const OPENS_WITH_IN: [string, boolean][] = [
  ['In Search of Wards', true],
  ['In vitro care', true],
  ['In Lund Wards', false],
  ['In memoriam', true],
  ['In Wards', false],
  ['In our ward', true],
  ['In the shadow of wards', true],
  ['In the ward', false],
  ['In Care, ed. Berg', false],
  ['In “Care”', false],
];

/** A text without the marks and blanks at its ends. */
const TRIMMED: [string, string][] = [
  ['. Care. ', 'Care'],
  [' “Care”, ', 'Care'],
  ['(Care)', '(Care)'],
  ['Care (', 'Care'],
  ['— Care —', 'Care'],
  ['*Care*', 'Care'],
  ['Care?', 'Care?'],
  ['¿Care?', '¿Care?'],
  ['', ''],
];

const cut = (text: string, span: Span | undefined) =>
  span ? text.slice(span.from, span.to) : 'none';
const whole = (text: string): Span => ({ from: 0, to: text.length });
const behind = (text: string, at: number) => (at < 0 ? 'none' : text.slice(at).trim());
const numbersOf = (text: string) => readNumbers(new Words(text), 0);
const surest = (text: string) => numbersOf(text).sort((a, b) => b.rank - a.rank)[0];

describe('names of journals and books', () => {
  it.each(SERIAL_RUNS)('a run of serials’ words: %j', (text, run) => {
    expect(behind(text, serialRun(new Words(text), 0, text.length))).toBe(run);
  });

  it.each(PROSE_RUNS)('a run of capitals: %j', (text, run) => {
    expect(behind(text, proseRun(new Words(text), 0, text.length))).toBe(run);
  });

  it.each(JOURNALS)('a journal: %j', (text, name) => {
    expect(text.slice(0, containerEnd(new Words(text), 0, text.length, false))).toBe(name);
  });

  it.each(BOOKS)('a book: %j', (text, name) => {
    expect(text.slice(0, containerEnd(new Words(text), 0, text.length, true))).toBe(name);
  });

  it.each(ALONE)('nothing else: %j', (text, name) => {
    expect(cut(text, journalAlone(new Words(text), 0, surest(text)))).toBe(name);
  });

  it.each(BEHIND)('behind its numbers: %j', (text, name) => {
    expect(cut(text, journalBehind(new Words(text), numbersOf(text)))).toBe(name);
  });

  it.each(IN_TITLES)('in a title’s place: %j', (text, name) => {
    expect(cut(text, journalIn(new Words(text), whole(text)))).toBe(name);
  });
});

describe('edges of titles', () => {
  it.each(QUOTES_AHEAD)('quoted behind something else: %j', (text, title) => {
    expect(behind(text, quoteAhead(new Words(text), 0))).toBe(title);
  });

  it.each(NO_TITLES)('%j', (text, none) => {
    expect(isNoTitle(new Words(text), whole(text))).toBe(none);
  });

  it.each(BRACKETED)('a bracket: %j', (text, title) => {
    expect(cut(text, withoutBracket(text, whole(text)))).toBe(title);
  });

  it.each(YEARS)('years: %j', (marked, title) => {
    const text = marked.replace('|', '');
    expect(cut(text, withYears(text, { from: 0, to: marked.indexOf('|') }))).toBe(title);
  });

  it.each(OPENS_WITH_IN)('%j', (text, always) => {
    expect(opensWithIn(text, 0)).toBe(always);
  });

  it.each(TRIMMED)('trimmed: %j', (text, title) => {
    expect(cut(text, trimmed(text, whole(text)))).toBe(title);
  });
});
