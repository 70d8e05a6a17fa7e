/** The Tab key at the toolbar's edges. */
import type { BarClient } from './client';
import { docked } from './connect';
import { statementOf } from './hand';

/** The toolbar's controls in the order of the Tab key. */
export const tabbable = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('.toolbar button, .toolbar input, .toolbar textarea'),
  ...document.querySelectorAll<HTMLElement>('.corner button'),
];

/** After the last control, and before the first, the page goes on beside the passage: not at its end. */
export function tabOut(event: KeyboardEvent, client: BarClient): void {
  if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey) return;
  const all = tabbable();
  const edge = event.shiftKey ? all[0] : all.at(-1);
  // Tab needs a passage to go on from, and the side panel has no page around it.
  if (docked || !statementOf(client.snapshot()) || event.target !== edge) return;
  event.preventDefault();
  client.post({ tabOut: event.shiftKey ? 'backwards' : 'forwards' });
}
