/** An order of test files for whole runs: what takes longest begins, so that no worker is idle while another ends. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By what they take, from more than a minute to ten seconds. A machine that has run them before knows better. */
const SLOWEST = [
  ...['store/walks/long-walk', 'store/walks/random-steps-one', 'store/walks/random-steps-two'],
  ...['store/merge', 'store/flips', 'map/outputs/recount', 'store/golden', 'store/bad-rows'],
];

const fileOf = (name: string) => path.join(import.meta.dirname, 'unit', `${name}.test.ts`);

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slowest = SLOWEST.map(fileOf);
    const gone = slowest.find((file) => !existsSync(file));
    if (gone) throw new Error(`${gone} was moved: name it in slowest-first.ts.`);
    const place = ({ moduleId }: TestSpecification) => {
      const found = slowest.indexOf(path.normalize(moduleId));
      return found < 0 ? SLOWEST.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
