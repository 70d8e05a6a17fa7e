/** What can be between two cells of a CSV. Spreadsheets of countries with a decimal comma open semicolons. */
export const SEPARATORS = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' } as const;
export type Separator = keyof typeof SEPARATORS;
