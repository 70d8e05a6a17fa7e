/** The papers of a tab's result list: read in its page, and checked before they are believed. */
import { browser } from 'wxt/browser';
import { Count, PageReport, Problem, z } from '../model';
import { scriptPath } from './page-scripts';

/** In milliseconds: a page that is busy for longer is not waited for. */
const ANSWER_MS = 10_000;

const Answer = z.object({
  reports: z.array(z.unknown()).max(1_000),
  unread: Count,
  isCut: z.boolean(),
});

export interface ListedPapers {
  reports: PageReport[];
  /** So many entries could not be read. */
  unread: number;
  /** The page lists more than was read of it. */
  isCut: boolean;
}

/** @throws Problem where the page does not answer, or not as our script does */
export async function papersListedBy(tabId: number): Promise<ListedPapers> {
  const answer = Answer.safeParse(await resultOf(tabId));
  if (!answer.success)
    throw new Problem(
      'unreachable',
      'The papers of this page could not be read. Reload the page, then try again.',
    );
  const { unread, isCut } = answer.data;
  const read = answer.data.reports.map((one) => PageReport.safeParse(one));
  const reports = read.flatMap(({ data }) => (data?.representation === 'list' ? [data] : []));
  return { reports, unread: unread + read.length - reports.length, isCut };
}

async function resultOf(tabId: number): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ANSWER_MS);
  });
  const files = [scriptPath('entries')];
  const put = browser.scripting.executeScript({ target: { tabId }, files });
  // A page that is gone, or that refuses scripts, gives none.
  const results = await Promise.race([put.catch(() => null), late]).finally(() =>
    clearTimeout(timer),
  );
  return results?.[0]?.result;
}
