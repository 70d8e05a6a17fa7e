/** The names of fields as `npm run inspect -- --why` takes them. */
export const fieldNamed = (name: string): string => (name === 'journal' ? 'containerTitle' : name);
