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

/** Keeps a value under a key that is listed, so that all of its kind go at once (`forgetListed`); false: no room. */
export function keepListed(list: Listed, key: string, value: unknown): boolean {
  const keys = readKept(list, Keys) ?? [];
  try {
    if (!keys.includes(key)) keep(list, [...keys, key]);
    keep(key, value);
    return true;
  } catch {
    // a phone that is full says so by throwing
    return false;
  }
}

/** Under which keys something of the kind is kept. */
export const listedIn = (list: Listed): readonly string[] => readKept(list, Keys) ?? [];

/** Whether anything of the kind is kept. */
export const hasListed = (list: Listed): boolean => listedIn(list).length > 0;

/** Takes what is listed off this phone, or what begins so. */
export function forgetListed(list: Listed, beginning = ''): void {
  const keys = readKept(list, Keys) ?? [];
  for (const key of keys.filter((one) => one.startsWith(beginning))) forget(key);
  const left = keys.filter((one) => !one.startsWith(beginning));
  if (left.length === 0) forget(list);
  else keep(list, left);
}

/** Names and photos of those whom somebody on duty lets in; signing out takes them off the phone. */
export const DOOR_NAMES = 'door-names';
/** What a candidate last read of their own, for reading it without a network; signing out takes it off the phone. */
export const MINE_READS = 'mine-reads';
/** The drawn numbers that somebody judges; signing out takes them off the phone. */
export const JUDGE_LISTS = 'judge-lists';
type Listed = typeof DOOR_NAMES | typeof MINE_READS | typeof JUDGE_LISTS;
const Keys = z.array(z.string());

/** Where unsaved drafts are kept; signing out forgets them, whichever page is open. */
export const UNSAVED_DRAFTS = 'unsaved-drafts';

const PREFIX = 'jikaotong.';
