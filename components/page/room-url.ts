/** The addresses of the workspace's rooms, for the surfaces that link to them. */

import { WELCOME_PATH } from '@/lib/browser';

export type Room = 'map' | 'statements' | 'papers' | 'codebooks' | 'exchange' | 'settings';

/** A part of the help: the first steps with an example, or the keys. */
export type HelpPart = 'start' | 'keys';

/** The address of the help, or of a part of it. */
export const helpUrl = (part?: HelpPart): string =>
  part === 'start' ? WELCOME_PATH : `/help.html${part ? `#${part}` : ''}`;

/** The address of a room of the workspace. */
export function roomUrl(room: Room, query?: Record<string, string>): string {
  const search = query ? `?${new URLSearchParams(query)}` : '';
  return `/workspace.html#/${room}${search}`;
}
