/**
 * An invented journal for the benches: papers of any length, and backups that tag them. Backups are in format 1,
 * which every version of Bearing reads, so that any commit can be measured.
 */
import { createServer } from 'node:http';

const SYLLABLES = 'ba ce di fo gu ha li mo nu pe ra si to vu wa xe yo za bri cla dre fle'.split(
  ' ',
);
const REFERENCES = 60;
const AT = '2026-11-20T09:00:00.000Z';
const STANCES = ['supporting', 'contrasting', 'mentioning'];
const INFLUENCES = ['psw.culture', 'psw.training-peers', 'psw.role-definition', 'psw.supervision'];

/** Sentence `i` of paper `p`: 18 words of an invented language and a citation, no two sentences alike. */
export function sentence(i, p = 0) {
  let seed = (i + 1 + p * 65_537) * 2654435761;
  const next = (below) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const word = () =>
    Array.from({ length: 1 + next(3) }, () => SYLLABLES[next(SYLLABLES.length)]).join('');
  const words = Array.from({ length: 18 }, word).join(' ');
  return `In service ${i} ${words} was reported [${(i % REFERENCES) + 1}].`;
}

/**
 * @typedef {object} Paper
 * @property {number} number     which of the journal's papers
 * @property {number} sentences  its length
 * @property {number} tags       how many of its last sentences a backup tags
 */

const titleOf = ({ number }) => `An invented study of many statements, part ${number + 1}`;
const doiOf = ({ number }) => `10.5555/bench.${number + 1}`;
const pathOf = ({ number, sentences }) => `/papers/${number}/${sentences}`;
const quotesOf = ({ number, sentences }) =>
  Array.from({ length: sentences }, (_, i) => sentence(i, number));

function page(paper) {
  const quotes = quotesOf(paper);
  const paragraphs = [];
  for (let i = 0; i < quotes.length; i += 8)
    paragraphs.push(`<p>${quotes.slice(i, i + 8).join(' ')}</p>`);
  const references = Array.from(
    { length: REFERENCES },
    (_, i) => `<li id="r${i + 1}">Author A${i}. An invented work ${i + 1}. Journal. 2020.</li>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${titleOf(paper)}</title>
<meta name="citation_title" content="${titleOf(paper)}"><meta name="citation_doi" content="${doiOf(paper)}">
<meta name="citation_author" content="Bench, A."><meta name="citation_journal_title" content="Bench">
<link rel="icon" href="data:,"></head><body><main>
<h1>${titleOf(paper)}</h1><h2>Results</h2>${paragraphs.join('\n')}
<h2>References</h2><ol>${references.join('\n')}</ol></main></body></html>`;
}

/** @returns {Promise<{url: (paper: Paper) => string, close: () => void}>} */
export async function startJournal() {
  const server = createServer((request, response) => {
    const [, number, sentences] = /^\/papers\/(\d+)\/(\d+)$/.exec(request.url ?? '') ?? [];
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      number === undefined ? '' : page({ number: Number(number), sentences: Number(sentences) }),
    );
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    url: (paper) => origin + pathOf(paper),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** An id in the form of a UUID that tells kind and number. */
const id = (kind, number) =>
  `${kind.toString(16).padStart(8, '0')}-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

/** A backup, as text, in which these papers are read and tagged. */
export function backupOf(papers, url) {
  const stamps = { createdAt: AT, updatedAt: AT };
  const review = id(1, 1);
  const file = {
    format: 'bearing-backup',
    version: 1,
    exportedAt: AT,
    app: 'Bearing bench',
    settings: { coder: 'B', currentReviewId: review, showTagsOnOpen: true },
    codebooks: [],
    reviews: [{ id: review, name: 'Bench', question: '', codebookIds: ['psw-core'], ...stamps }],
    papers: [],
    reviewPapers: [],
    statements: [],
    tags: [],
    assessments: [],
    history: [],
  };
  for (const paper of papers) addPaper(file, paper, url(paper), review, stamps);
  return JSON.stringify(file);
}

function addPaper(file, paper, url, reviewId, stamps) {
  const paperId = id(2, paper.number + 1);
  file.papers.push({
    id: paperId,
    doi: doiOf(paper),
    title: titleOf(paper),
    authors: [{ family: 'Bench', given: 'A.' }],
    containerTitle: 'Bench',
    urls: [url],
    conflicts: [],
    sources: {},
    ...stamps,
  });
  file.reviewPapers.push({ reviewId, paperId, status: 'reading', addedAt: AT, updatedAt: AT });
  const quotes = quotesOf(paper);
  for (let i = quotes.length - paper.tags; i < quotes.length; i++) {
    const quote = quotes[i];
    const number = file.statements.length + 1;
    file.statements.push({
      id: id(3, number),
      paperId,
      quote,
      quoteKey: quote.toLowerCase(),
      section: { title: 'Results', kind: 'results' },
      cites: [],
      machineLabels: [],
      targets: [
        {
          representation: 'html',
          url,
          selectors: {
            quote: {
              type: 'TextQuoteSelector',
              exact: quote,
              prefix: quotes[i - 1]?.slice(-32) ?? '',
              suffix: quotes[i + 1]?.slice(0, 32) ?? '',
            },
          },
        },
      ],
      ...stamps,
    });
    file.tags.push({
      id: id(4, number),
      reviewId,
      paperId,
      statementId: id(3, number),
      codebookId: 'psw-core',
      codebookVersion: '1',
      influenceId: INFLUENCES[number % INFLUENCES.length],
      stance: STANCES[number % STANCES.length],
      direction: 'unstated',
      basis: 'own',
      note: '',
      coder: 'B',
      ...stamps,
    });
  }
}
