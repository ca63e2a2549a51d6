import { type Migration, nullable, ref } from '../platform/db';

/** Who of the staff noted a winner's account from a signed form, and the scan of it; null: the winner told it. */
export const awardAccountScans: Migration = {
  name: '20261201-000100-award-account-scans',
  up: async (schema) => {
    await schema.addColumns('award_account', { scanFileId: nullable(ref()), notedBy: nullable(ref()) });
  },
};
