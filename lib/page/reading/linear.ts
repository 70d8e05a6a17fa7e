/**
 * A formula's MathML as a line of text: fractions with a slash, small raised and lowered characters where Unicode has
 * them, brackets where the line would else be misread. Reads MathML, and the elements that MathJax draws in its place.
 */
import * as dom from '../../dom';
import { plain } from './plain';

/** A part of a formula in its own right: what it is, and its parts in the order in which they are read. */
interface Part {
  kind: string;
  text: string;
  parts: Part[];
}

/** Characters and their small forms, one behind the other. */
function pairs(all: string): Map<string, string> {
  const chars = [...all];
  return new Map(
    chars.flatMap((char, i) => (i % 2 === 0 ? [[char, chars[i + 1] as string] as const] : [])),
  );
}

const RAISED = pairs(
  '0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺-⁻−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻTᵀ',
);
const LOWERED = pairs('0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊-₋−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓ');

/** Elements whose text is printed. */
const TOKENS = new Set(['mi', 'mn', 'mo', 'mtext', 'ms']);
/** Elements that set how their parts are written; all others are passed through. */
const KNOWN = new Set(
  'mfrac msup msub msubsup msqrt mroot mover munder munderover mtable mtr mtd mfenced mrow'.split(
    ' ',
  ),
);
/** Not printed: other forms of the same formula, and room. */
const SILENT = new Set(
  'annotation annotation-xml script style mspace mphantom maligngroup malignmark mprescripts none title desc'.split(
    ' ',
  ),
);
/** What MathJax puts around a drawn formula for screen readers. */
const DRAWN_SILENT =
  /^mjx-(?:assistive-mml|speech|surd|strut|nstrut|dstrut|line|spacer|mspace|mphantom)$/;

/** The MathML name of an element, also of one that MathJax has drawn for it; "" for one without. */
function kindOf(el: Element): string {
  const drawn = dom.getAttribute(el, 'data-mml-node');
  if (drawn) return drawn.toLowerCase();
  const name = dom.localName(el).toLowerCase();
  return name.startsWith('mjx-') ? name.slice(4) : name;
}

/** Characters that MathJax draws are in the class or in an attribute, as a code point in hexadecimal digits. */
function drawnCharacter(el: Element): string {
  const code =
    dom.getAttribute(el, 'data-c') ??
    /(?:^|\s)mjx-c([\dA-F]{2,6})(?:\s|$)/.exec(dom.getAttribute(el, 'class') ?? '')?.[1];
  return code ? String.fromCodePoint(Number.parseInt(code, 16)) : '';
}

/** Letters of formulas have code points of their own, one for each type face. */
const letters = (text: string): string =>
  text.replace(/[\u{1d400}-\u{1d7ff}\u2102-\u2138]/gu, (char) => char.normalize('NFKC'));

function tokenText(el: Element): string {
  const own = plain(dom.textContent(el));
  if (own || !isDrawn(el)) return letters(own);
  let text = '';
  for (const part of dom.querySelectorAll(el, '*')) text += drawnCharacter(part);
  return letters(text);
}

function partsOf(el: Element): Part[] {
  const parts: Part[] = [];
  for (const child of dom.children(el)) {
    const kind = kindOf(child);
    if (SILENT.has(kind) || DRAWN_SILENT.test(dom.localName(child).toLowerCase())) continue;
    if (TOKENS.has(kind)) parts.push({ kind, text: tokenText(child), parts: [] });
    else if (KNOWN.has(kind)) parts.push({ kind, text: '', parts: partsOf(child) });
    // A base or an exponent of several parts is one part all the same.
    else if (/^(?:mstyle|mpadded|menclose|merror|texatom|semantics|mtext)$/.test(kind))
      parts.push({ kind: 'mrow', text: '', parts: partsOf(child) });
    else parts.push(...partsOf(child));
  }
  // MathJax draws what is raised before what is lowered.
  if (kindOf(el) === 'msubsup' && parts.length === 3 && isDrawn(el))
    return [parts[0], parts[2], parts[1]] as Part[];
  return parts;
}

const isDrawn = (el: Element): boolean =>
  dom.hasAttribute(el, 'data-mml-node') || dom.localName(el).toLowerCase().startsWith('mjx-');

/** Raised and lowered letters are of another kind of letter than these. */
const ENDS_WORD = /[\p{Ll}\p{Lu}]$/u;
const BEGINS_WORD = /^[\p{Ll}\p{Lu}]/u;
const ENDS_LONG_WORD = /[\p{Ll}\p{Lu}]{2}$/u;
const BEGINS_LONG_WORD = /^[\p{Ll}\p{Lu}]{2}/u;

/** Functions and units are words, and have a blank beside other words: "sin x". */
function join(parts: readonly Part[]): string {
  let text = '';
  for (const part of parts) {
    const next = print(part);
    const apart =
      ENDS_WORD.test(text) &&
      BEGINS_WORD.test(next) &&
      (ENDS_LONG_WORD.test(text) || BEGINS_LONG_WORD.test(next));
    text += apart ? ` ${next}` : next;
  }
  return text;
}

/** In brackets, where a slash or a root would else be read as of its first or last character alone. */
function whole(part: Part | undefined): string {
  if (!part) return '';
  const { kind, parts } = part;
  if (kind === 'mrow' && parts.length === 1) return whole(parts[0]);
  const text = print(part);
  const one = TOKENS.has(kind) || /^m(?:sup|sub|subsup|over|sqrt|fenced)$/.test(kind);
  return one || /^[([][^()[\]]*[)\]]$/.test(text) ? text : `(${text})`;
}

function script(part: Part | undefined, small: ReadonlyMap<string, string>, mark: string): string {
  const text = part ? print(part) : '';
  if (!text) return '';
  const forms = [...text].map((char) => small.get(char));
  if (forms.every(Boolean)) return forms.join('');
  // Primes and stars are raised by themselves.
  if (mark === '^' && /^[′″‴*†‡°∗⋆]+$/.test(text)) return text;
  return `${mark}${/^[\p{L}\p{N}]+$/u.test(text) ? text : whole(part)}`;
}

function print({ kind, text, parts }: Part): string {
  const [first, second, third] = parts;
  const base = first ? print(first) : '';
  switch (kind) {
    case 'mfrac':
      return `${whole(first)}/${whole(second)}`;
    case 'msup':
      return base + script(second, RAISED, '^');
    case 'msub':
    case 'munder':
      return base + script(second, LOWERED, '_');
    case 'msubsup':
    case 'munderover':
      return base + script(second, LOWERED, '_') + script(third, RAISED, '^');
    case 'mover': {
      const over = second ? print(second) : '';
      // A bar or a hat is printed behind its letter.
      return [...over].length === 1 ? base + over : base + script(second, RAISED, '^');
    }
    case 'msqrt':
      return `√${whole({ kind: 'mrow', text: '', parts: parts.filter((part) => part.text !== '√') })}`;
    case 'mroot':
      return `${whole(first)}^(1/${whole(second)})`;
    case 'mtable':
      return parts.map(print).join('; ');
    case 'mtr':
      return parts.map(print).join(', ');
    case 'mfenced':
      return `(${parts.map(print).join(',')})`;
    default:
      return text || join(parts);
  }
}

/** A formula as a line of text; "" when it has no parts that are known. */
export function linear(math: Element): string {
  return join(partsOf(math));
}
