import { once } from 'node:events';
import { type Socket, connect, createServer } from 'node:net';

/** Where a network breaks: in the middle of a request, or once it was heard and before the answer arrives. */
export type Cut = { readonly afterBytes: number; readonly while: 'asking' | 'answering' };

/** A network to a server that breaks at these points, one after the other, and stands again at once. */
export async function cutNetwork(target: string, cuts: readonly Cut[]) {
  const { hostname, port } = new URL(target);
  const waiting = [...cuts];
  const sockets = new Set<Socket>();
  let sent = 0;
  const isDue = (what: Cut['while']): boolean => {
    const [next] = waiting;
    return next !== undefined && next.while === what && sent >= next.afterBytes;
  };
  const cut = (): void => {
    waiting.shift();
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
      // whoever is cut off hears of it by an error
      socket.on('error', () => socket.destroy());
    }
    near.on('data', (bytes) => {
      sent += bytes.length;
      if (isDue('asking')) cut();
      else far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (isDue('answering')) cut();
      else near.write(bytes);
    });
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    /** How often it has broken. */
    broken: () => cuts.length - waiting.length,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
