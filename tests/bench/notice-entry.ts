/**
 * What the notice bench runs inside a page: what every page pays (`noticeTold`), what a page pays that is looked
 * at (`notice`), beside one plain pass over the same page.
 */
import { notice, noticeTold } from '../../lib/page';
import { freshCost, plainPass, timed, warmCost } from './page-cost';

/** There are many pages: few rounds a page tell enough of all. */
const ROUNDS = 5;

Object.assign(globalThis, {
  /**
   * @param html the page as served, for documents that nobody has touched
   * @param toldFirst of the two first calls, which meets the page and which finds it met
   */
  bearingBench: async (html: string, toldFirst: boolean) => {
    const url = location.href;
    const told = (doc: Document) => noticeTold(doc, url);
    const whole = (doc: Document) => notice(doc, url);
    const runs = [['told', told] as const, ['pass', plainPass] as const];
    if (!toldFirst) runs.reverse();
    const first = Object.fromEntries(runs.map(([name, run]) => [name, timed(() => run(document))]));
    return {
      first,
      kind: whole(document).kind,
      more: told(document).more,
      fresh: await freshCost(html, told, ROUNDS),
      warm: warmCost(told),
      whole: warmCost(whole),
    };
  },
});
