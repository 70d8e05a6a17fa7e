/** The codes of a project of any tool: what each is called, what it is under, and what it says of a passage. */
import { type CodedPassage, LONGEST_TEXT, type Stance } from '../../../model';
import { guidOfText } from '../../codebook/draft';
import { readMemo } from '../../codebook/memo';
import { childrenOf, type XmlElement } from '../../codebook/xml';
import { type Dial, dialOfCode, STANCE_NAME, STANCES } from '../../refi-words';
import { oneLine, sanitizeText } from '../../text';

/** A code is an influence, an influence with a stance, or a part of another tag. */
export type CodeMeaning =
  | { code: CodedPassage['code']; stance?: Stance }
  | { dial: Dial; value: string };

interface Folder {
  name: string;
  description: string;
  below: readonly XmlElement[];
  /** It has codes for support and for contrast, with nothing else in their names. */
  hasBareStances: boolean;
  guid?: string;
  above?: Folder;
}

/** By their GUIDs. @param isOurs Bearing wrote the project: its outermost folders are codebooks */
export function codesIn(project: XmlElement, isOurs: boolean): Map<string, CodeMeaning> {
  const meanings = new Map<string, CodeMeaning>();
  const top = childrenOf(project, 'CodeBook')
    .flatMap((one) => childrenOf(one, 'Codes'))
    .flatMap((one) => childrenOf(one, 'Code'));
  for (let level = top.map((one) => folderOf(one)); level.length; ) {
    for (const one of level)
      if (one.guid && !meanings.has(one.guid)) meanings.set(one.guid, meaningOf(one, isOurs));
    level = level.flatMap((one) => one.below.map((element) => folderOf(element, one)));
  }
  return meanings;
}

function folderOf(element: XmlElement, above?: Folder): Folder {
  const below = childrenOf(element, 'Code');
  const names = new Set(below.map((one) => nameOf(one).toLowerCase()));
  const guid = guidOfText(element.attributes.get('guid'));
  const text = sanitizeText(childrenOf(element, 'Description')[0]?.text ?? '').trim();
  return {
    ...{ name: nameOf(element), description: text.slice(0, LONGEST_TEXT), below },
    hasBareStances: names.has('supporting') && names.has('contrasting'),
    ...(guid && { guid }),
    ...(above && { above }),
  };
}

const nameOf = (element: XmlElement): string => oneLine(element.attributes.get('name') ?? '');

function meaningOf(one: Folder, isOurs: boolean): CodeMeaning {
  const dial = dialOfCode(one.name);
  if (dial) return dial;
  const stance = stanceOf(one);
  const folder = stance && one.above ? one.above : one;
  const path: string[] = [];
  for (let at = folder.above; at; at = at.above) path.unshift(labelOf(at));
  const codebook = isOurs ? path.shift() : undefined;
  const code = {
    ...{ label: labelOf(folder), path, definition: definitionOf(folder) },
    ...(codebook && { codebook }),
  };
  return { code, ...(stance && { stance }) };
}

/**
 * "Training: Supporting" below "Training", and "Supporting" where "Contrasting" is beside it: a code of this name alone may be
 * about support.
 */
function stanceOf({ name, above }: Folder): Stance | undefined {
  if (!above) return undefined;
  const own = name.toLowerCase();
  const whole = `${above.name.toLowerCase()}: `;
  return STANCES.find((stance) => {
    const word = STANCE_NAME[stance].toLowerCase();
    return own === whole + word || (above.hasBareStances && own === word);
  });
}

/** Its description has it where the name of a code was made unique or cut. */
const labelOf = ({ name, description }: Folder): string =>
  oneLine(readMemo(description).label ?? '') || name;

const definitionOf = ({ description }: Folder): string =>
  readMemo(description).label ? description.replace(/^Label: .*\n?/m, '').trim() : description;
