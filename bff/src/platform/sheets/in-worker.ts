import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { failed } from '@jikaotong/shared/kernel';
import type { SheetAnswer, SheetTask } from './task';

/** Two at once leave a core for everybody else on the smallest machine; more than the queue holds are told to wait. */
const AT_ONCE = 2;
const QUEUE = 40;
/**
 * Against files that would take for ever, and far above what an honest sheet needs, for a busy machine must refuse none.
 * What we write is our own: when that is slow, so is the machine.
 */
const DEADLINE_MS = { read: 30_000, mark: 30_000, write: 120_000 } as const satisfies Record<SheetTask['do'], number>;
const IDLE_MS = 30_000;
const MEMORY = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 } as const;

/** A worker that stands, and who listens to it now. */
type Standing = { readonly worker: Worker; heard: (event: Heard) => void };
type Heard = { readonly answer: SheetAnswer } | { readonly error: Error };

let running = 0;
const waiting: (() => void)[] = [];
/** Without work for a while, for a start costs more than most files; one that failed never comes back here. */
const idle: { readonly standing: Standing; readonly timer: NodeJS.Timeout }[] = [];

/** Does one task with a workbook away from the event loop, within a memory limit and a deadline. */
export async function inWorker(task: SheetTask): Promise<SheetAnswer> {
  if (running < AT_ONCE) running += 1;
  else if (waiting.length >= QUEUE) return failed('busy');
  else await new Promise<void>((next) => waiting.push(next));
  try {
    return await runIn(takeIdle() ?? (await startWorker()), task);
  } finally {
    // whoever waits takes this place over
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The deadline counts from when the worker stands: starting is our own slowness, not the file's. */
function runIn(standing: Standing, task: SheetTask): Promise<SheetAnswer> {
  const { worker } = standing;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      clearTimeout(timer);
      standing.heard = () => undefined;
      void worker.terminate();
    };
    const timer = setTimeout(() => {
      giveUp();
      resolve(failed('too-heavy'));
    }, DEADLINE_MS[task.do]);
    standing.heard = (event) => {
      if ('error' in event) {
        giveUp();
        if (isOutOfMemory(event.error)) resolve(failed('too-heavy'));
        else reject(event.error);
        return;
      }
      clearTimeout(timer);
      putIdle(standing);
      resolve(event.answer);
    };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(task);
  });
}

function takeIdle(): Standing | null {
  const last = idle.pop();
  if (!last) return null;
  clearTimeout(last.timer);
  last.standing.worker.ref();
  return last.standing;
}

/** Keeps no process alive, and ends by itself when nobody sends a sheet for a while. */
function putIdle(standing: Standing): void {
  const end = (): void => {
    const at = idle.findIndex((each) => each.standing === standing);
    if (at >= 0) idle.splice(at, 1);
    standing.heard = () => undefined;
    void standing.worker.terminate();
  };
  standing.heard = end;
  standing.worker.unref();
  idle.push({ standing, timer: setTimeout(end, IDLE_MS).unref() });
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

async function startWorker(): Promise<Standing> {
  const worker = newWorker();
  await once(worker, 'message');
  const standing: Standing = { worker, heard: () => undefined };
  worker.on('message', (answer: SheetAnswer) => standing.heard({ answer }));
  worker.on('error', (error) => standing.heard({ error }));
  worker.on('exit', () => standing.heard({ error: new Error('a sheet worker ended without an answer') }));
  return standing;
}

/** Beside the bundle stands a bundle of the worker (`npm run build`); from source it is TypeScript, which tsx reads. */
function newWorker(): Worker {
  const limits = { resourceLimits: MEMORY, env: {}, stderr: true } as const;
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./sheet-worker.js', import.meta.url), limits);
  const { resolve } = createRequire(import.meta.url);
  const files = [resolve('tsx/cjs'), fileURLToPath(new URL('./worker.ts', import.meta.url))];
  return new Worker(files.map((file) => `require(${JSON.stringify(file)});`).join(''), { ...limits, eval: true });
}
