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
import { keptAddress } from '../start/kept-address';
import { inviteStaff } from './add-staff';
import { readOptions } from './options';

/** `npm run staff -- add NAME --body BODY …`: prints a one-time link, as for the first administrator of a body. */
async function main(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (!options.ok) throw startRefused(options.error);
  const { env } = process;
  const folder = env.DATA_DIR || '.data';
  // beside a demonstration the link goes to where npm start listened last
  const address = isProduction(env) ? null : keptAddress(folder);
  const demonstration = () => ({
    ...demonstrationSecrets(folder),
    PORT: '8080',
    ...(address === null || env.PORT ? {} : { PUBLIC_URL: address }),
  });
  const config = loadConfig(env, isProduction(env) ? {} : demonstration());
  const db = await openDb(config.database, records).catch((error: unknown) => {
    if (!isStartRefused(error) || !error.message.includes('in use')) throw error;
    throw startRefused(error.message.replace(/\.$/, '; stop "npm start" first.'));
  });
  try {
    await db.migrate(migrations, { crypto: cryptoOf(config), say: (sentence) => console.error(sentence) });
    const nowMs = Date.now();
    const { path, changed } = await db.tx((h) => inviteStaff(h, options.value, nowMs, nowMs));
    console.log(`${config.publicUrl}${path}`);
    console.log('Works once, for three days.');
    for (const sentence of changed) console.log(sentence);
    if (!isProduction(env) && address === null && !env.PORT && !env.PUBLIC_URL)
      console.log(
        '"npm start" has not run here yet: started on another PORT, the link wants that port instead of 8080.',
      );
  } finally {
    await db.close();
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!isStartRefused(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
