import { createServer } from 'node:net';
import { startRefused } from '@jikaotong/bff/platform/config';

/** Refuses with one sentence when somebody listens there already: better now than after a minute of building. */
export async function refuseTakenPort(name: 'PORT' | 'SANDBOX_PORT', port: number): Promise<void> {
  const code = await new Promise<unknown>((done) => {
    const probe = createServer();
    probe.once('error', (error) => done('code' in error ? error.code : error));
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(null)));
  });
  if (code === 'EADDRINUSE') throw startRefused(`Port ${port} is in use; set ${name} to another.`);
  if (code === 'EACCES') throw startRefused(`Port ${port} may not be opened; set ${name} to one above 1024.`);
  if (code !== null) throw startRefused(`Port ${port} cannot be opened (${String(code)}); set ${name} to another.`);
}

/** A port of the environment, or the usual one; refuses what is none. */
export function portIn(name: 'PORT' | 'SANDBOX_PORT', usual: number): number {
  const given = process.env[name];
  const port = given === undefined || given === '' ? usual : Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw startRefused(`${name} must be a port from 1 to 65535.`);
}
