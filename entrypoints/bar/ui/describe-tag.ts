/** A tag in words: its dials, beside influence and stance. */
import { strengthInWords, VOICE_WORDS } from '@/components/influence/dial-words';
import type { Tag } from '@/lib/model';
import { displayText } from '@/lib/text';
import type { BarClient } from '../client';

/** Only what is set: an own finding without direction has no words. */
export function dialWords(tag: Tag): string[] {
  const words: string[] = [];
  if (tag.direction !== 'unstated') words.push(tag.direction);
  if (tag.strength !== undefined) words.push(`strength ${strengthInWords(tag.strength)}`);
  if (tag.basis === 'second-hand') words.push('second-hand');
  if (tag.voice) words.push(VOICE_WORDS[tag.voice]);
  return words;
}

export function describeTag(client: BarClient, tag: Tag, site: string): string {
  const parts = [`${client.labelOf(tag)}: ${tag.stance}`, ...dialWords(tag)];
  if (site) parts.push(site);
  if (tag.note) parts.push(displayText(tag.note));
  return parts.join(' · ');
}
