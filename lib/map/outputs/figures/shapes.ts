/**
 * Figures as shapes: one description, drawn on screen with the colours of the surface and written to SVG in black, greys and
 * hatching, so that what it shows is read without colour. Lengths are in points of the figure.
 */

/** What a shape means; how it looks is decided where it is drawn. */
export type Tone = 'supporting' | 'mixed' | 'contrasting' | 'mentioning' | 'ink' | 'soft' | 'rule';

export type Shape =
  | {
      kind: 'rect';
      x: number;
      y: number;
      width: number;
      height: number;
      tone: Tone;
      title?: string;
    }
  | { kind: 'circle'; x: number; y: number; r: number; tone: Tone; title?: string }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; tone: Tone; isDashed?: true }
  | {
      kind: 'text';
      x: number;
      y: number;
      text: string;
      anchor: 'start' | 'middle' | 'end';
      tone: Tone;
      isStrong?: true;
    };

export interface Figure {
  id: string;
  /** The caption, with N and date. */
  title: string;
  width: number;
  height: number;
  shapes: readonly Shape[];
  /** What fills and marks mean. */
  legend: readonly { tone: Tone; text: string }[];
  notes: readonly string[];
}

/** As many lines of at most so many letters as the text needs, cut between words. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + word.length + 1 > letters) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return line ? [...lines, line] : lines;
}

export const label = (
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  more: { tone?: Tone; isStrong?: true } = {},
): Shape => ({ kind: 'text', x, y, text, anchor, tone: 'ink', ...more });
