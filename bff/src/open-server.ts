import { SMS_TEMPLATE_NAMES } from '@jikaotong/shared/words';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { type App, createApp, fileColumns, records } from './app';
import { migrations } from './migrations';
import { forgetOverTries } from './features/accounts';
import { type Clock, demonstrationClock, wallClock } from './platform/clock';
import { type Config, ensureFolder, startRefused } from './platform/config';
import { cryptoOf } from './platform/crypto';
import { type Db, diskFull, isDiskFull, openDb } from './platform/db';
import { filesIn, sweepFiles } from './platform/files';
import { type Budgets, forgetOldKeys, logOf, serverOf } from './platform/http';
import { forgetOldSelections } from './platform/lists';
import { openPdf } from './platform/pdf';
import { openSms } from './platform/sms';
import { openWechat } from './platform/wechat';

export type RunningServer = {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly db: Db;
  readonly clock: Clock;
  readonly jobs: App['jobs'];
  /** Lets requests and the running job end, keeps the demonstration clock, closes the database. */
  close(): Promise<void>;
};

export type ServerOptions = {
  /** A database that is open and migrated already, such as a test's; it is not closed with the server. */
  db?: Db;
  clock?: Clock;
  budgets?: Budgets;
  /** False leaves jobs to `jobs.runDue()`. */
  ticking?: boolean;
};

const CLOCK_MS = 5_000;
const KEYS_MS = 3_600_000;

/** Opens everything and listens; refuses with one sentence when it cannot. */
export async function openServer(config: Config, options: ServerOptions = {}): Promise<RunningServer> {
  ensureFolder(config.filesDir);
  if (config.h5Dir !== null && !existsSync(path.join(config.h5Dir, 'index.html')))
    throw startRefused(`H5_DIR ${config.h5Dir} holds no index.html; "npm run build -- --h5" makes it.`);
  const db = options.db ?? (await openDb(config.database, records));
  try {
    return await serve(config, db, options);
  } catch (error) {
    if (!options.db) await db.close().catch(() => undefined);
    throw isDiskFull(error) ? diskFull(config.database.kind === 'embedded' ? config.filesDir : 'the database') : error;
  }
}

async function serve(config: Config, db: Db, options: ServerOptions): Promise<RunningServer> {
  const log = logOf(config.logLevel);
  // tables, the clock and the seeds are each looked for and then made: two servers starting at once take turns
  const { app, clock } = await db.startAlone(async () => {
    if (!options.db) await db.migrate(migrations, { crypto: cryptoOf(config), say: (sentence) => log.info(sentence) });
    const started = options.clock ?? (await clockOf(config, db));
    const prepared = await appOf(config, { db, clock: started, log }, options.budgets);
    await prepared.prepare();
    return { app: prepared, clock: started };
  });
  const unsent = SMS_TEMPLATE_NAMES.filter((name) => !config.sms.templates[name]);
  if (unsent.length > 0) log.warn({ unsent }, 'SMS_TEMPLATES has no code for these texts: they are not sent');
  const server = serverOf(app.answer);
  await listen(server, config);
  const ticker = options.ticking === false ? null : app.jobs.start();
  const quietly = (what: string, fn: () => Promise<unknown>) => () => {
    fn().catch((error: unknown) => log.error({ err: error }, what));
  };
  const timers = [
    setInterval(quietly('clock', clock.keep), CLOCK_MS),
    setInterval(
      quietly('keys', () => db.tx((h) => forgetOldKeys(h, clock.wallNow()))),
      KEYS_MS,
    ),
    setInterval(
      quietly('tries', () => db.tx((h) => forgetOverTries(h, clock.wallNow()))),
      KEYS_MS,
    ),
    setInterval(
      quietly('files', () =>
        sweepFiles({ db, folder: config.filesDir, columns: fileColumns, wallMs: clock.wallNow() }),
      ),
      KEYS_MS,
    ),
    setInterval(
      quietly('selections', () => db.tx((h) => forgetOldSelections(h, clock.businessNow()))),
      KEYS_MS,
    ),
  ];
  return {
    url: `http://${config.host}:${portOf(server, config.port)}`,
    db,
    clock,
    jobs: app.jobs,
    close: async () => {
      timers.forEach(clearInterval);
      server.closeIdleConnections();
      const patience = setTimeout(() => server.closeAllConnections(), 5_000);
      await new Promise((done) => server.close(done));
      clearTimeout(patience);
      await ticker?.stop();
      await clock.keep();
      if (!options.db) await db.close();
    },
  };
}

async function appOf(
  config: Config,
  { db, clock, log }: { db: Db; clock: Clock; log: ReturnType<typeof logOf> },
  budgets: Budgets | undefined,
): Promise<App> {
  const crypto = cryptoOf(config);
  return createApp({
    db,
    ...(budgets ? { budgets } : {}),
    ports: {
      config,
      clock,
      crypto,
      files: filesIn(config.filesDir, crypto, clock),
      log,
      wechat: openWechat({ ...config.wechat, appid: config.wechat.appId, secret: config.wechat.appSecret }),
      sms: openSms({ ...config.sms, baseUrl: config.sms.url }),
      pdf: await openPdf(),
    },
  });
}

const clockOf = (config: Config, db: Db): Promise<Clock> | Clock =>
  config.demonstrationStartMs === null ? wallClock() : demonstrationClock(db, config.demonstrationStartMs);

function listen(server: Server, { host, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const code = 'code' in error ? error.code : null;
      if (code === 'EADDRINUSE') reject(startRefused(`Port ${port} is in use; set PORT to another.`));
      else if (code === 'EACCES') reject(startRefused(`Port ${port} may not be opened; set PORT to one above 1024.`));
      else if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
        reject(startRefused(`HOST ${host} is no address of this machine; set HOST to one that is, or leave it out.`));
      else reject(error);
    });
    server.listen(port, host, resolve);
  });
}

function portOf(server: Server, wanted: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : wanted;
}
