/** The door of text-like helpers: plain strings in, plain strings out. Knows nobody. */
export * from './clean';
export * from './doi';
export * from './names';
