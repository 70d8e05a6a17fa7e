/** An order of test files for runs that end at the first failure, as `npm run mutate` has one for each mutant. */
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The longest that each file took in this process: a run of a few of its tests tells little of it. */
const longest = new Map<string, number>();

/** Vitest's own order begins with the slowest file, so that several workers end together. */
export class QuickestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { cache, config } = this.ctx;
    const took = ({ project, moduleId }: TestSpecification) => {
      const key = `${project.name}:${path.relative(config.root, moduleId)}`;
      const last = cache.getFileTestResults(key)?.duration ?? 0;
      longest.set(key, Math.max(last, longest.get(key) ?? 0));
      return longest.get(key) ?? 0;
    };
    const timed = files.map((file) => ({ file, ms: took(file) }));
    return timed.sort((a, b) => a.ms - b.ms).map(({ file }) => file);
  }
}
