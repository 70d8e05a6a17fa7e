/**
 * The codebooks that come with Bearing, as data: one file each in `data/`, one line each below.
 *
 * The first three are always at hand. The others load when asked for, so that the popup and the
 * background stay light. The data is cast, not parsed: a test holds every file to the schema.
 */
import type { Codebook } from '../model';
import cfir2022 from './data/cfir-2022.json';
import ibrahim2020 from './data/ibrahim-2020.json';
import pswCore from './data/psw-core.json';

/** The codebook of a new review. */
export const DEFAULT_CODEBOOK_ID = 'psw-core';

const AT_HAND = [pswCore, ibrahim2020, cfir2022] as unknown as readonly Codebook[];

const ON_DEMAND = {
  'cfir-2009': () => import('./data/cfir-2009.json'),
  'com-b': () => import('./data/com-b.json'),
  'cooper-2024': () => import('./data/cooper-2024.json'),
  epis: () => import('./data/epis.json'),
  'eric-2015': () => import('./data/eric-2015.json'),
  'i-parihs': () => import('./data/i-parihs.json'),
  'mirbahaeddin-chreim-2022': () => import('./data/mirbahaeddin-chreim-2022.json'),
  'mutschler-2022': () => import('./data/mutschler-2022.json'),
  nasss: () => import('./data/nasss.json'),
  npt: () => import('./data/npt.json'),
  'proctor-2011': () => import('./data/proctor-2011.json'),
  'ramesh-2023': () => import('./data/ramesh-2023.json'),
  're-aim-prism': () => import('./data/re-aim-prism.json'),
  'tdf-v2': () => import('./data/tdf-v2.json'),
} as const;

/** Ids of all codebooks that come with Bearing, those at hand first. */
export const BUILT_IN_CODEBOOK_IDS: readonly string[] = [
  ...AT_HAND.map((codebook) => codebook.id),
  ...Object.keys(ON_DEMAND),
];

/** The built-in codebooks that are at hand at once; the default one first. */
export function builtInCodebooks(): Codebook[] {
  return [...AT_HAND];
}

/** Any built-in codebook; undefined for an id that is none of them. */
export async function loadBuiltInCodebook(id: string): Promise<Codebook | undefined> {
  const atHand = AT_HAND.find((codebook) => codebook.id === id);
  if (atHand || !Object.hasOwn(ON_DEMAND, id)) return atHand;
  const file = await ON_DEMAND[id as keyof typeof ON_DEMAND]();
  return file.default as unknown as Codebook;
}
