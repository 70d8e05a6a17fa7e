/**
 * Labelled anchoring cases in six languages: passages that another edition prints otherwise, and passages that say
 * something else. Beside each passage is one much like it, so that what is gone is not found there.
 */

import { PASSAGES, type Passage } from './anchor-languages';
import type { Scene } from './anchor-scene-words';
import { page } from './anchor-scene-words';

/** Prints the numbers of a citation. */
type Cite = (numbers: readonly number[]) => string;
const href = (n: number, text: string | number = n): string => `<a href="#ref${n}">${text}</a>`;
const CITES: Readonly<Record<string, Cite>> = {
  'raised links': (list) => `<sup>${list.map((n) => href(n)).join(',')}</sup>`,
  'links in brackets': (list) => ` [${list.map((n) => href(n)).join(', ')}]`,
  'one link with its bracket': (list) => ` ${href(list[0] ?? 1, `[${list.join(',')}]`)}`,
  'raised, in brackets': (list) => `<sup>[${list.map((n) => href(n)).join(',')}]</sup>`,
  'brackets without links': (list) => ` [${list.join(', ')}]`,
  'raised without links': (list) => `<sup>${list.join(',')}</sup>`,
  'raised in one span each': (list) =>
    `<sup>${list.map((n) => `<span class="ref">${href(n)}</span>`).join('<span>,</span>')}</sup>`,
  'as ranges': (list) =>
    `<sup>${list.length > 1 && (list[1] as number) - (list[0] as number) === 1 ? `${href(list[0] as number)}–${href(list[1] as number)}` : list.map((n) => href(n)).join(',')}</sup>`,
  none: () => '',
};
const FIRST = CITES['raised links'] as Cite;

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Markup and text of a passage, its citations printed in a style. */
function print(text: string, cite: Cite, shift = 0): string {
  return escaped(text)
    .replaceAll('|', '')
    .replace(/§([\d,]+)§/g, (_, list: string) =>
      cite(list.split(',').map((n) => Number(n) + shift)),
    );
}

/** Another edition of a text: letter for letter the same words. */
const PRINTS: Readonly<Record<string, (text: string) => string>> = {
  'no-break spaces': (text) => text.replace(/ /g, '\u00a0'),
  'thin spaces': (text) => text.replace(/ /g, '\u2009'),
  'narrow spaces before signs': (text) =>
    text.replace(/ ?([;:!?%»])/g, '\u202f$1').replace(/« ?/g, '«\u202f'),
  'straight quotation marks': (text) =>
    text
      .replace(/[„“”«»]/g, '"')
      .replace(/["] (?=temps)|(?<=parole) "/g, '"')
      .replace(/’/g, "'"),
  'other quotation marks': (text) =>
    text
      .replace(/[„“«"](?=\s?\p{L})/gu, '«')
      .replace(/(?<=\p{L}\s?)["“”»]/gu, '»')
      .replace(/’/g, 'ʼ'),
  'hyphens for dashes': (text) => text.replace(/[–—]/g, '-'),
  'dashes without blanks': (text) => text.replace(/ – /g, '—'),
  'two hyphens for a dash': (text) => text.replace(/ – /g, '--'),
  ligatures: (text) =>
    text.replace(/ffi/g, 'ﬃ').replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ').replace(/ff/g, 'ﬀ'),
  'accents apart': (text) => text.normalize('NFD'),
  'soft hyphens': (text) => text.replace(/(\p{Ll}{4})(?=\p{Ll}{3})/gu, '$1\u00ad'),
  'hyphens at line ends': (text) => text.replace(/(\p{Ll}{5})(?=\p{Ll}{4})/u, '$1-\n'),
  'lines and indentation': (text) => text.replace(/ /g, '\n      '),
  'zero-width spaces': (text) => text.replace(/(?<!§\d)([ ,/，])/g, '$1\u200b'),
  'full-width signs': (text) => text.replace(/,(?=\D)/g, '，').replace(/\((?=p )/g, '（'),
  'half-width signs': (text) =>
    text.replace(/，/g, ', ').replace(/；/g, '; ').replace(/（/g, ' (').replace(/）/g, ') '),
  'stops of another script': (text) => text.replace(/。/g, '. '),
  capitals: (text) => text.toUpperCase().replace('MG ', 'mg ').replace('P <', 'p <'),
  'no blanks around signs': (text) => text.replace(/ ([<–]) /g, '$1'),
  'the figure abbreviated': (text) =>
    text
      .replace('Figure 2', 'Fig. 2')
      .replace('figure 2', 'fig. 2')
      .replace('Figura 2', 'Fig. 2')
      .replace('Abbildung 2', 'Abb. 2'),
};

/** Markup that another edition puts into the same words, after they are printed. */
const MARKUPS: Readonly<Record<string, (html: string) => string>> = {
  'words in nested markup': (html) =>
    html.replace(/\b36\b/, '<span><b><i>36</i></b></span>').replace(/\p{L}{6,}/u, '<em>$&</em>'),
  'a term in a link': (html) => html.replace(/\p{L}{7,}/u, '<a href="/term">$&</a>'),
  'a term explained': (html) => html.replace(/\p{L}{7,}/u, '<dfn title="A term">$&</dfn>'),
  'a highlighted term': (html) => html.replace(/\p{L}{6,}/u, '<mark>$&</mark>'),
  'letters of a word apart': (html) => html.replace(/(\p{L}{3})(\p{L}{4})/u, '$1<span>$2</span>'),
  'line breaks': (html) => html.replace(/, /g, ',<br>'),
  'a value in italics': (html) => html.replace('p &lt;', '<i>p</i> &lt;'),
  'a value as a formula': (html) =>
    html.replace(/p &lt; (0[.,]05)/, '<math><mi>p</mi><mo>&lt;</mo><mn>$1</mn></math>'),
  'a value drawn and described': (html) =>
    html.replace(
      /p &lt; (0[.,]05)/,
      '<span class="MathJax"><nobr aria-hidden="true"><span>p</span><span>&lt;</span><span>$1</span></nobr><span class="MJX_Assistive_MathML"><math><mi>p</mi><mo>&lt;</mo><mn>$1</mn></math></span></span>',
    ),
  'an advertisement': (html) =>
    html.replace(
      /, |，/,
      '$&<div class="ad-slot"><p>Subscribe now for 12 issues and save 40%.</p></div>',
    ),
  'a figure': (html) =>
    html.replace(
      /, |，/,
      '$&<figure><img alt=""><figcaption>Figure 3. Contacts a week (n = 48).</figcaption></figure>',
    ),
  'a box beside': (html) =>
    html.replace(/, |，/, '$&<aside><p>Key point: ask early, and ask those who work.</p></aside>'),
  'a table': (html) =>
    html.replace(
      /, |，/,
      '$&<div class="table-wrap"><table><tr><td>North</td><td>40</td></tr></table></div>',
    ),
  'two paragraphs': (html) => html.replace(/, |，/, '$&</p><p>'),
};

const parts = (text: string): string[] => text.split('|').map((one) => one.trim());

export function languageScenes(): Scene[] {
  const scenes: Scene[] = [];
  for (const passage of PASSAGES) {
    for (const quoted of [passage.text, ...parts(passage.text)]) addScenes(scenes, passage, quoted);
  }
  return scenes;
}

function addScenes(
  scenes: Scene[],
  { lang, text, alike, around, turns }: Passage,
  quoted: string,
): void {
  const cut = text.indexOf(quoted);
  const [before, behind] = [text.slice(0, cut), text.slice(cut + quoted.length)];
  const [first, second, third, fourth] = around as [string, string, string, string];
  const show = (own: string, cite: Cite, rest = (part: string) => part): string =>
    page(
      `<p>${first} ${second}</p><div data-own><p>${print(rest(before), cite)} ${own} ${print(rest(behind), cite)}</p></div><p>${third} ${alike} ${fourth}</p>`,
    );
  const from = show(`{${print(quoted, FIRST)}}`, FIRST);
  const size = quoted === text ? 'a passage' : 'a sentence';
  const add = (group: Scene['group'], kind: string, label: Scene['label'], after: string): void => {
    scenes.push({ group, kind, name: `${lang}, ${size}: ${kind}`, label, before: from, after });
  };
  for (const [kind, change] of Object.entries(PRINTS)) {
    const own = change(quoted);
    if (own !== quoted) add('other print', kind, 'found', show(print(own, FIRST), FIRST, change));
  }
  for (const [kind, change] of Object.entries(MARKUPS)) {
    const plain = print(quoted, FIRST);
    const own = change(plain);
    if (own !== plain) add('other print', kind, 'found', show(own, FIRST));
  }
  for (const [kind, cite] of Object.entries(CITES))
    if (cite !== FIRST)
      add('other print', `citations ${kind}`, 'found', show(print(quoted, cite), cite));
  if ((quoted.match(/§/g) ?? []).length > 2)
    add('other print', 'citations renumbered', 'found', show(print(quoted, FIRST, 2), FIRST));
  const mine = turns.filter(([, old]) => quoted.includes(old));
  for (const [kind, old, now] of mine) {
    const own = quoted.replace(old, now);
    add('other meaning', kind, 'changed', show(print(own, FIRST), FIRST));
    if (quoted === text) continue;
    // What only prints a text otherwise hides no change of it.
    add(
      'other meaning',
      `${kind}, printed otherwise`,
      'changed',
      show(
        print((PRINTS['no-break spaces'] as (text: string) => string)(own), CITES.none as Cite),
        CITES.none as Cite,
      ),
    );
    add(
      'other meaning',
      `${kind}, beside a figure`,
      'changed',
      show((MARKUPS['a figure'] as (html: string) => string)(print(own, FIRST)), FIRST),
    );
  }
  add('other meaning', 'deleted', 'nowhere', show('', FIRST));
  add(
    'other meaning',
    'deleted, its neighbours gone',
    'nowhere',
    show('', FIRST, () => ''),
  );
  add('other meaning', 'a sentence like it in its place', 'not found', show(alike, FIRST));
}
