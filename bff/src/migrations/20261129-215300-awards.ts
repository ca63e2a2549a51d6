import {
  type Migration,
  bool,
  encrypted,
  fenAmount,
  id,
  instant,
  int,
  json,
  nullable,
  ref,
  sealedText,
  text,
  word,
} from '../platform/db';

/** Awards of competitions with what staff answered, where prize money goes, and protests with their ledger. */
export const awards: Migration = {
  name: '20261129-215300-awards',
  up: async (schema) => {
    await schema.table(
      'award_board',
      {
        id: id(),
        noticeId: text(64),
        bodyId: ref(),
        state: word(),
        turn: int(),
        revision: int(),
        digest: nullable(text(64)),
        proposedBy: nullable(ref()),
        proposedAt: nullable(instant()),
        lockedBy: nullable(ref()),
        lockedAt: nullable(instant()),
      },
      { unique: { uq_award_board: ['noticeId'] } },
    );
    await schema.table(
      'award_answer',
      {
        id: id(),
        noticeId: text(64),
        candidateId: nullable(ref()),
        answerKey: text(240),
        given: bool(),
        reason: sealedText(200),
        answeredBy: ref(),
        answeredAt: instant(),
      },
      { unique: { uq_award_answer: ['noticeId', 'answerKey'] }, index: { ix_award_answer_candidate: ['candidateId'] } },
    );
    await schema.table(
      'joined_unit',
      {
        id: id(),
        noticeId: text(64),
        written: text(80),
        name: text(80),
        kind: word(),
        joinedBy: ref(),
        joinedAt: instant(),
      },
      { unique: { uq_joined_unit: ['noticeId', 'written'] } },
    );
    await schema.table(
      'award',
      {
        id: id(),
        eventId: ref(),
        noticeId: text(64),
        bodyId: ref(),
        position: int(),
        code: text(64),
        recipient: word(),
        candidateId: nullable(ref()),
        coach: nullable(sealedText(60)),
        unit: nullable(text(80)),
        unitKey: nullable(text(80)),
        because: json(),
        rank: nullable(int()),
        fen: nullable(fenAmount()),
        giver: nullable(text(80)),
        state: word(),
        reason: nullable(sealedText(200)),
        changedBy: nullable(ref()),
        changedAt: nullable(instant()),
        consents: nullable(bool()),
        consentedAt: nullable(instant()),
        paperNumber: nullable(text(40)),
        paperIssuedAt: nullable(instant()),
      },
      {
        unique: { uq_award_position: ['noticeId', 'position'], uq_award_paper: ['paperNumber'] },
        index: {
          ix_award_event: ['eventId', 'position', 'id'],
          ix_award_candidate: ['candidateId'],
          ix_award_unit: ['bodyId', 'unitKey'],
        },
      },
    );
    await schema.table(
      'award_account',
      {
        id: id(),
        noticeId: text(64),
        candidateId: ref(),
        holder: encrypted(),
        bank: encrypted(),
        number: encrypted(),
        givenAt: instant(),
      },
      {
        unique: { uq_award_account: ['candidateId'] },
        foreign: {
          fk_award_account_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' },
        },
      },
    );
    await schema.table(
      'protest',
      {
        id: id(),
        noticeId: text(64),
        bodyId: ref(),
        eventId: ref(),
        stage: word(),
        candidateId: ref(),
        openKey: nullable(text(80)),
        state: word(),
        revision: int(),
        subject: sealedText(60),
        words: sealedText(500),
        evidence: json(),
        filedAt: instant(),
        awaitsRevision: nullable(int()),
        decidedBy: nullable(ref()),
        decidedAt: nullable(instant()),
      },
      {
        unique: { uq_protest_open: ['openKey'] },
        index: {
          ix_protest_filed: ['bodyId', 'filedAt', 'id'],
          ix_protest_notice: ['noticeId', 'state'],
          ix_protest_candidate: ['candidateId'],
        },
        foreign: { fk_protest_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'protest_step',
      {
        id: id(),
        protestId: ref(),
        candidateId: ref(),
        kind: word(),
        words: sealedText(500),
        takenBy: ref(),
        takenAt: instant(),
      },
      {
        index: { ix_protest_step: ['protestId', 'id'], ix_protest_step_candidate: ['candidateId'] },
        foreign: { fk_protest_step: { column: 'protestId', references: 'protest', onDelete: 'CASCADE' } },
      },
    );
  },
};
