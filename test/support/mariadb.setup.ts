import { startMariadb } from './mariadb';

/** One server for all workers of a run; each test makes databases of its own on it. */
export default async function setup(): Promise<() => Promise<void>> {
  const server = await startMariadb();
  process.env['TEST_DATABASE_URL'] = server.url;
  return server.stop;
}
