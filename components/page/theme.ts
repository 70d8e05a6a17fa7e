/**
 * Light or dark: as the system has it, or as the reader has chosen for every page of ours. The colours are in
 * `components/tokens.css`, the dark ones under one condition on the system; a choice settles that condition in the page's
 * own copy of the stylesheet, so that each colour is still written once. The toolbar over a web page is not a page of ours: it
 * goes by the ground that it is shown on.
 */
import { useSyncExternalStore } from 'react';
import { followPreferences, setPreference } from '../ui/preference';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'bearing.theme';
const DARK = '(prefers-color-scheme: dark)';

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === kept) ?? 'system';
}

const isDark = (): boolean => {
  const theme = chosenTheme();
  return theme === 'system' ? matchMedia(DARK).matches : theme === 'dark';
};

const CONDITION: Readonly<Record<Theme, string>> = { system: DARK, light: 'not all', dark: 'all' };

/** Rules that were met under their own condition, before a choice took its place. */
const darkRules = new WeakSet<CSSRule>();

function isDarkRule(rule: CSSRule): rule is CSSMediaRule {
  if (!(rule instanceof CSSMediaRule)) return false;
  if (rule.media.mediaText === DARK) darkRules.add(rule);
  return darkRules.has(rule);
}

function apply(): void {
  const theme = chosenTheme();
  document.documentElement.style.colorScheme = theme === 'system' ? '' : theme;
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (isDarkRule(rule)) rule.media.mediaText = CONDITION[theme];
}

/** Shows this page in the chosen theme, now and whenever it is changed, here or in another page. */
export function followTheme(): void {
  apply();
  followPreferences(apply);
}

export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(followPreferences, chosenTheme);
  return [theme, (next) => setPreference(KEY, next)];
}

function followDark(listener: () => void): () => void {
  const query = matchMedia(DARK);
  query.addEventListener('change', listener);
  const end = followPreferences(listener);
  return () => {
    query.removeEventListener('change', listener);
    end();
  };
}

/** Is this page dark? */
export const useDark = (): boolean => useSyncExternalStore(followDark, isDark);
