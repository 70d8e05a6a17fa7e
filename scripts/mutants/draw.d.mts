export const NOT_DRAWN: string;
export const DRAW: string;
export function draw<T>(items: readonly T[], count: number, seed: number): T[];
interface Checker {
  group(mutants: readonly { id: string; coveredBy: string[] }[]): Promise<string[][]>;
  check(
    mutants: readonly { id: string }[],
  ): Promise<Record<string, { status: string; reason?: string }>>;
}
export const strykerPlugins: readonly { name: string; injectableClass: new () => Checker }[];
