/**
 * Shows a JATS article (the XML that PubMed Central and publishers exchange) as a plain page, the way PMC and Europe PMC
 * do: sections, paragraphs, links into the reference list, figures and tables where the XML has them.
 */

const NAMES: Record<string, string> = {
  'article-title': 'h1',
  title: 'h3',
  abstract: 'section',
  sec: 'section',
  p: 'p',
  italic: 'em',
  bold: 'strong',
  sup: 'sup',
  sub: 'sub',
  fig: 'figure',
  caption: 'figcaption',
  'table-wrap': 'figure',
  table: 'table',
  tbody: 'tbody',
  thead: 'thead',
  tr: 'tr',
  td: 'td',
  th: 'th',
  list: 'ul',
  'list-item': 'li',
  'disp-quote': 'blockquote',
  'disp-formula': 'div',
  'ref-list': 'section',
  ref: 'li',
  ack: 'section',
  // BioMed Central's own names.
  st: 'h3',
  it: 'em',
  b: 'strong',
  abbr: 'a',
  abs: 'section',
};
const BLOCKS = new Set(['label', 'contrib-group', 'aff', 'mixed-citation', 'element-citation']);

function render(from: Node, to: Node): void {
  for (const child of from.childNodes) {
    if (child.nodeType === 3 || child.nodeType === 4) {
      to.appendChild(document.createTextNode(child.textContent ?? ''));
    } else if (child.nodeType === 1) {
      const source = child as Element;
      const name = source.localName;
      const element = document.createElement(
        name === 'xref' ? 'a' : (NAMES[name] ?? (BLOCKS.has(name) ? 'div' : 'span')),
      );
      const id = source.getAttribute('id');
      if (id) element.id = id;
      if (name === 'xref') {
        const kind = source.getAttribute('ref-type') === 'bibr' ? 'ref-' : '';
        element.setAttribute('href', `#${kind}${source.getAttribute('rid')?.split(' ')[0] ?? ''}`);
      }
      if (name === 'abbr') element.setAttribute('href', `#ref-${source.getAttribute('bid') ?? ''}`);
      if (name === 'bibl') element.id = `ref-${id ?? ''}`;
      if (name === 'ref') element.id = `ref-${id ?? ''}`;
      render(source, element);
      to.appendChild(element);
    }
  }
}

/** Replaces the body by the article. */
export function renderJats(xml: string): void {
  const parsed = new DOMParser().parseFromString(xml, 'text/xml');
  const article = document.createElement('article');
  for (const path of [
    'article-meta title-group',
    'article-meta abstract',
    'abs',
    'body',
    'bdy',
    'back',
    'bm',
    'floats-group',
  ]) {
    for (const part of parsed.querySelectorAll(path)) {
      if (path === 'body' && part.closest('sub-article,response')) continue;
      const section = document.createElement('section');
      render(part, section);
      article.append(section);
    }
  }
  document.body.replaceChildren(article);
}
