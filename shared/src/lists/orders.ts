import * as z from 'zod/mini';
import { Day, ORDER_STATES, PAY_METHODS } from '../contract';
import { code, day, fen, instant, named, nullable, number, personal, sealed, text } from './columns';
import { defineList } from './define-list';

/** How an order stands for finance: `claimed` is open, with a transfer that waits to be found in the account. */
export const ORDER_STANDINGS = ['claimed', ...ORDER_STATES] as const;
export type OrderStanding = (typeof ORDER_STANDINGS)[number];

/** What is owed to a body and what was paid, claimed transfers first; a row's id is the order's. */
export const orderList = defineList({
  name: 'order',
  path: '/staff/bodies/:id/orders',
  within: 'body',
  who: ['finance', 'administrator'],
  columns: {
    /** The first candidate's; a search finds an order by any of its candidates. */
    name: personal('name', text()),
    /** The unit that pays for all of them; null: they pay themselves. */
    unit: nullable(text()),
    /** What people call it, such as `261123-0042-8`. */
    number: { ...text(), letters: 9 },
    /** How many candidates it names. */
    candidates: number(),
    session: named(),
    offering: named(),
    standing: code(ORDER_STANDINGS),
    totalFen: fen(),
    openedAt: instant(),
    payBy: nullable(day()),
    settledAt: nullable(instant()),
    phone: sealed('phone'),
    /** How the money came that settled it. */
    method: nullable(code(PAY_METHODS)),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'unit', 'phone', 'number', 'totalFen'] },
    standing: { by: 'codes', column: 'standing' },
    session: { by: 'values', column: 'session' },
    openedAt: { by: 'days', column: 'openedAt' },
    settledAt: { by: 'days', column: 'settledAt' },
  },
  order: { by: ['standing', 'openedAt'], first: 'standing' },
  acts: {
    // the sum is each order's own: who pays at the counter pays it whole
    cash: {
      who: ['finance'],
      needs: z.strictObject({ paidOn: Day }),
      undo: 'undo',
      aside: { standing: 'claimed,settled,lapsed,cancelled' },
    },
    undo: { aside: { standing: 'claimed,open,lapsed,cancelled' } },
  },
  sums: ['settled'],
});
