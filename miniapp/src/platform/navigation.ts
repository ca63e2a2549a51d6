import Taro, { useDidShow, useRouter } from '@tarojs/taro';
import { parentOf } from './parents';

type Params = Record<string, string | number | null | undefined>;

/** The way to another page that is under way; a page takes its time to go, for the next one may have to be loaded first. */
let going: Promise<unknown> | null = null;

function go(way: Promise<unknown>): void {
  going = way;
  void forgetAfter(way);
}

async function forgetAfter(way: Promise<unknown>): Promise<void> {
  await way.catch(() => undefined);
  if (going === way) going = null;
}

/** Resolves at once while nobody leaves the page in front, else when the way to the next one has ended, or does not end. */
export async function untilStaying(): Promise<void> {
  if (going)
    await Promise.race([going.catch(() => undefined), new Promise((resolve) => setTimeout(resolve, GIVEN_UP_MS))]);
}
const GIVEN_UP_MS = 20_000;

/** Whether the page that was asked for last was to stand above the one before, instead of in its place. */
let above = false;

/** Opens a page above this one; ten pages deep WeChat refuses, so the deepest is replaced. */
export function open(path: `/${string}`, params: Params = {}): void {
  const url = addressOf(path, params);
  above = Taro.getCurrentPages().length < 9;
  go(above ? Taro.navigateTo({ url }) : Taro.redirectTo({ url }));
}

/** Puts a page in the place of this one. */
export function replace(path: `/${string}`, params: Params = {}): void {
  above = false;
  go(Taro.redirectTo({ url: addressOf(path, params) }));
}

const TABS = ['/pages/notices/index', '/pages/mine/index', '/pages/look-up/index', '/pages/me/index'] as const;

/** Whether the page around is one of the tabs. */
export function useIsTab(): boolean {
  const path = useRouter().path.split('?')[0] ?? '';
  return TABS.some((tab) => tab.endsWith(path.replace(/^\//, '')));
}

const isTab = (url: string): boolean => TABS.some((tab) => url.startsWith(tab));

/** h5: the path of the page that stands in front; none before the first one has come. */
export const standingPath = (): string =>
  (Taro.getCurrentInstance().page?.path ?? '').split('?')[0]?.replace(/^\//, '') ?? '';

/** h5: the address goes back to the page that still stands, after another one could not be loaded. */
export async function backFromUnloaded(): Promise<void> {
  going = null;
  if (above && !isTab(window.location.hash.slice(1))) {
    window.history.back();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return;
  }
  // Taro numbers its pages in their addresses
  const standing = (Taro.getCurrentInstance().page?.path ?? '').replace(/([?&])stamp=[^&]*&?/, '$1');
  window.history.replaceState(window.history.state, '', `#${standing.replace(/[?&]$/, '')}`);
}

/** h5: opens what an address names. */
export function openAddress(url: string): void {
  above = !isTab(url);
  go(above ? Taro.navigateTo({ url }) : Taro.switchTab({ url }));
}

/** Goes to one of the tabs. */
export const openTab = (path: (typeof TABS)[number]) => go(Taro.switchTab({ url: path }));

/** Back one page, or to the page above this one when it was entered directly: of a candidate's, the notices. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) {
    go(Taro.navigateBack());
    return;
  }
  const { path = '', params = {} } = Taro.getCurrentInstance().router ?? {};
  const above = parentOf(path, params);
  if (above === null) openTab('/pages/notices/index');
  else if (isTab(above.path)) go(Taro.switchTab({ url: above.path }));
  else replace(above.path, above.params);
}

/** Back one page, or to the page above this one in the house when this one was entered directly. */
export function backOr(path: `/${string}`, params: Params = {}): void {
  if (Taro.getCurrentPages().length > 1) go(Taro.navigateBack());
  else replace(path, params);
}

/** The parameters this page was opened with, decoded. */
export function usePageParams(): Record<string, string | undefined> {
  const { params } = useRouter();
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, value && decoded(value)]));
}

/** Runs whenever the page comes to the front, also on the way back. */
export const useOnShow = (act: () => void): void => useDidShow(act);

export const setTitle = (title: string): void => void Taro.setNavigationBarTitle({ title });

function addressOf(path: string, params: Params): string {
  const pairs = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}

/** WeChat hands parameters over encoded, a browser decoded; a stray % stays as it is. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
