import { setTimeout as sleep } from 'node:timers/promises';
import { type JobHandler, type JobRun, type Serving, inTx, outsideOf } from '../http';
import type { Job } from './job.record';
import { claimJob, findDue, nextDueMs, settleJob } from './job.repository';

export type Jobs = {
  /** Runs what is due by the business clock, in order, until nothing is left. */
  runDue(): Promise<void>;
  /** Moves a demonstration on to an instant, stopping at every job on the way, so that each sees its own day. */
  advanceTo(businessMs: number): Promise<void>;
  /** Looks for due jobs every second until stopped; `stop` waits for the one that runs. */
  start(): { stop(): Promise<void> };
};

const MAX_ATTEMPTS = 12;
const TICK_MS = 1_000;

type Needs = Pick<Serving, 'db' | 'ports' | 'subscriptions' | 'bodyOf'>;

/** Runs jobs with their handlers; several processes may, a job is claimed by a conditional update. */
export function jobsOf(needs: Needs, handlers: readonly JobHandler[]): Jobs {
  const byKind = new Map(handlers.map((handler) => [handler.kind, handler]));
  if (byKind.size !== handlers.length) throw new Error('two handlers for one kind of job');
  const catchingUp = handlers.filter(({ catchesUp }) => catchesUp).map(({ kind }) => kind);
  const { db, ports } = needs;

  const runAll = async (): Promise<void> => {
    for (;;) {
      const due = await db.read((h) => findDue(h, ports.clock.businessNow(), ports.clock.wallNow()));
      if (due.length === 0) return;
      for (const job of due) {
        const claimed = await db.tx((h) => claimJob(h, job, ports.clock.wallNow()));
        if (claimed) await runOne(needs, byKind.get(job.kind), claimed);
      }
    }
  };
  // one round at a time in this process: the ticker and the demonstration bar must not overtake each other
  let round: Promise<void> = Promise.resolve();
  const runDue = (): Promise<void> => {
    const turn = round.then(runAll);
    round = turn.catch(() => undefined);
    return turn;
  };
  return {
    runDue,
    advanceTo: async (businessMs) => {
      for (;;) {
        await runDue();
        const next = await db.read((h) => nextDueMs(h, ports.clock.businessNow(), catchingUp));
        if (next === null || next > businessMs) break;
        await ports.clock.advanceTo(next);
      }
      await ports.clock.advanceTo(businessMs);
      await runDue();
    },
    start: () => ticker(runDue, (error) => ports.log.error({ err: error }, 'jobs')),
  };
}

async function runOne(needs: Needs, handler: JobHandler | undefined, job: Job): Promise<void> {
  const { db, ports } = needs;
  const origin = { requestId: `job-${job.id}`, actorId: null };
  const settle = (set: Partial<Job>) => db.tx((h) => settleJob(h, job, set));
  try {
    if (!handler) throw new Error(`nobody handles jobs of kind ${job.kind}`);
    const tx: JobRun['tx'] = (fn, accountId) => inTx(needs, accountId ? { ...origin, actorId: accountId } : origin, fn);
    await handler.run({ ...outsideOf(needs, origin), tx }, job.payload);
    await settle({ state: 'done', doneAt: ports.clock.businessNow() });
  } catch (error) {
    // what failed is tried again later; a job that never succeeds stays as dead for people to see
    ports.log.error({ err: error, job: job.id, kind: job.kind, attempts: job.attempts }, 'job failed');
    const notBefore = ports.clock.wallNow() + backOffMs(job.attempts);
    await settle(job.attempts >= MAX_ATTEMPTS ? { state: 'dead' } : { notBefore, claim: null });
  }
}

/** 2 s, 4 s, 8 s … at most an hour. */
const backOffMs = (attempts: number): number => Math.min(3_600_000, 1_000 * 2 ** attempts);

function ticker(tick: () => Promise<void>, onError: (error: unknown) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await tick().catch(onError);
      await sleep(TICK_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
