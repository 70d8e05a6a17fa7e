/** Backup files of the first format, in today's shape. They are read for ever. */
import {
  coderNamed,
  coderNames,
  hashOf,
  idOf,
  ownNameIn,
  type Step,
  upgradeHistory,
  upgradeRecord,
} from '../../model';

export interface UpgradedFile {
  /** The file's outer object, as a file of today has it, with its records not yet checked. */
  file: Record<string, unknown>;
  /** Events of its history that no step can be made of. */
  rejected: { record: unknown; problem: string; index: number }[];
}

/**
 * A name that was typed in such a file is a coder of that file: the same one each time the file is read, and never
 * somebody of that name in another file.
 */
export function upgradeFile(file: Record<string, unknown>, text: string): UpgradedFile {
  const salt = hashOf(text);
  const coderOf = (name: string) => idOf(`${salt} ${name}`);
  const own = ownNameIn(file.settings);
  const lists = ['tags', 'assessments', 'history'].map((name) => listOf(file[name]));
  const [tags = [], assessments = [], history = []] = lists;
  const names = new Set([own, ...coderNames(lists.flat())]);
  const { steps, rejected } = upgradeHistory(history, coderOf);
  const { history: _, ...rest } = file;
  return {
    file: {
      ...rest,
      coderId: coderOf(own),
      counter: 0,
      forgotten: 0,
      settings: upgradeRecord('settings', file.settings, coderOf),
      coders: [...names].map((name) => coderNamed(name, coderOf(name))),
      tags: tags.map((tag) => upgradeRecord('tags', tag, coderOf)),
      assessments: assessments.map((one) => upgradeRecord('assessments', one, coderOf)),
      stamps: [],
      steps: steps satisfies Step[],
    },
    rejected: rejected.map((one) => ({ ...one, index: history.indexOf(one.record) })),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
