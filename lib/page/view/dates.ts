/** Lines with a year, and what they call it: the date of publication, another date, or nothing. */
import { yearIn } from '../../text';
import type { Line } from './lines';

const PUBLISHED = new RegExp(
  [
    '(?<!for )publi(?:shed|cation|é)|issued|\\bissue date|posted|release date|\\bepub|pub\\.? date|publication year',
    'available online(?! (?:at|from|via|in)\\b)|online first|first online|ahead of print|\\bonline(?: since| on)?:',
    'année|soutenue|erschienen|veröffentlicht|publicado|pubblica(?:t|zion)|opublikowan',
    'dat[ae] d[ei] (?:la )?def(?:esa|ensa)|год публикации|опубликован|発行日|公開日|出版日期|发布日期',
  ].join('|'),
  'i',
);
/** Words for dates that are not those of publication. */
export const OTHER_DATE = new RegExp(
  [
    'received|accepted|revised|submi|access(?:ed|ible)|modified|updated|preprint|discussion|retrieved',
    'downloaded|soumis|archiv|eingereicht|recibido|recepción|aprobación|mis en ligne|deposit',
    'eingegangen|angenommen|akzeptiert|aceptado|recebido|aceito|reçu le|accepté|ricevuto|accettato',
    '收稿|修回|录用|受付|受理|採択',
  ].join('|'),
  'i',
);
/** Of these the dates at which a journal had the manuscript: the paper appears in the same year, or in the next. */
const RECEIPT =
  /\b(?:received|accepted|revised|eingegangen|eingereicht|angenommen|akzeptiert|recibido|aceptado|recebido|aceito|reçu|accepté|ricevuto|accettato)\b|收稿|录用|受付|受理|採択/gi;
/** Labels of the next line's date that name no more than a date. */
const PLAIN_LABEL = /^(?:year|date|année|jahr(?: der fertigstellung)?|año|ano|fecha|datum)\s*:?$/i;
const PREPRINT = /preprint|discussion/i;

/** "Jan-Mar 2019", "March 4, 2019" */
const MONTH_YEAR =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d\b/i;

/** Longer lines are paragraphs; a date on its own, or with its label, is short, in UTF-16 units. */
const LONGEST_LINE = 1_200;
const LONGEST_DATED = 200;
const LONGEST_ALONE = 60;
const LONGEST_AFTER_LABEL = 40;

export interface DatedLine {
  year: number;
  line: Line;
  called:
    | 'published'
    | 'published after another date'
    | 'copyright'
    | 'beside a DOI'
    | 'received or accepted'
    | 'nothing'
    | 'preprint';
}

/**
 * What a line calls its year; null for a line without a year, or with one that could be any date.
 * @param label the short line before it
 */
export function datedLine(line: Line, label: string): DatedLine | null {
  const { text } = line;
  const any = text.length < LONGEST_LINE ? yearIn(text) : undefined;
  if (!any) return null;
  const labelled = PUBLISHED.exec(text);
  const after = labelled ? text.slice(labelled.index) : '';
  const date =
    text.length < LONGEST_DATED && !OTHER_DATE.test(text) ? MONTH_YEAR.exec(text)?.[0] : undefined;
  const year = yearIn(labelled ? after : (date ?? '')) ?? any;
  const called = (): DatedLine['called'] | null => {
    if (labelled && yearIn(after))
      return OTHER_DATE.test(text.slice(0, labelled.index))
        ? 'published after another date'
        : 'published';
    if (
      (PUBLISHED.test(label) || PLAIN_LABEL.test(label)) &&
      text.length < LONGEST_AFTER_LABEL &&
      !OTHER_DATE.test(label)
    )
      return 'published';
    if (/©|copyright|\(c\)/i.test(text)) return 'copyright';
    if (date && /\bdoi\b/i.test(text)) return 'beside a DOI';
    const other = OTHER_DATE.test(text.replace(/preprint/gi, '')) || OTHER_DATE.test(label);
    return text.length < LONGEST_ALONE && !other ? 'nothing' : null;
  };
  const name = called();
  if (!name) return receipt(line, label);
  return { year, line, called: PREPRINT.test(text) ? 'preprint' : name };
}

/** The year after the last word for a receipt: "Received 2 May 2018; accepted 4 March 2019". */
function receipt(line: Line, label: string): DatedLine | null {
  if (line.text.length > LONGEST_DATED) return null;
  const text = `${label.length < LONGEST_AFTER_LABEL ? label : ''} ${line.text}`;
  const last = [...text.matchAll(RECEIPT)].at(-1);
  const year = last && yearIn(text.slice(last.index));
  return year ? { year, line, called: 'received or accepted' } : null;
}
