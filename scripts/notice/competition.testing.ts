import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './run-command';

export const C25 = 'bspia-2025-competition-monitor-operator';
export const C24 = 'bspia-2024-competition-installer';

/** A folder of files to ask about; `stop` removes it. */
export async function openFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'competition-'));
  return {
    file: async (name: string, content: string | Uint8Array) => {
      const path = join(folder, name);
      await writeFile(path, content);
      return path;
    },
    stop: () => rm(folder, { recursive: true }),
  };
}

/** What the command line would print, and the code it would exit with. */
export async function asked(...args: string[]): Promise<{ exit: number; answer: unknown }> {
  const answer = await runCommand(args);
  const printed: unknown = JSON.parse(JSON.stringify(answer.ok ? answer.value : { problems: answer.error }));
  return { exit: answer.ok && !('unfinished' in answer) ? 0 : 1, answer: printed };
}
