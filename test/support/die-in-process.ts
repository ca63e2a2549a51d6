import { fork } from 'node:child_process';
import { once } from 'node:events';
import { projectFolder } from './project-folder';
import type { ToVictim } from './victim';
import type { World } from './world';

/**
 * Another process opens the world's database and address, does `act`, and is killed by SIGKILL right after the nth statement
 * that writes. The world's own server has to be stopped meanwhile. Throws where it outlives the act.
 */
export async function dieInProcess(
  { settings, clock }: Pick<World, 'settings' | 'clock'>,
  nth: number,
  act: (runJobs: () => Promise<void>) => Promise<unknown>,
): Promise<void> {
  const child = fork('test/support/victim.ts', {
    cwd: projectFolder,
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: undefined },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, signal: child.signalCode }));
  const gone = ended.then(({ code, signal }) => {
    throw new Error(`it ended (${signal ?? code}): ${said.join('').slice(-800)}`);
  });
  gone.catch(() => undefined);
  const tell = async (what: ToVictim) => {
    const answered = once(child, 'message');
    child.send(what);
    await Promise.race([answered, gone]);
  };
  try {
    const now = Date.now();
    await tell({ do: 'open', settings, businessMs: clock.businessNow(), aheadMs: clock.wallNow() - now });
    await tell({ do: 'die', after: nth });
    await act(() => tell({ do: 'run-jobs' })).catch(() => undefined);
    const alive = new Promise<null>((resolve) => setTimeout(resolve, 5_000, null).unref());
    const end = await Promise.race([ended, alive]);
    if (end?.signal !== 'SIGKILL')
      throw new Error(`it was not killed after ${nth} statements: ${JSON.stringify(end)} ${said.join('').slice(-800)}`);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
