import { type IncomingMessage, createServer, get } from 'node:http';
import Koa from 'koa';
import { serveParent } from '../serve-parent';

// What is left when everything is taken away: Koa, and answers of the back end as it sent them once, packed.
type Answer = { readonly headers: IncomingMessage['headers']; readonly bytes: Buffer };

const answers = new Map<string, Answer>();
const koa = new Koa();
koa.use(async (ctx) => {
  const { headers, bytes } = answers.get(ctx.url) ?? (await fetched(ctx.url, ctx.get('accept-encoding')));
  ctx.set('Content-Type', headers['content-type'] ?? '');
  ctx.set('Content-Encoding', headers['content-encoding'] ?? '');
  ctx.set('ETag', headers.etag ?? '');
  ctx.body = bytes;
});

async function fetched(url: string, encoding: string): Promise<Answer> {
  const answer = await new Promise<Answer>((done, failed) => {
    get(`${process.env['BENCH_SOURCE'] ?? ''}${url}`, { headers: { 'accept-encoding': encoding } }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => done({ headers: reply.headers, bytes: Buffer.concat(chunks) }));
    }).on('error', failed);
  });
  answers.set(url, answer);
  return answer;
}

const server = createServer(koa.callback());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  serveParent(`http://127.0.0.1:${address.port}`, async () => server.closeAllConnections());
});
