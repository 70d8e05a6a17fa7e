/** The records of an invented site, each of which a simulated page may show, and what must hold at any time. */
import type { Change, SimulatedPage } from './simulated-page';

export const SITE = 'https://journal.example';

/** A record of a site: `show` puts everything of it into the page that carries its words. */
export function record(name: string, { doi = `10.1/${name}`, shown = true } = {}) {
  const title = `The ${name} study of peer workers in crisis houses`;
  const blocks = [
    `${title}. Marlow and Quist (2006). Demonstration Psychiatry 21, 253. ${shown ? `doi:${doi}` : ''}`,
    `Supervision of the ${name} workers every fortnight kept most of them in their posts for years.`,
    `Managers of the ${name} houses reported that nobody had a written description of the role.`,
    'Open peer review reports are available to everyone who has registered with this index.',
    `This ${name} paper was received on 1 May and accepted on 2 June of the same year, as usual.`,
  ];
  return {
    doi,
    title,
    blocks,
    own: blocks.filter((block) => block.includes(name)),
    url: `${SITE}/record/${name}`,
    text: { headings: [title], blocks } satisfies Change,
    metadata: [`doi=${doi}`, `title=${title}`],
  };
}

export const A = record('alpha');
export const B = record('omega');
export const C = record('gamma');
export const NOBODY: string[] = [];

/** Everything of a record at once, as a server sends it. */
export const whole = (one: typeof A, metadata = NOBODY): Change => ({
  url: one.url,
  title: one.title,
  metadata,
  ...one.text,
});

/** Looks every 50 ms: no block is ever another paper's, and none of the old one's is the new one's. */
export function neverWrong(page: SimulatedPage, until: number, records = [A, B, C]): string[] {
  const wrong: string[] = [];
  for (let time = 0; time <= until; time += 50) {
    page.at(time);
    for (const one of records)
      for (const block of one.own) {
        if (!page.blocks.includes(block)) continue;
        const paper = page.paperOf(block);
        if (paper !== null && paper !== one.doi && paper !== 'none')
          wrong.push(`${time} ms: "${block.slice(0, 30)}" is ${paper}'s`);
      }
  }
  return wrong;
}
