/**
 * The codebooks that come with Bearing, as data: one file each in `data/`, one line each below. A version that Bearing
 * ships is always its own text, whatever a file or the store has under that name.
 *
 * A reader can choose any of them. Three are always at hand, because reviews use them most; the others load when a review
 * uses them or a reader looks at them, so that the popup stays light. (The background is one file and contains them all; each
 * is evaluated when it is first asked for.) The data is cast, not parsed: a
 * test holds every file to the schema.
 */
import { type Codebook, type CodebookRef, sameVersion } from '../model';
import cfir2022 from './data/cfir-2022.json';
import ibrahim2020 from './data/ibrahim-2020.json';
import pswCore from './data/psw-core.json';

/** The codebook of a new review. */
export const DEFAULT_CODEBOOK: CodebookRef = { id: pswCore.id, version: pswCore.version };

const AT_HAND = [pswCore, ibrahim2020, cfir2022] as unknown as readonly Codebook[];

const ON_DEMAND: Readonly<Record<string, { version: string; load: () => Promise<unknown> }>> = {
  'cfir-2009': { version: '2009', load: () => import('./data/cfir-2009.json') },
  'com-b': { version: '2011', load: () => import('./data/com-b.json') },
  'cooper-2024': { version: '2024', load: () => import('./data/cooper-2024.json') },
  epis: { version: '2019', load: () => import('./data/epis.json') },
  'eric-2015': { version: '2015', load: () => import('./data/eric-2015.json') },
  'i-parihs': { version: '2016', load: () => import('./data/i-parihs.json') },
  'mirbahaeddin-chreim-2022': {
    version: '2022',
    load: () => import('./data/mirbahaeddin-chreim-2022.json'),
  },
  'mutschler-2022': { version: '2022', load: () => import('./data/mutschler-2022.json') },
  nasss: { version: '2017', load: () => import('./data/nasss.json') },
  npt: { version: '2009', load: () => import('./data/npt.json') },
  'proctor-2011': { version: '2011', load: () => import('./data/proctor-2011.json') },
  'ramesh-2023': { version: '2023', load: () => import('./data/ramesh-2023.json') },
  're-aim-prism': {
    version: 'RE-AIM 1999/2019; PRISM 2008',
    load: () => import('./data/re-aim-prism.json'),
  },
  'tdf-v2': { version: '2012', load: () => import('./data/tdf-v2.json') },
};

/** The texts that are at hand now, by id. */
const loaded = new Map(AT_HAND.map((codebook) => [codebook.id, codebook]));

/** All codebooks that come with Bearing, those at hand first. */
export const BUILT_IN_CODEBOOKS: readonly CodebookRef[] = [
  ...AT_HAND.map(({ id, version }) => ({ id, version })),
  ...Object.entries(ON_DEMAND).map(([id, { version }]) => ({ id, version })),
];

/** The built-in codebooks that are at hand at once; the default one first. */
export function builtInCodebooks(): Codebook[] {
  return [...AT_HAND];
}

/** The text of every codebook that comes with Bearing, in the order of `BUILT_IN_CODEBOOKS`. */
export async function allShipped(): Promise<Codebook[]> {
  await loadShipped(BUILT_IN_CODEBOOKS);
  return BUILT_IN_CODEBOOKS.map((ref) => shippedText(ref) as Codebook);
}

/** Does this Bearing ship this version? */
export const isShipped = (ref: CodebookRef): boolean =>
  BUILT_IN_CODEBOOKS.some((one) => sameVersion(one, ref));

/** Is this one of Bearing's own codebooks, whatever its version? */
export const isBuiltIn = (id: string): boolean => BUILT_IN_CODEBOOKS.some((one) => one.id === id);

/** Makes the texts of these available to `shippedText`, as far as Bearing ships them: before a transaction begins. */
export async function loadShipped(refs: Iterable<CodebookRef>): Promise<void> {
  for (const ref of refs)
    if (isShipped(ref) && !loaded.has(ref.id)) {
      const file = (await ON_DEMAND[ref.id]?.load()) as { default: Codebook } | undefined;
      if (file) loaded.set(ref.id, file.default);
    }
}

/** The text that Bearing ships under this name; undefined for any other version, and for one that has not been loaded. */
export function shippedText(ref: CodebookRef): Codebook | undefined {
  return isShipped(ref) ? loaded.get(ref.id) : undefined;
}

/** The codebook as it may be written: Bearing's own text where it bears the name of one, for which `loadShipped` comes first. */
export function genuine(codebook: Codebook): Codebook {
  if (!isShipped(codebook)) return codebook;
  const text = shippedText(codebook);
  if (!text) throw new Error(`${codebook.id} is written before its text was loaded`);
  return text;
}
