interface Command {
  usage: string;
  options?: readonly string[];
}

export function usageAnswer(
  words: readonly string[],
  command: Command,
): { text: string; code: number } | null;
export function stopForUsage(words: readonly string[], command: Command): void;
