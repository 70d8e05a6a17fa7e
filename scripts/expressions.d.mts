export interface Found {
  file: string;
  line: number;
  expression: string | undefined;
  text: string;
  /** Characters of the longest piece that is written in one. */
  piece: number;
}
export interface Verdict {
  kind: 'safe' | 'polynomial' | 'exponential' | 'undecided';
  degree?: number;
  detail?: string;
}
export interface Listed {
  file: string;
  expression: string;
  longest: number;
  cut: string;
  undecided?: string;
}
export function expressionsIn(root: string, files: readonly string[]): Found[];
/** By the text of the expression. */
export type Verdicts = Record<string, Verdict>;
export function judge(expressions: Iterable<string>): Promise<Verdicts>;
export function kept(file: string): Verdicts;
export function keep(file: string, verdicts: Verdicts): void;
export function changes(before: Verdicts, now: Verdicts): string[];
export function faults(
  found: readonly Found[],
  verdicts: Verdicts,
  listed: readonly Listed[],
): string[];
