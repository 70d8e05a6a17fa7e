/**
 * What the notice bench runs inside a page: what every page pays, what a page pays until it has its report, and what
 * reading the whole page costs, beside one plain pass over the same page.
 */
import { notice } from '../../lib/page';
import { freshCost, plainPass, timed, warmCost } from './page-cost';

/** There are many pages: few rounds a page tell enough of all. */
const ROUNDS = 5;

type Look = (doc: Document, url: string) => unknown;

/**
 * @param first what every page pays
 * @param all   the way to the report: the first look, and what follows where that does not decide
 */
export function installBench(first: Look, all: Look): void {
  Object.assign(globalThis, {
    /**
     * @param html the page as served, for documents that nobody has touched
     * @param oursFirst of the two first calls, which meets the page and which finds it met
     */
    bearingBench: async (html: string, oursFirst: boolean) => {
      const url = location.href;
      const onlyFirst = (doc: Document) => first(doc, url);
      const runs = [['ours', onlyFirst] as const, ['pass', plainPass] as const];
      if (!oursFirst) runs.reverse();
      const firstCalls = runs.map(([name, run]) => [name, timed(() => run(document))]);
      return {
        first: Object.fromEntries(firstCalls),
        kind: notice(document, url).kind,
        fresh: await freshCost(html, onlyFirst, ROUNDS),
        freshAll: await freshCost(html, (doc) => all(doc, url), ROUNDS),
        warm: warmCost(onlyFirst),
        whole: warmCost((doc) => notice(doc, url)),
      };
    },
  });
}
