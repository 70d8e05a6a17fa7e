/** The codes of a project of any tool: what each is called, what it is under, and what it states about a passage. */
import { type CodedPassage, grouped, LONGEST_TEXT, type Stance } from '../../../model';
import { guidOfText } from '../../codebook/draft';
import { readMemo } from '../../codebook/memo';
import { childrenOf, type XmlElement } from '../../codebook/xml';
import { type Dial, dialOfCode, STANCE_NAME, STANCES } from '../../refi-words';
import { oneLine, sanitizeText } from '../../text';

type Code = CodedPassage['code'];

/** A code is an influence, an influence with a stance, or a part of another tag. */
export type CodeMeaning = { code: Code; stance?: Stance } | { dial: Dial; value: string };

interface Folder {
  name: string;
  description: string;
  below: readonly XmlElement[];
  /** It has codes for support and for contrast, with nothing else in their names. */
  hasBareStances: boolean;
  /** It has those that we write: it is an influence, and not a folder of influences. */
  hasStances: boolean;
  guid?: string;
  above?: Folder;
}

/** By their GUIDs. @param isOurs Bearing wrote the project: its outermost folders are codebooks, and those of groups no codes */
export function codesIn(project: XmlElement, isOurs: boolean): Map<string, CodeMeaning> {
  const meanings = new Map<string, CodeMeaning>();
  const codes = new Map<Folder, Code>();
  const top = childrenOf(project, 'CodeBook')
    .flatMap((one) => childrenOf(one, 'Codes'))
    .flatMap((one) => childrenOf(one, 'Code'));
  for (let level = top.map((one) => folderOf(one)); level.length; ) {
    for (const one of level)
      if (one.guid && !meanings.has(one.guid))
        meanings.set(one.guid, meaningOf(one, isOurs, codes));
    level = level.flatMap((one) => one.below.map((element) => folderOf(element, one)));
  }
  if (isOurs) nameApart(codes);
  return meanings;
}

/** Of our own codes that have one label, and are under the same ones: by the names that we gave them, which are unique. */
function nameApart(codes: ReadonlyMap<Folder, Code>): void {
  const alike = grouped([...codes], ([, { codebook, path, label }]) =>
    [codebook, ...path, label].join('\u0000'),
  );
  for (const all of alike.values())
    if (all.length > 1) for (const [{ name }, code] of all) code.label = name;
}

function folderOf(element: XmlElement, above?: Folder): Folder {
  const below = childrenOf(element, 'Code');
  const names = new Set(below.map((one) => nameOf(one).toLowerCase()));
  const guid = guidOfText(element.attributes.get('guid'));
  const text = sanitizeText(childrenOf(element, 'Description')[0]?.text ?? '');
  const name = nameOf(element);
  return {
    ...{ name, description: text.slice(0, LONGEST_TEXT), below },
    hasBareStances: names.has('supporting') && names.has('contrasting'),
    hasStances: names.has(`${name}: ${STANCE_NAME.supporting}`.toLowerCase()),
    ...(guid && { guid }),
    ...(above && { above }),
  };
}

const nameOf = (element: XmlElement): string => oneLine(element.attributes.get('name') ?? '');

/** @param codes those that were met, by the folder or code that they are */
function meaningOf(one: Folder, isOurs: boolean, codes: Map<Folder, Code>): CodeMeaning {
  const dial = dialOfCode(one.name);
  if (dial) return dial;
  const stance = stanceOf(one);
  const folder = stance && one.above ? one.above : one;
  const code = codes.get(folder) ?? codeOf(folder, isOurs);
  // In our own projects, folders can be coded only through their stances.
  if (stance || !isOurs) codes.set(folder, code);
  return { code, ...(stance && { stance }) };
}

function codeOf(folder: Folder, isOurs: boolean): Code {
  const above: Folder[] = [];
  for (let at = folder.above; at; at = at.above) above.unshift(at);
  const [codebook] = isOurs ? above : [];
  return {
    label: labelOf(folder),
    path: above.filter((one) => !isOurs || one.hasStances).map(labelOf),
    definition: definitionOf(folder),
    ...(codebook && { codebook: labelOf(codebook) }),
    ...(isOurs && folder.guid && { guid: folder.guid }),
  };
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
  (readMemo(description).label ? description.replace(/^Label: .*\n?/m, '') : description).trim();
