/** What all readers of earlier coding share: what of it is the same whatever file it was in. */
import type { CodedPassage } from '../../model';
import { sectionKind } from '../../page/shared';
import type { Reading } from './importer';

/** With the kind of each section, which most files do not name, from its title. */
export function withSectionKinds(reading: Reading): Reading {
  if (!reading.ok || reading.kind !== 'coding') return reading;
  const passages = reading.passages.map((one): CodedPassage => {
    if (!one.section || one.sectionKind) return one;
    return { ...one, sectionKind: sectionKind(one.section, true) };
  });
  return { ...reading, passages };
}
