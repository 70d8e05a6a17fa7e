/** Paths from the root, with forward slashes. */
export function sources(): string[];
