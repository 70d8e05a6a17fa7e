/** The levels of priority as the choices of a menu. */
import { PRIORITY_WORDS, Priority } from '@/lib/model';

export const PRIORITIES: readonly { value: Priority | 'none'; text: string }[] = [
  ...Priority.options.map((value) => ({ value, text: PRIORITY_WORDS[value] })),
  { value: 'none', text: 'No priority' },
];
