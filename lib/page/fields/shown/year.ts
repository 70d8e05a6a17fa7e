/** The year in which the paper appeared, as the page's own dates say it. */
import * as dom from '../../../dom';
import { yearIn } from '../../../text';
import { type Line, type Marks, OTHERS } from '../../view/lines';

const PUBLISHED =
  /publi(?:shed|cation|é)|issued|\bissue date|posted|année|erschienen|veröffentlicht|publicado|pubblica(?:t|zion)|opublikowan|soutenue|dat[ae] d[ei] (?:la )?def(?:esa|ensa)|год публикации|опубликован|release date|\bepub|pub\.? date|発行日|公開日|出版日期|发布日期|publication year/i;
/** Words for dates that are not those of publication. */
export const OTHER_DATE =
  /received|accepted|revised|submi|access(?:ed|ible)|modified|updated|preprint|discussion|retrieved|downloaded|soumis|archiv|eingereicht|recibido|recepción|aprobación|mis en ligne|deposit|收稿|修回|录用|受付|受理|採択/i;

/** "Jan-Mar 2019", "March 4, 2019" */
const MONTH_YEAR =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s(?:\d{1,2},\s)?(?:19|20)\d\d\b/i;

/** A date that the page's own markup calls that of publication (schema.org microdata), with or without its `datetime`. */
export function statedYear(doc: Document, marks: Marks): string | undefined {
  const dates = doc.querySelectorAll('[itemprop="datePublished"]');
  for (let i = 0; i < dates.length && i < MOST_DATES; i++) {
    const date = dates[i] as Element;
    if (marks(date) & OTHERS) continue;
    const stated =
      dom.getAttribute(date, 'datetime') ??
      dom.getAttribute(date, 'content') ??
      (dom.textContent(date) ?? '').slice(0, LONGEST_DATE);
    const year = yearIn(stated);
    if (year) return String(year);
  }
  return undefined;
}
/** An article's own date is among the first; further on are those of other articles. */
const MOST_DATES = 20;
const LONGEST_DATE = 80;

/** A year of publication by its label, else by a date on its own, else by the copyright line. */
export function publicationYear(zone: readonly Line[], marks: Marks): string | undefined {
  let best: string | undefined;
  let bestWorth = 0;
  let label = '';
  for (const { text, element, after } of zone) {
    const before = label;
    label = text.length < 60 ? text : '';
    const year = text.length < 1_200 ? yearIn(text) : undefined;
    if (!year || marks(element) & OTHERS) continue;
    const labelled = PUBLISHED.exec(text);
    const dated =
      text.length < 200 && !OTHER_DATE.test(text) ? MONTH_YEAR.exec(text)?.[0] : undefined;
    let worth = 0;
    if (
      labelled &&
      yearIn(text.slice(labelled.index)) &&
      !/^(?:received|accepted|revised|submi)/i.test(text)
    )
      worth = OTHER_DATE.test(text.slice(0, labelled.index)) ? 2 : 4;
    else if (
      (PUBLISHED.test(before) ||
        /^(?:year|date|année|jahr(?: der fertigstellung)?|año|ano|fecha|datum)\s*:?$/i.test(
          before,
        )) &&
      text.length < 40 &&
      !OTHER_DATE.test(before)
    )
      worth = 4;
    else if (/©|copyright|\(c\)/i.test(text)) worth = 1.5;
    else if (dated && /\bdoi\b/i.test(text)) worth = 1.8;
    else if (
      text.length < 60 &&
      !OTHER_DATE.test(text.replace(/preprint/gi, '')) &&
      !OTHER_DATE.test(before)
    )
      worth = after ? 2 : 1.8;
    if (/preprint|discussion/i.test(text)) worth = Math.min(worth, 0.5);
    if (worth > bestWorth) {
      bestWorth = worth;
      const at = yearIn(labelled ? text.slice(labelled.index) : (dated ?? ''));
      best = String(at ?? year);
    }
  }
  return best;
}
