import type { JudgeConflict, StagePart } from '@jikaotong/shared/contract';
import type { Score } from '@jikaotong/shared/kernel';
import type { SheetItem } from '@jikaotong/shared/rules/judging';
import type { CombiningRule } from '@jikaotong/shared/rules/ranking';
import type { SendOutcome } from '@jikaotong/shared/rules/sending';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  bool,
  encrypted,
  id,
  instant,
  int,
  json,
  nullable,
  record,
  ref,
  score,
  sealedText,
  text,
  word,
} from '../../platform/db';

/**
 * How a part of a stage is judged. `turn` is one more with everything that a combined mark could hang on, and the guard of
 * locking; `startedAt` freezes the marking sheet.
 */
export const judgingRecord = record(
  'judging',
  {
    id: id(),
    stageId: ref(),
    part: word<StagePart>(),
    bodyId: ref(),
    noticeId: text(64),
    /** Of the marking sheet that counts. */
    version: int(),
    turn: int(),
    startedAt: nullable(instant()),
    keyHolders: json<readonly string[]>(),
    proposedBy: nullable(ref()),
    proposedAt: nullable(instant()),
    proposedTurn: nullable(int()),
    lockedBy: nullable(ref()),
    lockedAt: nullable(instant()),
  },
  {
    unique: { uq_judging: ['stageId', 'part'] },
    foreign: { fk_judging_stage: { column: 'stageId', references: 'contest_stage', onDelete: 'CASCADE' } },
  },
);
export type Judging = Row<typeof judgingRecord>;

/** One dated version of a marking sheet; never changed. */
export const markingSheetRecord = record(
  'marking_sheet',
  {
    id: id(),
    judgingId: ref(),
    version: int(),
    items: json<readonly SheetItem[]>(),
    rule: json<CombiningRule>(),
    spread: nullable(score()),
    definedAs: word<'notice' | 'jury'>(),
    said: sealedText(200),
    definedBy: ref(),
    definedAt: instant(),
  },
  {
    unique: { uq_marking_sheet: ['judgingId', 'version'] },
    foreign: { fk_marking_sheet: { column: 'judgingId', references: 'judging', onDelete: 'CASCADE' } },
  },
);
export type MarkingSheet = Row<typeof markingSheetRecord>;
export const sheetWords = wordsIn<'said'>('marking_sheet');

/** A judge, who came in by a one-time link bound to a number; nothing else of the body is open to them. */
export const judgeRecord = record(
  'judge',
  {
    id: id(),
    judgingId: ref(),
    bodyId: ref(),
    name: text(60),
    unit: text(100),
    /** Null: the link was not opened yet. */
    accountId: nullable(ref()),
    phone: nullable(encrypted()),
    phoneIndex: nullable(text(64)),
    linkHash: nullable(text(64)),
    /** Null: all. */
    heats: nullable(json<readonly number[]>()),
    stations: nullable(json<readonly number[]>()),
    state: word<'open' | 'revoked'>(),
    heardAt: nullable(instant()),
    waiting: nullable(int()),
    assignedBy: ref(),
    assignedAt: instant(),
    revokedAt: nullable(instant()),
    /** The account while it judges: one is a judge of a part once. */
    seatAccount: nullable(ref()),
    /** Since when what was marked does not count: of a judge who is no more, and whose number is free again. */
    voidedAt: nullable(instant()),
    voidedBy: nullable(ref()),
    voidReason: nullable(sealedText(200)),
  },
  {
    unique: {
      uq_judge_link: ['linkHash'],
      uq_judge_phone: ['judgingId', 'phoneIndex'],
      uq_judge_account: ['judgingId', 'seatAccount'],
    },
    index: { ix_judge_account: ['accountId'], ix_judge_judging: ['judgingId', 'id'] },
    foreign: { fk_judge_judging: { column: 'judgingId', references: 'judging', onDelete: 'CASCADE' } },
  },
);
export type Judge = Row<typeof judgeRecord>;
export const judgeWords = wordsIn<'voidReason'>('judge');

/** A judge may mark a number in spite of its entrant's unit or coach. */
export const judgeExceptionRecord = record(
  'judge_exception',
  {
    id: id(),
    judgeId: ref(),
    placeId: ref(),
    candidateId: ref(),
    reason: sealedText(200),
    allowedBy: ref(),
    allowedAt: instant(),
  },
  {
    unique: { uq_judge_exception: ['judgeId', 'placeId'] },
    index: { ix_judge_exception_candidate: ['candidateId'] },
    foreign: { fk_judge_exception: { column: 'judgeId', references: 'judge', onDelete: 'CASCADE' } },
  },
);
export type JudgeException = Row<typeof judgeExceptionRecord>;
export const exceptionWords = wordsIn<'reason'>('judge_exception');

/** What a judge gave a number in one run, as it counts; each change is one at its version, and a `judge_act`. */
export const judgeMarkRecord = record(
  'judge_mark',
  {
    id: id(),
    judgingId: ref(),
    judgeId: ref(),
    placeId: ref(),
    candidateId: ref(),
    run: int(),
    version: int(),
    marks: json<readonly Score[]>(),
    total: score(),
    source: word<'phone' | 'paper'>(),
    /** Who keyed it in while nobody else has checked it. */
    openBy: nullable(ref()),
  },
  {
    unique: { uq_judge_mark: ['judgeId', 'placeId', 'run'] },
    index: { ix_judge_mark_judging: ['judgingId', 'id'], ix_judge_mark_candidate: ['candidateId'] },
    foreign: { fk_judge_mark: { column: 'judgeId', references: 'judge', onDelete: 'CASCADE' } },
  },
);
export type JudgeMark = Row<typeof judgeMarkRecord>;

/** What was marked, from a phone or by staff, as it came, with what became of it; only a decision is added later. */
export const judgeActRecord = record(
  'judge_act',
  {
    id: id(),
    judgingId: ref(),
    judgeId: ref(),
    bodyId: ref(),
    nonce: text(48),
    source: word<'phone' | 'paper' | 'check' | 'decision'>(),
    placeId: nullable(ref()),
    candidateId: nullable(ref()),
    run: int(),
    marks: nullable(json<readonly number[]>()),
    total: nullable(score()),
    /** Why a mark was changed; of what could not be read, itself. */
    reason: nullable(sealedText(500)),
    /** Set right by the clock of the server. */
    at: instant(),
    receivedAt: instant(),
    byAccountId: ref(),
    outcome: word<SendOutcome>(),
    conflict: nullable(word<JudgeConflict>()),
    decidedBy: nullable(ref()),
    decidedAt: nullable(instant()),
    /** Why staff let it count, or not. */
    decision: nullable(sealedText(500)),
  },
  {
    unique: { uq_judge_act_nonce: ['judgeId', 'nonce'] },
    index: {
      ix_judge_act_judging: ['judgingId', 'outcome', 'id'],
      ix_judge_act_place: ['placeId', 'id'],
      ix_judge_act_candidate: ['candidateId'],
    },
    foreign: { fk_judge_act: { column: 'judgeId', references: 'judge', onDelete: 'CASCADE' } },
  },
);
export type JudgeAct = Row<typeof judgeActRecord>;
export const actWords = wordsIn<'reason' | 'decision'>('judge_act');

/** Equipment failed at a number; `againKey` is set where it starts anew, once a run. */
export const judgingFailureRecord = record(
  'judging_failure',
  {
    id: id(),
    judgingId: ref(),
    placeId: ref(),
    candidateId: ref(),
    run: int(),
    stoppedAt: text(5),
    minutes: int(),
    again: bool(),
    againKey: nullable(text(60)),
    reason: sealedText(200),
    witness: sealedText(100),
    notedBy: ref(),
    notedAt: instant(),
  },
  {
    unique: { uq_judging_failure_again: ['againKey'] },
    index: { ix_judging_failure: ['judgingId', 'id'], ix_judging_failure_candidate: ['candidateId'] },
    foreign: { fk_judging_failure: { column: 'judgingId', references: 'judging', onDelete: 'CASCADE' } },
  },
);
export type JudgingFailure = Row<typeof judgingFailureRecord>;
export const failureWords = wordsIn<'reason' | 'witness'>('judging_failure');
