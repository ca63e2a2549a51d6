import { type Migration, id, instant, int, nullable, ref, text, word } from '../platform/db';

/** Copies of their data that people ask for, and what was erased of an enrolment when its time was over. */
export const personalData: Migration = {
  name: '20261129-012000-personal-data',
  up: async (schema) => {
    await schema.table(
      'data_export',
      {
        id: id(),
        accountId: ref(),
        slot: text(60),
        liveKey: nullable(ref()),
        state: word(),
        done: int(),
        total: int(),
        bytes: nullable(int()),
        fileId: nullable(ref()),
        askedAt: instant(),
        expiresAt: nullable(instant()),
      },
      {
        unique: { uq_data_export_slot: ['slot'], uq_data_export_live: ['liveKey'] },
        index: { ix_data_export_account: ['accountId', 'id'], ix_data_export_expires: ['expiresAt'] },
      },
    );
    await schema.addColumns('candidate', { erased: nullable(word()) });
  },
};
