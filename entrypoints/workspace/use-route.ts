/** Where in the workspace the reader is: `#/map?codebook=…`. The address bar is the state, so that back works. */
import { useSyncExternalStore } from 'react';

export const ROOMS = [
  { id: 'map', name: 'Map', key: 'm', icon: 'map' },
  { id: 'statements', name: 'Statements', key: 's', icon: 'quote' },
  { id: 'papers', name: 'Papers', key: 'p', icon: 'papers' },
  { id: 'codebooks', name: 'Codebooks', key: 'c', icon: 'book' },
  { id: 'exchange', name: 'Exchange', key: 'e', icon: 'exchange' },
  { id: 'settings', name: 'Settings', key: ',', icon: 'settings' },
] as const;
export type RoomId = (typeof ROOMS)[number]['id'];

export interface Route {
  room: RoomId;
  query: URLSearchParams;
}

/** Anything that names no room is the map. */
export function parseRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const room = ROOMS.find(({ id }) => id === path)?.id ?? 'map';
  return { room, query: new URLSearchParams(search) };
}

/** Parameters by name; one with several values is repeated. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export const routeHash = (room: RoomId, query: Query = {}): string =>
  hashOf(room, withParts(new URLSearchParams(), query));

function hashOf(room: RoomId, query: URLSearchParams): string {
  const search = query.toString();
  return `#/${room}${search ? `?${search}` : ''}`;
}

/** The parameters with these instead; undefined takes one away. */
function withParts(query: URLSearchParams, parts: Query): URLSearchParams {
  for (const [name, value] of Object.entries(parts)) {
    query.delete(name);
    for (const one of [value ?? []].flat()) query.append(name, one);
  }
  return query;
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}

export function go(room: RoomId, query: Query = {}): void {
  location.hash = routeHash(room, query);
}

/** What the address says now, for what is worked out from it: two presses may come before anything is drawn. */
export const queryNow = (): URLSearchParams => parseRoute(location.hash).query;

/**
 * Changes parts of what the address says of this room; undefined takes one away.
 * @param replace Back does not lead to what was before: for what is typed, letter by letter
 */
export function changeQuery(parts: Query, { replace = false } = {}): void {
  const { room, query } = parseRoute(location.hash);
  const hash = hashOf(room, withParts(query, parts));
  if (replace) location.replace(hash);
  else location.hash = hash;
}
