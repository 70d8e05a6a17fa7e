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

export function routeHash(room: RoomId, query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${room}${search ? `?${search}` : ''}`;
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(subscribe, () => location.hash));
}

export function go(room: RoomId, query: Record<string, string> = {}): void {
  location.hash = routeHash(room, query);
}

/** Changes parts of what the address says of this room; undefined takes one away. */
export function changeQuery(parts: Record<string, string | undefined>): void {
  const { room, query } = parseRoute(location.hash);
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  go(room, Object.fromEntries(query));
}
