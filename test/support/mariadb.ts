import { spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import { freePort } from './free-port';
import { mariadbBinaries } from './mariadb-binaries';
import { patience } from './patience';
import { runCommand } from './run-command';

/** A running server; `url` has no database name. Stopping ends only a server that was started here. */
export type MariadbServer = { url: string; stop: () => Promise<void> };

const startMs = patience(30_000);

/** The server named by TEST_DATABASE_URL, or a throw-away one of our own on a free loopback port. */
export const startMariadb = async (): Promise<MariadbServer> => {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  const { server, installer, args, env } = await mariadbBinaries();
  const folder = await mkdtemp(join(tmpdir(), 'jikaotong-mariadb-'));
  const shared = ['--no-defaults', ...args, `--datadir=${join(folder, 'data')}`, `--user=${userInfo().username}`];
  await runCommand(installer, [...shared, '--auth-root-authentication-method=normal', '--skip-test-db'], { env });
  const port = await freePort();
  const settings = [
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    `--socket=${join(folder, 'socket')}`,
    `--pid-file=${join(folder, 'pid')}`,
    // its temporary tables lie with it: one that is tidied away under it from /tmp ends the server
    `--tmpdir=${folder}`,
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_nopad_bin',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--innodb-flush-log-at-trx-commit=0',
    '--performance-schema=OFF',
    // nothing here outlives the run: changes of a schema wait for the disk otherwise
    '--debug-no-sync',
  ];
  const child = spawn('/bin/sh', ['-c', untilAbandoned, folder, server, ...shared, ...settings], {
    env,
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)));
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const stop = (): Promise<void> => {
    child.stdin.end(); // end of the pipe = end of the server
    return ended;
  };
  const url = `mysql://root@127.0.0.1:${port}`;
  for (const givesUpAt = Date.now() + startMs; !(await answers(url)); await sleep(50)) {
    if (child.exitCode !== null || Date.now() > givesUpAt) {
      await stop();
      throw new Error(`MariaDB did not start: ${said}`);
    }
  }
  return { url, stop };
};

/** The server lives as long as our end of the pipe is open, so it ends even when this process is killed. */
const untilAbandoned =
  'exec 3<&0; "$@" 3<&- & server=$!; (cat > /dev/null; kill $server 2> /dev/null) <&3 & wait $server; rm -rf "$0"';

const answers = (url: string): Promise<boolean> =>
  createConnection(url).then(
    (connection) => connection.end().then(() => true),
    () => false,
  );
