/** Programs of the machine that tests read files with, where it has them. */
import { spawnSync } from 'node:child_process';

/** Is there such a program? */
export const hasProgram = (name: string): boolean =>
  spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

/** What a program makes of a text or of bytes. @throws where it fails */
export function through(command: string, input: string | Uint8Array): string {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    input,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}
