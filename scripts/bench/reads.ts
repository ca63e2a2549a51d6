import { randomBytes } from 'node:crypto';
import { handedIn } from '../../test/support/apply';
import { startMariadb } from '../../test/support/mariadb';
import { openSession } from '../../test/support/open-session';
import { candidateByWechat, firstAdministrator } from '../../test/support/people';
import { openWorld } from '../../test/support/world';
import { startServer } from './child-process';
import { type SideBySide, measureSideBySide } from './side-by-side';

/** One's own application, and the doors that everybody opens first. */
export type Reads = { readonly detail: SideBySide; readonly list: SideBySide; readonly notice: SideBySide };

/**
 * `GET /api/v1/applications/:id` as its owner reads it (token, scope, unsealing, masking, verdict, windows, reply
 * schema) beside a bare Koa + mysql2 that reads the same row of the same MariaDB; the list of notices and a notice as a
 * stranger reads them beside a bare Koa that sends the same bytes.
 */
export async function measureReads(how: { rounds: number; seconds: number }): Promise<Reads> {
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

    const bff = await startServer(new URL('servers/bff.ts', import.meta.url), env);
    stops.push(() => bff.stop());
    const bare = await startServer(new URL('servers/bare.ts', import.meta.url), env);
    stops.push(() => bare.stop());
    const bareBytes = await startServer(new URL('servers/bare-bytes.ts', import.meta.url), { BENCH_SOURCE: bff.url });
    stops.push(() => bareBytes.stop());

    const own = { authorization: `Bearer ${candidate.session.accessToken}` };
    // what phones and browsers send
    const packed = { 'accept-encoding': 'gzip, deflate, br' };
    return {
      detail: await measureSideBySide({ ...how, bff, bare, path: `/api/v1/applications/${id}`, headers: own }),
      list: await measureSideBySide({ ...how, bff, bare: bareBytes, path: '/api/v1/notices', headers: packed }),
      notice: await measureSideBySide({
        ...how,
        bff,
        bare: bareBytes,
        path: '/api/v1/notices/bspia-2026-certification',
        headers: packed,
      }),
    };
  } finally {
    for (const stop of stops.toReversed()) await stop();
  }
}

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
