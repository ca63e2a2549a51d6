import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@jikaotong/bff/platform/config';
import { type LocalDate, dayAt } from '@jikaotong/shared/kernel';
import { openServer } from '../../bff/src/open-server';
import { type Sandbox, type SandboxSecrets, createSandboxSecrets, startSandbox } from '../../scripts/sandbox';
import { type ApiClient, createApiClient } from './api-client';
import { freePort } from './free-port';
import { type SandboxOwner, sandboxOwner } from './sandbox-owner';
import { type TestClock, createTestClock, instantOf } from './test-clock';
import { openTestDatabase } from './test-database';

/** A running BFF over an empty database, with its sandbox, at a moment of the story's choosing. */
export type World = {
  /** Where the BFF listens, such as `http://127.0.0.1:40123`. */
  origin: string;
  sandbox: Sandbox;
  /** What people do in WeChat and with their phones. */
  owner: SandboxOwner;
  clock: TestClock;
  /** Somebody who is not signed in. */
  stranger: ApiClient;
  today: () => LocalDate;
  /** Moves business time on to a Beijing day and time, running every job on the way; never back. */
  moveTo: (day: string, time?: string) => Promise<void>;
  /** Runs the jobs that are due now; nothing runs by itself. */
  runJobs: () => Promise<void>;
  /** Straight into the database, for what no endpoint does (the first administrator) and for looking closely. */
  db: Awaited<ReturnType<typeof openTestDatabase>>;
  /** Another server on the same database and address, as after a crash. */
  restart: () => Promise<void>;
  /** Lets the address and, where it is kept, the database go to another process, and takes both back. */
  whileStopped: <T>(fn: () => Promise<T>) => Promise<T>;
  /** Every setting, for another process to open the same. */
  settings: Readonly<Record<string, string | undefined>>;
  stop: () => Promise<void>;
};

/** More than any story needs, so that only the test about limits meets them. */
const generous = 100_000;
export const GENEROUS = {
  read: generous,
  write: generous,
  'sign-in': generous,
  refresh: generous,
  'look-up': generous,
  upload: generous,
  photo: generous,
  heavy: generous,
  'stranger-heavy': generous,
};

export type WorldOptions = {
  day?: string;
  time?: string;
  h5Folder?: string;
  limits?: 'real';
  env?: Record<string, string>;
  secrets?: SandboxSecrets;
  /** Opens the database that `env` names, as a production server does: migrated at its start, kept at its end. */
  kept?: true;
};

/** Starts everything on free loopback ports; business time stands at nine on `day` until moved. */
export const openWorld = async (options: WorldOptions = {}): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'jikaotong-world-'));
  const secrets = options.secrets ?? secretsOfAll();
  const sandbox = await startSandbox({ secrets, notifyDelaysMs: [0, 50, 100] });
  const own = options.kept ? null : await openTestDatabase();
  const clock = createTestClock(instantOf(options.day ?? '2026-11-23', options.time));
  const settings = {
    PORT: String(await freePort()),
    DATA_DIR: folder,
    H5_DIR: options.h5Folder,
    LOG_LEVEL: process.env['JIKAOTONG_TEST_LOG'] ?? 'silent',
    SANDBOX_URL: sandbox.url,
    WECHAT_APP_ID: secrets.appid,
    WECHAT_APP_SECRET: secrets.appSecret,
    SMS_ACCESS_KEY_ID: secrets.sms.accessKeyId,
    SMS_ACCESS_KEY_SECRET: secrets.sms.accessKeySecret,
    PII_KEYS: `demo1:${freshKey()}`,
    PII_INDEX_KEY: freshKey(),
    JWT_KEYS: `demo1:${freshKey()}`,
    TICKET_KEYS: `demo1:${freshKey()}`,
    ...options.env,
  };
  const config = loadConfig({}, settings);
  const open = () =>
    openServer(config, {
      ...(own ? { db: own } : {}),
      clock,
      ticking: false,
      ...(options.limits === 'real' ? {} : { budgets: GENEROUS }),
    });
  let server = await open();
  return {
    origin: server.url,
    sandbox,
    owner: sandboxOwner(sandbox),
    clock,
    stranger: createApiClient(server.url),
    today: () => dayAt(clock.businessNow()),
    moveTo: (day, time) => server.jobs.advanceTo(instantOf(day, time)),
    runJobs: () => server.jobs.runDue(),
    get db() {
      return server.db;
    },
    restart: async () => {
      await server.close();
      server = await open();
    },
    whileStopped: async (fn) => {
      await server.close();
      try {
        return await fn();
      } finally {
        server = await open();
      }
    },
    settings,
    stop: async () => {
      await server.close();
      await sandbox.stop();
      await own?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Made once a process: drawing RSA keys takes a third of what opening a world takes, and no story needs keys of its own. */
const secretsOfAll = (): SandboxSecrets => (madeSecrets ??= createSandboxSecrets());
let madeSecrets: SandboxSecrets | undefined;

const freshKey = (): string => randomBytes(32).toString('base64');
