/** What the labelled anchoring cases are made of: their shape, and pages of our own words. */

/**
 * `found`: in the place marked `data-own`, exact or normalised. `not found`: anything but that, nowhere. `nowhere`: not
 * even a changed passage is shown.
 */
export type Label = 'found' | 'changed' | 'ambiguous' | 'not found' | 'nowhere';

export interface Scene {
  group:
    | 'box before a copy'
    | 'neighbours rewritten'
    | 'citation markers'
    | 'deleted'
    | 'other print'
    | 'other meaning'
    | 'guard';
  /** What was done to the page, where the bench counts by it. */
  kind?: string;
  name: string;
  label: Label;
  /** Bodies; the text between `{` and `}` of `before` is the quote, and one block of `after` is `data-own`. */
  before: string;
  after: string;
}

const SENTENCES = [
  'Managers in the northern wards kept a written plan for every new colleague.',
  'Pay was raised twice during the years in which we visited the teams.',
  'Most of the files were held on paper until the second winter of the trial.',
  'Visitors described the rooms as quiet, well lit and easy to find.',
  'The council had asked for yearly reports on the number of contacts.',
  'Senior nurses shared their offices with those who had just arrived.',
  'A local champion spoke for the programme at every board meeting.',
  'Remote delivery was tried in the spring and given up before the autumn.',
  'Two of the trusts merged while the interviews were being held.',
  'Families were invited to the kitchen of the old school on Mondays.',
  'The telephone line was open at night, though few people knew of it.',
  'Students from the college helped to count the letters that came in.',
];
export const s = (n: number): string => SENTENCES[n % SENTENCES.length] as string;

/** A name and a year for each reference. */
export const names = (n: number): string =>
  `${['Abara', 'Moreau', 'Tanaka', 'Nguyen'][n % 4]} et al., ${2000 + (n % 20)}`;

const REFERENCES = `<section class="ref-list"><h2>References</h2><ol>${Array.from(
  { length: 24 },
  (_, i) =>
    `<li id="ref${i + 1}">${names(i + 1)}. A study of roles, part ${i + 1}. J Made Up Res.</li>`,
).join('')}</ol></section>`;

export const page = (body: string): string =>
  `<main><h1>Peer support in practice</h1>${body}${REFERENCES}</main>`;
