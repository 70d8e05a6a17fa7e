/** What happens to pages between two visits: harmless changes, and changes of meaning. Each can be undone. */
import { wordsOf } from './anchor-quotes';
import { pick, type Random } from './random';

/** A stage: the clone that stands in for the block while a case runs. */
export interface Stage {
  doc: Document;
  block: HTMLElement;
  start: Comment;
  end: Comment;
  random: Random;
}

/** Text nodes of the stage between two points of it. */
export function textNodes(stage: Stage, inside: boolean): Text[] {
  const walker = stage.doc.createTreeWalker(stage.block, 4 | 128);
  const found: Text[] = [];
  let within = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node === stage.start) within = true;
    else if (node === stage.end) within = false;
    else if (node.nodeType === 3 && within === inside && (node as Text).data.trim() !== '')
      found.push(node as Text);
  }
  return found;
}

export const each = (stage: Stage, change: (text: string) => string): boolean => {
  let any = false;
  for (const node of textNodes(stage, true)) {
    const next = change(node.data);
    if (next !== node.data) {
      node.data = next;
      any = true;
    }
  }
  return any;
};

export const once = (
  stage: Stage,
  pattern: RegExp,
  replace: (match: string) => string,
): boolean => {
  const spots: { node: Text; index: number; match: string }[] = [];
  for (const node of textNodes(stage, true)) {
    for (const match of node.data.matchAll(pattern))
      spots.push({ node, index: match.index, match: match[0] });
  }
  if (spots.length === 0) return false;
  const { node, index, match } = pick(stage.random, spots);
  const next = replace(match);
  if (next === match) return false;
  node.data = node.data.slice(0, index) + next + node.data.slice(index + match.length);
  return true;
};

/** A place between two words inside the quote, away from its ends. */
export function middle(stage: Stage): { node: Text; offset: number } | null {
  const spots: { node: Text; offset: number }[] = [];
  for (const node of textNodes(stage, true)) {
    for (const match of node.data.matchAll(/(?<=\S)\s+(?=\S)/gu))
      spots.push({ node, offset: match.index + 1 });
  }
  return spots.length === 0 ? null : pick(stage.random, spots);
}

export function insertAt(stage: Stage, node: Node): boolean {
  const spot = middle(stage);
  if (!spot) return false;
  const tail = spot.node.splitText(spot.offset);
  tail.before(node);
  return true;
}

export function make(stage: Stage, html: string): Node {
  const template = stage.doc.createElement('template');
  template.innerHTML = html;
  return template.content;
}

/** In-text links into the reference list, told by their target's place: independent of what anchoring thinks. */
export function citationLinks(scope: ParentNode): HTMLAnchorElement[] {
  return [...scope.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].filter((link) => {
    if (!/^[[(]?\d{1,3}[\])]?$/.test((link.textContent ?? '').trim())) return false;
    const target = link.ownerDocument.getElementById(decodeURIComponent(link.hash.slice(1)));
    return (
      target !== null &&
      /(?:19|20)\d\d/.test(target.textContent ?? '') &&
      target.closest('figure,table') === null &&
      !/^(?:f|t|s)/i.test(target.id)
    );
  });
}

/** Citation links that are in the quote. */
export function ownCitations(stage: Stage): HTMLAnchorElement[] {
  const range = stage.doc.createRange();
  range.setStartAfter(stage.start);
  range.setEndBefore(stage.end);
  return citationLinks(stage.block).filter((link) => {
    const own = stage.doc.createRange();
    own.selectNode(link);
    return (
      range.compareBoundaryPoints(Range.START_TO_START, own) <= 0 &&
      range.compareBoundaryPoints(Range.END_TO_END, own) >= 0
    );
  });
}

export type Mutation = (stage: Stage) => boolean;

export const HARMLESS: Record<string, Mutation> = {
  'no-break spaces': (stage) => each(stage, (text) => text.replace(/ /g, '\u00a0')),
  'one no-break space': (stage) => once(stage, / /g, () => '\u00a0'),
  'line breaks and indentation': (stage) =>
    each(stage, (text) => text.replace(/ /g, () => (stage.random() < 0.4 ? '\n      ' : ' '))),
  'thin spaces': (stage) => each(stage, (text) => text.replace(/ /g, '\u2009')),
  'soft hyphens': (stage) =>
    each(stage, (text) => text.replace(/(\p{Ll}{4})(?=\p{Ll}{3})/gu, '$1\u00ad')),
  'line-end hyphenation': (stage) =>
    once(stage, /\p{Ll}{3}(?=\p{Ll}{4})/gu, (match) => `${match}-\n`),
  ligatures: (stage) =>
    each(stage, (text) =>
      text.replace(/ffi/g, '\ufb03').replace(/fi/g, '\ufb01').replace(/fl/g, '\ufb02'),
    ),
  'curly quotes': (stage) =>
    each(stage, (text) => text.replace(/'/g, '\u2019').replace(/"/g, '\u201d')),
  'straight quotes': (stage) =>
    each(stage, (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"')),
  'other dashes': (stage) =>
    each(stage, (text) =>
      text.replace(/[-\u2013\u2014\u2212]/g, () =>
        pick(stage.random, ['\u2010', '\u2013', '-', '\u2011']),
      ),
    ),
  'decomposed letters': (stage) => each(stage, (text) => text.normalize('NFD')),
  'zero-width spaces': (stage) =>
    each(stage, (text) => text.replace(/\//g, '/\u200b').replace(/ (?=\p{L}{6})/gu, ' \u200b')),
  'words in em': (stage) => {
    const node = pick(stage.random, textNodes(stage, true));
    const words = node ? wordsOf(node.data) : [];
    if (!node || words.length === 0) return false;
    const word = pick(stage.random, words);
    const range = stage.doc.createRange();
    range.setStart(node, word.start);
    range.setEnd(node, word.end);
    range.surroundContents(stage.doc.createElement('em'));
    return true;
  },
  'every word in a span': (stage) => {
    for (const node of textNodes(stage, true)) {
      const parts = node.data.split(/(?<=\s)/);
      node.replaceWith(
        ...parts.map((part) => {
          const span = stage.doc.createElement('span');
          span.textContent = part;
          return span;
        }),
      );
    }
    return true;
  },
  'markup taken away': (stage) => {
    const inner = [...stage.block.querySelectorAll('em,i,b,strong,span,a')].filter(
      (one) => !one.contains(stage.start) && !one.contains(stage.end),
    );
    for (const one of inner) one.replaceWith(...one.childNodes);
    return inner.length > 0;
  },
  'citation markers removed': (stage) => {
    const links = ownCitations(stage);
    for (const link of links) {
      const sup = link.closest('sup');
      if (sup && sup.textContent === link.textContent) sup.remove();
      else link.remove();
    }
    if (links.length > 0) each(stage, (text) => text.replace(/\s?\[[\s,;\u2013-]*\]/g, ''));
    return links.length > 0;
  },
  'citation marker added': (stage) => {
    const model = citationLinks(stage.doc)[0];
    if (!model) return false;
    return insertAt(
      stage,
      make(
        stage,
        `<sup><a href="${model.getAttribute('href')}">${3 + Math.floor(stage.random() * 90)}</a></sup>`,
      ),
    );
  },
  'bracketed citation added': (stage) => {
    const model = citationLinks(stage.doc)[0];
    if (!model) return false;
    return insertAt(
      stage,
      make(
        stage,
        `[<a href="${model.getAttribute('href')}">${3 + Math.floor(stage.random() * 90)}</a>] `,
      ),
    );
  },
  'advertisement in its midst': (stage) =>
    insertAt(
      stage,
      make(
        stage,
        '<div class="ad-slot"><span>Advertisement</span><p>Subscribe now for 12 issues and save 40%.</p></div>',
      ),
    ),
  'figure in its midst': (stage) =>
    insertAt(
      stage,
      make(
        stage,
        '<figure><img alt=""><figcaption>Figure 3. Participants by group and time (n = 48).</figcaption></figure>',
      ),
    ),
  'aside in its midst': (stage) =>
    insertAt(
      stage,
      make(
        stage,
        '<aside><h4>Related articles</h4><ul><li>Training was not associated with uptake</li></ul></aside>',
      ),
    ),
  'script in its midst': (stage) =>
    insertAt(stage, make(stage, '<script type="text/plain">window.ads = [1, 2, 3];</script>')),
  'banner above': (stage) => {
    const banner = stage.doc.createElement('div');
    banner.textContent =
      'We use cookies to improve this site. Accept all or change your settings. '.repeat(4);
    stage.doc.body.prepend(banner);
    undo.push(() => banner.remove());
    return true;
  },
  'words before and after it edited': (stage) => {
    let any = false;
    for (const node of textNodes(stage, false)) {
      const next = node.data.replace(/\p{L}{6,}/gu, (word) =>
        stage.random() < 0.12 ? `${word}x` : word,
      );
      any ||= next !== node.data;
      node.data = next;
    }
    return any;
  },
  'its block moved to the end': (stage) => {
    const parent = stage.block.parentElement;
    const next = stage.block.nextSibling;
    if (!parent) return false;
    stage.doc.body.append(stage.block);
    undo.push(() => parent.insertBefore(stage.block, next));
    return true;
  },
};

/** What a mutation did outside its block, to be undone after the case. */
export const undo: (() => void)[] = [];

export const SWAPS: readonly (readonly [string, string])[] = [
  ['increased', 'decreased'],
  ['decreased', 'increased'],
  ['increase', 'decrease'],
  ['higher', 'lower'],
  ['lower', 'higher'],
  ['more', 'less'],
  ['less', 'more'],
  ['positive', 'negative'],
  ['negative', 'positive'],
  ['significant', 'insignificant'],
  ['before', 'after'],
  ['greater', 'smaller'],
  ['better', 'worse'],
  ['support', 'contrast'],
  ['high', 'low'],
  ['low', 'high'],
  ['most', 'few'],
  ['with', 'without'],
  ['and', 'or'],
  ['all', 'no'],
  ['can', 'cannot'],
  ['likely', 'unlikely'],
  ['larger', 'smaller'],
  ['first', 'last'],
];

export const MEANING: Record<string, Mutation> = {
  'not added': (stage) =>
    once(
      stage,
      /\b(?:is|was|were|are|be|been|has|have|had|can|may|did|do|does|will|would|could|should)\b(?=\s+\S)/g,
      (word) => `${word} not`,
    ),
  'not taken away': (stage) => once(stage, /\b(?:not|no|never)\b /g, () => ''),
  'a digit changed': (stage) =>
    once(stage, /\d/g, (digit) =>
      String((Number(digit) + 1 + Math.floor(stage.random() * 8)) % 10),
    ),
  'a digit added': (stage) =>
    once(stage, /\d/g, (digit) => `${digit}${Math.floor(stage.random() * 10)}`),
  'a digit taken away': (stage) => once(stage, /(?<=\d)\d/g, () => ''),
  'a decimal point moved': (stage) =>
    once(stage, /\d\.\d/g, (match) => `${match[0]}${match[2]}.`.replace(/\.$/, '')),
  'a minus sign added': (stage) => once(stage, /(?<=[\s=(])\d/g, (match) => `\u2212${match}`),
  'a direction word swapped': (stage) => {
    const spots = SWAPS.filter(([from]) =>
      textNodes(stage, true).some((node) => new RegExp(`\\b${from}\\b`).test(node.data)),
    );
    if (spots.length === 0) return false;
    const [from, to] = pick(stage.random, spots);
    return once(stage, new RegExp(`\\b${from}\\b`, 'g'), () => to);
  },
  'a word taken away': (stage) => once(stage, /(?<=\s)\p{L}{4,}\s/gu, () => ''),
  'a word added': (stage) =>
    once(stage, /(?<=\s)(?=\p{L}{4,})/gu, () =>
      pick(stage.random, ['partly ', 'rarely ', 'alleged ', 'non-', 'un']),
    ),
  'a word replaced': (stage) =>
    once(stage, /\p{L}{5,}/gu, () =>
      pick(stage.random, ['zebra', 'marginal', 'obsolete', 'distinctly']),
    ),
  'the first word negated': (stage) => {
    const node = textNodes(stage, true)[0];
    if (!node || !/^\p{L}/u.test(node.data)) return false;
    node.data = `non${node.data}`;
    return true;
  },
  'the last number grown': (stage) => {
    const node = textNodes(stage, true).at(-1);
    if (!node || !/\d$/.test(node.data)) return false;
    node.data = `${node.data}7`;
    return true;
  },
};
