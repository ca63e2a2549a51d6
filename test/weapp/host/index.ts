import { setTimeout as sleep } from 'node:timers/promises';
import { attr, drawPage, findChains, readable, textOf, type Chain, type Element } from './element';
import { openFaultBook, type Fault } from './faults';
import { createHand } from './gestures';
import { createLogicRealm, type LogicRealm } from './logic-realm';
import { openPackage } from './package-files';
import { createPageStack } from './page-stack';
import { willingPerson, type Person } from './person';
import { emptyPhone } from './phone-files';
import { compileTemplates } from './wxml';
import { createWx } from './wx';
import type { WxCall, WxWorld } from './wx-world';

/** A phone with the built mini-program open: what is on it, what a hand can do, and what went wrong. */
export type WeappHost = {
  /** What happens when WeChat asks the person something; assign to its members. */
  person: Person;
  /** Everything a person can read on the page, a line a block. */
  text: () => string;
  route: () => string;
  /** Taps the element that says exactly this, or else the innermost one that contains it. */
  tap: (words: string, options?: { nth?: number }) => Promise<void>;
  tapTab: (words: string) => Promise<void>;
  /** Types into the field with this placeholder, name, id or aria-label, or the one beside this label. */
  type: (field: string, value: string) => Promise<void>;
  /** Chooses in the picker that shows these words or stands beside them: an index, a date, or a list of indexes. */
  pick: (words: string, value: string | number | readonly number[]) => Promise<void>;
  /** Draws with a finger on the canvas with this id (the first one when not given). */
  stroke: (points: readonly (readonly [number, number])[], canvasId?: string) => Promise<void>;
  /** Sends any event to the first element that satisfies the question. */
  fire: (asks: (element: Element) => boolean, type: string, detail?: object) => Promise<void>;
  find: (asks: (element: Element) => boolean) => Chain[];
  /** Waits until the page says this; fails with what it says instead. */
  see: (words: string, patienceMs?: number) => Promise<void>;
  settle: () => Promise<void>;
  back: () => Promise<void>;
  open: (url: string) => Promise<void>;
  calls: (name: string) => readonly WxCall[];
  /** The bytes of a file on the phone. */
  file: (path: string) => Buffer | null;
  /** Everything that would break in WeChat; a sound run gives an empty list. */
  verdict: () => readonly Fault[];
};

/** Budgets of this project in bytes; WeChat itself refuses packages above 2 MB. */
const mainBudget = 900 * 1024;
const subBudget = 600 * 1024;

/** Boots the package in `folder`; whatever address was compiled into it leads to `origin`. */
export const bootWeapp = async (options: { folder: string; origin: string }): Promise<WeappHost> => {
  const weapp = openPackage(options.folder);
  const faults = openFaultBook();
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
    person: willingPerson(),
    files: emptyPhone(),
    faults,
    stack,
    calls: [],
    busy: 0,
    adopt: (value) => realm.adopt(value),
  };
  const wx = createWx(world, draw);
  const makeQuery = (): unknown => {
    const create = wx['createSelectorQuery'];
    return typeof create === 'function' ? create() : null;
  };
  const realm: LogicRealm = createLogicRealm({ weapp, wx, faults, pages: stack.pages });
  const hand = createHand({ stack, person: () => world.person, adopt: world.adopt });

  const settle = async (): Promise<void> => {
    // Quiet means: nothing asked of wx is under way, seen three times in a row with timers let through between.
    for (let quiet = 0; quiet < 3; quiet = world.busy === 0 ? quiet + 1 : 0) await sleep(12);
  };
  const find = (asks: (element: Element) => boolean): Chain[] => findChains(draw(), asks);
  const first = (chains: readonly Chain[], what: string): Chain => {
    const chain = chains[0];
    if (!chain) throw new Error(`${what} is not on ${stack.top().route}, which says:\n${readable(draw())}`);
    return chain;
  };
  const saying = (words: string): Chain[] => {
    const exact = find((element) => textOf(element).trim() === words || attr(element, 'aria-label') === words);
    const innermost = (chains: Chain[]): Chain[] =>
      chains.filter((chain) => !chains.some((other) => other.length > chain.length && other.includes(last(chain))));
    return innermost(exact.length > 0 ? exact : find((element) => textOf(element).includes(words)));
  };
  /** The control with this name in an attribute or inside it, or else the one that stands nearest to these words. */
  const labelled = (words: string, isControl: (element: Element) => boolean): Chain => {
    const named = find((element) => isControl(element) && isNamed(element, words));
    const beside = saying(words).flatMap((chain) =>
      chain.map((_, index) => chain.slice(0, chain.length - index)).flatMap((above) => inside(above, isControl)),
    );
    return first([...named, ...beside], `the field "${words}"`);
  };
  const after = async (act: () => void | Promise<void>): Promise<void> => {
    await act();
    await settle();
  };

  realm.load('app.js');
  const launch = world.adopt({ path: weapp.routes[0], query: {}, scene: 1001 });
  for (const method of ['onLaunch', 'onShow']) {
    const run = realm.app()[method];
    if (typeof run === 'function') Reflect.apply(run, realm.app(), [launch]);
  }
  stack.reLaunch(`/${weapp.routes[0]}`);
  await settle();

  return {
    person: world.person,
    text: () => readable(draw()),
    route: () => stack.top().route,
    tap: (words, { nth = 0 } = {}) => after(() => hand.tap(first(saying(words).slice(nth), `"${words}"`))),
    tapTab: (words) =>
      after(() => {
        const tab = weapp.tabs.find(({ text }) => text === words);
        if (!tab) throw new Error(`there is no tab "${words}"`);
        stack.switchTab(`/${tab.route}`);
        stack.call(stack.top(), 'onTabItemTap', world.adopt({ pagePath: tab.route, text: words }));
      }),
    type: (field, value) => after(() => hand.type(labelled(field, isField), value)),
    pick: (words, value) => after(() => hand.fire(labelled(words, isPicker), 'change', { value })),
    stroke: (points, canvasId) =>
      after(() => {
        const canvas = find((one) => one.tag === 'canvas' && (!canvasId || attr(one, 'id') === canvasId));
        hand.stroke(first(canvas, 'a canvas'), points);
      }),
    fire: (asks, type, detail) => after(() => hand.fire(first(find(asks), 'the element'), type, detail)),
    find,
    see: async (words, patienceMs = 5000) => {
      for (const givesUpAt = Date.now() + patienceMs; !readable(draw()).includes(words); await sleep(25)) {
        if (Date.now() > givesUpAt) first([], `"${words}"`);
      }
      await settle();
    },
    settle,
    back: () => after(() => stack.navigateBack(1)),
    open: (url) => after(() => stack.navigateTo(url)),
    calls: (name) => world.calls.filter((call) => call.name === name),
    file: world.files.read,
    verdict: faults.list,
  };
};

const isPicker = (element: Element): boolean => /^picker(-view)?$/.test(element.tag);
const isField = (element: Element): boolean => element.tag === 'input' || element.tag === 'textarea';
const isNamed = (element: Element, words: string): boolean =>
  ['placeholder', 'name', 'id', 'aria-label'].some((name) => attr(element, name) === words);
/** The control that the last element of a chain is, is in, or contains. */
const inside = (chain: Chain, isControl: (element: Element) => boolean): Chain[] => {
  const around = chain.findLastIndex(isControl);
  if (around >= 0) return [chain.slice(0, around + 1)];
  const element = last(chain);
  return findChains(element, isControl).map((below) => [...chain, ...below.slice(1)]);
};
const last = (chain: Chain): Element => {
  const element = chain.at(-1);
  if (!element) throw new Error('an empty chain');
  return element;
};
