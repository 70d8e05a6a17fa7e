/** Taking what the DOM's prototypes hold, for the functions of this room. */

export type Maybe<T> = T | null | undefined;
/** The answer of a node that may not be there. */
export type Of<T, V> = T extends null | undefined ? undefined : V;
type Owner = 'EventTarget' | 'Node' | 'Element' | 'HTMLElement';

/** Where there is no DOM (the background's worker), nothing is asked of it. */
const prototype = (owner: Owner): object => globalThis[owner]?.prototype ?? {};

// Without side effects, so that a script carries only what it asks.
/* @__NO_SIDE_EFFECTS__ */
export function getter<T extends Node, V>(owner: Owner, name: keyof T): (this: T) => V {
  return Object.getOwnPropertyDescriptor(prototype(owner), name)?.get as (this: T) => V;
}

/* @__NO_SIDE_EFFECTS__ */
export function method<T extends Node, M>(owner: Owner, name: keyof T): M {
  return Object.getOwnPropertyDescriptor(prototype(owner), name)?.value as M;
}
