/** Marks in text and reference lists that look like citations, or lead back to them. */
import { describe, expect, it } from 'vitest';
import { readStructure } from '../../lib/page/structure';

const WORKS = [
  'Haug M, Tran LK. Supervision and turnover. Ward Stud. 2020;47:701–12.',
  'Boie R. Leadership climate. Ward Stud Today. 2019;70:12–9.',
  'Ngu P, Cole D. Barriers on wards. Impl Lett. 2018;13:44.',
  'Amos T. Readiness for change. Impl Lett. 2017;12:91.',
  'Imo F. Training lay workers. Global Ward. 2016;4:33–47.',
];
const page = (text: string, items: string): Document =>
  new DOMParser().parseFromString(
    `<html><head></head><body><article><h1>Isotopes of care</h1><h2>Introduction</h2>${text}<h2>References</h2><ol>${items}</ol></article></body></html>`,
    'text/html',
  );
const list = (inside: (work: string, n: number) => string) =>
  WORKS.map((work, i) => `<li id="r${i + 1}">${inside(work, i + 1)}</li>`).join('');

it('raised numbers of units, powers and isotopes are not citations', () => {
  const text =
    '<p>Turnover falls with supervision<sup>1,3–5</sup>. The <sup>5</sup>Li tracer was given at 10<sup>3</sup> per m<sup>2</sup>, with R<sup>2</sup> = 0.4 and a χ<sup>2</sup> test. Others disagree.<sup>2</sup></p><h2>Results</h2><p>Climate counted<sup>2,4</sup> and so did the money that was there.</p>';
  const { citations } = readStructure(
    page(
      text,
      list((work) => work),
    ),
  );
  expect(citations.map((one) => one.text)).toEqual(['1,3–5', '2', '2,4']);
});

describe('a reference is without the links back to the text', () => {
  const text =
    '<p>Turnover falls<sup id="c1a"><a href="#r1">1</a></sup> with it.<sup id="c1b"><a href="#r1">1</a></sup> Others disagree.<sup id="c2"><a href="#r2">2</a></sup></p>';
  it.each<[string, (work: string, n: number) => string]>([
    ['an arrow', (work, n) => `<a href="#c${n}">↑</a> ${work}`],
    [
      'a caret, and a letter for each',
      (work, n) =>
        `<span>^ <a href="#c${n}a"><sup>a</sup></a> <a href="#c${n}b"><sup>b</sup></a></span> ${work}`,
    ],
    ['letters behind it', (work, n) => `${work} <a href="#c${n}a">a</a> <a href="#c${n}b">b</a>`],
    [
      'an arrow, and numbers',
      (work, n) => `↑ <a href="#c${n}a">${n}.0</a> <a href="#c${n}b">${n}.1</a> ${work}`,
    ],
    ['words in Spanish', (work, n) => `${work} <a href="#c${n}">Volver al texto</a>`],
    ['words in German', (work, n) => `<a href="#c${n}">Hochspringen</a> ${work}`],
    ['words in Portuguese', (work, n) => `${work} <a href="#c${n}">Voltar ao texto</a>`],
  ])('as %s', (_what, inside) => {
    const { references, citations } = readStructure(page(text, list(inside)));
    expect(references.map((one) => one.text)).toEqual(WORKS);
    expect(citations.map((one) => one.text)).toEqual(['1', '1', '2']);
  });
});
