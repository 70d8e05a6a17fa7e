/** A figure as an SVG file for a paper: black, greys and hatching, with its caption, legend and notes. */
import type { Figure, Shape, Tone } from '../../map';
import { displayText } from '../../text';
import { escapeXml } from '../codebook/xml';

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

const escaped = (text: string): string => escapeXml(displayText(text));
const round = (length: number): string => String(Math.round(length * 100) / 100);

export function figureAsSvg({ title, width, height, shapes, legend, notes }: Figure): string {
  const lines = [...legend.map(({ text }) => text), ...notes];
  const total = { width: width + 2 * PAD, height: height + TITLE + 2 * PAD + lines.length * LINE };
  const below = TITLE + height + PAD;
  const marks = legend.map(({ tone, text }, i) => {
    const y = below + i * LINE;
    const mark = { kind: 'rect' as const, x: 0, y, width: MARK, height: MARK, tone };
    return `${drawn(mark)}${text_(MARK + 6, y + MARK, text, 'start')}`;
  });
  const said = notes.map((note, i) =>
    text_(0, below + (legend.length + i) * LINE + MARK, note, 'start'),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(total.width)}" height="${round(total.height)}" viewBox="0 0 ${round(total.width)} ${round(total.height)}" role="img" aria-label="${escaped(title)}">`,
    `<title>${escaped(title)}</title><defs>${HATCHED}</defs><rect width="100%" height="100%" fill="#fff"/>`,
    `<g transform="translate(${PAD} ${PAD})" ${FONT}>`,
    `<text y="11" font-weight="bold">${escaped(title)}</text>`,
    `<g transform="translate(0 ${TITLE})">${shapes.map(drawn).join('')}</g>`,
    ...marks,
    ...said,
    '</g></svg>',
  ].join('');
}

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
