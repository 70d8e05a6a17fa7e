import type { Locator, Page } from '@playwright/test';

type Stance = 'supporting' | 'contrasting' | 'mentioning';

export const STANCE_KEYS: Record<Stance, string>;
export const STANCE_SHAPES: Record<Stance, string>;
export const PAINTED_AS: Record<Stance, string>;
export const CHOSEN_AS: string;
export const tagging: Record<
  'bar' | 'toolbar' | 'field' | 'options' | 'saved' | 'problem' | 'unsaved',
  (page: Page) => Locator
>;
export function startFromPopup(popup: Page, page: Page): Promise<void>;
export function selectByMouse(page: Page, text: string): Promise<void>;
export function chosenText(page: Page): Promise<string>;
export function tagsOnPage(page: Page): Promise<Record<Stance, number>>;
export function tagByKeys(
  page: Page,
  tag: { stance: Stance; find?: string; slot?: number },
): Promise<void>;
export function tagByMouse(page: Page, tag: { stance: Stance; influence: string }): Promise<void>;
export function painted(page: Page): Promise<Record<Stance, string[]>>;
export function paintedCount(page: Page): Promise<number>;
export function mapInWords(popup: Page): Promise<string[]>;
export function paperInWords(popup: Page): Promise<string[]>;
export function exportFromPopup(popup: Page, entry: string | RegExp): Promise<void>;
