/** The door of the seams over `browser.*`. */
export * from './tabs';
