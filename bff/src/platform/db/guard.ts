import { AsyncLocalStorage } from 'node:async_hooks';

type Scope = { open: boolean };

const scopes = new AsyncLocalStorage<Scope>();

/** Throws when a database handle is open here: what waits on the outside must not hold a transaction. */
export function refuseInsideTx(what: string): void {
  if (scopes.getStore()?.open) throw new Error(`${what} while a database handle is open`);
}

/** Runs the function as the holder of a handle; only a guard, the handle itself is passed on explicitly. */
export async function insideHandle<T>(fn: () => Promise<T>): Promise<T> {
  const scope: Scope = { open: true };
  try {
    return await scopes.run(scope, fn);
  } finally {
    scope.open = false;
  }
}

/** One at a time, in order of arrival. */
export function mutex(): <T>(fn: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve();
  return (fn) => {
    const turn = tail.then(fn);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
