import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attr, type Chain } from './element';
import { leadingTo } from './wx-network';
import type { WxWorld } from './wx-world';

/** A picture on the page: where it comes from, what it is called, and its bytes, null when it does not load. */
export type Picture = { src: string; label: string; bytes: Buffer | null };

/** Loads every picture of the page the way WeChat's image element does: without our headers. */
export const loadPictures = (world: WxWorld, images: readonly Chain[]): Promise<Picture[]> =>
  Promise.all(
    images.map(async (chain) => {
      const src = attr(chain.at(-1), 'src');
      const label = chain.map((element) => attr(element, 'aria-label')).findLast((words) => words !== '') ?? '';
      return { src, label, bytes: await bytesAt(world, src) };
    }),
  );

const bytesAt = async (world: WxWorld, src: string): Promise<Buffer | null> => {
  const [, encoding, text] = /^data:image\/[\w+.-]+(;base64)?,(.*)$/s.exec(src) ?? [];
  if (text !== undefined) return Buffer.from(encoding ? text : decodeURIComponent(text), encoding ? 'base64' : 'utf8');
  if (src.startsWith('wxfile:')) return world.files.read(src);
  if (/^https?:/.test(src)) {
    const response = world.phone.online ? await fetch(leadingTo(world, src)) : null;
    return response?.ok ? Buffer.from(await response.arrayBuffer()) : null;
  }
  const packed = join(world.weapp.folder, src.replace(/^\//, ''));
  return existsSync(packed) ? readFileSync(packed) : null;
};
