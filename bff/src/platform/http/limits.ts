import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { addressRangeOf } from './address';
import { refuse } from './refusal';

/**
 * Requests a minute, per budget: of an account, or of a range of addresses by those who are not signed in. Offices and
 * mobile networks share an address, so reads are generous (those that are kept cost nothing, see `answerKept`), and a class signs in at once: what a name or a number may cost is counted where it is known. `stranger-heavy`
 * is what anybody may ask that costs a sum or a drawing, so that it takes nothing from those who are signed in.
 */
export type Budgets = Readonly<Record<Budget, number>>;
export type Budget =
  'read' | 'write' | 'sign-in' | 'refresh' | 'look-up' | 'upload' | 'photo' | 'heavy' | 'stranger-heavy';

export const BUDGETS: Budgets = {
  read: 1200,
  write: 300,
  'sign-in': 300,
  // everybody behind one address stays signed in by it, whatever strangers there send
  refresh: 600,
  'look-up': 60,
  upload: 120,
  // those of a whole unit follow one another; how many may come is the batch's own quota
  photo: 1200,
  heavy: 60,
  'stranger-heavy': 60,
};

export type Limits = {
  /** Takes one from the budget; refuses `too-many-requests` with the seconds to wait. */
  take(budget: Budget, by: Spender): Promise<void>;
};

/** Whose budget it is: an account's, a file's that somebody was given a link to, or that of all at one address. */
export type Spender = { readonly accountId: string } | { readonly fileId: string } | { readonly ip: string };

/** Budgets kept in this process; several processes each grant their own. */
export function limitsOf(budgets: Budgets): Limits {
  const of = (budget: Budget) => new RateLimiterMemory({ keyPrefix: budget, points: budgets[budget], duration: 60 });
  const limiters = {
    read: of('read'),
    write: of('write'),
    'sign-in': of('sign-in'),
    refresh: of('refresh'),
    'look-up': of('look-up'),
    upload: of('upload'),
    photo: of('photo'),
    heavy: of('heavy'),
    'stranger-heavy': of('stranger-heavy'),
  };
  return {
    take: async (budget, by) => {
      const verdict = await limiters[budget].consume(nameOf(by)).then(
        () => null,
        (rejected: unknown) => rejected,
      );
      if (verdict === null) return;
      if (verdict instanceof Error) throw verdict;
      refuse('too-many-requests', { retryInSeconds: secondsIn(verdict) });
    },
  };
}

const nameOf = (by: Spender): string =>
  'ip' in by ? addressRangeOf(by.ip) : 'fileId' in by ? `file:${by.fileId}` : `account:${by.accountId}`;

export function budgetOf({ limit, who, method }: EndpointSpec): Budget {
  if (limit === 'heavy' && who === 'anybody') return 'stranger-heavy';
  return limit ?? (method === 'GET' ? 'read' : 'write');
}

const secondsIn = (rejected: unknown): number =>
  typeof rejected === 'object' && rejected !== null && 'msBeforeNext' in rejected
    ? Math.ceil(Number(rejected.msBeforeNext) / 1000)
    : 60;
