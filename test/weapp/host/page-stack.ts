import { describe, type FaultBook } from './faults';
import type { Definition, LogicRealm } from './logic-realm';
import type { WeappPackage } from './package-files';

/** A page on the stack. */
export type PageInstance = { route: string; data: Record<string, unknown> } & Record<string, unknown>;

/** WeChat's page stack: at most ten pages, tab pages stay alive until a relaunch. */
export type PageStack = {
  pages: () => readonly PageInstance[];
  top: () => PageInstance;
  navigateTo: (url: string) => void;
  redirectTo: (url: string) => void;
  switchTab: (url: string) => void;
  reLaunch: (url: string) => void;
  navigateBack: (delta: number) => void;
  /** Calls a lifecycle or event method when the page has it; what it throws is noted as a fault. */
  call: (page: PageInstance, method: string, ...args: unknown[]) => unknown;
};

const deepest = 10;
/** WeChat refuses more than 1 MB in one setData; 256 KB is already slow on cheap phones. */
const heaviestData = 256 * 1024;

export const createPageStack = (options: {
  weapp: WeappPackage;
  realm: () => LogicRealm;
  faults: FaultBook;
  query: () => unknown;
}): PageStack => {
  const { weapp, faults } = options;
  const tabs = new Set(weapp.tabs.map((tab) => tab.route));
  const livingTabs = new Map<string, PageInstance>();
  let stack: PageInstance[] = [];

  const top = (): PageInstance => {
    const page = stack.at(-1);
    if (!page) throw new Error('no page is open');
    return page;
  };
  const call = (page: PageInstance, method: string, ...args: unknown[]): unknown => {
    const run = page[method];
    if (typeof run !== 'function') return undefined;
    try {
      return Reflect.apply(run, page, args);
    } catch (error) {
      faults.note('uncaught', `${page.route} ${method}: ${describe(error)}`);
      return undefined;
    }
  };
  const open = (url: string): void => {
    const { route, query } = parseUrl(url);
    if (!weapp.routes.includes(route)) throw new Error(`page "${route}" is not found`);
    const known = livingTabs.get(route);
    const page = known ?? create(route, query);
    if (tabs.has(route)) livingTabs.set(route, page);
    stack.push(page);
    if (!known) call(page, 'onLoad', options.realm().adopt(query));
    call(page, 'onShow');
    if (!known) setTimeout(() => call(page, 'onReady'), 0);
  };
  const create = (route: string, query: Record<string, string>): PageInstance => {
    const realm = options.realm();
    const definition = definitionOf(realm, route);
    const data: Record<string, unknown> = JSON.parse(JSON.stringify(definition['data'] ?? {}));
    const page: PageInstance = { ...definition, route, data };
    Object.assign(page, { __route__: route, is: route, options: query, selectComponent: () => null });
    Object.assign(page, { selectAllComponents: () => [], createSelectorQuery: options.query });
    page['setData'] = (change: Record<string, unknown>, done?: () => void): void => {
      const json = JSON.stringify(change);
      if (json.length > heaviestData) faults.note('oversized-data', `${route} set ${json.length} characters at once`);
      const plain: Record<string, unknown> = JSON.parse(json);
      for (const [path, value] of Object.entries(plain)) setPath(data, path, value);
      if (done) setTimeout(() => Reflect.apply(done, page, []), 0);
    };
    return page;
  };
  const definitionOf = (realm: LogicRealm, route: string): Definition => {
    if (!loaded.has(route)) realm.load(`${route}.js`);
    loaded.add(route);
    return realm.page(route);
  };
  const loaded = new Set<string>();
  const close = (): void => {
    const page = stack.pop();
    if (page && !livingTabs.has(page.route)) call(page, 'onUnload');
    else if (page) call(page, 'onHide');
  };
  const refuseTab = (kind: string, url: string): void => {
    if (tabs.has(parseUrl(url).route)) throw new Error(`can not ${kind} a tabbar page`);
  };
  const absolute = (url: string): string =>
    url.startsWith('/') ? url : new URL(url, `file:///${stack.at(-1)?.route ?? ''}`).href.slice('file://'.length);

  return {
    pages: () => stack,
    top,
    call,
    navigateTo: (url) => {
      refuseTab('navigateTo', absolute(url));
      if (stack.length >= deepest) throw new Error(`page stack holds at most ${deepest}`);
      requirePage(weapp, absolute(url));
      call(top(), 'onHide');
      open(absolute(url));
    },
    redirectTo: (url) => {
      refuseTab('redirectTo', absolute(url));
      const target = absolute(url);
      requirePage(weapp, target);
      close();
      open(target);
    },
    switchTab: (url) => {
      const target = absolute(url);
      if (!tabs.has(parseUrl(target).route)) throw new Error('can not switch to no-tabBar page');
      if (target.includes('?')) throw new Error('a tab page takes no parameters');
      while (stack.length > 0) close();
      open(target);
    },
    reLaunch: (url) => {
      const target = absolute(url);
      requirePage(weapp, target);
      const doomed = [...new Set([...stack, ...livingTabs.values()])];
      livingTabs.clear();
      stack = [];
      for (const page of doomed) call(page, 'onUnload');
      open(target);
    },
    navigateBack: (delta) => {
      if (stack.length < 2) throw new Error('cannot navigate back at first page');
      for (let left = delta; left > 0 && stack.length > 1; left -= 1) close();
      call(top(), 'onShow');
    },
  };
};

const requirePage = (weapp: WeappPackage, url: string): void => {
  const { route } = parseUrl(url);
  if (!weapp.routes.includes(route)) throw new Error(`page "${route}" is not found`);
};

const parseUrl = (url: string): { route: string; query: Record<string, string> } => {
  const [path = '', search = ''] = url.split('?');
  const pairs = search.split('&').filter(Boolean);
  const query = Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, value.join('=')]; // WeChat hands the value over as written; the page decodes it
    }),
  );
  return { route: path.replace(/^\//, ''), query };
};

/** Sets `root.cn.[0].v` inside the page's data. */
const setPath = (data: Record<string, unknown>, path: string, value: unknown): void => {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop();
  if (last === undefined) return;
  let place: object = data;
  for (const [index, step] of steps.entries()) {
    const inside: unknown = Reflect.get(place, step);
    if (inside !== null && typeof inside === 'object') {
      place = inside;
      continue;
    }
    const next = /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    Reflect.set(place, step, next);
    place = next;
  }
  Reflect.set(place, last, value);
};
