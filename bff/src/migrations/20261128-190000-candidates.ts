import {
  type Migration,
  type Schema,
  bool,
  day,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  ref,
  text,
  word,
} from '../platform/db';

/** Events, candidates and participants, filled from sessions and applications; these lose what moved in the next step. */
export const candidateTables: Migration = {
  name: '20261128-190000-candidates',
  up: async (schema) => {
    await makeTables(schema);
    await schema.copy({
      from: 'session',
      to: 'event',
      columns: {
        id: 's.id',
        kind: "'session'",
        bodyId: 's.body_id',
        noticeId: 's.notice_id',
        noticeVersionId: 's.notice_version_id',
        noticeVersion: 's.notice_version',
        state: 's.state',
        firstDay: 's.exam_start',
        lastDay: 's.exam_end',
        revision: 's.revision',
      },
    });
    await moveCandidates(schema);
    await moveParticipants(schema);
    await schema.copy({
      from: 'application_file',
      to: 'candidate_file',
      columns: { id: 's.id', candidateId: 's.application_id', fileId: 's.file_id' },
    });
  },
};

async function makeTables(schema: Schema): Promise<void> {
  await schema.table(
    'event',
    {
      id: id(),
      kind: word(),
      bodyId: ref(),
      noticeId: text(64),
      noticeVersionId: ref(),
      noticeVersion: int(),
      state: word(),
      firstDay: nullable(day()),
      lastDay: nullable(day()),
      revision: ref(),
    },
    {
      index: { ix_event_notice: ['noticeId', 'state'], ix_event_body: ['bodyId', 'id'] },
      foreign: { fk_event_version: { column: 'noticeVersionId', references: 'notice_version', onDelete: 'RESTRICT' } },
    },
  );
  await schema.table(
    'candidate',
    {
      id: id(),
      kind: word(),
      bodyId: ref(),
      noticeId: text(64),
      offeringCode: text(64),
      accountId: nullable(ref()),
      unitId: nullable(ref()),
      personId: nullable(ref()),
      subjects: nullable(json()),
      scope: text(110),
      accountKey: nullable(text(160)),
      documentKey: nullable(text(180)),
      personKey: nullable(text(160)),
      name: nullable(text(60)),
      origin: nullable(word()),
      documentType: nullable(word(40)),
      documentNumber: nullable(encrypted()),
      documentIndex: nullable(text(64)),
      documentTailIndex: nullable(text(64)),
      documentExpiresOn: nullable(day()),
      birthDate: nullable(encrypted()),
      sex: nullable(encrypted()),
      phone: nullable(encrypted()),
      phoneIndex: nullable(text(64)),
      phoneTailIndex: nullable(text(64)),
      employer: nullable(encrypted()),
      photo: nullable(json()),
      createdAt: instant(),
    },
    {
      unique: {
        uq_candidate_account: ['accountKey'],
        uq_candidate_document: ['documentKey'],
        uq_candidate_person: ['personKey'],
      },
      index: {
        ix_candidate_account: ['accountId', 'id'],
        ix_candidate_scope: ['scope', 'documentIndex'],
        ix_candidate_document: ['documentIndex', 'id'],
        ix_candidate_document_tail: ['documentTailIndex'],
        ix_candidate_phone: ['phoneIndex'],
        ix_candidate_phone_tail: ['phoneTailIndex'],
        ix_candidate_name: ['name'],
      },
    },
  );
  await schema.table(
    'candidate_file',
    { id: id(), candidateId: ref(), fileId: ref() },
    {
      index: { ix_candidate_file: ['fileId'], ix_candidate_file_of: ['candidateId'] },
      foreign: { fk_candidate_file: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
    },
  );
  await schema.table(
    'participant',
    {
      id: id(),
      candidateId: ref(),
      eventId: ref(),
      bodyId: ref(),
      kind: word(),
      offeringCode: text(64),
      name: nullable(text(60)),
      verdict: nullable(word()),
      state: word(),
      version: int(),
      submittedAt: nullable(instant()),
      firstSubmittedOn: nullable(day()),
      decidedAt: nullable(instant()),
      orderState: nullable(word()),
      transferClaimed: bool(),
      paidAt: nullable(instant()),
      seated: bool(),
      ticketIssuedAt: nullable(instant()),
      resultsComplete: bool(),
      resultsPublishedOn: nullable(day()),
      outcome: nullable(word()),
      scoreReviewOpen: bool(),
      retakeUntil: nullable(day()),
      certificate: nullable(word()),
      certificateIssuedOn: nullable(day()),
      changeId: nullable(ref()),
      changeKind: nullable(word()),
      changeUntil: nullable(day()),
      changeChoice: nullable(word()),
      stateBeforeChange: nullable(word()),
    },
    {
      unique: { uq_participant: ['candidateId', 'eventId'] },
      index: {
        ix_participant_submitted: ['eventId', 'state', 'submittedAt', 'id'],
        ix_participant_name: ['eventId', 'state', 'name', 'id'],
        ix_participant_body: ['bodyId', 'kind', 'submittedAt', 'candidateId'],
        ix_participant_change: ['changeId', 'id'],
      },
      foreign: {
        fk_participant_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
        fk_participant_event: { column: 'eventId', references: 'event', onDelete: 'RESTRICT' },
      },
    },
  );
}

async function moveCandidates(schema: Schema): Promise<void> {
  const joined = (...parts: string[]) =>
    schema.dialect === 'mysql' ? `CONCAT(${parts.join(", ':', ")})` : parts.join(" || ':' || ");
  const scope = joined('s.session_id', 's.offering_code');
  await schema.copy({
    from: 'application',
    to: 'candidate',
    columns: {
      id: 's.id',
      kind: "'application'",
      bodyId: 's.body_id',
      noticeId: 's.notice_id',
      offeringCode: 's.offering_code',
      accountId: 's.account_id',
      personId: 's.person_id',
      scope,
      accountKey: 's.account_key',
      documentKey: 's.document_key',
      // somebody could be approved twice by two documents: the first of them holds the key
      personKey: `CASE WHEN s.state = 'approved' AND s.person_id IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM application o WHERE o.session_id = s.session_id AND o.offering_code = s.offering_code
            AND o.person_id = s.person_id AND o.state = 'approved' AND o.id < s.id)
        THEN ${joined('s.session_id', 's.offering_code', 's.person_id')} END`,
      name: 's.name',
      origin: 's.origin',
      documentType: 's.document_type',
      documentIndex: 's.document_index',
      documentTailIndex: 's.document_tail_index',
      documentExpiresOn: 's.document_expires_on',
      phoneIndex: 's.phone_index',
      phoneTailIndex: 's.phone_tail_index',
      photo: 's.photo',
      createdAt: 's.created_at',
    },
  });
  await schema.reseal({
    from: 'application',
    to: 'candidate',
    columns: {
      documentNumber: { sealed: 'documentNumber' },
      phone: { sealed: 'phone' },
      birthDate: { clear: 'birthDate' },
      sex: { clear: 'sex' },
      employer: { clear: 'employer' },
    },
  });
}

const moveParticipants = (schema: Schema): Promise<void> =>
  schema.copy({
    from: 'application',
    to: 'participant',
    columns: {
      id: 's.id',
      candidateId: 's.id',
      eventId: 's.session_id',
      bodyId: 's.body_id',
      kind: "'application'",
      offeringCode: 's.offering_code',
      name: 's.name',
      verdict:
        schema.dialect === 'mysql'
          ? "JSON_UNQUOTE(JSON_EXTRACT(s.assessment, '$.assessment.verdict'))"
          : "json_extract(s.assessment, '$.assessment.verdict')",
      state: 's.state',
      version: 's.version',
      submittedAt: 's.submitted_at',
      firstSubmittedOn: 's.first_submitted_on',
      decidedAt: 's.decided_at',
      orderState: 's.order_state',
      transferClaimed: 's.transfer_claimed',
      paidAt: 's.paid_at',
      seated: 's.seated',
      ticketIssuedAt: 's.ticket_issued_at',
      resultsComplete: 's.results_complete',
      resultsPublishedOn: 's.results_published_on',
      outcome: 's.outcome',
      scoreReviewOpen: 's.score_review_open',
      retakeUntil: 's.retake_until',
      certificate: 's.certificate',
      certificateIssuedOn: 's.certificate_issued_on',
      changeId: 's.change_id',
      changeKind: 's.change_kind',
      changeUntil: 's.change_until',
      changeChoice: 's.change_choice',
      stateBeforeChange: 's.state_before_change',
    },
  });
