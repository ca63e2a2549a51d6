import { once } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';

export type WorkerPoolSpec<Task> = {
  /** What it does, for the sentence when a worker dies: `sheet`. */
  readonly name: string;
  /** The worker's file: its TypeScript, and its bundle, which `npm run build` puts beside that of the server. */
  readonly source: URL;
  readonly bundle: URL;
  /** More than run at once wait; more than the queue holds are told that all are busy. */
  readonly atOnce: number;
  readonly queue: number;
  /** Counts from when the worker stands: starting is our own slowness, not the task's. */
  readonly deadlineMs: (task: Task) => number;
  /** The limit of what JavaScript holds there. */
  readonly memoryMb: number;
  /** A worker ends after so many tasks, for native code that keeps what it once held; absent: never. */
  readonly renewAfter?: number;
};

/** `busy`: the queue is full. `too-heavy`: the deadline passed or the memory was not enough; the worker was ended. */
export type PoolRefusal = 'busy' | 'too-heavy';
export type WorkerPool<Task, Answer> = (task: Task) => Promise<Result<Answer, PoolRefusal>>;

/** A worker that stands, how much it has done, and who listens to it now. */
type Standing = { readonly worker: Worker; done: number; heard: (event: Heard) => void };
type Heard = { readonly answer: unknown } | { readonly error: Error };

const IDLE_MS = 30_000;

/**
 * Does tasks away from the event loop, each within a memory limit and a deadline. A worker that failed is never used
 * again; one without work ends after a while and keeps no process alive.
 */
export function workerPool<Task, Answer>(spec: WorkerPoolSpec<Task>): WorkerPool<Task, Answer> {
  let running = 0;
  const waiting: (() => void)[] = [];
  // a start costs more than most tasks
  const idle: { readonly standing: Standing; readonly timer: NodeJS.Timeout }[] = [];

  function takeIdle(): Standing | null {
    const last = idle.pop();
    if (!last) return null;
    clearTimeout(last.timer);
    last.standing.worker.ref();
    return last.standing;
  }

  function putIdle(standing: Standing): void {
    const end = (): void => {
      const at = idle.findIndex((each) => each.standing === standing);
      if (at >= 0) idle.splice(at, 1);
      standing.heard = () => undefined;
      void standing.worker.terminate();
    };
    standing.heard = end;
    if (standing.done >= (spec.renewAfter ?? Infinity)) {
      end();
      return;
    }
    standing.worker.unref();
    idle.push({ standing, timer: setTimeout(end, IDLE_MS).unref() });
  }

  function runIn(standing: Standing, task: Task): Promise<Result<Answer, PoolRefusal>> {
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
      }, spec.deadlineMs(task));
      standing.heard = (event) => {
        if ('error' in event) {
          giveUp();
          if (isOutOfMemory(event.error)) resolve(failed('too-heavy'));
          else reject(event.error);
          return;
        }
        clearTimeout(timer);
        standing.done += 1;
        putIdle(standing);
        resolve(ok(event.answer as Answer));
      };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      worker.postMessage(task);
    });
  }

  return async (task) => {
    if (running < spec.atOnce) running += 1;
    else if (waiting.length >= spec.queue) return failed('busy');
    else await new Promise<void>((next) => waiting.push(next));
    try {
      return await runIn(takeIdle() ?? (await startWorker(spec)), task);
    } finally {
      // whoever waits takes this place over
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

const isOutOfMemory = (error: Error): boolean => 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

async function startWorker<Task>(spec: WorkerPoolSpec<Task>): Promise<Standing> {
  const worker = newWorker(spec);
  await once(worker, 'message');
  const standing: Standing = { worker, done: 0, heard: () => undefined };
  worker.on('message', (answer: unknown) => standing.heard({ answer }));
  worker.on('error', (error) => standing.heard({ error }));
  worker.on('exit', () => standing.heard({ error: new Error(`a ${spec.name} worker ended without an answer`) }));
  return standing;
}

/** From the bundle a bundle; from source it is TypeScript, which tsx reads. */
function newWorker<Task>({ source, bundle, memoryMb }: WorkerPoolSpec<Task>): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 };
  const limits = { resourceLimits, env: {}, stderr: true } as const;
  if (!import.meta.url.endsWith('.ts')) return new Worker(bundle, limits);
  const files = [createRequire(import.meta.url).resolve('tsx/cjs'), fileURLToPath(source)];
  return new Worker(files.map((file) => `require(${JSON.stringify(file)});`).join(''), { ...limits, eval: true });
}
