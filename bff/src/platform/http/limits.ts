import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { EndpointSpec } from '@jikaotong/shared/contract';
import { refuse } from './refusal';

/** Requests a minute and address, per budget; offices and mobile networks share an address, so reads are generous. */
export type Budgets = Readonly<Record<Budget, number>>;
export type Budget = 'read' | 'write' | 'sign-in' | 'upload' | 'heavy';

export const BUDGETS: Budgets = { read: 1200, write: 300, 'sign-in': 60, upload: 120, heavy: 60 };

export type Limits = {
  /** Takes one from the budget; refuses `too-many-requests` with the seconds to wait. */
  take(budget: Budget, ip: string): Promise<void>;
};

/** Budgets kept in this process; several processes each grant their own. */
export function limitsOf(budgets: Budgets): Limits {
  const of = (budget: Budget) => new RateLimiterMemory({ keyPrefix: budget, points: budgets[budget], duration: 60 });
  const limiters = {
    read: of('read'),
    write: of('write'),
    'sign-in': of('sign-in'),
    upload: of('upload'),
    heavy: of('heavy'),
  };
  return {
    take: async (budget, ip) => {
      const verdict = await limiters[budget].consume(ip).then(
        () => null,
        (rejected: unknown) => rejected,
      );
      if (verdict === null) return;
      if (verdict instanceof Error) throw verdict;
      refuse('too-many-requests', { retryInSeconds: secondsIn(verdict) });
    },
  };
}

export const budgetOf = (endpoint: EndpointSpec): Budget =>
  endpoint.limit ?? (endpoint.method === 'GET' ? 'read' : 'write');

const secondsIn = (rejected: unknown): number =>
  typeof rejected === 'object' && rejected !== null && 'msBeforeNext' in rejected
    ? Math.ceil(Number(rejected.msBeforeNext) / 1000)
    : 60;
