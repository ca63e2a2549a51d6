import { spawn } from 'node:child_process';
import { startRefused } from '@jikaotong/bff/platform/config';

/** Builds the app for the browser unless it is up to date; ends with the signal. Refuses when the build fails. */
export async function buildH5(signal: AbortSignal): Promise<void> {
  const build = spawn(process.execPath, ['--import', 'tsx', 'scripts/build/main.ts', '--h5', '--if-stale'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // a group of its own: the build has children, and all of them end together
    detached: true,
  });
  const end = () => {
    if (build.pid !== undefined && build.exitCode === null) process.kill(-build.pid, 'SIGTERM');
  };
  signal.addEventListener('abort', end);
  const code = await new Promise<number | null>((done) => build.once('close', done));
  signal.removeEventListener('abort', end);
  signal.throwIfAborted();
  if (code !== 0) throw startRefused('The app for the browser could not be built; see above.');
}
