/** Which references of the list a link calls. */
import * as dom from '../../../dom';
import type { ReferenceList } from '../references/lists';
import { linkKeys } from './link-keys';

/** The references a link calls, as indexes; empty when it calls none. */
export function calls(el: Element, list: ReferenceList): number[] {
  if (list.byKey.size === 0) return [];
  const out: number[] = [];
  for (const key of linkKeys(el)) {
    const i = list.byKey.get(key);
    if (i !== undefined && !out.includes(i)) out.push(i);
  }
  if (out.length === 0) {
    for (const name of ['name', 'id']) {
      const value = dom.getAttribute(el, name);
      const i = value ? list.byKey.get(`\u0000${value}`) : undefined;
      if (i !== undefined) return [i];
    }
  }
  return out;
}
