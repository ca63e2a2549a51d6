import { describe } from './faults';
import type { WeappPackage } from './package-files';
import type { PageStack } from './page-stack';
import type { Phone } from './phone';

/** Options as the mini-program passes them to an asynchronous wx function. */
export type WxOptions = Readonly<Record<string, unknown>>;

/** A call of wx that a test may look at afterwards. */
export type WxCall = { name: string; options: WxOptions };

/** What all groups of wx functions share. */
export type WxWorld = Pick<Phone, 'person' | 'files' | 'faults'> & {
  phone: Phone;
  /** Where the compiled-in address of the BFF leads in this run, such as `http://127.0.0.1:8443`. */
  origin: string;
  weapp: WeappPackage;
  stack: PageStack;
  /** The canvas nodes of each page, by id. */
  canvases: WeakMap<object, Map<string, object>>;
  calls: WxCall[];
  /** Who is told when WeChat has fetched a newer version. */
  onUpdateReady: (() => void)[];
  /** How many asynchronous calls are under way. */
  busy: number;
  adopt: (value: unknown) => unknown;
};

/** The failure that was laid down for the next call of a function, taken away with it. */
export function takeFailure({ failsOnce }: Phone, name: string): { reason: string; errno?: number } | null {
  const failing = failsOnce.get(name) ?? null;
  failsOnce.delete(name);
  return failing;
}

/** What an asynchronous function throws to fail: the reason stands in `errMsg` after `name:fail`. */
export const refusal = (reason: string, data: WxOptions = {}): Error => {
  const error = new Error(reason);
  refusals.set(error, data);
  return error;
};
const refusals = new WeakMap<Error, WxOptions>();

/**
 * An asynchronous wx function: what `run` gives goes to `success`, a thrown `refusal` to `fail`,
 * both to `complete`; without callbacks it returns a promise, as WeChat does.
 */
export const asynchronous =
  (world: WxWorld, name: string, run: (options: WxOptions) => unknown) =>
  (options: WxOptions = {}): unknown => {
    world.calls.push({ name, options });
    world.busy += 1;
    const outcome = Promise.resolve()
      .then(() => {
        const failing = takeFailure(world.phone, name);
        if (!failing) return run(options);
        const { reason, ...data } = failing;
        throw refusal(reason, data);
      })
      .then(
        (given) => ({ callback: 'success', result: { errMsg: `${name}:ok`, ...asData(given) } }),
        (error: unknown) => {
          const data = error instanceof Error ? refusals.get(error) : undefined;
          if (!(error instanceof Error) || !data) throw error;
          return { callback: 'fail', result: { errMsg: `${name}:fail ${error.message}`, ...data } };
        },
      )
      .finally(() => (world.busy -= 1))
      .then(({ callback, result }) => {
        const adopted = world.adopt(result);
        notify(world, options[callback], adopted);
        notify(world, options['complete'], adopted);
        return { failed: callback === 'fail', adopted };
      });
    const hasCallbacks = ['success', 'fail', 'complete'].some((key) => typeof options[key] === 'function');
    if (hasCallbacks) {
      void outcome.catch((error: unknown) => world.faults.note('uncaught', `wx.${name}: ${describe(error)}`));
      return undefined;
    }
    return outcome.then(({ failed, adopted }) => (failed ? Promise.reject(adopted) : adopted));
  };

/** Calls a listener of the mini-program, if there is one; what it throws is a fault of the mini-program. */
export const notify = (world: WxWorld, listener: unknown, ...args: readonly unknown[]): void => {
  if (typeof listener !== 'function') return;
  try {
    Reflect.apply(listener, undefined, args);
  } catch (error) {
    world.faults.note('uncaught', describe(error));
  }
};

/** An option as text; '' when absent. */
export const textOption = (options: WxOptions, name: string): string => {
  const value = options[name];
  return typeof value === 'string' ? value : '';
};

/** An option as a number. */
export const numberOption = (options: WxOptions, name: string, fallback: number): number => {
  const value = options[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
};

const asData = (given: unknown): object => (given !== null && typeof given === 'object' ? given : {});
