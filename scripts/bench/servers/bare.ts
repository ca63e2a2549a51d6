import { createServer } from 'node:http';
import Koa from 'koa';
import { type RowDataPacket, createPool } from 'mysql2/promise';
import { serveParent } from '../serve-parent';

// What is left when everything is taken away: Koa, mysql2, one row by its key as JSON (without its sealed columns).
const pool = createPool({ uri: process.env['DATABASE_URL'] ?? '', connectionLimit: 20 });
const koa = new Koa();
koa.use(async (ctx) => {
  const id = ctx.path.slice(ctx.path.lastIndexOf('/') + 1);
  const [[row]] = await pool.query<RowDataPacket[]>('SELECT * FROM application WHERE id = ?', [id]);
  ctx.body = { ...row, document_number: null, phone: null, address: null };
});
const server = createServer(koa.callback());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  serveParent(`http://127.0.0.1:${address.port}`, async () => {
    server.closeAllConnections();
    await pool.end();
  });
});
