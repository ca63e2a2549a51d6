import autocannon from 'autocannon';
import type { ServerProcess } from './child-process';
import { type Spread, spreadOf } from './statistics';

/** One server under the same load: requests a second, CPU ms a request, 99th percentile in ms. */
export type Load = { readonly rate: Spread; readonly cpuMs: Spread; readonly p99Ms: Spread };

export type SideBySide = {
  readonly bff: Load;
  readonly bare: Load;
  /** Back end : bare, round by round; 1 is as fast. */
  readonly byRate: Spread;
  readonly byCpu: Spread;
};

const connections = 10;
const WARMING = 4_000;

/** The same request to the back end and to a bare server, turn by turn, each its own process. */
export async function measureSideBySide(given: {
  bff: ServerProcess;
  bare: ServerProcess;
  path: string;
  headers: Record<string, string>;
  rounds: number;
  seconds: number;
}): Promise<SideBySide> {
  const { bff, bare, path, headers, rounds, seconds } = given;
  // fresh code runs slowly: both serve some thousand requests before anything counts
  for (const server of [bff, bare]) await autocannon({ url: server.url + path, connections, amount: WARMING, headers });

  const measured: { bare: Round; bff: Round }[] = [];
  for (let round = 0; round < rounds; round++) {
    // who goes first changes, for a machine that gets slower or faster meanwhile
    const turn = (server: ServerProcess) => measureRound(server, { path, headers, seconds });
    const bareFirst = round % 2 === 0;
    const first = await turn(bareFirst ? bare : bff);
    const second = await turn(bareFirst ? bff : bare);
    measured.push(bareFirst ? { bare: first, bff: second } : { bare: second, bff: first });
  }
  return {
    bff: loadOf(measured.map((round) => round.bff)),
    bare: loadOf(measured.map((round) => round.bare)),
    byRate: spreadOf(measured.map((round) => round.bff.rate / round.bare.rate)),
    byCpu: spreadOf(measured.map((round) => round.bare.cpuMs / round.bff.cpuMs)),
  };
}

type Round = { readonly rate: number; readonly cpuMs: number; readonly p99Ms: number };

async function measureRound(
  server: ServerProcess,
  { path, headers, seconds }: { path: string; headers: Record<string, string>; seconds: number },
): Promise<Round> {
  const before = await server.cpuMs();
  const load = await autocannon({ url: server.url + path, connections, duration: seconds, headers });
  const cpuMs = (await server.cpuMs()) - before;
  if (load.errors > 0 || load.non2xx > 0) throw new Error(`${load.errors + load.non2xx} requests were not answered`);
  return { rate: load['2xx'] / load.duration, cpuMs: cpuMs / load['2xx'], p99Ms: load.latency.p99 };
}

const loadOf = (rounds: readonly Round[]): Load => ({
  rate: spreadOf(rounds.map((round) => round.rate)),
  cpuMs: spreadOf(rounds.map((round) => round.cpuMs)),
  p99Ms: spreadOf(rounds.map((round) => round.p99Ms)),
});
