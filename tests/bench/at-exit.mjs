/** What must be removed when the process ends, however it ends. */

const duties = new Set();
process.on('exit', () => {
  for (const work of duties) work();
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(130));

/** Runs `work`, which must be synchronous, when the process exits. The function that it gives runs it at once instead. */
export function atExit(work) {
  duties.add(work);
  return () => {
    if (duties.delete(work)) work();
  };
}
