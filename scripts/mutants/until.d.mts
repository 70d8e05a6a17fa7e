interface Runner {
  mutantRun(options?: unknown): Promise<object>;
}
export const UNTIL: string;
export function until<T extends Runner>(runner: T, end: number): Runner;
export const strykerPlugins: readonly { name: string }[];
