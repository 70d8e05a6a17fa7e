#!/usr/bin/env node
/**
 * Checks a report (HTML) that Bearing wrote: does each quote, each section and the page have the checksum that the file states,
 * and each number the quotes that it counts? One line for each thing that does not agree, with its place; the exit code is 1
 * then, and 2 where the file is not one of our reports.
 *
 *   npm run -s verify -- FILE.html
 *
 * It finds what was edited or cut off since. It is not a signature: who changes a quote, and every checksum and number after
 * it, has made another report. Nothing of Bearing's own code is used, so that a mistake in it is not made twice.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseHTML } from 'linkedom';
import { stopForUsage } from './usage.mjs';

const USAGE = 'Usage: npm run -s verify -- FILE.html';
const GENERATOR = 'Bearing report 2';
const SEALED = 'section[data-sha256], article[data-sha256], header[data-sha256]';
/** In place of the checksum of the whole page, when it was made. */
const NONE = '0'.repeat(64);

const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const oneBlank = (text) => text.replace(/\s+/g, ' ').trim();
const oneLine = (element) => oneBlank(element?.textContent ?? '');

/**
 * What a checksum is of: a line for each start with its attributes by their names, for each text with its blanks as one, and
 * for each end. What has a checksum of its own is there by its start alone.
 */
function linesOf(root) {
  const lines = [];
  const add = (element) => {
    const attributes = [...element.attributes]
      .filter(({ name }) => element !== root || name !== 'data-sha256')
      .map(({ name, value }) => `${name.toLowerCase()}=${oneBlank(value)}`);
    lines.push([`<${element.localName.toLowerCase()}`, ...attributes.sort()].join('\t'));
    if (element !== root && element.matches(SEALED)) return;
    let words = '';
    const flush = () => {
      if (oneBlank(words)) lines.push(`"${oneBlank(words)}`);
      words = '';
    };
    for (const node of element.childNodes) {
      if (node.nodeType === TEXT) words += node.textContent;
      if (node.nodeType !== ELEMENT) continue;
      flush();
      add(node);
    }
    flush();
    lines.push(`</${element.localName.toLowerCase()}>`);
  };
  add(root);
  return lines.join('\n');
}

const ELEMENT = 1;
const TEXT = 3;

/**
 * @param {string} html a report
 * @returns {{ quotes: number, papers: number, faults: string[] } | null} null where it is not one
 */
export function verifyReport(html) {
  const { document } = parseHTML(html);
  const main = document.querySelector('main');
  if (
    document.querySelector('meta[name=generator]')?.getAttribute('content') !== GENERATOR ||
    !main
  )
    return null;
  const faults = [];
  const expect = (found, stated, what) => {
    if (String(found) !== stated)
      faults.push(`${what}: the file states ${stated}, and has ${found}.`);
  };

  // Looked up once for all: the parser looks through the whole file for each id.
  const byId = new Map([...document.querySelectorAll('[id]')].map((one) => [one.id, one]));
  const quotes = [...main.querySelectorAll('figure')];
  for (const quote of quotes) {
    const words = quote.querySelector('blockquote')?.textContent ?? '';
    if (sha256(words) !== quote.getAttribute('data-sha256'))
      faults.push(`${placeOf(quote)}: this quote was changed: “${shortened(words)}”`);
  }
  for (const words of document.querySelectorAll('blockquote'))
    if (words !== words.closest('figure')?.querySelector('blockquote'))
      faults.push(`A quote that has no checksum: “${shortened(oneLine(words))}”`);
  for (const part of document.querySelectorAll(SEALED))
    if (sha256(linesOf(part)) !== part.getAttribute('data-sha256'))
      faults.push(`${sealedPlace(part)}: its words, numbers or parts were changed.`);
  for (const paper of main.querySelectorAll('article'))
    expect(
      paper.querySelectorAll('figure').length,
      paper.getAttribute('data-quotes'),
      `${placeOf(paper)}, quotes`,
    );
  for (const group of main.querySelectorAll('.group')) {
    const papers = group.querySelectorAll('article').length;
    expect(papers, group.getAttribute('data-papers'), `${placeOf(group)}, papers`);
  }
  for (const direction of main.querySelectorAll('.direction'))
    expect(
      direction.querySelectorAll('li').length,
      direction.getAttribute('data-papers'),
      `${placeOf(direction)}, papers`,
    );
  // Of papers each is counted once: what else is counted, the file states.
  if (main.getAttribute('data-unit') === 'papers')
    for (const part of main.querySelectorAll('.group[data-n], .direction[data-n]'))
      expect(
        part.getAttribute('data-papers'),
        part.getAttribute('data-n'),
        `${placeOf(part)}, number`,
      );

  for (const part of main.querySelectorAll('[data-n]')) {
    const shown = /\d+/.exec(oneLine(part.querySelector('h4, .count, span')))?.[0];
    expect(shown, part.getAttribute('data-n'), `${placeOf(part)}, number in its heading`);
  }
  const base = main.getAttribute('data-base');
  for (const influence of main.querySelectorAll('.influence')) {
    const words = oneLine(influence.querySelector('.count'));
    const share = percentOf(influence.getAttribute('data-n'), base);
    if (!words.includes(` of ${base} · `) || !words.endsWith(`, ${share}`))
      faults.push(`${placeOf(influence)}: it is “${words}”, and its share of ${base} is ${share}.`);
  }
  for (const cell of main.querySelectorAll('[data-of]')) {
    const part = byId.get(cell.getAttribute('data-of'));
    const number = cell.getAttribute('data-number');
    const isShare = number === 'share';
    const n = part?.getAttribute(`data-${isShare ? 'n' : number}`) ?? '0';
    const stated = isShare ? percentOf(n, base) : n;
    const [shown, of = base] = oneLine(cell).split('/');
    if (of !== base) faults.push(`${cellPlace(cell)}: it is of ${of}, and the report of ${base}.`);
    if (shown !== stated)
      faults.push(`${cellPlace(cell)}: it is ${shown}, and its quotes are ${stated}.`);
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    const id = link.getAttribute('href').slice(1);
    if (!byId.has(id)) faults.push(`A link leads to nothing: “${oneLine(link)}” (#${id}).`);
  }
  const references = main.querySelectorAll('[data-reference]').length;
  expect(references, main.getAttribute('data-papers'), 'References');
  expect(quotes.length, main.getAttribute('data-quotes'), 'Quotes of the whole report');
  const all = sha256(quotes.map((quote) => quote.getAttribute('data-sha256')).join(''));
  if (all !== main.getAttribute('data-sha256'))
    faults.push('The checksums of the quotes are not those that the report was written with.');
  const sum = oneLine(document.querySelector('footer code'));
  if (sha256(linesOf(document.documentElement).replaceAll(sum || NONE, NONE)) !== sum)
    faults.push('The page around its sections, their order or their checksums were changed.');
  return { quotes: quotes.length, papers: references, faults };
}

/** "Training > Supporting > 3. Gillard et al. 2012". */
function placeOf(element) {
  const up = [];
  for (let at = element; at; at = at.parentElement) {
    if (at.localName === 'article') up.push(oneLine(at.querySelector('h5')));
    else if (at.classList.contains('direction')) up.push(oneLine(at.querySelector('span')));
    else if (at.classList.contains('group')) up.push(oneLine(at.querySelector('h4')));
    else if (at.classList.contains('influence')) up.push(oneLine(at.querySelector('h3')));
  }
  return up
    .reverse()
    .join(' > ')
    .replace(/:(?=$| >)/g, '');
}

/** "Training > Supporting > 3. Gillard et al. 2012", or what a part of the page is called. */
function sealedPlace(part) {
  if (part.localName === 'header') return 'The head of the page';
  return placeOf(part) || oneLine(part.querySelector('h2'));
}

/** As it is shown: rounded half up, and never to none or to all of what is not. */
function percentOf(n, base) {
  if (!(base > 0)) return '–';
  const percent = Math.floor((200 * n + Number(base)) / (2 * base));
  if (percent === 0 && n > 0) return '<1 %';
  if (percent === 100 && Number(n) < Number(base)) return '>99 %';
  return `${percent} %`;
}

/** "Summary, Training, Supporting": by its row and the part that it counts. */
function cellPlace(cell) {
  const row = oneLine(cell.parentElement?.querySelector('th'));
  const [, part = cell.getAttribute('data-number')] =
    /^influence-\d+-(.+)$/.exec(cell.getAttribute('data-of')) ?? [];
  return `Summary > ${row} > ${part}`;
}

const shortened = (text) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

function main(args) {
  stopForUsage(args, { usage: USAGE });
  const [file, ...others] = args;
  const problem =
    !file || others.length ? USAGE : existsSync(file) ? null : `There is no file ${file}.`;
  const result = problem === null ? verifyReport(readFileSync(file, 'utf8')) : null;
  if (!result) {
    console.error(problem ?? `${file} is not a report (HTML) of Bearing.`);
    process.exitCode = 2;
    return;
  }
  const { quotes, papers, faults } = result;
  for (const fault of faults) console.error(fault);
  if (faults.length) process.exitCode = 1;
  else console.log(`${quotes} quotes and ${papers} papers: quotes, checksums and numbers agree.`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  main(process.argv.slice(2));
