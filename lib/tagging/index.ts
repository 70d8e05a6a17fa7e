/** The door of tagging: what keys mean and how a tag is put together. No DOM, no browser, no store. */
export { COMMAND_GROUPS, type CommandContext, type Situation } from './command';
export * from './commands';
export * from './draft';
export * from './keys';
export * from './meanings';
export * from './number-keys';
