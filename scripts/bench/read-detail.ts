import { randomBytes } from 'node:crypto';
import autocannon from 'autocannon';
import { handedIn } from '../../test/support/apply';
import { startMariadb } from '../../test/support/mariadb';
import { openSession } from '../../test/support/open-session';
import { candidateByWechat, firstAdministrator } from '../../test/support/people';
import { openWorld } from '../../test/support/world';
import { type ServerProcess, startServer } from './child-process';
import { type Spread, spreadOf } from './statistics';

/** One server under the same load: requests a second, CPU ms a request, 99th percentile in ms. */
export type Load = { readonly rate: Spread; readonly cpuMs: Spread; readonly p99Ms: Spread };

export type Detail = {
  readonly bff: Load;
  readonly bare: Load;
  /** Back end : bare, round by round; 1 is as fast. */
  readonly byRate: Spread;
  readonly byCpu: Spread;
};

const connections = 10;
const WARMING = 4_000;

/**
 * `GET /api/v1/applications/:id` as its owner reads it (token, scope, unsealing, masking, verdict, windows, reply
 * schema) beside a bare Koa + mysql2 that reads the same row of the same MariaDB; turn by turn, each its own process.
 */
export async function measureDetail({ rounds, seconds }: { rounds: number; seconds: number }): Promise<Detail> {
  const stops: (() => Promise<unknown>)[] = [];
  try {
    const mariadb = await startMariadb();
    stops.push(() => mariadb.stop());
    process.env['TEST_DATABASE_URL'] = mariadb.url;
    process.env['JIKAOTONG_TEST_DB'] = 'mariadb';
    const keys = freshKeys();
    const world = await openWorld({ day: '2026-11-23', env: keys });
    stops.push(() => world.stop());

    const sessionId = await openSession(await firstAdministrator(world));
    const candidate = await candidateByWechat(world, 'o-bench');
    const { id } = await handedIn(candidate, sessionId);
    const [named] = await world.db.read((h) => h.query<{ name: string }>('SELECT DATABASE() AS name'));
    const env = { ...keys, DATABASE_URL: `${mariadb.url}/${named?.name}`, PORT: '0', LOG_LEVEL: 'silent' };

    const path = `/api/v1/applications/${id}`;
    const headers = { authorization: `Bearer ${candidate.session.accessToken}` };
    const bare = await startServer(new URL('servers/bare.ts', import.meta.url), env);
    stops.push(() => bare.stop());
    const bff = await startServer(new URL('servers/bff.ts', import.meta.url), env);
    stops.push(() => bff.stop());

    // fresh code runs slowly: both serve some thousand requests before anything counts
    for (const server of [bare, bff])
      await autocannon({ url: server.url + path, connections, amount: WARMING, headers });

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
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
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

/** The same keys for the server that tells the story and the one that is measured. */
const freshKeys = (): Record<string, string> => {
  const key = () => randomBytes(32).toString('base64');
  return {
    PII_KEYS: `demo1:${key()}`,
    PII_INDEX_KEY: key(),
    JWT_KEYS: `demo1:${key()}`,
    TICKET_KEYS: `demo1:${key()}`,
  };
};
