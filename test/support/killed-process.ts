import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { projectFolder } from './project-folder';

export type ServerProcess = {
  /** As the power goes: nothing of it runs on, and nothing is tidied. */
  kill(): Promise<void>;
};

/** The back end itself in a process of its own, jobs and all, once it listens. */
export async function startServerProcess(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bff/src/main.ts'], {
    cwd: projectFolder,
    env: { ...process.env, NODE_ENV: undefined, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = once(child, 'close');
  // a test that fails leaves nobody behind
  onTestFinished(() => void child.kill('SIGKILL'));
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error(`it ended before it listened: ${said.join('').slice(-800)}`))),
  ]);
  child.stdout.resume();
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
