import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findCommand } from './find-command';
import { toolsFolder } from './project-folder';
import { provideOnce } from './provide-once';
import { runCommand } from './run-command';

/** A MariaDB server that can be started: its programs and what they need to find their parts. */
export type MariadbBinaries = { server: string; installer: string; args: readonly string[]; env: NodeJS.ProcessEnv };

const packages = ['mariadb-server-core', 'mariadb-client-core', 'libaio1', 'liburing2', 'libnuma1'];
const advice =
  'The tests on MariaDB need a server. Install one (Debian: apt-get install mariadb-server-core mariadb-client-core), ' +
  'or set TEST_DATABASE_URL=mysql://user:password@host:port to a server on which databases may be created.';

/** MariaDB as installed on this machine, or unpacked from Debian's packages without root rights; throws advice otherwise. */
export const mariadbBinaries = async (): Promise<MariadbBinaries> => {
  const server = findCommand('mariadbd');
  const installer = findCommand('mariadb-install-db');
  if (server && installer) return { server, installer, args: [], env: process.env };
  try {
    return unpacked(await provideOnce(join(toolsFolder, 'mariadb'), unpackPackages));
  } catch (cause) {
    throw new Error(advice, { cause });
  }
};

const unpacked = (root: string): MariadbBinaries => {
  const usr = join(root, 'usr');
  const architectures = ['x86_64-linux-gnu', 'aarch64-linux-gnu'];
  const libraries = architectures.flatMap((name) => [join(usr, 'lib', name), join(root, 'lib', name)]);
  return {
    server: join(usr, 'sbin', 'mariadbd'),
    installer: join(usr, 'bin', 'mariadb-install-db'),
    args: [`--basedir=${usr}`, `--lc-messages-dir=${join(usr, 'share', 'mysql')}`],
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  };
};

/** apt gets a state and cache of its own, so it needs neither root nor the system's package lists. */
const unpackPackages = async (folder: string): Promise<void> => {
  const state = join(folder, 'apt-state');
  const cache = join(folder, 'apt-cache');
  const downloads = join(folder, 'downloads');
  for (const path of [join(state, 'lists', 'partial'), join(cache, 'archives', 'partial'), downloads]) {
    await mkdir(path, { recursive: true });
  }
  const settings = [
    `Dir::State=${state}`,
    'Dir::State::status=/var/lib/dpkg/status',
    `Dir::Cache=${cache}`,
    'Debug::NoLocking=1',
    'Acquire::Retries=2',
    'Acquire::http::Timeout=20',
  ].flatMap((setting) => ['-o', setting]);
  await runCommand('apt-get', [...settings, '-qq', 'update']);
  await runCommand('apt-get', [...settings, '-qq', 'download', ...packages], { cwd: downloads });
  for (const file of await readdir(downloads)) await runCommand('dpkg', ['-x', join(downloads, file), folder]);
  for (const path of [state, cache, downloads]) await rm(path, { recursive: true, force: true });
};
