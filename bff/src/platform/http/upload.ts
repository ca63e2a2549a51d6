import multer from '@koa/multer';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import type { Call, OutsideCall, Reply } from './call';
import { admit, originOf, readRequest, sendReply, takeBudget } from './exchange';
import { refuse } from './refusal';
import { type Route, routeOf } from './route';
import { inTx, outsideOf } from './serving';

/** What a multipart form brought in its field `file`; its name and type are claims, not facts. */
export type UploadedFile = { readonly bytes: Buffer; readonly name: string };

/** The largest upload of any kind: WeChat's uploadFile ends about there. */
export const MAX_UPLOAD_BYTES = 10_000_000;

const receive = multer({
  storage: multer.memoryStorage(),
  limits: { fileSize: MAX_UPLOAD_BYTES, files: 1, fields: 0, parts: 2, headerPairs: 20 },
}).single('file');

/** One file: limit → auth → receive → `keep` outside (check, seal, write) → tx { handle } → reply parse. */
export const upload = <E extends EndpointSpec, K>(
  endpoint: E,
  steps: {
    readonly keep: (outside: OutsideCall<E>, file: UploadedFile) => Promise<K>;
    readonly handle: (ctx: Call<E>, kept: K) => Promise<Reply<E>>;
  },
): Route =>
  routeOf(endpoint, 'upload', async (exchange) => {
    await takeBudget(exchange, endpoint);
    const actor = await exchange.serving.db.read((h) => admit(exchange, endpoint, h));
    const request = await readRequest(exchange, endpoint, actor);
    if (!exchange.ctx.is('multipart/form-data')) refuse('unsupported-type');
    await receive(exchange.ctx, () => Promise.resolve()).catch(refuseMulterError);
    const { file } = exchange.ctx;
    if (!file) return refuse('invalid-input', { issues: ['file'] });
    const origin = originOf(exchange, actor);
    const outside = { ...outsideOf(exchange.serving, origin), ...request };
    const kept = await steps.keep(outside, { bytes: file.buffer, name: nameOf(file.originalname) });
    sendReply(
      exchange,
      endpoint,
      await inTx(exchange.serving, origin, (ctx) => steps.handle({ ...ctx, ...request }, kept)),
    );
  });

/** Multer reads names as latin1; browsers and WeChat send UTF-8. */
const nameOf = (name: string): string => Buffer.from(name, 'latin1').toString();

/** Multer and busboy throw for what the sender did wrong. */
function refuseMulterError(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'LIMIT_FILE_SIZE') refuse('too-large', { maxBytes: MAX_UPLOAD_BYTES });
  refuse('malformed-request');
}
