import type { Frame, Locator, Page } from '@playwright/test';

type Stance = 'supporting' | 'contrasting' | 'mentioning';

/** A page of Playwright or of puppeteer: some functions do no more than ask the page. */
export interface Evaluates {
  // biome-ignore lint/suspicious/noExplicitAny: the two spell the types of what is evaluated differently
  evaluate(work: any, argument?: any): Promise<any>;
}

export const STANCE_KEYS: Record<Stance, string>;
export const STANCE_SHAPES: Record<Stance, string>;
export const STANCE_LINES: Record<Stance, string>;
export const CHOSEN_LOOK: string;
export function namesByLook(): Record<string, string>;
export function layerOf(page: Evaluates, look: string): Promise<string>;
/** The frame that shows the toolbar, if the page has one. */
export function barOf(page: Page): Frame | undefined;
export function untilBar(page: Page): Promise<Frame>;
export const tagging: Record<
  | 'app'
  | 'bar'
  | 'toolbar'
  | 'field'
  | 'options'
  | 'saved'
  | 'keys'
  | 'meanings'
  | 'problem'
  | 'unsaved'
  | 'asked'
  | 'waiting',
  (page: Page) => Locator
>;
export function clickOnBar(part: Locator): Promise<void>;
export function startFromPopup(popup: Page, page: Page): Promise<void>;
export function selectByMouse(
  page: Page,
  text: string,
  how?: { readingOn?: boolean },
): Promise<void>;
export function chosenText(page: Evaluates): Promise<string>;
export function tagsOnPage(page: Page): Promise<Record<Stance, number>>;
export function countsIn(titles: readonly string[]): Record<Stance, number>;
export function tagByKeys(
  page: Page,
  tag: { stance: Stance; find?: string; slot?: number },
): Promise<void>;
export function tagByMouse(page: Page, tag: { stance: Stance; influence: string }): Promise<void>;
export function painted(page: Evaluates): Promise<Record<Stance, string[]>>;
export function paintedCount(page: Evaluates): Promise<number>;
export const MAP_ROWS: string;
export function mapInWords(popup: Page): Promise<string[]>;
export function paperInWords(popup: Page): Promise<string[]>;
export function citationInWords(popup: Page): Promise<string[]>;
export function exportFromPopup(popup: Page, entry: string | RegExp): Promise<void>;
export function importBackup(
  workspace: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
  limit?: number,
): Promise<void>;
export const panelRows: (panel: Page) => Locator;
