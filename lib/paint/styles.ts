/**
 * How each layer looks. `::highlight()` allows colours and text decorations only, so a stance is a line style
 * (solid, wavy, dashed, double) and a colour, with a faint tint; the caller says whether the page is light or dark.
 */
import type { Layer } from './names';

export type Ground = 'light' | 'dark';

interface Look {
  line: string;
  light: { line: string; tint: string };
  dark: { line: string; tint: string };
  /** System colour of the line where the reader forces colours. */
  forced: string;
}

const LOOKS: Record<Layer, Look> = {
  supporting: {
    line: 'underline solid 2px',
    light: { line: '#0f766e', tint: 'rgb(15 118 110 / 0.12)' },
    dark: { line: '#2dd4bf', tint: 'rgb(45 212 191 / 0.16)' },
    forced: 'LinkText',
  },
  contrasting: {
    line: 'underline wavy 1.5px',
    light: { line: '#c2410c', tint: 'rgb(194 65 12 / 0.11)' },
    dark: { line: '#fb923c', tint: 'rgb(251 146 60 / 0.16)' },
    forced: 'VisitedText',
  },
  mentioning: {
    line: 'underline dashed 2px',
    light: { line: '#475569', tint: 'rgb(71 85 105 / 0.09)' },
    dark: { line: '#94a3b8', tint: 'rgb(148 163 184 / 0.16)' },
    forced: 'CanvasText',
  },
  mixed: {
    line: 'underline double 2px',
    light: { line: '#6d28d9', tint: 'rgb(109 40 217 / 0.09)' },
    dark: { line: '#c4b5fd', tint: 'rgb(196 181 253 / 0.16)' },
    forced: 'CanvasText',
  },
  // Drawn over a stance's own line: the passage no longer says what was tagged.
  changed: {
    line: 'overline dotted 2px',
    light: { line: '#a16207', tint: 'rgb(234 179 8 / 0.22)' },
    dark: { line: '#facc15', tint: 'rgb(250 204 21 / 0.20)' },
    forced: 'GrayText',
  },
  outline: {
    line: 'underline dotted 1px',
    light: { line: '#94a3b8', tint: 'transparent' },
    dark: { line: '#64748b', tint: 'transparent' },
    forced: 'GrayText',
  },
  focus: {
    line: 'none',
    light: { line: 'currentcolor', tint: 'rgb(37 99 235 / 0.22)' },
    dark: { line: 'currentcolor', tint: 'rgb(96 165 250 / 0.34)' },
    forced: 'HighlightText',
  },
};

function rule(layer: Layer, name: string, ground: Ground): string {
  const look = LOOKS[layer];
  const { line, tint } = look[ground];
  const decoration = look.line === 'none' ? '' : `text-decoration:${look.line} ${line};`;
  return `::highlight(${name}){${decoration}background-color:${tint}}`;
}

function forcedRule(layer: Layer, name: string): string {
  const look = LOOKS[layer];
  if (layer === 'focus')
    return `::highlight(${name}){background-color:Highlight;color:HighlightText}`;
  return `::highlight(${name}){text-decoration:${look.line} ${look.forced};background-color:Canvas;color:CanvasText}`;
}

/**
 * The style sheet of all layers under a document's own names, to be put into its `adoptedStyleSheets` (and those of
 * its shadow roots). The page can read them there. Injected as the user's style sheet they would not be listed, but
 * a page that asks for the computed style of each registered highlight reads the same lines: nothing would be hidden.
 */
export function paintStyles(ground: Ground, names: ReadonlyMap<Layer, string>): string {
  const layers = [...names];
  return [
    ...layers.map(([layer, name]) => rule(layer, name, ground)),
    `@media (forced-colors:active){${layers.map(([layer, name]) => forcedRule(layer, name)).join('')}}`,
    `@media print{${layers
      .filter(([layer]) => layer === 'focus' || layer === 'outline')
      .map(([, name]) => `::highlight(${name}){background-color:transparent;text-decoration:none}`)
      .join('')}}`,
  ].join('\n');
}
