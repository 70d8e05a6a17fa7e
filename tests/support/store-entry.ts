/** The store's own code as one script, so that a test can fill the extension's database through it. */

import { backupOf, writeBackup } from '../../lib/exchange';
import { tellPages } from '../../lib/messaging';
import { Problem } from '../../lib/model';
import * as store from '../../lib/store';
import { readRecords } from './read-records';

/** The store with backups as the text of a file, as an extension page has them. */
const storeInPage = {
  ...store,
  // Asked again where the browser loses the message while it starts the background: then it is never answered.
  tellPages,
  backUp: async (app: string): Promise<string> =>
    writeBackup(backupOf(await store.contents(), app)),
  /** As the reader's own, who is the coder of the file from then on. */
  restore: async (
    text: string,
    options: store.RestoreOptions = { as: 'mine' },
  ): Promise<store.ImportSummary> => {
    const read = readRecords(text);
    if (!read.ok) throw new Problem('not-a-backup', read.problem);
    return store.restore(read.records, read.rejected, options);
  },
};

declare global {
  // Only ever set in a page that a test drives.
  var bearingStore: typeof storeInPage;
}
globalThis.bearingStore = storeInPage;
