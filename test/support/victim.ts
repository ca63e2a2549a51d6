import { loadConfig } from '@jikaotong/bff/platform/config';
import { openServer } from '../../bff/src/open-server';
import { killAfter } from '../../bff/src/platform/db/kill-after.testing';
import { createTestClock } from './test-clock';
import { GENEROUS } from './world';

/** What this process is told, one after the other; each is answered when it is done. */
export type ToVictim =
  | {
      readonly do: 'open';
      readonly settings: Readonly<Record<string, string | undefined>>;
      readonly businessMs: number;
      readonly aheadMs: number;
    }
  /** From now on: it kills itself, as `kill -9` does, right after so many statements that write. */
  | { readonly do: 'die'; readonly after: number }
  | { readonly do: 'run-jobs' };

let runJobs: () => Promise<void> = () => Promise.reject(new Error('nothing is open'));

async function follow(told: ToVictim): Promise<void> {
  if (told.do === 'die') killAfter(told.after);
  else if (told.do === 'run-jobs') await runJobs();
  else {
    const clock = createTestClock(told.businessMs);
    clock.passWall(told.aheadMs);
    const { jobs } = await openServer(loadConfig({}, told.settings), { clock, ticking: false, budgets: GENEROUS });
    runJobs = () => jobs.runDue();
  }
}

process.on('message', (told: ToVictim) => {
  follow(told).then(
    () => process.send?.('done'),
    (error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    },
  );
});
process.on('disconnect', () => process.exit(0));
