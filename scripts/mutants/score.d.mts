import type { MutantResult } from '@stryker-mutator/api/core';

export interface Score {
  total: number;
  ran: number;
  noticed: number;
  unreached: number;
  static: number;
  disabled: MutantResult[];
  score: number;
  interval: { lo: number; hi: number } | undefined;
  passes: boolean | undefined;
  survivors: MutantResult[];
}
export function scoreOf(
  mutants: readonly Pick<MutantResult, 'status' | 'statusReason'>[],
  options: { notDrawn: string; wilson: (n: number, N: number) => { lo: number; hi: number } },
): Score;
