/** The door of the model: every record's schema, and the types inferred from it. */
export * from './codebook';
export * from './coder';
export * from './common';
export * from './contents';
export * from './dates';
export * from './group';
export * from './id';
export * from './installation';
export * from './json-safe';
export * from './kinds';
export * from './legacy';
export * from './paper';
export * from './review';
export * from './row-check';
export * from './statement';
export * from './steps';
export * from './tag';
export { z } from './zod';
