import type { Migration } from '../platform/db';

/** Sessions and applications keep what only they have. */
export const candidatesMoved: Migration = {
  name: '20261128-190100-candidates-moved',
  up: async (schema) => {
    await schema.dropKeys('session', ['ix_session_notice', 'ix_session_body', 'fk_session_version']);
    await schema.dropColumns('session', [
      'noticeId',
      'noticeVersionId',
      'noticeVersion',
      'state',
      'examStart',
      'examEnd',
      'revision',
    ]);
    await schema.addKeys('session', {
      foreign: { fk_session_event: { column: 'id', references: 'event', onDelete: 'CASCADE' } },
    });
    await schema.dropKeys('application', [
      'uq_application_account',
      'uq_application_document',
      'ix_application_account',
      'ix_application_session',
      'ix_application_body',
      'ix_application_document',
      'ix_application_document_tail',
      'ix_application_phone',
      'ix_application_phone_tail',
      'ix_application_name',
      'ix_application_change',
    ]);
    await schema.dropColumns('application', MOVED);
    await schema.addKeys('application', {
      foreign: { fk_application_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' } },
    });
    await schema.dropTable('application_file');
  },
};

const MOVED = [
  'version',
  'accountId',
  'bodyId',
  'noticeId',
  'sessionId',
  'offeringCode',
  'state',
  'accountKey',
  'documentKey',
  'personId',
  'name',
  'origin',
  'documentType',
  'documentNumber',
  'documentIndex',
  'documentTailIndex',
  'documentExpiresOn',
  'birthDate',
  'sex',
  'phone',
  'phoneIndex',
  'phoneTailIndex',
  'employer',
  'photo',
  'createdAt',
  'submittedAt',
  'firstSubmittedOn',
  'decidedAt',
  'orderState',
  'transferClaimed',
  'paidAt',
  'seated',
  'ticketIssuedAt',
  'resultsComplete',
  'resultsPublishedOn',
  'outcome',
  'scoreReviewOpen',
  'retakeUntil',
  'certificate',
  'certificateIssuedOn',
  'changeId',
  'changeKind',
  'changeUntil',
  'changeChoice',
  'stateBeforeChange',
];
