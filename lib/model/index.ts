/** The door of the model: every record's schema, and the types inferred from it. */
export * from './backup';
export * from './codebook';
export * from './common';
export * from './dates';
export * from './history';
export * from './id';
export * from './json-safe';
export * from './paper';
export * from './review';
export * from './row-check';
export * from './statement';
export * from './tag';
export { z } from './zod';
