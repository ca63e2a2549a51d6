import { type Migration, nullable, ref } from '../platform/db';

/** Accounts that were made for a walk-in which nobody has claimed: nobody can sign in to them, and nobody ever did. */
const GHOSTS = `SELECT c.account_id FROM candidate c JOIN counter_slip s ON s.candidate_id = c.id
  WHERE s.walk_in = 1 AND s.claimed_at IS NULL AND c.account_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM sign_in i WHERE i.account_id = c.account_id)`;

/**
 * A walk-in belongs to nobody until it is claimed: its order, messages and refunds name no account, and the account that
 * was made for it goes. The candidate lets go of it last, for the others are found by it.
 */
export const accountsOfNobody: Migration = {
  name: '20261128-223000-accounts-of-nobody',
  up: async (schema) => {
    await schema.changeColumns('message', { accountId: nullable(ref()) });
    for (const [table, column] of [
      ['message', 'account_id'],
      ['pay_order', 'account_id'],
      ['pay_refund', 'requested_by'],
    ] as const)
      await schema.run(`UPDATE ${table} SET ${column} = NULL WHERE ${column} IN (${GHOSTS})`);
    await schema.run(`DELETE FROM account WHERE id IN (${GHOSTS})`);
    await schema.run(
      `UPDATE candidate SET account_id = NULL, account_key = NULL
       WHERE account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = candidate.account_id)
         AND EXISTS (SELECT 1 FROM counter_slip s WHERE s.candidate_id = candidate.id AND s.walk_in = 1
                     AND s.claimed_at IS NULL)`,
    );
  },
};
