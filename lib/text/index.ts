/** The door of text-like helpers: plain strings in, plain strings out. Knows nobody. */
export * from './address';
export * from './clean';
export * from './doi';
export { looksLikeName } from './looks-like-name';
export { type Name, parseName, splitNames } from './names';
