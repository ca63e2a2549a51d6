import { openServer } from './open-server';
import { demonstrationSecrets, isProduction, isStartRefused, loadConfig } from './platform/config';

try {
  const { env } = process;
  const config = loadConfig(env, isProduction(env) ? {} : demonstrationSecrets(env.DATA_DIR || '.data'));
  const server = await openServer(config);
  process.stdout.write(`${server.url}\n`);
  let closing = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
} catch (error) {
  if (!isStartRefused(error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
