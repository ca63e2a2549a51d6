import Taro from '@tarojs/taro';
import * as z from 'zod/mini';

/** What was kept under the key, or null if nothing of that shape is there. */
export function readKept<S extends z.ZodMiniType>(key: string, schema: S): z.output<S> | null {
  const kept: unknown = Taro.getStorageSync(PREFIX + key);
  const parsed = z.safeParse(schema, kept);
  return parsed.success ? parsed.data : null;
}

/** Keeps a JSON value on this phone; of what a draft could not save yet, never who somebody is. */
export function keep(key: string, value: unknown): void {
  Taro.setStorageSync(PREFIX + key, value);
}

export function forget(key: string): void {
  Taro.removeStorageSync(PREFIX + key);
}

/** Where unsaved drafts are kept; signing out forgets them, whichever page is open. */
export const UNSAVED_DRAFTS = 'unsaved-drafts';

const PREFIX = 'jikaotong.';
