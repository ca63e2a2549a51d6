import { setTimeout as sleep } from 'node:timers/promises';
import { patience } from '../../support/patience';
import { attr, drawPage, type Chain, type Element } from './element';
import { inkOn } from './canvas';
import type { Fault } from './faults';
import { createGestures, holdsStill } from './gestures';
import { createLogicRealm, type LogicRealm } from './logic-realm';
import { createPageFinder, isField, isPicker, isStill, pickedIn } from './page-finder';
import { openPackage } from './package-files';
import { createPageStack } from './page-stack';
import type { Person } from './person';
import { newPhone, type Phone } from './phone';
import { loadPictures, type Picture } from './pictures';
import { compileTemplates } from './wxml';
import { createWx } from './wx';
import { takeFailure, type WxCall, type WxWorld } from './wx-world';

/** A phone with the built mini-program open: what is on it, what a hand can do, and what went wrong. */
export type WeappHost = {
  /** What happens when WeChat asks the person something; assign to its members. */
  person: Person;
  /** Everything a person can read on the page, a line a block. */
  text: () => string;
  route: () => string;
  /** Taps the element that says exactly this, or else the innermost one that contains it; waits until it is there and takes taps. */
  tap: (words: string, options?: { nth?: number; patienceMs?: number }) => Promise<void>;
  tapTab: (words: string) => Promise<void>;
  /** Types into the field with this placeholder, name, id or aria-label, or the one beside this label. */
  type: (field: string, value: string) => Promise<void>;
  /** Chooses in the picker that shows these words or stands beside them: the words of a line, an index, a date, or indexes. */
  pick: (words: string, value: string | number | readonly number[]) => Promise<void>;
  /** Draws with a finger on the canvas with this id (the first one when not given). */
  stroke: (points: readonly (readonly [number, number])[], canvasId?: string) => Promise<void>;
  /** How many things can be seen on a canvas of the page. */
  ink: (canvasId: string) => number;
  /** Every picture on the page, loaded. */
  pictures: () => Promise<Picture[]>;
  /** Sends any event to the first element that satisfies the question. */
  fire: (asks: (element: Element) => boolean, type: string, detail?: object) => Promise<void>;
  find: (asks: (element: Element) => boolean) => Chain[];
  /** Waits until the page says this; fails with what it says instead. */
  see: (words: string, patienceMs?: number) => Promise<void>;
  settle: () => Promise<void>;
  back: () => Promise<void>;
  open: (url: string) => Promise<void>;
  /** Lets the next call of a wx function fail, as WeChat fails it. */
  failOnce: (name: string, reason: string, errno?: number) => void;
  /** Takes the phone's network away or gives it back. */
  setOnline: (online: boolean) => void;
  /** Ends the mini-program and opens it again on the same phone: what it stored stays, what it held in memory does not. */
  reopen: (launch?: Launch) => Promise<WeappHost>;
  /** WeChat has fetched a newer version of the mini-program. */
  updateReady: () => Promise<void>;
  calls: (name: string) => readonly WxCall[];
  /** The bytes of a file on the phone. */
  file: (path: string) => Buffer | null;
  /** The values of the phone's storage, as JSON. */
  kept: () => readonly string[];
  /** Everything that would break in WeChat; a sound run gives an empty list. */
  verdict: () => readonly Fault[];
};

/** Budgets of this project in bytes; WeChat itself refuses packages above 2 MB. */
const mainBudget = 900 * 1024;
const subBudget = 600 * 1024;

/** How long a person waits for something to appear; only a failing test waits that long. */
const usualMs = patience(20_000);

/** Where WeChat begins: the first page from its list, or a page with a query after a code was scanned (1011). */
export type Launch = {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
};

/**
 * Boots the package in `folder`, on a new phone unless given one; whatever address was compiled into it leads to
 * `origin`.
 */
export const bootWeapp = async (options: {
  folder: string;
  origin: string;
  phone?: Phone;
  launch?: Launch;
}): Promise<WeappHost> => {
  const weapp = openPackage(options.folder);
  const phone = options.phone ?? newPhone();
  const { person, files, faults } = phone;
  const render = await compileTemplates(weapp, faults);
  for (const [name, bytes] of weapp.sizes()) {
    const budget = name === '' ? mainBudget : subBudget;
    if (bytes > budget) faults.note('oversized-package', `${name || 'main'} has ${bytes} bytes of ${budget}`);
  }
  const stack = createPageStack({ weapp, faults, realm: () => realm, query: () => makeQuery() });
  const draw = (): Element => drawPage(weapp, render, stack.top().route, stack.top().data);
  const world: WxWorld = {
    origin: options.origin,
    weapp,
    phone,
    person,
    files,
    faults,
    stack,
    canvases: new WeakMap(),
    calls: [],
    onUpdateReady: [],
    busy: 0,
    adopt: (value) => realm.adopt(value),
  };
  const wx = createWx(world, draw);
  const makeQuery = (): unknown => {
    const create = wx['createSelectorQuery'];
    return typeof create === 'function' ? create() : null;
  };
  const realm: LogicRealm = createLogicRealm({ weapp, wx, faults, pages: stack.pages });
  const hand = createGestures({
    stack,
    person: () => person,
    adopt: world.adopt,
    failing: (name) => {
      const failing = takeFailure(phone, name);
      return failing && { ...failing, errMsg: `${name}:fail ${failing.reason}` };
    },
    tapping: (now) => void (phone.tapping = now),
  });

  const settle = async (): Promise<void> => {
    // Quiet means: nothing asked of wx is under way, seen three times in a row with timers let through between.
    for (let quiet = 0; quiet < 3; quiet = world.busy === 0 ? quiet + 1 : 0) await sleep(12);
  };
  const eye = createPageFinder(draw);
  const first = (chains: readonly Chain[], what: string): Chain => {
    const chain = chains[0];
    if (!chain) throw new Error(`${what} is not on ${stack.top().route}, which says:\n${eye.text()}`);
    return chain;
  };
  /** Looks again and again until it holds, or patience ends: the caller says what is there instead. */
  const until = async (holds: () => boolean, patienceMs = usualMs): Promise<void> => {
    for (const givesUpAt = Date.now() + patienceMs; !holds() && Date.now() < givesUpAt;) await sleep(25);
  };
  const canvasesOf = (id: string | undefined): Chain[] =>
    eye.find((one) => one.tag === 'canvas' && (!id || attr(one, 'id') === id));
  const after = async (act: () => void | Promise<void>): Promise<void> => {
    await act();
    await settle();
  };

  realm.load('app.js');
  const begin = options.launch ?? { path: weapp.routes[0] ?? '', query: {}, scene: 1001 };
  const launch = world.adopt(begin);
  for (const method of ['onLaunch', 'onShow']) {
    const run = realm.app()[method];
    if (typeof run === 'function') Reflect.apply(run, realm.app(), [launch]);
  }
  // the query of a launch arrives as WeChat was given it, not decoded
  const pairs = Object.entries(begin.query).map(([name, value]) => `${name}=${value}`);
  stack.reLaunch(`/${begin.path}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`);
  await settle();

  return {
    person,
    text: eye.text,
    route: () => stack.top().route,
    tap: async (words, { nth = 0, patienceMs = usualMs } = {}) => {
      const wanted = (): Chain[] => eye.saying(words).slice(nth, nth + 1);
      await until(() => wanted().some((chain) => !isStill(chain)), patienceMs);
      const chain = first(wanted(), `"${words}"`);
      if (isStill(chain)) throw new Error(`"${words}" is disabled on ${stack.top().route}, which says:\n${eye.text()}`);
      await after(() => hand.tap(chain));
    },
    tapTab: (words) =>
      after(() => {
        const tab = weapp.tabs.find(({ text }) => text === words);
        if (!tab) throw new Error(`there is no tab "${words}"`);
        stack.switchTab(`/${tab.route}`);
        stack.call(stack.top(), 'onTabItemTap', world.adopt({ pagePath: tab.route, text: words }));
      }),
    type: (field, value) => after(() => hand.type(first(eye.labelled(field, isField), `the field "${field}"`), value)),
    pick: (words, value) =>
      after(() => {
        const picker = first(eye.labelled(words, isPicker), `the field "${words}"`);
        hand.fire(picker, 'change', { value: pickedIn(picker.at(-1), value) });
      }),
    stroke: (points, canvasId) =>
      after(() => {
        const canvas = first(canvasesOf(canvasId), 'a canvas');
        if (!holdsStill(canvas))
          faults.note('scrolls-away', `the canvas on ${stack.top().route} moves with the finger`);
        hand.stroke(canvas, points);
      }),
    ink: (canvasId) => {
      const canvas = world.canvases.get(stack.top())?.get(canvasId);
      return canvas ? inkOn(canvas) : 0;
    },
    pictures: () =>
      loadPictures(
        world,
        eye.find((element) => element.tag === 'image'),
      ),
    fire: (asks, type, detail) => after(() => hand.fire(first(eye.find(asks), 'the element'), type, detail)),
    find: eye.find,
    see: async (words, patienceMs = usualMs) => {
      await until(() => eye.text().includes(words), patienceMs);
      if (!eye.text().includes(words)) first([], `"${words}"`);
      await settle();
    },
    settle,
    back: () => after(() => stack.navigateBack(1)),
    open: (url) => after(() => stack.navigateTo(url)),
    failOnce: (name, reason, errno) =>
      void phone.failsOnce.set(name, { reason, ...(errno === undefined ? {} : { errno }) }),
    setOnline: (online) => void (phone.online = online),
    reopen: async (launch) => {
      realm.close();
      const { folder, origin } = options;
      return bootWeapp({ folder, origin, phone, ...(launch ? { launch } : {}) });
    },
    updateReady: () => after(() => world.onUpdateReady.forEach((tell) => tell())),
    calls: (name) => world.calls.filter((call) => call.name === name),
    file: files.read,
    kept: () => [...phone.storage.values()],
    verdict: faults.list,
  };
};
