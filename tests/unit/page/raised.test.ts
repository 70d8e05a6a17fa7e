/** Which raised numbers of a text can cite. */
import { describe, expect, it } from 'vitest';
import { superscripts } from '../../../lib/page/structure/citations/read';

/** The raised numbers that can cite, of a text in which "^" and braces raise: "wards^{2,3}". */
function citing(marked: string): string[] {
  const sups: [number, number][] = [];
  let text = '';
  for (const part of marked.split(/(\^\{[^}]*\})/)) {
    const inside = /^\^\{([^}]*)\}$/.exec(part)?.[1];
    if (inside !== undefined) sups.push([text.length, text.length + inside.length]);
    text += inside ?? part;
  }
  return superscripts({ text, sups }).map(([from, to]) => text.slice(from, to));
}

describe('a raised number cites', () => {
  it.each<[string, string]>([
    ['behind a word', 'Turnover falls with supervision^{1,3–5}. It'],
    ['behind a stop', 'Others disagree.^{2} It'],
    ['behind a stop, before a word that is like an element', 'Others disagree.^{2}I think'],
    ['before a word without a blank', 'supervision^{3}and'],
    ['behind a letter that names a thing', 'as in hepatitis B^{2} and'],
    ['a vitamin', 'of vitamin K^{12} and'],
    ['a type', 'of type I^{2} wards'],
    ['in brackets', 'supervision^{(2)} and'],
    ['behind a unit that ends a word', 'the team^{2} said'],
    ['behind a unit in full, with no power', 'within five miles^{12} of'],
    ['behind a unit in full that ends a sentence', 'stand on their feet.^{2} It'],
  ])('%s', (_what, text) => {
    expect(citing(text)).toHaveLength(1);
  });
});

describe('a raised number cites nothing', () => {
  it.each<[string, string]>([
    ['of an isotope', 'The ^{10}B tracer'],
    ['of carbon', 'with ^{14}C-labelled'],
    ['of an isotope in a ratio', 'the δ^{13}C values'],
    ['of technetium', 'a ^{99}Tc scan'],
    ['of a power of ten', 'at 10^{6} cells'],
    ['of a power behind a blank', 'at 10 ^{6} cells'],
    ['of an area', 'two beds per m^{2}, with'],
    ['of a body mass index', 'above 30 kg/m^{2} were'],
    ['of a volume', 'cells/mm^{3} and'],
    ['of square miles', 'per mi^{2} and'],
    ['of square miles in full', 'of 20 miles^{2} and'],
    ['of square feet in brackets', 'an area (feet)^{2} of'],
    ['of a letter in full', 'with alpha^{2} and'],
    ['of R squared', 'with R^{2} = 0.4'],
    ['of R squared in brackets', '(r^{2}) was'],
    ['of chi squared', 'by a χ^{2} test'],
    ['of chi squared in letters', 'by a chi^{2} test'],
    ['of eta squared', 'and η^{2} of'],
    ['of heterogeneity', 'with I^{2} = 40'],
    ['of heterogeneity, named', 'the I^{2} statistic'],
  ])('%s', (_what, text) => {
    expect(citing(text)).toEqual([]);
  });
});
