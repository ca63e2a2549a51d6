import { createHash, randomBytes } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type Koa from 'koa';
import { refuse } from './refusal';

type Page = { readonly plain: Buffer; readonly zipped: Buffer | null; readonly etag: string; readonly mtimeMs: number };

const TEXT = /\.(html|js|css|json|svg|txt|map|webmanifest)$/;
/** Names with a content hash never change. */
const HASHED = /[.-][0-9a-f]{8,}\.\w+$/;

/**
 * Serves a built single-page site: its files, and `index.html` for every path that names no file. The page of a
 * demonstration says so itself, so that the place for its clock is there from the first moment.
 */
export function site(folder: string, { isDemonstration }: { isDemonstration: boolean }): Koa.Middleware {
  const pages = new Map<string, Page>();
  return async (ctx, next) => {
    if ((ctx.method !== 'GET' && ctx.method !== 'HEAD') || /^\/api(\/|$)/.test(ctx.path)) return next();
    const found = (await fileAt(folder, ctx.path)) ?? (isPage(ctx.path) ? 'index.html' : null);
    if (found === null) return refuse('not-found');
    const file = path.join(folder, found);
    const mark = isDemonstration && found === 'index.html' ? ' data-demonstration' : '';
    const page = await load(file, { known: pages.get(file), mark }).catch(() => refuse('not-found'));
    pages.set(file, page);
    ctx.state.route = 'site';
    ctx.type = path.extname(file);
    if (found === 'index.html') return sendPage(ctx, page.plain);
    ctx.set('Cache-Control', HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
    ctx.set('ETag', page.etag);
    ctx.vary('Accept-Encoding');
    ctx.status = 200;
    if (ctx.fresh) {
      ctx.status = 304;
      return;
    }
    const zipped = page.zipped && ctx.acceptsEncodings('gzip') === 'gzip' ? page.zipped : null;
    if (zipped) ctx.set('Content-Encoding', 'gzip');
    ctx.body = zipped ?? page.plain;
  };
}

/**
 * The page with a number of its own, by which the policy knows the styles that its scripts put in. Never the same twice, so
 * there is nothing to be compared by a tag: it is some hundred bytes.
 */
function sendPage(ctx: Koa.Context, plain: Buffer): void {
  const nonce = randomBytes(16).toString('base64');
  const policy = ctx.response.get('Content-Security-Policy');
  ctx.set('Content-Security-Policy', policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`));
  ctx.set('Cache-Control', 'no-cache');
  ctx.status = 200;
  ctx.body = plain.toString('utf8').replace('<head>', `<head><meta name="csp-nonce" content="${nonce}"/>`);
}

/** A path the app may own: no file by its ending, nothing hidden. */
const isPage = (urlPath: string): boolean => path.extname(urlPath) === '' && !urlPath.includes('/.');

/** The file below the folder that a path names, or null; no dotfiles, nothing outside, not even by a link. */
async function fileAt(folder: string, urlPath: string): Promise<string | null> {
  const parts = decodeURIComponent(urlPath).split('/').filter(Boolean);
  if (parts.length === 0 || parts.some((part) => part.startsWith('.') || /[\\\0:]/.test(part))) return null;
  const wanted = path.join(folder, ...parts);
  const [root, real] = await Promise.all([folder, wanted].map((place) => realpath(place).catch(() => null)));
  if (!root || !real?.startsWith(root + path.sep)) return null;
  return (await stat(real)).isFile() ? path.relative(folder, wanted) : null;
}

async function load(file: string, { known, mark }: { known: Page | undefined; mark: string }): Promise<Page> {
  const { mtimeMs } = await stat(file);
  if (known?.mtimeMs === mtimeMs) return known;
  const read = await readFile(file);
  const plain = mark ? Buffer.from(read.toString('utf8').replace('<html', `<html${mark}`)) : read;
  return {
    plain,
    zipped: TEXT.test(file) ? await promisify(gzip)(plain) : null,
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    mtimeMs,
  };
}
