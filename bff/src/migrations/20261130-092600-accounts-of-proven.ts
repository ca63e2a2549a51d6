import type { Migration } from '../platform/db';

/**
 * Whoever had taken somebody's place on a list without proof may have told a bank account for the prize; the place went back
 * by `proven-list-entries`, and the account goes too. Whoever proves to be that person tells one of their own.
 */
export const accountsOfProven: Migration = {
  name: '20261130-092600-accounts-of-proven',
  up: async (schema) => {
    await schema.run(
      `DELETE FROM award_account WHERE candidate_id IN (
         SELECT c.id FROM candidate c JOIN contest_entry e ON e.id = c.id
         WHERE e.listed_on IS NOT NULL AND c.account_id IS NULL)`,
    );
  },
};
