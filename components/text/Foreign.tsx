/**
 * A few words of a page or a file among our own. Isolated, so that right-to-left words move nothing beside
 * them; what would act on the line instead of showing anything is written out (`displayText`, which attributes use).
 */
import { displayText } from '@/lib/text';

export function Foreign({ text }: { text: string }) {
  return <bdi>{displayText(text)}</bdi>;
}
