import * as z from 'zod/mini';
import {
  AWARD_DECIDERS,
  AWARD_PAYERS,
  AWARD_PAYMENTS,
  AWARD_RECIPIENTS,
  AWARD_STAFF,
  AWARD_STATES,
  Day,
  PROTEST_STAGES,
  PROTEST_STATES,
  prose,
} from '../contract';
import { code, day, fen, flag, instant, named, nullable, number, personal, sealed, text } from './columns';
import { defineList } from './define-list';

/** Whether a winner agrees to stand in a talent database. */
export const CONSENTS = ['unsaid', 'yes', 'no'] as const;

/** Whether the money of an award can be paid: there is none to pay, nobody has told an account, it can, it was. */
export const PRIZE_MONEY = ['none', 'no-account', 'due', 'paid'] as const;
export type PrizeMoney = (typeof PRIZE_MONEY)[number];

/** Every locked award of a competition, in the order of its notice; narrowed to a giver it is that giver's list. */
export const awardList = defineList({
  name: 'award',
  path: '/staff/stages/:id/awards',
  within: 'event',
  who: AWARD_STAFF,
  columns: {
    position: number(),
    award: named(),
    giver: nullable(named()),
    recipient: code(AWARD_RECIPIENTS),
    name: personal('name', nullable(text())),
    unit: nullable(text()),
    coach: personal('name', nullable(text())),
    rank: nullable(number()),
    fen: nullable(fen()),
    money: code(PRIZE_MONEY),
    paidOn: nullable(day()),
    /** Whether it goes by a rank that was corrected since, and nobody has said that it stays. */
    apart: flag(),
    state: code(AWARD_STATES),
    consents: code(CONSENTS),
    phone: sealed('phone'),
    documentNumber: sealed('number'),
    holder: sealed('name'),
    bank: sealed('whole'),
    account: sealed('number'),
    paperNumber: nullable(text()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'unit', 'paperNumber'] },
    giver: { by: 'values', column: 'giver' },
    award: { by: 'values', column: 'award' },
    recipient: { by: 'codes', column: 'recipient' },
    state: { by: 'codes', column: 'state' },
    money: { by: 'codes', column: 'money' },
    apart: { by: 'codes', column: 'apart' },
    consents: { by: 'codes', column: 'consents' },
  },
  order: { by: ['position'], first: 'position' },
  acts: {
    /** Notes that the money was paid; into an account only where one is known. */
    pay: {
      who: AWARD_PAYERS,
      needs: z.strictObject({ paidOn: Day, how: z.enum(AWARD_PAYMENTS) }),
      undo: 'unpay',
      of: { money: 'no-account,due' },
    },
    /** It stays as it is though its rank was corrected, until that changes once more. */
    keep: { who: AWARD_DECIDERS, needs: z.strictObject({ reason: prose(200) }), of: { apart: 'yes' } },
    unpay: { who: AWARD_PAYERS, of: { money: 'paid' } },
  },
});

/** What entrants of a body protested against, the latest first; a row's id is the protest's. */
export const protestList = defineList({
  name: 'protest',
  path: '/staff/bodies/:id/protests',
  within: 'body',
  who: ['exam-officer', 'publisher', 'administrator'],
  columns: {
    name: personal('name', nullable(text())),
    unit: nullable(text()),
    contest: named(),
    stage: code(PROTEST_STAGES),
    state: code(PROTEST_STATES),
    filedAt: instant(),
    decidedAt: nullable(instant()),
  },
  filters: {
    q: { by: 'words', columns: ['name', 'unit'] },
    state: { by: 'codes', column: 'state' },
    contest: { by: 'values', column: 'contest' },
    stage: { by: 'codes', column: 'stage' },
    filedAt: { by: 'days', column: 'filedAt' },
  },
  order: { by: ['filedAt'], first: '-filedAt' },
});
