import { type Migration, nullable, ref, text } from '../platform/db';

/** The receipt of filed papers as a file, and which groups of a competition are ranked each by itself. */
export const filingReceipts: Migration = {
  name: '20261130-161000-filing-receipts',
  up: async (schema) => {
    await schema.addColumns('contest_stage', { filedFileId: nullable(ref()), rankingGroups: nullable(text(400)) });
  },
};
