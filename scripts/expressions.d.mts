export interface Found {
  file: string;
  line: number;
  expression: string | undefined;
  text: string;
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
export function judge(
  expressions: Iterable<string>,
  file: string,
): Promise<{ verdicts: Record<string, Verdict>; fresh: number }>;
export function faults(
  found: readonly Found[],
  verdicts: Record<string, Verdict>,
  listed: readonly Listed[],
): string[];
