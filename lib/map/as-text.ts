/** The map as aligned plain text: for the terminal and for copying into an e-mail. */
import { displayText } from '../text';
import {
  attentionNote,
  codersNote,
  denominatorNote,
  formatCount,
  formatInterval,
  formatShare,
  isOneUnnamed,
  rollUpNote,
  secondHandNote,
  unitCount,
  unitWord,
} from './notes';
import {
  type EvidenceMap,
  type MapRow,
  type PaperStance,
  STANCE_WORD,
  shownStances,
} from './types';

/** Stance is never told by colour alone: these shapes stand beside the words everywhere. */
export const STANCE_SHAPE: Readonly<Record<PaperStance, string>> = {
  supporting: '▲',
  mixed: '◆',
  contrasting: '▼',
  mentioning: '●',
  differ: '◇',
};

export interface TextOptions {
  /** Leave out influences that no paper reports; how many is said below. Default: true. */
  hideEmpty?: boolean;
  /** Longest label before it is cut. Default: 40 columns. */
  labelWidth?: number;
  /** Of a map that is seen through another codebook, what it says of itself (`lensNote`). */
  seenThrough?: string | undefined;
}

/** The map as lines of text that end with the attention note; no trailing blanks. */
export function mapAsText(
  map: Pick<EvidenceMap, 'rows' | 'totals' | 'options' | 'coders'>,
  options: TextOptions = {},
): string {
  const { hideEmpty = true, labelWidth = 40 } = options;
  const shown = hideEmpty ? map.rows.filter((row) => row.n > 0) : map.rows;
  const lines = [headline(map)];
  if (shown.length === 0) lines.push('Nothing is tagged yet.');
  else lines.push(...table(shown, labelWidth));
  const hidden = map.rows.length - shown.length;
  if (hidden > 0 && shown.length > 0) {
    lines.push(`${plural(hidden, 'more influence')} with no ${unitWord(map.options.unit, 1)} yet`);
  }
  for (const note of [options.seenThrough, rollUpNote(map)]) if (note) lines.push(flat(note));
  const apart = secondHandNote(map);
  if (apart) lines.push(apart);
  const by = isOneUnnamed(map.coders) ? null : codersNote(map.coders);
  if (by) lines.push(flat(by));
  lines.push(attentionNote(map.options.unit));
  return lines.join('\n');
}

function headline(map: Pick<EvidenceMap, 'totals' | 'options'>): string {
  const coder = map.options.coder === undefined ? '' : ', one coder';
  return `N = ${unitCount(map.totals.N, map.options.unit)} (${denominatorNote(map)}${coder})`;
}

function table(rows: readonly MapRow[], labelWidth: number): string[] {
  const stances = shownStances(rows);
  const head = [
    'Influence',
    ...stances.map((stance) => `${STANCE_SHAPE[stance]} ${STANCE_WORD[stance]}`),
    'n/N',
    '%',
    '95 % interval',
  ];
  const labels = cutApart(
    rows.map((row) => flat(row.label)),
    labelWidth,
  );
  const body = rows.map((row, i) => [
    labels[i] ?? '',
    ...stances.map((stance) => String(row.papers[stance])),
    formatCount(row),
    formatShare(row),
    formatInterval(row),
  ]);
  const widths = head.map((title, i) =>
    Math.max(columns(title), ...body.map((cells) => columns(cells[i] ?? ''))),
  );
  return [head, ...body].map((cells) =>
    cells
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] ?? 0) - columns(cell));
        return i === 0 ? cell + gap : gap + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

/** Cuts labels to a width, or to the least wider one at which no two that differ look alike. */
function cutApart(labels: readonly string[], width: number): string[] {
  const different = new Set(labels).size;
  const longest = Math.max(0, ...labels.map(columns));
  for (let wide = width; ; wide += 1) {
    const short = labels.map((label) => cut(label, wide));
    if (wide >= longest || new Set(short).size === different) return short;
  }
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** One line, with nothing in it that could steer a terminal or turn the words beside it around. */
function flat(text: string): string {
  return displayText(text.replace(/[\s\u0085]+/g, ' ').trim());
}

/** East Asian wide characters and emoji take two columns; combining marks none. */
function columns(text: string): number {
  let width = 0;
  for (const char of text) {
    if (/\p{M}|\p{Cf}/u.test(char)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
        char,
      )
        ? 2
        : 1;
  }
  return width;
}

function cut(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let out = '';
  for (const char of text) {
    if (columns(out + char) > width - 1) break;
    out += char;
  }
  return `${out.trimEnd()}…`;
}
