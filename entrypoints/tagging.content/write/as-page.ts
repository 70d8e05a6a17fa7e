/** Asking the background about this page, which it may have forgotten (a browser with hundreds of tabs, an update). */

import { ask } from '../../../lib/messaging';
import type { NewTag } from '../../../lib/model';
import { Problem } from '../../../lib/model/problem';

/** Makes a request; where the background does not know the report, it gets that first. Throws as `send` does. */
export async function asPage<T>(report: NewTag['page'], request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'unknown-report') throw error;
    await ask('page/remember', { report });
    return request();
  }
}
