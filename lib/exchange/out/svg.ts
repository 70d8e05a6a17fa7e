/** A figure as an SVG file for a paper: black, greys and hatching, with its caption, legend and notes. */
import { type Figure, type Shape, type Tone, wrapped } from '../../map/outputs';
import { displayText } from '../../text';
import { escapeXml } from '../codebook/xml';
import { sanitizeText } from '../text';

/** How a shape is filled, where colour tells nothing. */
const FILL: Readonly<Record<Tone, string>> = {
  supporting: '#000',
  mixed: 'url(#mixed)',
  contrasting: '#fff',
  mentioning: '#bbb',
  ink: '#000',
  soft: '#555',
  rule: '#ccc',
};
const HATCHED =
  '<pattern id="mixed" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="4" height="4" fill="#fff"/><rect width="2" height="4" fill="#000"/></pattern>';

const FONT = 'font-family="Helvetica, Arial, sans-serif" font-size="11"';
const PAD = 12;
const TITLE = 24;
const LINE = 15;
/** Side of a legend's mark. */
const MARK = 9;

// What no XML file may hold is written out first, and what is left of it removed.
const escaped = (text: string): string => escapeXml(sanitizeText(displayText(text)));
const round = (length: number): string => String(Math.round(length * 100) / 100);

/** A letter is about as wide: so much of a line fits beside the drawing's edges. */
const LETTER = 5.6;

export function figureAsSvg({ title, width, height, shapes, legend, notes }: Figure): string {
  const fitting = (text: string, less = 0) =>
    wrapped(text, Math.max(20, Math.floor((width - less) / LETTER)));
  // Bold letters are wider.
  const head = fitting(title, width / 10);
  const above = TITLE + (head.length - 1) * LINE;
  const entries = [
    ...legend.map(({ tone, text }) => ({ tone, lines: fitting(text, MARK + 6) })),
    ...notes.map((note) => ({ tone: undefined, lines: fitting(note) })),
  ];
  let y = above + height + PAD;
  const below = entries.map(({ tone, lines }) => {
    const mark = tone && { kind: 'rect' as const, x: 0, y, width: MARK, height: MARK, tone };
    const said = linesAt(mark ? MARK + 6 : 0, y + MARK, lines);
    y += lines.length * LINE;
    return mark ? drawn(mark) + said : said;
  });
  const total = { width: width + 2 * PAD, height: y + 2 * PAD };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(total.width)}" height="${round(total.height)}" viewBox="0 0 ${round(total.width)} ${round(total.height)}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title><defs>${HATCHED}</defs><rect width="100%" height="100%" fill="#fff"/>`,
    `<g transform="translate(${PAD} ${PAD})" ${FONT}>`,
    linesAt(0, 11, head, ' font-weight="bold"'),
    `<g transform="translate(0 ${above})">${shapes.map(drawn).join('')}</g>`,
    ...below,
    '</g></svg>',
  ].join('');
}

const linesAt = (x: number, y: number, lines: readonly string[], more = ''): string =>
  lines.map((line, i) => text_(x, y + i * LINE, line, 'start', more)).join('');

function text_(x: number, y: number, text: string, anchor: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}"${more}>${escaped(text)}</text>`;
}

function drawn(shape: Shape): string {
  const fill = FILL[shape.tone];
  if (shape.kind === 'text')
    return text_(
      shape.x,
      shape.y,
      shape.text,
      shape.anchor,
      ` fill="${fill}"${shape.isStrong ? ' font-weight="bold"' : ''}`,
    );
  if (shape.kind === 'line')
    return `<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke="${fill}"/>`;
  const title = shape.title ? `<title>${escaped(shape.title)}</title>` : '';
  if (shape.kind === 'circle')
    return `<circle cx="${round(shape.x)}" cy="${round(shape.y)}" r="${round(shape.r)}" fill="${fill}" stroke="#000" stroke-width="0.5">${title}</circle>`;
  return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="${fill}" stroke="#000" stroke-width="0.75">${title}</rect>`;
}
