import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { freePort } from '../support/free-port';
import { projectFolder } from '../support/project-folder';

export type StartOptions = { dataDir: string; port?: number; sandboxPort?: number };

/** A demonstration that runs as `npm start` runs it. */
export type RunningDemonstration = {
  /** The address it printed first. */
  address: string;
  port: number;
  /** The page on which the SMS of this demonstration arrive. */
  smsInbox: string;
  staffPassword: string;
  /** Ctrl-C; gives the exit code. */
  stop: () => Promise<number | null>;
};

/** A folder of this test's own. */
export const emptyFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'jikaotong-browser-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

/** Starts the demonstration on free ports and waits for its address; throws with what it printed when it ends first. */
export const startDemonstration = async (wishes: StartOptions): Promise<RunningDemonstration> => {
  const running = await run(wishes);
  const line = /running at (\S+)[\s\S]*arrives at (\S+)[\s\S]*the password (\S+)[\s\S]*Ctrl-C/;
  const [, address = '', smsInbox = '', staffPassword = ''] = await running.printed(line);
  return {
    address,
    port: Number(new URL(address).port),
    smsInbox,
    staffPassword,
    stop: () => {
      running.child.kill('SIGINT');
      return running.ended;
    },
  };
};

/** Starts what must not start: everything it wrote to standard error, and its exit code. */
export const refusedStart = async (wishes: StartOptions): Promise<{ code: number | null; said: string }> => {
  const { ended, errors } = await run(wishes);
  const code = await ended;
  return { code, said: errors() };
};

const run = async ({ dataDir, port, sandboxPort }: StartOptions) => {
  const ports = { PORT: String(port ?? (await freePort())), SANDBOX_PORT: String(sandboxPort ?? (await freePort())) };
  const child = spawn(process.execPath, [join(projectFolder, 'scripts/start.mjs')], {
    cwd: projectFolder,
    env: { ...process.env, ...ports, DATA_DIR: dataDir, NODE_ENV: undefined },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk.toString()));
  const ended = once(child, 'close').then(() => child.exitCode);
  onTestFinished(async () => {
    child.kill('SIGINT');
    await ended;
  });
  const printed = (line: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = line.exec(out.join(''));
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      void ended.then((code) => reject(new Error(`it ended with ${code}: ${out.join('')}${err.join('')}`)));
    });
  return { child, ended, printed, errors: () => err.join('').trim() };
};
