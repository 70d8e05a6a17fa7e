/**
 * The example article: invented, short, and sentence by sentence what a first tag can be tried on. It is a paper like any
 * other, so that what readers see with it is what they get; it can be taken off the list again with all that was tagged.
 */
import type { PageReport, SectionKind } from '@/lib/model';

/** It is nowhere on the web, so it is known by a name of ours, as a PDF without an address is. */
const EXAMPLE = 'urn:bearing:example:1';

export const EXAMPLE_TITLE = 'Peer workers on six wards: an invented study';

export const EXAMPLE_REPORT: PageReport = {
  kind: 'article',
  reasons: ['the example of the first steps'],
  representation: 'html',
  url: EXAMPLE,
  paper: {
    title: EXAMPLE_TITLE,
    authors: [{ literal: 'An example by Bearing' }],
    year: 2026,
    fingerprint: EXAMPLE,
    sources: { title: 'visible', authors: 'visible', year: 'visible' },
  },
  conflicts: [],
};

interface ExampleSection {
  title: string;
  kind: SectionKind;
  sentences: readonly string[];
}

/** The first sentence is plainly about the influence that the key 1 has in a new review. */
export const EXAMPLE_SECTIONS: readonly ExampleSection[] = [
  {
    title: 'Results',
    kind: 'results',
    sentences: [
      'Where the culture of the ward valued lived experience, peer workers were still in post after two years.',
      'On the two wards where nobody had said what the role was, four of five peer workers left.',
      'A longer training made no difference to how many of them stayed.',
    ],
  },
  {
    title: 'Discussion',
    kind: 'discussion',
    sentences: [
      'Our findings suggest that preparing the team matters at least as much as preparing the worker.',
      'We also asked about pay, which we will report elsewhere.',
    ],
  },
];
