/** The same page without machine metadata. */
export function stripMetadata(html: string): string;
