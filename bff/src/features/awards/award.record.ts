import type { AwardBoardState, AwardPayment, AwardState } from '@jikaotong/shared/contract';
import type { StageCode, UnitKind } from '@jikaotong/shared/notice';
import type { AWARD_RECIPIENTS, ProtestState, ProtestStepKind } from '@jikaotong/shared/contract';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  bool,
  day,
  encrypted,
  fenAmount,
  id,
  instant,
  int,
  json,
  nullable,
  record,
  ref,
  sealedText,
  text,
  word,
} from '../../platform/db';

export type Recipient = (typeof AWARD_RECIPIENTS)[number];

/**
 * The awards of a competition. `turn` is one more with everything that could change an award (an answer, joined units, a
 * protest, ranks published anew): it is the guard of proposing and locking. `digest` is what was proposed.
 */
export const awardBoardRecord = record(
  'award_board',
  {
    id: id(),
    noticeId: text(64),
    bodyId: ref(),
    state: word<AwardBoardState>(),
    turn: int(),
    revision: int(),
    digest: nullable(text(64)),
    proposedBy: nullable(ref()),
    proposedAt: nullable(instant()),
    lockedBy: nullable(ref()),
    lockedAt: nullable(instant()),
  },
  { published: true, unique: { uq_award_board: ['noticeId'] } },
);
export type AwardBoard = Row<typeof awardBoardRecord>;

/** What staff answered to a question that the notice's data leave open; answered anew it is overwritten. */
export const awardAnswerRecord = record(
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
export type StoredAnswer = Row<typeof awardAnswerRecord>;
export const answerWords = wordsIn<'reason'>('award_answer');

/** A written name of a unit, and the unit that staff say it is. */
export const joinedUnitRecord = record(
  'joined_unit',
  {
    id: id(),
    noticeId: text(64),
    written: text(80),
    name: text(80),
    kind: word<UnitKind>(),
    joinedBy: ref(),
    joinedAt: instant(),
  },
  { unique: { uq_joined_unit: ['noticeId', 'written'] } },
);
export type JoinedUnit = Row<typeof joinedUnitRecord>;

/** An award as it was locked. `candidateId`: whom it goes to, or whose coach; null for a unit. */
export const awardRecord = record(
  'award',
  {
    id: id(),
    /** The final's event, within which it is listed. */
    eventId: ref(),
    noticeId: text(64),
    bodyId: ref(),
    position: int(),
    code: text(64),
    recipient: word<Recipient>(),
    candidateId: nullable(ref()),
    coach: nullable(sealedText(60)),
    /** The unit itself, or that of whom it goes to. */
    unit: nullable(text(80)),
    unitKey: nullable(text(80)),
    because: json<readonly string[]>(),
    rank: nullable(int()),
    fen: nullable(fenAmount()),
    giver: nullable(text(80)),
    state: word<AwardState>(),
    reason: nullable(sealedText(200)),
    changedBy: nullable(ref()),
    changedAt: nullable(instant()),
    /** Of a talent database: whether the winner agrees; null: not said. */
    consents: nullable(bool()),
    consentedAt: nullable(instant()),
    paperNumber: nullable(text(40)),
    paperIssuedAt: nullable(instant()),
    /** When and how finance paid its money, as they note it. */
    paidOn: nullable(day()),
    paidHow: nullable(word<AwardPayment>()),
    paidBy: nullable(ref()),
    /** The stage by whose ranks it was given; null: that of `eventId`. */
    rankedIn: nullable(ref()),
    /** The corrected rank for which staff let the award stay as it is; 0: none. */
    keptRank: nullable(int()),
  },
  {
    published: true,
    unique: { uq_award_position: ['noticeId', 'position'], uq_award_paper: ['paperNumber'] },
    index: {
      ix_award_event: ['eventId', 'position', 'id'],
      ix_award_candidate: ['candidateId'],
      ix_award_unit: ['bodyId', 'unitKey'],
    },
  },
);
export type Award = Row<typeof awardRecord>;
export const awardWords = wordsIn<'reason' | 'coach'>('award');

/** Where somebody's prize money shall go. */
export const awardAccountRecord = record(
  'award_account',
  {
    id: id(),
    noticeId: text(64),
    candidateId: ref(),
    holder: encrypted(),
    bank: encrypted(),
    number: encrypted(),
    givenAt: instant(),
    /** Who of the staff noted it from a form that the winner signed, and the scan of that; null: the winner told it. */
    notedBy: nullable(ref()),
    scanFileId: nullable(ref()),
  },
  {
    unique: { uq_award_account: ['candidateId'] },
    foreign: { fk_award_account_candidate: { column: 'candidateId', references: 'candidate', onDelete: 'CASCADE' } },
  },
);
export type AwardAccount = Row<typeof awardAccountRecord>;
export const accountWords = wordsIn<'holder' | 'bank' | 'number'>('award_account');

/** A protest of an entrant against what a stage published; `openKey` keeps it one at a time. */
export const protestRecord = record(
  'protest',
  {
    id: id(),
    noticeId: text(64),
    bodyId: ref(),
    eventId: ref(),
    stage: word<StageCode>(),
    candidateId: ref(),
    openKey: nullable(text(80)),
    state: word<ProtestState>(),
    /** The publication that it is about. */
    revision: int(),
    subject: sealedText(60),
    words: sealedText(500),
    evidence: json<readonly string[]>(),
    filedAt: instant(),
    /** The publication from which on its outcome is in the ranks; null: it changes none. */
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
export type Protest = Row<typeof protestRecord>;
export const protestWords = wordsIn<'subject' | 'words'>('protest');

/** The ledger of a protest; only added to. */
export const protestStepRecord = record(
  'protest_step',
  {
    id: id(),
    protestId: ref(),
    candidateId: ref(),
    kind: word<ProtestStepKind>(),
    words: sealedText(500),
    takenBy: ref(),
    takenAt: instant(),
  },
  {
    index: { ix_protest_step: ['protestId', 'id'], ix_protest_step_candidate: ['candidateId'] },
    foreign: { fk_protest_step: { column: 'protestId', references: 'protest', onDelete: 'CASCADE' } },
  },
);
export type ProtestStep = Row<typeof protestStepRecord>;
export const protestStepWords = wordsIn<'words'>('protest_step');
