/** The addresses of the workspace's rooms, for the surfaces that link to them. */

export type Room = 'map' | 'statements' | 'papers' | 'codebooks' | 'exchange' | 'settings';

/** The address of a room of the workspace. */
export function roomUrl(room: Room, query?: Record<string, string>): string {
  const search = query ? `?${new URLSearchParams(query)}` : '';
  return `/workspace.html#/${room}${search}`;
}
