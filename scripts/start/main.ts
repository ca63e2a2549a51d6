import { existsSync } from 'node:fs';
import path from 'node:path';
import { records } from '@jikaotong/bff/app';
import {
  demonstrationSecrets,
  isProduction,
  isStartRefused,
  loadConfig,
  startRefused,
} from '@jikaotong/bff/platform/config';
import { cryptoOf } from '@jikaotong/bff/platform/crypto';
import { openDb } from '@jikaotong/bff/platform/db';
import { migrations } from '../../bff/src/migrations';
import { openServer } from '../../bff/src/open-server';
import { createSandboxSecrets, sandboxSecretsSchema, startSandbox } from '../sandbox';
import { buildH5 } from './build-h5';
import { DEMONSTRATION_BODIES } from './demonstration-bodies';
import { clearDataFolder, openDataFolder } from './data-folder';
import { type BodyAtWork, prepareDemonstration } from './demonstration';
import { kept } from './kept-file';
import { type StartOptions, readOptions } from './options';
import { portIn, refuseTakenPort } from './ports';
import { keepAddress } from './kept-address';
import { demonstrationSchema, demonstrationStaff, freshPassword } from './staff';

type Stop = () => Promise<void>;

/** What is to be ended, the newest first. */
const stops: Stop[] = [];
const stopping = new AbortController();

async function start({ fresh, at }: StartOptions): Promise<void> {
  if (isProduction(process.env) || process.env.DATABASE_URL) {
    throw startRefused('npm start runs the demonstration; a production runs "node bff/dist/main.js" (see README).');
  }
  const dataDir = path.resolve(process.env.DATA_DIR || '.data');
  openDataFolder(dataDir);
  const port = portIn('PORT', 8080);
  const sandboxPort = portIn('SANDBOX_PORT', 8081);
  const file = path.join(dataDir, 'jikaotong.db');
  const known = existsSync(file);
  if (known && at !== null && !fresh) throw startRefused('--at begins a new demonstration: say --fresh --at DAY.');

  // whoever holds the database is the one demonstration of this folder
  const lock = await openDb({ kind: 'embedded', file }, records).catch((error: unknown) => {
    if (!isStartRefused(error) || !error.message.includes('in use')) throw error;
    throw startRefused(
      `The demonstration in ${dataDir} is running already; stop it, or name another folder in DATA_DIR.`,
    );
  });
  if (fresh) {
    await lock.close();
    clearDataFolder(dataDir);
  }
  const db = fresh ? await openDb({ kind: 'embedded', file }, records) : lock;
  stops.push(() => db.close());
  await refuseTakenPort('PORT', port);
  await refuseTakenPort('SANDBOX_PORT', sandboxPort);

  say('1/3 the app for the browser');
  await buildH5(stopping.signal);

  say('2/3 the database and the sandbox');
  const secrets = kept(path.join(dataDir, 'sandbox-secrets.json'), sandboxSecretsSchema, () =>
    createSandboxSecrets({ merchants: DEMONSTRATION_BODIES.length }),
  );
  const statePath = path.join(dataDir, 'sandbox.json');
  const sandbox = await startSandbox({ secrets, port: sandboxPort, statePath });
  stops.push(() => sandbox.stop());
  const config = loadConfig(process.env, {
    ...demonstrationSecrets(dataDir),
    PORT: String(port),
    DATA_DIR: dataDir,
    H5_DIR: 'miniapp/dist/h5',
    SANDBOX_URL: sandbox.url,
    WECHAT_APP_ID: secrets.appid,
    WECHAT_APP_SECRET: secrets.appSecret,
    SMS_ACCESS_KEY_ID: secrets.sms.accessKeyId,
    SMS_ACCESS_KEY_SECRET: secrets.sms.accessKeySecret,
    LOG_LEVEL: 'warn',
    ...(at === null ? {} : { DEMONSTRATION_DAY: at }),
  });
  await db.migrate(migrations, { crypto: cryptoOf(config), say });
  const server = await openServer(config, { db });
  stops.push(() => server.close());

  say('3/3 the bodies, their staff and sessions');
  const demonstration = kept(path.join(dataDir, 'demonstration.json'), demonstrationSchema, () => ({
    staffPassword: freshPassword(),
  }));
  keepAddress(dataDir, config.publicUrl);
  const { staffPassword: password } = demonstration;
  const bodies = await prepareDemonstration(server, { config, secrets, password });
  welcome(config.publicUrl, sandbox.url, password, bodies);
}

const say = (line: string): void => console.log(line);

function welcome(publicUrl: string, sandboxUrl: string, password: string, bodies: readonly BodyAtWork[]): void {
  say(`\n技考通 is running at ${publicUrl}\n`);
  say(`Candidates sign in with any mobile number; the code arrives at ${sandboxUrl}/sms`);
  say(`Staff sign in by name, all with the password ${password}`);
  for (const { id, name, sessions } of bodies) {
    say(`\n${name} (${id}): ${sessions.length > 0 ? sessions.join('、') : 'no session around this day'}`);
    for (const member of demonstrationStaff(id)) say(`  ${member.name.padEnd(16)} ${member.displayName}`);
  }
  say('\nCtrl-C stops it; the data stays. Start over with "npm start -- --fresh".');
}

async function stopAll(): Promise<void> {
  stopping.abort();
  for (const stop of stops.splice(0).toReversed()) await stop();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    // a second Ctrl-C does not wait
    if (stopping.signal.aborted) process.exit(130);
    stopAll().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}

const options = readOptions(process.argv.slice(2));
try {
  if (!options.ok) throw startRefused(options.error);
  await start(options.value);
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(isStartRefused(error) ? error.message : error);
    await stopAll();
    process.exit(1);
  }
}
