export const root: string;
export function checkNode(version?: string): void;
export function ensureDeps(log?: (line: string) => void): void;
export function findBrowser(): Promise<string | undefined>;
export function ensureBrowser(log?: (line: string) => void): Promise<string>;
export function findFirefox(): string | undefined;
