/** What each kind of step is called where it can be taken back. */
import type { Command } from '@/lib/model';

export const STEP_WORDS: Record<Command, string> = {
  'save-tag': 'tag saved',
  'change-tag': 'tag changed',
  'move-tag': 'tag moved',
  'delete-tags': 'tag deleted',
  'keep-place': 'changed passage kept',
  'correct-paper': 'paper corrected',
  'list-paper': 'reading list changed',
  'set-progress': 'progress changed',
  'set-eligibility': 'eligibility changed',
  'unlist-paper': 'paper taken off the list',
  'begin-review': 'review begun',
  'change-review': 'review changed',
  'delete-review': 'review deleted',
  'join-reviews': 'reviews joined',
  'change-settings': 'settings changed',
  'begin-coder': 'coder begun',
  'rename-coder': 'name changed',
  'join-coders': 'coders joined',
  restore: 'backup restored',
  'forget-history': 'history forgotten',
  'set-aside': 'records set aside',
  undo: 'step taken back',
  'before-steps': 'what an older version wrote',
};
