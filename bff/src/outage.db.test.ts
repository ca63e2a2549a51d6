import { createServer as createHttpServer } from 'node:http';
import { type Server, type Socket, connect, createServer } from 'node:net';
import Koa from 'koa';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, type Migration, id, insert, isAway, newId, record } from './platform/db';
import { openThrowawayDb } from './platform/db/throwaway';
import { envelope, errorForLog } from './platform/http';

const mark = record('t_mark', { id: id() });
const marks: Migration = { name: '0001-marks', up: (schema) => schema.table('t_mark', { id: id() }) };

/** An embedded file has no server that could go away. */
const servers = [process.env.TEST_DATABASE_URL ?? ''].filter((url) => url !== '');
const raise = (error: unknown): never => {
  throw error;
};

const failing = (code: string, message = '') =>
  Object.assign(new Error('query'), { driverError: Object.assign(new Error(message), { code }) });

/** What a caller is told of an error, with what the log says of it. */
async function answerTo(error: unknown): Promise<{ status: number; retryAfter: string | null; code: unknown }> {
  const koa = new Koa();
  koa.use(envelope(pino({ level: 'silent', serializers: { err: errorForLog } })));
  koa.use(() => raise(error));
  const server = createHttpServer(koa.callback());
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const answer = await fetch(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`);
  const { code }: { code?: unknown } = JSON.parse(await answer.text());
  server.close();
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), code };
}

describe('an outage of the database', () => {
  it.each([
    ['ECONNREFUSED', ''],
    ['PROTOCOL_CONNECTION_LOST', ''],
    ['ER_SERVER_SHUTDOWN', ''],
    ['SQLITE_FULL', ''],
    ['', "Can't add new command when connection is in closed state"],
  ])('is said as one that passes: %s', async (code, message) =>
    expect(await answerTo(failing(code, message))).toEqual({ status: 503, retryAfter: '5', code: 'unavailable' }),
  );

  it.each([['ER_NO_SUCH_TABLE'], ['SQLITE_CORRUPT'], ['']])('is not what a bug is: %s', async (code) =>
    expect(await answerTo(failing(code))).toEqual({ status: 500, retryAfter: null, code: 'internal' }),
  );
});

describe.each(servers)('a database server behind a wire', (serverUrl) => {
  let wire: Wire;
  let db: Db;
  beforeAll(async () => {
    wire = await openWire(new URL(serverUrl));
    db = await openThrowawayDb([mark], [marks], wire.url);
  });
  afterAll(async () => {
    await wire.up();
    await db.close();
    await wire.down();
  });
  const count = () => db.read((h) => h.repo(mark).count());
  const add = (after: () => void = () => undefined) => {
    let runs = 0;
    return db.tx(async (h) => {
      runs += 1;
      await insert(h, mark, { id: newId() });
      if (runs === 1) after();
      await h.query('SELECT 1');
      return runs;
    });
  };

  it('is asked again on a new connection when the old ones are dead', async () => {
    const before = await count();
    wire.cut();
    expect(await count()).toBe(before);
    wire.cut();
    await add();
    expect(await count()).toBe(before + 1);
  });

  it('runs a transaction again that was cut off before its commit', async () => {
    const before = await count();
    expect(await add(() => wire.cut())).toBe(2);
    expect(await count()).toBe(before + 1);
  });

  it('does not run one again whose commit was on its way', async () => {
    const before = await count();
    await expect(add(() => wire.cutAt('COMMIT'))).rejects.toSatisfy(isAway);
    expect(await count()).toBe(before);
  });

  it('is said to be away while it is, and serves when it is back', async () => {
    await wire.down();
    const error: unknown = await count().catch((thrown: unknown) => thrown);
    expect(await answerTo(error)).toEqual({ status: 503, retryAfter: '5', code: 'unavailable' });
    await wire.up();
    await count();
  });
});

type Wire = {
  readonly url: string;
  /** Ends every connection. */
  cut(): void;
  /** Ends the connection that sends this next, before it goes on. */
  cutAt(text: string): void;
  down(): Promise<void>;
  up(): Promise<void>;
};

async function openWire(target: URL): Promise<Wire> {
  const sockets = new Set<Socket>();
  let trap: string | null = null;
  const join = (client: Socket): void => {
    const server = connect(Number(target.port || 3306), target.hostname);
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        server.destroy();
      });
    }
    server.on('data', (bytes) => client.write(bytes));
    client.on('data', (bytes) => {
      if (trap === null || !bytes.includes(trap)) server.write(bytes);
      else {
        trap = null;
        client.destroy();
      }
    });
  };
  let listener: Server = createServer(join);
  const open = (port: number): Promise<void> =>
    new Promise((done) => {
      listener = createServer(join).listen(port, '127.0.0.1', done);
    });
  await open(0);
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = new URL(target.href);
  url.host = `127.0.0.1:${port}`;
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    url: url.href,
    cut,
    cutAt: (text) => (trap = text),
    down: async () => {
      const closed = new Promise((done) => listener.close(done));
      cut();
      await closed;
    },
    up: () => (listener.listening ? Promise.resolve() : open(port)),
  };
}
