import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { Call, OutsideCall, Reply } from './call';
import { admit, originOf, readRequest, sendReply, takeBudget } from './exchange';
import { type Route, routeOf } from './route';
import { inRead, outsideOf } from './serving';

/** A GET: limit → auth → parse → read { handler } → reply parse. */
export const query = <E extends EndpointSpec>(endpoint: E, handler: (c: Call<E>) => Promise<Reply<E>>): Route =>
  routeOf(endpoint, 'query', async (x) => {
    await takeBudget(x, endpoint);
    const actor = await x.serving.db.read((h) => admit(x, endpoint, h));
    const request = await readRequest(x, endpoint, actor);
    const draft = await inRead(x.serving, originOf(x, actor), (c) => handler({ ...c, ...request }));
    sendReply(x, endpoint, draft);
  });

/** A file to hand over. */
export type Download = {
  readonly bytes: Uint8Array;
  readonly type: string;
  /** As the person saves it; any characters. */
  readonly name: string;
  /** `inline` shows it in the browser; `attachment` (the default) saves it. */
  readonly show?: 'inline';
};

/** A file: `find` in a read, then `render` outside it (drawing a PDF, opening a stored file). */
export const download = <E extends EndpointSpec, F>(
  endpoint: E,
  steps: {
    find: (c: Call<E>) => Promise<F>;
    render: (o: OutsideCall<E>, found: F) => Promise<Download>;
  },
): Route =>
  routeOf(endpoint, 'download', async (x) => {
    await takeBudget(x, endpoint);
    const actor = await x.serving.db.read((h) => admit(x, endpoint, h));
    const request = await readRequest(x, endpoint, actor);
    const origin = originOf(x, actor);
    const found = await inRead(x.serving, origin, (c) => steps.find({ ...c, ...request }));
    const file = await steps.render({ ...outsideOf(x.serving, origin), ...request }, found);
    sendFile(x.ctx, file);
  });

/** Sends bytes that no browser may run, whatever they are. */
export function sendFile(
  ctx: { set(name: string, value: string): void; status: number; body: unknown },
  file: Download,
): void {
  const name = encodeURIComponent(file.name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  ctx.set('Content-Type', file.type);
  ctx.set('Content-Disposition', `${file.show ?? 'attachment'}; filename*=UTF-8''${name}`);
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  ctx.set('Cache-Control', 'private, no-store');
  ctx.status = 200;
  ctx.body = Buffer.from(file.bytes);
}
