/** The keys of the surfaces that have a fixed set of them; those of tagging mode come from its list of commands. */
export interface Keys {
  where: string;
  keys: readonly (readonly [keys: string, what: string])[];
}

export const SURFACE_KEYS: readonly Keys[] = [
  {
    where: 'Workspace',
    keys: [
      ['g m', 'Map'],
      ['g s', 'Statements'],
      ['g p', 'Papers'],
      ['g c', 'Codebooks'],
      ['g e', 'Exchange'],
      ['g ,', 'Settings'],
      ['/', 'Search in this room'],
      ['u', 'Undo what was done last'],
      ['U', 'Do it again'],
      ['q', 'Copy the quote that has the focus'],
      ['?', 'This help'],
    ],
  },
  {
    where: 'Side panel',
    keys: [
      ['/', 'Search'],
      ['s', 'Progress and eligibility of the paper'],
      ['u', 'Undo what was done last'],
      ['?', 'This help'],
    ],
  },
  {
    where: 'Popup',
    keys: [
      ['/', 'Jump to a paper, an influence or a command'],
      ['t', 'Tag this page, or stop tagging'],
      ['s', 'Add to the list; progress and eligibility'],
      ['?', 'All keys of the popup'],
    ],
  },
];
