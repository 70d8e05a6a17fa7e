/**
 * One made-up paper in the representations in which a reader meets it: the publisher's page, PubMed Central's, plain text of
 * an archive, and a PDF's text layer. Where each sentence stands is kept in comments, which no text offset sees.
 */
import { pick, type Random, seeded } from './random';

/** A sentence in a small notation: {3,4} cites, ^2^ is raised, ~2~ lowered, _p_ in italics. */
type Sentence = string;

export interface Paper {
  abstract: Sentence[];
  sections: { title: string; paragraphs: Sentence[][] }[];
  references: number;
}

export type Rendering = 'publisher' | 'PMC' | 'archive' | 'PDF';
export const RENDERINGS: readonly Rendering[] = ['publisher', 'PMC', 'archive', 'PDF'];

const WHO = [
  'Peer workers',
  'Ward managers',
  'The first office staff',
  'Nurses with a fixed contract',
  'Clinicians in the affected regions',
  'Service users',
  'Newly hired workers',
  'Supervisors',
];
const DID = [
  'reported that training was associated with uptake',
  'did not find role definition difficult',
  'described organisational culture as a barrier',
  'were more likely to refer patients',
  'felt that "being seen" mattered most',
  "spent less time on the team's own records",
  'had no effect on the well-being of patients',
  'identified stable funding as a facilitator',
  'reflected on conflicts within the workflow',
];
const HOW = [
  'in 12 of 14 sites',
  '(_p_ = 0.03; \u03b2 = \u22120.35)',
  '(odds ratio 2.4, 95% CI 1.1\u20133.6)',
  'at a dose of 10 mg\u00b7kg^\u22121^',
  'where CO~2~ stayed below 410 ppm',
  'over 18 months of follow-up',
  'as shown in Figure 2',
  'when 1,204 files were shared',
  '(see Table 1)',
  'whereas 37.5% of the others disagreed',
];
const OPEN = ['', '', 'However, ', 'In the second wave, ', 'By contrast, ', 'After 6 months, '];

function sentence(random: Random, n: number, cites: boolean): Sentence {
  const open = pick(random, OPEN);
  const who = pick(random, WHO);
  const marker =
    cites && random() < 0.6 ? `{${1 + (n % 18)}${random() < 0.4 ? `,${2 + (n % 18)}` : ''}}` : '';
  const inner = random() < 0.3 ? marker : '';
  const name = open ? who.charAt(0).toLowerCase() + who.slice(1) : who;
  return `${open}${name} of group ${n} ${pick(random, DID)}${inner} ${pick(random, HOW)}${inner ? '' : marker}.`;
}

/** A paper of its own for every seed; no two sentences of it are alike. */
export function paperOf(seed: number): Paper {
  const random = seeded(seed);
  let n = 1;
  const some = (count: number, cites: boolean): Sentence[] =>
    Array.from({ length: count }, () => {
      n += 1;
      return sentence(random, n, cites);
    });
  return {
    abstract: some(4, false),
    sections: ['Introduction', 'Methods', 'Results', 'Discussion'].map((title) => ({
      title,
      paragraphs: [some(4, true), some(3, true), some(5, true)],
    })),
    references: 20,
  };
}

/** Every sentence in reading order. */
export const sentencesOf = (paper: Paper): Sentence[] => [
  ...paper.abstract,
  ...paper.sections.flatMap((one) => one.paragraphs.flat()),
];

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

interface Style {
  cite(numbers: string[]): string;
  text(text: string): string;
}

const markup = (source: string): string =>
  source
    .replace(/\^([^^]+)\^/g, '<sup>$1</sup>')
    .replace(/~([^~]+)~/g, '<sub>$1</sub>')
    .replace(/_([^_]+)_/g, '<i>$1</i>');

function styled(source: Sentence, style: Style): string {
  return source
    .split(/(\{[\d,]+\})/)
    .map((part) =>
      part.startsWith('{')
        ? style.cite(part.slice(1, -1).split(','))
        : markup(style.text(escaped(part))),
    )
    .join('');
}

const curly = (text: string): string =>
  text
    .replace(/"([^"]*)"/g, '\u201c$1\u201d')
    .replace(/'/g, '\u2019')
    .replace(/(\d) (?=[a-z%])/g, '$1\u00a0');

const STYLES: Record<Exclude<Rendering, 'PDF'>, Style> = {
  publisher: {
    cite: (numbers) => `<sup>${numbers.map((n) => `<a href="#ref${n}">${n}</a>`).join(',')}</sup>`,
    text: curly,
  },
  PMC: {
    cite: (numbers) =>
      ` [<a href="#B${n0(numbers)}" rid="B${n0(numbers)}">${numbers.join('</a>, <a href="#B2">')}</a>]`,
    text: (text) => text.replace(/\u2212/g, '-'),
  },
  archive: {
    cite: (numbers) => ` [${numbers.join(', ')}]`,
    text: (text) => text.replace(/\u2013/g, '-'),
  },
};
const n0 = (numbers: readonly string[]): string => numbers[0] ?? '1';

const reference = (n: number): string =>
  `Weber K, Abara A. A study of implementation, part ${n}. J Made Up Res. ${2000 + n};${n}(2):1${n}\u20131${n + 3}.`;

function marked(paper: Paper, style: Style): (source: Sentence) => string {
  const all = sentencesOf(paper);
  return (source) =>
    `<!--s${all.indexOf(source)}-->${styled(source, style)}<!--e${all.indexOf(source)}-->`;
}

const FIGURE = (n: number): string =>
  `<figure class="fig" id="f${n}"><img alt=""><figcaption>Figure ${n}. Contacts a week by site (n = ${40 + n}).</figcaption></figure>`;

function publisher(paper: Paper): string {
  const put = marked(paper, STYLES.publisher);
  const body = paper.sections
    .map(
      ({ title, paragraphs }, i) =>
        `<section><h2>${i + 1} ${title}</h2>${paragraphs
          .map((one, j) => {
            const [first, ...rest] = one.map(put);
            // Articles carry figures, advertisements and formulas in the midst of their paragraphs.
            const float =
              j === 1 ? FIGURE(i + 1) : j === 2 ? '<div class="ad-slot">Advertisement</div>' : '';
            return `<p>${first} ${float}${rest.join(' ')}</p>`;
          })
          .join('')}</section>`,
    )
    .join('');
  const list = Array.from(
    { length: paper.references },
    (_, i) => `<li id="ref${i + 1}" class="reference">${reference(i + 1)}</li>`,
  );
  return `<header><nav>Home Issues</nav></header><article><h1>Peer support</h1><h2>Abstract</h2><p>${paper.abstract.map(put).join(' ')}</p>${body}<section><h2>References</h2><ol>${list.join('')}</ol></section></article>`;
}

function pmc(paper: Paper): string {
  const put = marked(paper, STYLES.PMC);
  const lines = (one: Sentence[]): string =>
    one
      .map(put)
      .join('\n      ')
      .replace(/ (of|that) /g, '\n      $1 ');
  const body = paper.sections
    .map(
      ({ title, paragraphs }) =>
        `<section class="sec">\n  <h2 class="pmc_sec_title">${title.toUpperCase()}</h2>\n  ${paragraphs
          .map((one) => `<p>\n      ${lines(one)}\n    </p>`)
          .join('\n')}</section>`,
    )
    .join('\n');
  const list = Array.from(
    { length: paper.references },
    (_, i) => `<li id="B${i + 1}">${reference(i + 1)}</li>`,
  );
  return `<div class="banner">An official website</div><main><h1>Peer support</h1><section><h2>Abstract</h2><p>${lines(paper.abstract)}</p></section>${body}<section class="ref-list"><h2>References</h2><ul>${list.join('\n')}</ul></section></main>`;
}

function archive(paper: Paper): string {
  const put = marked(paper, STYLES.archive);
  return `<div id="text"><h1>Peer support</h1>${[
    paper.abstract,
    ...paper.sections.flatMap((one) => one.paragraphs),
  ]
    .map((one) => `<div class="para">${one.map(put).join(' ')}</div>`)
    .join(
      '',
    )}<h2>References</h2>${Array.from({ length: paper.references }, (_, i) => `<div>${i + 1}. ${reference(i + 1)}</div>`).join('')}</div>`;
}

const WIDTH = 58;
const LINES = 16;

/** A PDF's text layer as pdf.js builds it: a span for every run of a line, no blank where lines meet. */
function pdf(paper: Paper): string {
  const all = sentencesOf(paper);
  const lines: string[] = [];
  let line = '';
  let length = 0;
  const flush = (): void => {
    if (length > 0) lines.push(line);
    line = '';
    length = 0;
  };
  const put = (text: string): void => {
    line += `<span>${escaped(text)}</span>`;
    length += text.length;
  };
  const words = (text: string): void => {
    for (const word of text.split(/(?<=\s)/)) {
      const room = WIDTH - length;
      if (word.trimEnd().length <= room) {
        put(word);
        continue;
      }
      // Long words are hyphenated, the others go over.
      const cut = room - 1;
      if (/^\p{Ll}{9,}\s*$/u.test(word) && cut >= 4 && cut <= word.trimEnd().length - 3) {
        put(`${word.slice(0, cut)}-`);
        flush();
        put(word.slice(cut));
      } else {
        line = line.replace(/\s<\/span>$/, '</span>');
        flush();
        put(word);
      }
    }
  };
  const sentenceLine = (source: Sentence): void => {
    const id = all.indexOf(source);
    // A marker in a comment goes where the sentence's first word goes.
    if (WIDTH - length < 14) flush();
    line += `<!--s${id}-->`;
    for (const part of source.split(/(\{[\d,]+\}|[\^~_][^^~_]+[\^~_])/)) {
      if (part.startsWith('{')) put(part.slice(1, -1));
      else if (/^[\^~_]/.test(part)) put(part.slice(1, -1));
      else
        words(
          curly(part)
            .replace(/\u00a0/g, ' ')
            .replace(/ffi/g, '\ufb03')
            .replace(/ff/g, '\ufb00')
            .replace(/fi/g, '\ufb01')
            .replace(/fl/g, '\ufb02'),
        );
    }
    line += `<!--e${id}-->`;
    put(' ');
  };
  for (const one of [
    paper.abstract,
    ...paper.sections.flatMap(({ title, paragraphs }) => [[title], ...paragraphs]),
  ]) {
    if (one.length === 1 && !one[0]?.includes(' ')) words(one[0] ?? '');
    else for (const source of one) sentenceLine(source);
    flush();
  }
  for (let i = 0; i < paper.references; i += 1) {
    words(`${i + 1}. ${reference(i + 1)}`);
    flush();
  }
  const pages: string[] = [];
  for (let i = 0; i < lines.length; i += LINES) {
    const n = pages.length + 101;
    const head = pages.length % 2 ? 'Peer support in practice' : 'Weber K, Abara A et al.';
    const layer = [`<span>${head}</span>`, ...lines.slice(i, i + LINES), `<span>${n}</span>`];
    pages.push(
      `<div class="page" data-page-number="${pages.length + 1}"><div class="textLayer">${layer.join('<br>')}</div></div>`,
    );
  }
  return pages.join('');
}

/** The body of the paper in a representation. */
export function render(paper: Paper, as: Rendering): string {
  return { publisher, PMC: pmc, archive, PDF: pdf }[as](paper);
}

/** Where sentence `id` stands on the page that is shown. */
export function placeOf(id: number): Range {
  const walker = document.createTreeWalker(document.body, 128);
  const range = document.createRange();
  for (
    let node = walker.nextNode() as Comment | null;
    node;
    node = walker.nextNode() as Comment | null
  ) {
    if (node.data === `s${id}`) range.setStartAfter(node);
    if (node.data === `e${id}`) range.setEndBefore(node);
  }
  return range;
}
