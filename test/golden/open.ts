import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { records } from '@jikaotong/bff/app';
import type { KeyRing } from '@jikaotong/bff/platform/config';
import { cryptoOf } from '@jikaotong/bff/platform/crypto';
import { type Db, openDb } from '@jikaotong/bff/platform/db';
import type { SandboxSecrets } from '../../scripts/sandbox';
import { type World, openWorld } from '../support/world';
import { unpackFolder, unpackServerDatabase } from './store';

/** The keys of the golden databases; they open nothing else. */
const keyOf = (name: string): string => createHash('sha256').update(`golden ${name}`).digest('base64');

/** Where a golden world stands: its data folder, its database if that is on a server, its clock, its outside. */
type Place = {
  folder: string;
  databaseUrl?: string;
  publicUrl?: string;
  day: string;
  time: string;
  secrets: SandboxSecrets;
};

/** Opens a database with this code as a server does, with the golden keys, at this moment. */
export const openPlace = ({ folder, databaseUrl, publicUrl, ...options }: Place): Promise<World> =>
  openWorld({
    ...options,
    kept: true,
    env: {
      DATA_DIR: folder,
      PII_KEYS: `golden1:${keyOf('fields')}`,
      PII_INDEX_KEY: keyOf('index'),
      JWT_KEYS: `golden1:${keyOf('tokens')}`,
      TICKET_KEYS: `golden1:${keyOf('tickets')}`,
      // a message that waits for delivery, too
      WECHAT_MESSAGE_TEMPLATES: 'application-submitted=tmpl-submitted/thing1:kind/thing2:next',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...(publicUrl === undefined ? {} : { PUBLIC_URL: publicUrl }),
    },
  });

/** The address under which the golden answers were given. */
const publicUrl = 'https://golden.example';

const keysOf = (name: string): KeyRing => [{ id: 'golden1', bytes: Buffer.from(keyOf(name), 'base64') }];

/** What opens sealed values of a golden database. */
export const goldenCrypto = cryptoOf({
  piiKeys: keysOf('fields'),
  piiIndexKey: Buffer.from(keyOf('index'), 'base64'),
  jwtKeys: keysOf('tokens'),
  ticketKeys: keysOf('tickets'),
});

/** Lays the golden database of an engine out anew and only opens it, as old as it is. */
export const openGoldenDatabase = async (serverUrl?: string): Promise<{ db: Db; drop: () => Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'jikaotong-golden-'));
  const server =
    serverUrl === undefined ? null : await unpackServerDatabase(serverUrl, `g_${randomUUID().replaceAll('-', '')}`);
  await unpackFolder(folder, server === null);
  const db = await openDb(
    server === null ? { kind: 'embedded', file: join(folder, 'jikaotong.db') } : { kind: 'server', url: server.url },
    records,
  );
  return {
    db,
    drop: async () => {
      await db.close();
      await server?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Lays the golden database of an engine out anew (on the server of this URL, or embedded) and opens it with this code. */
export const openGolden = async (
  golden: Pick<Place, 'day' | 'time' | 'secrets'>,
  serverUrl?: string,
): Promise<World> => {
  const folder = await mkdtemp(join(tmpdir(), 'jikaotong-golden-'));
  await unpackFolder(folder, serverUrl === undefined);
  const { day, time, secrets } = golden;
  const name = `g_${randomUUID().replaceAll('-', '')}`;
  const server = serverUrl === undefined ? null : await unpackServerDatabase(serverUrl, name);
  const place = { folder, publicUrl, day, time, secrets, ...(server ? { databaseUrl: server.url } : {}) };
  const world = await openPlace(place);
  world.clock.passWall(60_000); // the codes of the second factor are spent
  return {
    ...world,
    stop: async () => {
      await world.stop();
      await server?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
