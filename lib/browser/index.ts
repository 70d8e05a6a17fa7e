/** The door of the seams over `browser.*`. */

export * from './bars';
export * from './documents';
export * from './handover';
export * from './listed';
export * from './open-statement';
export * from './page';
export * from './panel';
export * from './private';
export * from './reader';
export * from './tabs';
