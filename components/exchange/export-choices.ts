/**
 * How reviews leave, for all formats alike, and what was remembered of that: preferences of this browser, on which popup and
 * workspace agree.
 */
import { useSyncExternalStore } from 'react';
import { SEPARATORS, type Separator } from '@/lib/exchange';
import { z } from '@/lib/model';
import { CITATION_STYLES, type CitationStyle } from '@/lib/text';
import { citationStyle, setCitationStyle } from '../paper/citation-style';
import { followPreferences, setPreference } from '../ui/preference';

const CHOICES = 'bearing.export-choices';
const PRESETS = 'bearing.export-presets';
/** More would not help the reader to choose. */
export const MOST_PRESETS = 20;

const keysOf = <K extends string>(table: Readonly<Record<K, string>>) =>
  Object.keys(table) as [K, ...K[]];

const Kept = z.object({
  /** Excluded papers leave too. */
  excluded: z.boolean().catch(false),
  separator: z.enum(keysOf(SEPARATORS)).catch(','),
});

/** Of all files. The style of references is that of copied quotes too, and is kept with it. */
export interface ExportChoices {
  excluded: boolean;
  separator: Separator;
  style: CitationStyle;
}

const Preset = Kept.extend({
  name: z.string().min(1).max(80),
  format: z.string().min(1).max(60),
  style: z.enum(keysOf(CITATION_STYLES)).catch('apa'),
});
/** A format with the choices that it is exported with, under a name. */
export type Preset = z.infer<typeof Preset>;

/** What is kept under a key, as JSON; undefined where nothing is, or nothing that can be read. */
function kept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

export const exportChoices = (): ExportChoices => ({
  ...Kept.catch(() => Kept.parse({})).parse(kept(CHOICES)),
  style: citationStyle(),
});

export function changeChoices({ style, ...change }: Partial<ExportChoices>): void {
  if (style) setCitationStyle(style);
  const { style: _, ...now } = exportChoices();
  setPreference(CHOICES, JSON.stringify({ ...now, ...change }));
}

/** Follows what is kept as one text, because what is made of it is another object each time. */
const usePreference = <T>(read: () => T): T =>
  JSON.parse(useSyncExternalStore(followPreferences, () => JSON.stringify(read())));

export const useExportChoices = (): ExportChoices => usePreference(exportChoices);

export const presets = (): Preset[] => {
  const all = z.array(z.unknown()).max(MOST_PRESETS).safeParse(kept(PRESETS)).data ?? [];
  return all.flatMap((one) => Preset.safeParse(one).data ?? []);
};
export const usePresets = (): Preset[] => usePreference(presets);

/** One of the same name is replaced. */
export function rememberPreset(preset: Preset): void {
  const others = presets().filter(({ name }) => name !== preset.name);
  setPreference(PRESETS, JSON.stringify([...others, preset].slice(-MOST_PRESETS)));
}

export const forgetPreset = (name: string): void =>
  setPreference(PRESETS, JSON.stringify(presets().filter((one) => one.name !== name)));
