import { type ChildProcess, spawn } from 'node:child_process';
import { root } from '../build/places';

export type Program = { command: string; args: readonly string[]; env?: NodeJS.ProcessEnv };
export type Watch = {
  /** It is stopped when it has neither printed nor told anything for so long, however long it takes in all. */
  stillMs: number;
  /** What it tells over its channel; without this it has none. */
  hear?: (told: unknown) => void;
};

const running = new Set<ChildProcess>();

// Whoever stops the run stops what it started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of running) end(child, 'SIGTERM');
    process.exit(130);
  });
}

/** Runs a program without standard input and keeps what it prints. */
export const runProgram = ({ command, args, env }: Program, { stillMs, hear }: Watch) =>
  new Promise<{ ok: boolean; output: string }>((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, CI: '1', npm_config_loglevel: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe', ...(hear ? (['ipc'] as const) : [])],
      detached: true, // a group of its own, so that what hangs below it ends with it
    });
    running.add(child);
    let output = '';
    const stop = () => {
      output += `\nstopped: nothing has moved for ${Math.round(stillMs / 1000)} seconds\n`;
      end(child, 'SIGTERM');
      setTimeout(() => end(child, 'SIGKILL'), 10_000).unref();
    };
    const patience = setTimeout(stop, stillMs);
    const keep = (chunk: Buffer) => {
      patience.refresh();
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('message', (told) => {
      patience.refresh();
      hear?.(told);
    });
    const finish = (ok: boolean) => {
      clearTimeout(patience);
      running.delete(child);
      resolve({ ok, output });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });

/** Ends a program with all that it started; nothing is there any more when it ended by itself. */
const end = ({ pid }: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
};
