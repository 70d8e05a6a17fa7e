export function verifyReport(
  html: string,
): { quotes: number; papers: number; faults: string[] } | null;
