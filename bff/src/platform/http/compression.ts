import type Koa from 'koa';
import compress from 'koa-compress';

/**
 * Packs replies with brotli or gzip, as the caller can read them. A reply that sets `Content-Encoding` itself is left
 * alone, and so are files: they are packed by their own formats, and one that breaks off must be seen to.
 */
export const compression = (): Koa.Middleware =>
  // what is shorter fits into one packet anyway
  compress({ threshold: 1_024, zstd: false, deflate: false });
