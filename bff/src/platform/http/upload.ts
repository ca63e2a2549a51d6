import multer from '@koa/multer';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { hasRoom } from '../files';
import type { Call, OutsideCall, Reply } from './call';
import { type Exchange, admit, originOf, readRequest, sendReply, takeBudget } from './exchange';
import { poolOf } from './pool';
import { refuse } from './refusal';
import { type Route, routeOf } from './route';
import { inTx, outsideOf } from './serving';

/** What a multipart form brought in its field `file`; its name often is the person's, and goes no further. */
export type UploadedFile = { readonly bytes: Buffer };

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
    const { filesDir, diskReserveBytes } = exchange.serving.ports.config;
    if (!(await hasRoom(filesDir, diskReserveBytes))) refuse('storage-full');
    const origin = originOf(exchange, actor);
    const outside = { ...outsideOf(exchange.serving, origin), ...request };
    const kept = await inMemory.take(announcedBytes(exchange), async () => {
      await receive(exchange.ctx, () => Promise.resolve()).catch(refuseMulterError);
      const { file } = exchange.ctx;
      if (!file) return refuse('invalid-input', { issues: ['file'] });
      return atWork.take(1, () => steps.keep(outside, { bytes: file.buffer }));
    });
    sendReply(
      exchange,
      endpoint,
      await inTx(exchange.serving, origin, (ctx) => steps.handle({ ...ctx, ...request }, kept)),
    );
  });

/** What all uploads may hold in memory while they arrive: who comes then waits, unread. */
const inMemory = poolOf(128_000_000);
/** Checking and sealing needs a file four times over. */
const atWork = poolOf(2);

/** A form is a little longer than its file; who does not say how long may be as long as allowed. */
function announcedBytes({ ctx }: Exchange): number {
  const said = Number(ctx.get('content-length') || MAX_UPLOAD_BYTES);
  return Number.isSafeInteger(said) && said > 0 ? Math.min(said, MAX_UPLOAD_BYTES) : MAX_UPLOAD_BYTES;
}

/** Multer and busboy throw for what the sender did wrong. */
function refuseMulterError(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'LIMIT_FILE_SIZE') refuse('too-large', { maxBytes: MAX_UPLOAD_BYTES });
  refuse('malformed-request');
}
