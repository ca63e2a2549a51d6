import { accounts, type AccountView } from '@jikaotong/shared/contract';
import Taro from '@tarojs/taro';
import * as z from 'zod/mini';
import { confirm } from './dialogs';
import { backFromUnloaded, openAddress, standingPath } from './navigation';

/** What the service worker keeps for whoever is signed in; who that is stands there, too, and goes with it. */
const MINE = 'mine';
const ACCOUNT = '/offline/account';
const hasCaches = (): boolean => typeof caches !== 'undefined';

/** Lets the app open without a network, and says so where a page could not be loaded. */
export function prepareOffline(): void {
  window.addEventListener('unhandledrejection', (event) => {
    if (!/ChunkLoadError|Loading (CSS )?chunk/.test(String(event.reason))) return;
    event.preventDefault();
    if (wantedPath() !== standingPath()) void tellUnloaded();
  });
  if (!('serviceWorker' in navigator)) return;
  // after the first page: what is kept for later must not be in its way
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (document.readyState === 'complete') setTimeout(register, AFTER_MS);
  else window.addEventListener('load', () => setTimeout(register, AFTER_MS));
}
const AFTER_MS = 4_000;

/** Keeps who is signed in, so that what is theirs can be shown without a network; what another one left is forgotten. */
export async function keepAccount(account: AccountView): Promise<void> {
  if (!hasCaches()) return;
  // a desk is shared, and what staff see is not theirs
  if (account.kind === 'staff') return forgetMine();
  const before = await keptAccount();
  if (before !== null && before.id !== account.id) await forgetMine();
  const cache = await caches.open(MINE);
  await cache.put(ACCOUNT, new Response(JSON.stringify(account)));
}

/** Who was signed in when there was a network last. */
export async function keptAccount(): Promise<AccountView | null> {
  if (!hasCaches()) return null;
  const found = await caches.match(ACCOUNT, { cacheName: MINE });
  // apart from the check: Babel would carry the whole of zod over an await among its arguments
  const told: unknown = (await found?.json()) ?? null;
  const read = z.safeParse(accounts.AccountView, told);
  return read.success ? read.data : null;
}

/** Forgets all of it; the worker drops what is on its way. */
export async function forgetMine(): Promise<void> {
  if (hasCaches()) await caches.delete(MINE);
}

/** The service worker keeps what is read here. */
export const keeperOf = (_path: string): string | null => null;
export function keepRead(_path: string, _accountId: string, _data: unknown): void {}
export const readOffline = (_path: string): { readonly at: number; readonly data: unknown } | null => null;

const wantedPath = (): string => (window.location.hash.slice(1).split('?')[0] ?? '').replace(/^\//, '');

let isTelling = false;

/** A page that was not loaded yet does not come without a network: back to where one was, or once more. */
async function tellUnloaded(): Promise<void> {
  if (isTelling) return;
  isTelling = true;
  const wanted = window.location.hash.slice(1);
  const stays = standingPath() !== '';
  if (stays) {
    await backFromUnloaded();
    // the tab bar lights up the tab that was wanted
    Taro.eventCenter.trigger('__taroRouterChange', { toLocation: { path: `/${standingPath()}` } });
  }
  const text = navigator.onLine ? '这一页没有打开，请再试一次。' : '这一页还没有打开过，连上网络以后才能看。';
  const again = await confirm({ title: '网络连接不上', text, yes: '重试', no: '返回' }).catch(() => false);
  isTelling = false;
  if (!again) return;
  if (stays) openAddress(wanted);
  else window.location.reload();
}
