/** What the bench of references runs: one printed reference without markup, as page reading takes it apart. */
import { entryFromText } from '../../lib/page/structure/references/entry';

Object.assign(globalThis, { readReferenceText: (text: string) => entryFromText(text, 1) });
