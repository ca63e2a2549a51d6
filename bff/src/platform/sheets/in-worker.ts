import { workerPool } from '../worker-pool';
import type { SheetAnswer, SheetTask } from './task';

/**
 * Against files that would take for ever, and far above what an honest sheet needs, for a busy machine must refuse none.
 * What we write is our own: when that is slow, so is the machine.
 */
const DEADLINE_MS = {
  read: 30_000,
  mark: 30_000,
  layout: 30_000,
  unpack: 30_000,
  write: 120_000,
  fill: 120_000,
} as const satisfies Record<SheetTask['do'], number>;

/** Two at once leave a core for everybody else on the smallest machine. */
const pool = workerPool<SheetTask, SheetAnswer>({
  name: 'sheet',
  source: new URL('worker.ts', import.meta.url),
  bundle: new URL('sheet-worker.js', import.meta.url),
  atOnce: 2,
  queue: 40,
  deadlineMs: (task) => DEADLINE_MS[task.do],
  memoryMb: 256,
});

/** Does one task with a workbook away from the event loop, within a memory limit and a deadline. */
export async function inWorker(task: SheetTask): Promise<SheetAnswer> {
  const done = await pool(task);
  return done.ok ? done.value : done;
}
