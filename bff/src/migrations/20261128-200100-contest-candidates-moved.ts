import type { Migration } from '../platform/db';

/** Entries and stages keep what only they have. */
export const contestCandidatesMoved: Migration = {
  name: '20261128-200100-contest-candidates-moved',
  up: async (schema) => {
    await schema.dropKeys('contest_entry', [
      'uq_contest_entry_account',
      'uq_contest_entry_document',
      'ix_contest_entry_notice',
      'ix_contest_entry_account',
    ]);
    await schema.dropColumns('contest_entry', MOVED);
    await schema.addKeys('contest_entry', {
      foreign: { fk_contest_entry_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' } },
    });
    await schema.dropColumns('contest_stage', ['day']);
    await schema.addKeys('contest_stage', {
      foreign: { fk_contest_stage_event: { column: 'id', references: 'event', onDelete: 'CASCADE' } },
    });
  },
};

const MOVED = [
  'version',
  'accountId',
  'bodyId',
  'noticeId',
  'offeringCode',
  'state',
  'accountKey',
  'documentKey',
  'verdict',
  'name',
  'origin',
  'documentType',
  'documentNumber',
  'documentExpiresOn',
  'birthDate',
  'sex',
  'phone',
  'photo',
  'enteredOn',
  'enteredAt',
  'phoneIndex',
];
