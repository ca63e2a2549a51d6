import {
  type Migration,
  bool,
  day,
  id,
  instant,
  int,
  json,
  nullable,
  ref,
  score,
  sealedText,
  text,
  word,
} from '../platform/db';

/** Rosters, marks, ties and published ranks of the stages of competitions. */
export const stageRanks: Migration = {
  name: '20261129-210905-stage-ranks',
  up: async (schema) => {
    await schema.table(
      'stage_desk',
      {
        id: id(),
        bodyId: ref(),
        noticeId: text(64),
        frozenAt: instant(),
        frozenBy: ref(),
        turn: int(),
        revision: int(),
        noticeVersionId: nullable(ref()),
        publishedAt: nullable(instant()),
      },
      {
        index: { ix_stage_desk_notice: ['noticeId'] },
        foreign: { fk_stage_desk: { column: 'id', references: 'contest_stage', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
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
        standing: word(),
        standingOpenBy: nullable(ref()),
        rank: nullable(int()),
      },
      {
        unique: {
          uq_stage_entrant: ['participantId'],
          uq_stage_entrant_number: ['stageId', 'number'],
        },
        index: { ix_stage_entrant_number: ['stageId', 'number', 'id'], ix_stage_entrant_candidate: ['candidateId'] },
        foreign: {
          fk_stage_entrant_desk: { column: 'stageId', references: 'stage_desk', onDelete: 'CASCADE' },
          fk_stage_entrant_participant: { column: 'participantId', references: 'participant', onDelete: 'CASCADE' },
        },
      },
    );
    await schema.table(
      'stage_note',
      {
        id: id(),
        stageId: ref(),
        entrantId: ref(),
        candidateId: ref(),
        version: int(),
        part: word(),
        score: nullable(score()),
        standing: nullable(word()),
        reason: nullable(sealedText(200)),
        witness: nullable(sealedText(100)),
        source: word(),
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
    await schema.table(
      'stage_tie',
      {
        id: id(),
        stageId: ref(),
        entrants: json(),
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
    await schema.table(
      'stage_ranking',
      {
        id: id(),
        stageId: ref(),
        revision: int(),
        noticeVersionId: ref(),
        lines: json(),
        reason: nullable(sealedText(200)),
        publishedAt: instant(),
        publishedOn: day(),
        publishedBy: ref(),
      },
      {
        unique: { uq_stage_ranking: ['stageId', 'revision'] },
        foreign: { fk_stage_ranking_desk: { column: 'stageId', references: 'stage_desk', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
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
        total: nullable(int()),
        theory: nullable(score()),
        skill: nullable(score()),
        standing: word(),
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
  },
};
