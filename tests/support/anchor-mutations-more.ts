/** More of what happens to pages between two visits: other editions of the same words, and other words. */
import {
  each,
  insertAt,
  type Mutation,
  make,
  once,
  ownCitations,
  type Stage,
  textNodes,
  undo,
} from './anchor-mutations';
import { wordsOf } from './anchor-quotes';
import { pick } from './random';

function wrapped(stage: Stage, element: HTMLElement): boolean {
  const nodes = textNodes(stage, true).filter((node) => wordsOf(node.data).length > 0);
  if (nodes.length === 0) return false;
  const node = pick(stage.random, nodes);
  const word = pick(stage.random, wordsOf(node.data));
  const range = stage.doc.createRange();
  range.setStart(node, word.start);
  range.setEnd(node, word.end);
  range.surroundContents(element);
  return true;
}

const element = (stage: Stage, tag: string, attributes: Record<string, string>): HTMLElement => {
  const made = stage.doc.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
};

export const OTHER_PRINT: Record<string, Mutation> = {
  guillemets: (stage) =>
    each(stage, (text) =>
      text.replace(/\u201c/g, '\u00ab\u202f').replace(/\u201d/g, '\u202f\u00bb'),
    ),
  'narrow spaces before signs': (stage) =>
    each(stage, (text) => text.replace(/(?<=\p{L})(?=[;:!?%])/gu, '\u202f')),
  'dashes with and without blanks': (stage) =>
    each(stage, (text) =>
      text
        .replace(/(?<=\p{L})\u2014(?=\p{L})/gu, ' \u2013 ')
        .replace(/ [\u2013\u2014] /g, '\u2014'),
    ),
  'word joiners': (stage) => each(stage, (text) => text.replace(/(?<=\d)(?=%)|(?<=\/)/g, '\u2060')),
  'a term in a link': (stage) => wrapped(stage, element(stage, 'a', { href: '/term' })),
  'a term explained': (stage) => wrapped(stage, element(stage, 'dfn', { title: 'A term' })),
  'a highlighted word': (stage) => wrapped(stage, element(stage, 'mark', {})),
  'nested markup': (stage) =>
    wrapped(stage, element(stage, 'em', {})) && wrapped(stage, element(stage, 'strong', {})),
  'figures abbreviated': (stage) =>
    each(stage, (text) =>
      text.replace(/\bFigure(?=\s\d)/g, 'Fig.').replace(/\bFigures(?=\s\d)/g, 'Figs.'),
    ),
  'figures in full': (stage) => each(stage, (text) => text.replace(/\bFig\.(?=\s\d)/g, 'Figure')),
  'a break within the paragraph': (stage) => insertAt(stage, make(stage, '<br>')),
  'the paragraph in two': (stage) => {
    const parts = textNodes(stage, true).filter((node) => node.parentElement === stage.block);
    const node = parts.find(({ data }) => /, /.test(data));
    if (!node || !stage.block.parentElement) return false;
    // Within the block, so that the marks of the quote stay where they are.
    const tail = node.splitText(node.data.indexOf(', ') + 2);
    const rest: ChildNode[] = [];
    for (let one: ChildNode | null = tail; one; one = one.nextSibling) rest.push(one);
    const [a, b] = [stage.doc.createElement('div'), stage.doc.createElement('div')];
    a.append(...[...stage.block.childNodes].filter((one) => !rest.includes(one)));
    b.append(...rest);
    stage.block.append(a, b);
    return true;
  },
  'a table in its midst': (stage) =>
    insertAt(
      stage,
      make(
        stage,
        '<div class="table-wrap"><table><tr><td>North</td><td>40</td></tr></table></div>',
      ),
    ),
  'citations are no links': (stage) => {
    const links = ownCitations(stage);
    for (const link of links) link.replaceWith(...link.childNodes);
    return links.length > 0;
  },
  'raised citations in brackets': (stage) => {
    const raised = ownCitations(stage)
      .map((link) => link.closest('sup'))
      .filter((sup) => sup !== null && stage.block.contains(sup));
    for (const sup of new Set(raised)) sup?.replaceWith(' [', ...(sup?.childNodes ?? []), ']');
    return raised.length > 0;
  },
  'citations one up': (stage) => {
    const links = ownCitations(stage);
    const alone = links.filter((link) => /^\d+$/.test((link.textContent ?? '').trim()));
    // Every one of them, and more than one: else it may be another citation.
    if (alone.length < 2 || alone.length < links.length) return false;
    if (new Set(alone.map((link) => link.textContent)).size < 2) return false;
    for (const link of alone) link.textContent = String(Number(link.textContent) + 1);
    return true;
  },
  'a note before it': (stage) => {
    const note = make(
      stage,
      '<section><p>A correction to this article was published in May.</p></section>',
    );
    const added = [...note.childNodes];
    stage.block.before(note);
    undo.push(() => {
      for (const one of added) one.remove();
    });
    return true;
  },
};

const HEDGES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:is|are)\b/g, 'may be'],
  [/\b(?:was|were)\b/g, 'might have been'],
  [/\bshow(?:s|ed)?\b/g, 'could show'],
];
const QUANTIFIERS: readonly (readonly [RegExp, string])[] = [
  [/\ball\b/g, 'some'],
  [/\bsome\b/g, 'all'],
  [/\bmost\b/g, 'few'],
  [/\bmany\b/g, 'few'],
  [/\bboth\b/g, 'neither'],
  [/\beach\b/g, 'no'],
];
const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bmg\b/g, 'g'],
  [/\bmm\b/g, 'cm'],
  [/\bms\b/g, 's'],
  [/\bHz\b/g, 'kHz'],
  [/\byears\b/g, 'months'],
  [/\bmonths\b/g, 'weeks'],
  [/\bdays\b/g, 'hours'],
];
const oneOf =
  (pairs: readonly (readonly [RegExp, string])[]): Mutation =>
  (stage) => {
    const fit = pairs.filter(([from]) =>
      textNodes(stage, true).some(({ data }) => data.search(from) >= 0),
    );
    if (fit.length === 0) return false;
    const [from, to] = pick(stage.random, fit);
    return once(stage, from, () => to);
  };

export const OTHER_WORDS: Record<string, Mutation> = {
  'a hedge came': oneOf(HEDGES),
  'another quantifier': oneOf(QUANTIFIERS),
  'another unit': oneOf(UNITS),
  'another comparator': oneOf([
    [/</g, '>'],
    [/>/g, '<'],
    [/\u2264/g, '\u2265'],
    [/\u2265/g, '\u2264'],
    [/(?<=\s)=(?=\s)/g, '\u2260'],
  ]),
  // Not in front of the quote, which leaves it as it is.
  'only came': (stage) =>
    once(stage, /(?<=\S )(?:in|for|with|by|when)\b/g, (word) => `only ${word}`),
  'no longer came': (stage) =>
    once(stage, /\b(?:is|was|are|were)\b/g, (word) => `${word} no longer`),
  'not is elsewhere': (stage) =>
    once(stage, /\bnot (\p{L}{3,})/gu, (match) => match.split(' ').reverse().join(' ')),
  'an item dropped': (stage) => once(stage, /, [\p{L} ]{3,30}(?=,? and )/gu, () => ''),
  'a point in a number gone': (stage) => once(stage, /(?<=\d)[.,](?=\d)/g, () => ''),
  'per cent gone': (stage) => once(stage, /(?<=\d)\s?%/g, () => ''),
  'two names changed places': (stage) =>
    once(stage, /\b\p{Lu}\p{Ll}{3,} and \p{Lu}\p{Ll}{3,}/gu, (match) =>
      match.split(' and ').reverse().join(' and '),
    ),
  'a number in brackets is another': (stage) =>
    once(stage, /\((?:n\s?=\s?)?\d+\)/g, (match) =>
      match.replace(/\d+/, (digits) => String(Number(digits) + 1)),
    ),
  'a sign went': (stage) => once(stage, /[\u2212\u2013-](?=\d*\.\d)/g, () => ''),
};
