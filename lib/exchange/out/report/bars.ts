/** A bar of papers by stance that can be read without colour: solid, split, hatched, dotted, hollow. */
import { PAPER_STANCES, type PaperStance, STANCE_SHAPE, STANCE_WORD } from '../../../map';
import type { InfluenceRow } from '../../../map/outputs';
import { html, joined, type Markup } from './markup';

const WIDTH = 120;
const HEIGHT = 12;

/** What the bars are filled with, once for all of them: as on the screen solid, split, hatched, dotted, hollow. */
export const PATTERNS = html`<svg class="patterns" width="0" height="0" aria-hidden="true"><defs><pattern id="fill-mixed" width="${HEIGHT}" height="${HEIGHT}" patternUnits="userSpaceOnUse"><rect class="contrasting-ink" width="${HEIGHT}" height="${HEIGHT}"/><rect class="supporting-ink" width="${HEIGHT}" height="${HEIGHT / 2}"/><rect class="ground" y="${HEIGHT / 2 - 0.5}" width="${HEIGHT}" height="1"/></pattern><pattern id="fill-contrasting" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="4" height="4"/><rect class="contrasting-ink" width="2" height="4"/></pattern><pattern id="fill-mentioning" width="4" height="4" patternUnits="userSpaceOnUse"><rect class="ground" width="4" height="4"/><circle class="mentioning-ink" cx="2" cy="2" r="1"/></pattern></defs></svg>`;

const shown = ({ stances }: InfluenceRow): PaperStance[] =>
  PAPER_STANCES.filter((stance) => stances[stance].n > 0);

/** @param base what shares are of: the whole width */
export function barMarkup(row: InfluenceRow, base: number): Markup {
  if (!base) return html``;
  const round = (length: number) => Math.round(length * 100) / 100;
  let from = 0;
  const parts = shown(row).map((stance) => {
    const { n } = row.stances[stance];
    const width = (n / base) * WIDTH;
    const part = html`<rect class="${stance}" x="${round(from)}" y="0.5" width="${round(width)}" height="${HEIGHT - 1}"/>`;
    from += width;
    return part;
  });
  const words = shown(row).map((stance) => `${STANCE_WORD[stance]} ${row.stances[stance].n}`);
  return html`<svg class="bar" role="img" aria-label="${words.join(', ') || 'none'} of ${base}" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}"><rect class="track" x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}"/>${parts}</svg>`;
}

/** The stances that any of the rows has, each with its filling. */
export function legendMarkup(rows: readonly InfluenceRow[]): Markup {
  const met = PAPER_STANCES.filter((stance) => rows.some(({ stances }) => stances[stance].n > 0));
  if (!met.length) return html``;
  const entries = met.map(
    (stance) =>
      html`<span class="key"><svg class="bar" aria-hidden="true" width="22" height="${HEIGHT}" viewBox="0 0 22 ${HEIGHT}"><rect class="${stance}" x="0.5" y="0.5" width="21" height="${HEIGHT - 1}"/></svg> ${STANCE_SHAPE[stance]} ${STANCE_WORD[stance]}</span>`,
  );
  return html`<p class="note">${joined(entries, ' ')}</p>\n`;
}
