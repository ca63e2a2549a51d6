import {
  type Migration,
  day,
  encrypted,
  fenAmount,
  id,
  instant,
  int,
  json,
  nullable,
  ref,
  text,
  word,
} from '../platform/db';

/** Applications, remarks, attached files and cases. */
export const applicationTables: Migration = {
  name: '0070-applications',
  up: async (schema) => {
    await schema.table(
      'application',
      {
        id: id(),
        version: int(),
        accountId: ref(),
        bodyId: ref(),
        noticeId: text(64),
        noticeVersion: int(),
        sessionId: ref(),
        offeringCode: text(64),
        state: word(),
        accountKey: nullable(text(180)),
        documentKey: nullable(text(220)),
        personId: nullable(ref()),

        name: nullable(text(60)),
        origin: nullable(word()),
        documentType: nullable(word(40)),
        documentNumber: nullable(encrypted()),
        documentIndex: nullable(text(64)),
        documentTailIndex: nullable(text(64)),
        documentExpiresOn: nullable(day()),
        birthDate: nullable(day()),
        sex: nullable(word()),
        phone: nullable(encrypted()),
        phoneIndex: nullable(text(64)),
        phoneTailIndex: nullable(text(64)),
        employer: nullable(text(80)),
        address: nullable(encrypted()),

        facts: json(),
        route: nullable(text(64)),
        assessment: nullable(json()),
        papers: json(),
        photo: nullable(json()),
        signatureFileId: nullable(ref()),
        fees: nullable(json()),
        changedFields: json(),
        round: int(),
        rejection: nullable(text(400)),

        createdAt: instant(),
        submittedAt: nullable(instant()),
        firstSubmittedOn: nullable(day()),
        decidedAt: nullable(instant()),
        paidAt: nullable(instant()),
        ticketIssuedAt: nullable(instant()),
        resultsPublishedOn: nullable(day()),
        outcome: nullable(word()),
        certificateIssuedOn: nullable(day()),
      },
      {
        unique: { uq_application_account: ['accountKey'], uq_application_document: ['documentKey'] },
        index: {
          ix_application_account: ['accountId', 'createdAt'],
          ix_application_session: ['sessionId', 'state', 'submittedAt'],
          ix_application_body: ['bodyId', 'submittedAt'],
          ix_application_document: ['documentIndex'],
          ix_application_document_tail: ['documentTailIndex'],
          ix_application_phone: ['phoneIndex'],
          ix_application_phone_tail: ['phoneTailIndex'],
          ix_application_name: ['name'],
        },
      },
    );
    await schema.table(
      'application_remark',
      {
        id: id(),
        applicationId: ref(),
        round: int(),
        position: int(),
        field: word(),
        text: text(200),
        byAccountId: ref(),
        at: instant(),
      },
      {
        index: { ix_application_remark: ['applicationId', 'round', 'position'] },
        foreign: { fk_application_remark: { column: 'applicationId', references: 'application', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'application_file',
      { id: id(), applicationId: ref(), fileId: ref() },
      {
        index: { ix_application_file: ['fileId'], ix_application_file_of: ['applicationId'] },
        foreign: { fk_application_file: { column: 'applicationId', references: 'application', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'open_case',
      {
        id: id(),
        caseKey: text(120),
        bodyId: ref(),
        kind: word(),
        applicationId: nullable(ref()),
        otherApplicationId: nullable(ref()),
        orderId: nullable(ref()),
        attemptId: nullable(ref()),
        amountFen: nullable(fenAmount()),
        state: word(),
        openedAt: instant(),
        resolvedAt: nullable(instant()),
        resolvedBy: nullable(ref()),
        resolution: nullable(text(400)),
      },
      {
        unique: { uq_open_case_key: ['caseKey'] },
        index: {
          ix_open_case_body: ['bodyId', 'state', 'openedAt'],
          ix_open_case_application: ['applicationId', 'state'],
          ix_open_case_other: ['otherApplicationId', 'state'],
        },
      },
    );
  },
};
