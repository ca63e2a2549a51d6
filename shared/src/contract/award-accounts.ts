import * as z from 'zod/mini';
import { endpoint } from './endpoint';
import { Day, Done, FenAmount, Id, IdParams, PersonName, bankAccount } from './fields';

/** Who pays winners, and who runs the competition. */
const STAFF = ['finance', 'exam-officer', 'administrator'] as const;

const AwardAccount = z.object({
  /** The winner's, and what all of their money comes to. */
  name: z.string(),
  fen: FenAmount,
  /** Null: nobody has told it. `byWinner`: on their own phone, so that staff leave it alone. */
  account: z.nullable(
    z.object({
      holder: z.string(),
      bank: z.string(),
      numberMasked: z.string(),
      on: Day,
      byWinner: z.boolean(),
      /** Of the form that the winner signed. */
      scan: z.nullable(z.object({ type: z.string(), url: z.string() })),
    }),
  ),
});
export type AwardAccountView = z.output<typeof AwardAccount>;

/** Where the money of an award goes, as staff see it. `wrong-state`: it brings no money. */
export const getAwardAccount = endpoint({
  name: 'getAwardAccount',
  method: 'GET',
  path: '/staff/awards/:id/account',
  who: STAFF,
  params: IdParams,
  reply: AwardAccount,
  refusals: ['wrong-state'],
});

/**
 * Notes it from the form that a winner signed, of which a scan is kept; noted anew, the last counts. What the winner told
 * on their own phone is theirs to change. Of all awards of the winner.
 */
export const noteAwardAccount = endpoint({
  name: 'noteAwardAccount',
  method: 'PUT',
  path: '/staff/awards/:id/account',
  who: STAFF,
  params: IdParams,
  body: z.strictObject({ ...bankAccount(PersonName).shape, scanFileId: Id }),
  reply: Done,
  refusals: ['wrong-state', 'file-refused'],
});
