import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import * as z from 'zod';
import { bundle } from './bundle';
import type { RosterFigures } from './roster';
import { SpreadSchema } from './statistics';
import type { UnitFigures } from './units';

/** A server in a process of its own. */
export type ServerProcess = {
  readonly url: string;
  /** Milliseconds of processor time it has used so far, by its own account. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
};

const Ready = z.object({ url: z.string() });
const Used = z.object({ cpuMs: z.number() });
const Measures = z.object({
  assessments: SpreadSchema,
  copies: SpreadSchema,
  assessmentsByCopies: SpreadSchema,
  timelines: SpreadSchema,
  bareDays: SpreadSchema,
  timelinesByDays: SpreadSchema,
  tickets: SpreadSchema,
  certificates: SpreadSchema,
  certificatePages: SpreadSchema,
  pagesByCertificates: SpreadSchema,
  ticketPages: SpreadSchema,
  pagesByTickets: SpreadSchema,
});

const Side = z.object({ seconds: SpreadSchema, cpuSeconds: SpreadSchema });
const Roster = z.object({
  ours: Side,
  same: Side,
  lean: Side,
  bySame: Side,
  byLean: Side,
  megabytes: SpreadSchema,
});
const Units = z.object({ idleP99: SpreadSchema, busyP99: SpreadSchema, ratio: SpreadSchema, taken: SpreadSchema });

/** Starts a server program that answers as `serveParent` does. */
export async function startServer(source: URL, env: NodeJS.ProcessEnv): Promise<ServerProcess> {
  const child = await startBundled(source, env);
  const { url } = Ready.parse(await told(child));
  return {
    url,
    cpuMs: async () => {
      const answer = told(child);
      child.send('cpu');
      return Used.parse(await answer).cpuMs;
    },
    stop: () =>
      new Promise((ended) => {
        child.once('exit', () => ended());
        child.send('stop');
      }),
  };
}

/** Runs the workload in a process of its own and gives what it measured: so many a second a core. */
export async function runWorkload(source: URL, rounds: number): Promise<z.output<typeof Measures>> {
  return Measures.parse(await told(await startBundled(source, { BENCH_ROUNDS: String(rounds) })));
}

/** A unit's list, beside the bare sides. */
export async function runRoster(given: { rounds: number; people: number }): Promise<RosterFigures> {
  return Roster.parse(await runLists(given));
}

/** The lists of many units at once. */
export async function runUnits(given: { rounds: number; people: number; units: number }): Promise<UnitFigures> {
  return Units.parse(await runLists(given));
}

async function runLists(given: object): Promise<unknown> {
  // a server that is built finds it beside itself
  await bundle(new URL('../../bff/src/platform/sheets/worker.ts', import.meta.url), 'sheet-worker.js');
  const source = new URL('list-workload.ts', import.meta.url);
  return told(await startBundled(source, { BENCH_LISTS: JSON.stringify(given) }));
}

/** `BENCH_PROFILE=bff` (or `bare`, `benchmark-workload`, `list-workload`) leaves a .cpuprofile of that process in `.data/bench`. */
async function startBundled(source: URL, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const file = await bundle(source);
  const isProfiled = path.basename(file, '.mjs') === process.env['BENCH_PROFILE'];
  return fork(file, {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    execArgv: isProfiled ? ['--cpu-prof', `--cpu-prof-dir=${path.dirname(file)}`] : [],
  });
}

/** The next message; throws when the process ends without one. */
const told = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (code: number | null): void => reject(new Error(`a measured process ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message);
    });
  });
