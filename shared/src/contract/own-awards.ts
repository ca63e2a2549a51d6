import * as z from 'zod/mini';
import { AWARD_RECIPIENTS, AWARD_STATES } from './awards';
import { printed } from './award-parts';
import { endpoint } from './endpoint';
import { Bytes, Count, Day, FenAmount, Id, IdParams, PersonName, bankAccount } from './fields';

const OwnAwards = z.object({
  lockedOn: z.nullable(Day),
  items: z.array(
    z.object({
      id: Id,
      ...printed,
      rank: z.nullable(Count),
      fen: z.nullable(FenAmount),
      state: z.enum(AWARD_STATES),
      reason: z.nullable(z.string()),
      paperNumber: z.nullable(z.string()),
      /** The day of the reminder to the unit of what it may recommend; null where nothing is printed. */
      remindOn: z.nullable(Day),
      /** When its money was paid, as finance noted. */
      paidOn: z.nullable(Day),
      /** Whether one's data may stand in a talent database; null: not a database, or not said yet. */
      consents: z.nullable(z.boolean()),
    }),
  ),
  /** Money is won: where it shall go; null: none is. */
  account: z.nullable(
    z.object({
      fen: FenAmount,
      given: z.nullable(z.object({ holder: z.string(), bank: z.string(), numberMasked: z.string(), on: Day })),
    }),
  ),
});
export type OwnAwards = z.output<typeof OwnAwards>;

export const listMyAwards = endpoint({
  name: 'listMyAwards',
  method: 'GET',
  path: '/entries/:id/awards',
  who: 'signed-in',
  params: IdParams,
  reply: OwnAwards,
  refusals: [],
});

/** Where one's prize money shall go; kept sealed, and replaced when it is told anew. */
export const giveAwardAccount = endpoint({
  name: 'giveAwardAccount',
  method: 'PUT',
  path: '/entries/:id/award-account',
  who: 'signed-in',
  params: IdParams,
  body: bankAccount(PersonName),
  reply: OwnAwards,
  refusals: ['wrong-state', 'consent-needed'],
});

/** Whether one's data may stand in the talent databases that one has a right to. */
export const consentToDatabase = endpoint({
  name: 'consentToDatabase',
  method: 'PUT',
  path: '/entries/:id/talent-consent',
  who: 'signed-in',
  params: IdParams,
  body: z.strictObject({ consents: z.boolean() }),
  reply: OwnAwards,
  refusals: ['wrong-state'],
});

/** One's own award certificate or training certificate, once it is numbered. */
export const getAwardPaper = endpoint({
  name: 'getAwardPaper',
  method: 'GET',
  path: '/awards/:id/paper.pdf',
  who: 'signed-in',
  kind: 'download',
  limit: 'heavy',
  params: IdParams,
  reply: Bytes,
  refusals: ['nothing-to-print'],
});

/** What a unit and its people won, for its agents. */
export const listUnitAwards = endpoint({
  name: 'listUnitAwards',
  method: 'GET',
  path: '/units/:id/awards',
  who: 'signed-in',
  params: IdParams,
  reply: z.object({
    items: z.array(
      z.object({
        id: Id,
        title: z.string(),
        ...printed,
        to: z.enum(AWARD_RECIPIENTS),
        recipient: z.string(),
        rank: z.nullable(Count),
        paperNumber: z.nullable(z.string()),
        remindOn: z.nullable(Day),
      }),
    ),
  }),
  refusals: [],
});
