/**
 * Lists of tags (JSON): a review as rows of names, without records of Bearing. The ids are made from the file, so that a
 * file that is imported twice adds nothing.
 */
import { hashOf } from '../../../model';
import { codebookNameFrom } from '../../file-name';
import type { FileText } from '../file-text';
import type { Importer, Reading, RejectedRecord } from '../importer';
import { MAX_DEPTH } from '../rejected';
import { depthOf } from '../safe-json';
import { isTagList, tagListOf } from './rows';
import { recordsOf } from './to-records';

export const tagList: Importer = {
  ...{ id: 'tag-list', label: 'lists of tags', extensions: ['json'], mime: 'application/json' },
  sniff: ({ json }) => isTagList(json),
  read,
};

function read({ json, text, name }: FileText): Reading {
  if (depthOf(json, MAX_DEPTH) > MAX_DEPTH)
    return { ok: false, problem: 'This file is nested too deeply to be a list of tags.' };
  const rejected: RejectedRecord[] = [];
  const list = tagListOf(json as Record<string, unknown>, rejected);
  const title = list.review.title ?? (codebookNameFrom(name) || 'Imported review');
  const records = recordsOf({ ...list, title, seed: hashOf(text) }, rejected);
  const state = { hasSums: false, isBroken: false, altered: 0, missing: 0 };
  return { ok: true, kind: 'records', records, rejected, state, written: { at: '', app: '' } };
}
