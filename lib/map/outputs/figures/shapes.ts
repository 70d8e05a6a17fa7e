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
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; tone: Tone }
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

/** As many lines of at most so many letters as the text needs, cut between words; within one that is longer than a line. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = [];
  let line = '';
  const parts = text
    .split(/\s+/)
    .flatMap((word) =>
      Array.from({ length: Math.ceil(word.length / letters) }, (_, i) =>
        word.slice(i * letters, (i + 1) * letters),
      ),
    );
  for (const part of parts) {
    if (line && line.length + part.length + 1 > letters) {
      lines.push(line);
      line = part;
    } else line = line ? `${line} ${part}` : part;
  }
  return line ? [...lines, line] : lines;
}

/** From the baseline of a line of text to that of the next. */
export const LINE = 13;

export const label = (
  x: number,
  y: number,
  text: string,
  anchor: 'start' | 'middle' | 'end' = 'start',
  more: { tone?: Tone; isStrong?: true } = {},
): Shape => ({ kind: 'text', x, y, text, anchor, tone: 'ink', ...more });
