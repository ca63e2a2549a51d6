import { defineConfig } from 'vitest/config';
import { measureSlowness } from '../scripts/test/machine-speed';
import { patience } from './support/patience';
import { projectFolder } from './support/project-folder';

// `npm test` has measured it for the phase; a single file is run on a slow or busy machine, too
process.env['JIKAOTONG_TEST_SLOWNESS'] ??= (await measureSlowness()).toFixed(2);

/** One project a phase of `npm test`; a single file: `npx vitest run --config test/vitest.config.ts --project unit FILE`. */
const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
});
const globalSetup = 'test/support/schemas.setup.ts';
/** Files share a process and what it has imported: to import it anew for each took longer than the tests. */
const together = { isolate: false, globalSetup };
/** Limits are for what hangs, not for what is slow: several times what the slowest test takes. */
const slow = { testTimeout: patience(90_000), hookTimeout: patience(180_000) };
const journeys = 'test/journeys/**/*.test.ts';
/** Opens a database; `npm run boundaries` refuses one that does so under another name. */
const databaseTests = '{bff,scripts}/**/*.db.test.ts';

export default defineConfig({
  root: projectFolder,
  test: {
    environment: 'node',
    exclude: ['**/node_modules/**', '**/dist/**', '.data/**'],
    maxWorkers: 2,
    testTimeout: patience(30_000),
    hookTimeout: patience(30_000),
    teardownTimeout: patience(30_000),
    expect: { poll: { timeout: patience(15_000) } },
    projects: [
      project(
        'unit',
        ['{shared,bff,miniapp,scripts}/**/*.test.{ts,tsx}', 'test/{support,builders,notices,golden,door}/**/*.test.ts'],
        { ...together, setupFiles: 'test/support/same-draws.setup.ts' },
      ),
      project('journeys-libsql', [journeys], { ...slow, ...together, env: { JIKAOTONG_TEST_DB: 'libsql' } }),
      // what `unit` ran on an embedded database runs again on the server, and nothing else of the back end does
      project('journeys-mariadb', [journeys, databaseTests], {
        ...slow,
        ...together,
        globalSetup: [globalSetup, 'test/support/mariadb.setup.ts'],
        env: { JIKAOTONG_TEST_DB: 'mariadb' },
      }),
      project('browser', ['test/browser/**/*.test.ts'], { ...slow, ...together, testTimeout: patience(300_000) }),
      project('weapp', ['test/weapp/**/*.test.ts'], { ...slow, globalSetup, testTimeout: patience(120_000) }),
      // the compiler over the whole project, by `npm run prove -- growth` only
      project('growth', ['test/growth/**/*.test.ts'], { ...slow, globalSetup }),
    ],
  },
});
