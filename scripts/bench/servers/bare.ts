import { createServer } from 'node:http';
import Koa from 'koa';
import { type RowDataPacket, createPool } from 'mysql2/promise';
import { serveParent } from '../serve-parent';

// What is left when everything is taken away: Koa, mysql2, one enrolment by its key as JSON, from the three tables that
// hold it (without its sealed columns).
const enrolment =
  'SELECT * FROM application a JOIN candidate c ON c.id = a.id JOIN participant p ON p.candidate_id = a.id WHERE a.id = ?';
const pool = createPool({ uri: process.env['DATABASE_URL'] ?? '', connectionLimit: 20 });
const koa = new Koa();
koa.use(async (ctx) => {
  const id = ctx.path.slice(ctx.path.lastIndexOf('/') + 1);
  const [[row]] = await pool.query<RowDataPacket[]>(enrolment, [id]);
  ctx.body = { ...row, document_number: null, birth_date: null, sex: null, phone: null, employer: null, address: null };
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
