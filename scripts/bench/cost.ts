import { existsSync, readFileSync } from 'node:fs';
import { type RowDataPacket, createConnection } from 'mysql2/promise';

/** By the clock, and of processor time: this process with its workers, and the server. */
export type Cost = { readonly seconds: number; readonly cpuSeconds: number };

/** What work costs that this process does with a MariaDB server of this machine. */
export async function costOf(url: string, work: () => Promise<void>): Promise<Cost> {
  const server = await serverOf(url);
  const [before, began] = [cpuMs(server), performance.now()];
  await work();
  return { seconds: (performance.now() - began) / 1000, cpuSeconds: (cpuMs(server) - before) / 1000 };
}

/** Where Linux says what the server has used. */
async function serverOf(url: string): Promise<string> {
  const db = await createConnection(url);
  const [[found]] = await db.query<RowDataPacket[]>('SELECT @@pid_file AS file');
  await db.end();
  const file = `/proc/${readFileSync(String(found?.['file']), 'utf8').trim()}/stat`;
  if (!existsSync(file)) throw new Error('the processor time of the server is known on Linux alone');
  return file;
}

/** Linux counts a hundred ticks a second. */
const TICK_MS = 10;

function cpuMs(server: string): number {
  const { user, system } = process.cpuUsage();
  // behind the name, which may hold blanks
  const fields = readFileSync(server, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (user + system) / 1000 + TICK_MS * (Number(fields[11]) + Number(fields[12]));
}
