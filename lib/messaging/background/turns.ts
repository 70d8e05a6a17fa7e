/**
 * Whose turn it is in the background. The requests of one document are carried out one after the other, so that
 * no page keeps the others waiting; and of an event (something has happened, nobody waits for an answer of its
 * own) at most one waits per document and kind: a newer one takes the place of an older one.
 */

interface Job {
  event: string | null;
  work: () => Promise<unknown>;
  done: Promise<unknown>;
  settle: (result: Promise<unknown>) => void;
}

/** A reader is never this far ahead; whoever is sends without a reader. */
export const MOST_WAITING = 200;

export class Turns {
  private readonly queues = new Map<string, Job[]>();

  /**
   * Carries `work` out when it is the document's turn. Null when too much of that document waits already.
   * @param event its kind, if this is an event; then `work` may be dropped for a newer one, whose result is given
   */
  take<T>(document: string, event: string | null, work: () => Promise<T>): Promise<T> | null {
    const queue = this.queues.get(document);
    if (!queue) {
      const job = newJob(event, work);
      this.queues.set(document, []);
      void this.run(document, job);
      return job.done as Promise<T>;
    }
    const older = event === null ? -1 : queue.findIndex((job) => job.event === event);
    if (older >= 0) {
      // At the end: what came between the two has happened before the newer one.
      const [job] = queue.splice(older, 1) as [Job];
      job.work = work;
      queue.push(job);
      return job.done as Promise<T>;
    }
    if (queue.length >= MOST_WAITING) return null;
    const job = newJob(event, work);
    queue.push(job);
    return job.done as Promise<T>;
  }

  private async run(document: string, first: Job): Promise<void> {
    for (let job: Job | undefined = first; job; job = this.queues.get(document)?.shift()) {
      const result = job.work();
      job.settle(result);
      await result.catch(() => undefined);
    }
    this.queues.delete(document);
  }
}

function newJob(event: string | null, work: () => Promise<unknown>): Job {
  let settle: Job['settle'] = () => {};
  const done = new Promise<unknown>((resolve) => {
    settle = resolve;
  });
  return { event, work, done, settle };
}
