import type { MARK_SOURCES, StageNote, StageStanding } from '@jikaotong/shared/contract';
import type { AdvanceLine } from '@jikaotong/shared/rules/ranking';
import { wordsIn } from '../../platform/crypto';
import {
  type Row,
  bool,
  day,
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
 * The desk of a stage from the freezing of its roster on, under the id of the stage. `turn` is one more with everything
 * that could change a rank, `revision` with every publication: both are the guard of publishing.
 */
export const stageDeskRecord = record(
  'stage_desk',
  {
    id: id(),
    bodyId: ref(),
    noticeId: text(64),
    frozenAt: instant(),
    frozenBy: ref(),
    turn: int(),
    revision: int(),
    /** By which version ranks were published; null: the current one still decides. */
    noticeVersionId: nullable(ref()),
    publishedAt: nullable(instant()),
  },
  {
    index: { ix_stage_desk_notice: ['noticeId'] },
    foreign: { fk_stage_desk: { column: 'id', references: 'contest_stage', onDelete: 'CASCADE' } },
  },
);
export type StageDeskRow = Row<typeof stageDeskRecord>;

/**
 * Somebody on the frozen roster of a stage, with the marks that count. Who noted what nobody else has confirmed stands
 * beside it; null: confirmed, or nothing noted. Every change is one of this row at a version, and a `stage_note`.
 */
export const stageEntrantRecord = record(
  'stage_entrant',
  {
    id: id(),
    stageId: ref(),
    participantId: ref(),
    candidateId: ref(),
    number: int(),
    rankingGroup: nullable(text(64)),
    version: int(),
    theory: nullable(score()),
    theoryOpenBy: nullable(ref()),
    skill: nullable(score()),
    skillOpenBy: nullable(ref()),
    standing: word<StageStanding>(),
    standingOpenBy: nullable(ref()),
    /** The rank that is published, for lists; null: none is, or this one has none. */
    rank: nullable(int()),
    /** The row in the published list, for lists sorted by rank; the number until there is one. */
    place: int(),
  },
  {
    unique: {
      uq_stage_entrant: ['participantId'],
      uq_stage_entrant_number: ['stageId', 'number'],
    },
    index: {
      ix_stage_entrant_number: ['stageId', 'number', 'id'],
      ix_stage_entrant_place: ['stageId', 'place', 'id'],
      ix_stage_entrant_candidate: ['candidateId'],
    },
    foreign: {
      fk_stage_entrant_desk: { column: 'stageId', references: 'stage_desk', onDelete: 'CASCADE' },
      fk_stage_entrant_participant: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' },
    },
  },
);
export type StageEntrant = Row<typeof stageEntrantRecord>;

/** What was noted of an entrant, with who and when; never changed but for who confirmed it. */
export const stageNoteRecord = record(
  'stage_note',
  {
    id: id(),
    stageId: ref(),
    entrantId: ref(),
    candidateId: ref(),
    /** The entrant's, which this note made. */
    version: int(),
    part: word<StageNote>(),
    score: nullable(score()),
    standing: nullable(word<StageStanding>()),
    reason: nullable(sealedText(200)),
    witness: nullable(sealedText(100)),
    source: word<(typeof MARK_SOURCES)[number]>(),
    recordedBy: ref(),
    recordedAt: instant(),
    confirmedBy: nullable(ref()),
    confirmedAt: nullable(instant()),
  },
  {
    unique: { uq_stage_note: ['entrantId', 'version'] },
    index: { ix_stage_note_open: ['stageId', 'part', 'confirmedBy'] },
    foreign: { fk_stage_note_entrant: { column: 'entrantId', references: 'stage_entrant', onDelete: 'CASCADE' } },
  },
);
export type StageNoteRow = Row<typeof stageNoteRecord>;
export const noteWords = wordsIn<'reason' | 'witness'>('stage_note');

/** What the jury decided about a full tie: its entrants, the best first. `endedAt`: another decision came in its place. */
export const stageTieRecord = record(
  'stage_tie',
  {
    id: id(),
    stageId: ref(),
    entrants: json<readonly string[]>(),
    jury: sealedText(200),
    reason: sealedText(200),
    decidedBy: ref(),
    decidedAt: instant(),
    endedAt: nullable(instant()),
  },
  {
    index: { ix_stage_tie: ['stageId', 'id'] },
    foreign: { fk_stage_tie_desk: { column: 'stageId', references: 'stage_desk', onDelete: 'CASCADE' } },
  },
);
export type StageTie = Row<typeof stageTieRecord>;
export const tieWords = wordsIn<'jury' | 'reason'>('stage_tie');

/** Somebody who went on in place of another, by a decision of staff; of one who was let in twice the last counts. */
export const stageAdmissionRecord = record(
  'stage_admission',
  {
    id: id(),
    /** The stage that they come from. */
    stageId: ref(),
    entrantId: ref(),
    candidateId: ref(),
    reason: sealedText(200),
    decidedBy: ref(),
    decidedAt: instant(),
  },
  {
    index: { ix_stage_admission: ['stageId', 'id'], ix_stage_admission_candidate: ['candidateId', 'id'] },
    foreign: { fk_stage_admission_entrant: { column: 'entrantId', references: 'stage_entrant', onDelete: 'CASCADE' } },
  },
);
export type StageAdmission = Row<typeof stageAdmissionRecord>;
export const admissionWords = wordsIn<'reason'>('stage_admission');

/** The line of a group as it was published. */
export type PublishedLine = { readonly group: string | null; readonly line: AdvanceLine | null };

/** One publication of a stage's ranks; never changed. */
export const stageRankingRecord = record(
  'stage_ranking',
  {
    id: id(),
    stageId: ref(),
    revision: int(),
    noticeVersionId: ref(),
    lines: json<readonly PublishedLine[]>(),
    /** Why it was published once more, in words for everybody. */
    reason: nullable(sealedText(200)),
    publishedAt: instant(),
    publishedOn: day(),
    publishedBy: ref(),
  },
  {
    // the public page of a competition says from when on a stage is ranked
    published: true,
    unique: { uq_stage_ranking: ['stageId', 'revision'] },
    foreign: { fk_stage_ranking_desk: { column: 'stageId', references: 'stage_desk', onDelete: 'CASCADE' } },
  },
);
export type StageRankingRow = Row<typeof stageRankingRecord>;
export const rankingWords = wordsIn<'reason'>('stage_ranking');

/** Where somebody stands in one publication; `place` is the row in its list. */
export const stageRankRecord = record(
  'stage_rank',
  {
    id: id(),
    stageId: ref(),
    revision: int(),
    place: int(),
    entrantId: ref(),
    candidateId: ref(),
    number: int(),
    rankingGroup: nullable(text(64)),
    rank: nullable(int()),
    /** Ten-thousandths of a point. */
    total: nullable(int()),
    theory: nullable(score()),
    skill: nullable(score()),
    standing: word<StageStanding>(),
    advances: bool(),
    byJury: bool(),
  },
  {
    unique: {
      uq_stage_rank_place: ['stageId', 'revision', 'place'],
      uq_stage_rank_entrant: ['entrantId', 'revision'],
    },
    index: { ix_stage_rank_candidate: ['candidateId', 'stageId'] },
    foreign: { fk_stage_rank_entrant: { column: 'entrantId', references: 'stage_entrant', onDelete: 'CASCADE' } },
  },
);
export type StageRank = Row<typeof stageRankRecord>;
