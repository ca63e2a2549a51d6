import { useState } from 'react';

/** Rows that are chosen: some by themselves, or all that match but a few. */
export type Choice =
  | { readonly all: false; readonly ids: ReadonlySet<string> }
  | { readonly all: true; readonly except: ReadonlySet<string> };

const NONE: Choice = { all: false, ids: new Set() };

/**
 * What is chosen in a list of so many; `about` names the question: another question, and nothing is chosen. Of those
 * ticked, only who is still listed; null: not known at the moment.
 */
export function useChoice(total: number, about: string, listed: ReadonlySet<string> | null) {
  const [{ choice, of }, set] = useState({ choice: NONE, of: about });
  const now = of === about ? stillListed(choice, listed) : NONE;
  const put = (next: Choice) => set({ choice: next, of: about });
  const has = (id: string): boolean => (now.all ? !now.except.has(id) : now.ids.has(id));
  return {
    choice: now,
    count: now.all ? total - now.except.size : now.ids.size,
    has,
    toggle: (id: string) =>
      put(now.all ? { all: true, except: flipped(now.except, id) } : { all: false, ids: flipped(now.ids, id) }),
    /** Chooses these, or leaves them out. */
    put: (ids: readonly string[], isIn: boolean) =>
      put(
        now.all
          ? { all: true, except: withOrWithout(now.except, ids, !isIn) }
          : { all: false, ids: withOrWithout(now.ids, ids, isIn) },
      ),
    all: () => put({ all: true, except: new Set() }),
    none: () => put(NONE),
  };
}

/** A choice without the rows that have left the list, such as by what was done to them. */
export function stillListed(choice: Choice, listed: ReadonlySet<string> | null): Choice {
  if (listed === null) return choice;
  const kept = (ids: ReadonlySet<string>) => new Set([...ids].filter((id) => listed.has(id)));
  return choice.all ? { all: true, except: kept(choice.except) } : { all: false, ids: kept(choice.ids) };
}

function flipped(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The set with these added, or taken out of it. */
function withOrWithout(set: ReadonlySet<string>, ids: readonly string[], isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  for (const id of ids) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}
