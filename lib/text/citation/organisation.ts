/** Is what is printed in the place of an author, or of a publisher, an organisation? */
import { COLLECTIVE } from '../names';

/** Words of organisations beside those of `COLLECTIVE`; in running text they are mere words. */
const BODY = new RegExp(
  `\\b(?:${String.raw`
  bank commission bureau nations union administration service college academy board panel
  trust company corporation corp inc ltd gmbh parliament court congress collab authority
  survey laborator\w+ hospital federal government who oecd unesco undp eu minist[eè]r\w*
  république república conseil consejo comité universit[éàä]\w* universidad\w* institut[oe]?
  gouvernement secretaría asociación verband bundes\w+ gesellschaft commonwealth
`
    .trim()
    .split(/\s+/)
    .join('|')})\\b`,
  'i',
);

export const isOrganisation = (text: string) => COLLECTIVE.test(text) || BODY.test(text);
