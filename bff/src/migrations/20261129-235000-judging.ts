import {
  type Migration,
  bool,
  encrypted,
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

/** Marking sheets of stages, judges with their marks, failures of equipment, and who holds the key of a draw. */
export const judging: Migration = {
  name: '20261129-235000-judging',
  up: async (schema) => {
    await schema.addColumns('stage_draw', { keyHolders: nullable(json()) });
    await schema.table(
      'judging',
      {
        id: id(),
        stageId: ref(),
        part: word(),
        bodyId: ref(),
        noticeId: text(64),
        version: int(),
        turn: int(),
        startedAt: nullable(instant()),
        keyHolders: json(),
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
    await schema.table(
      'marking_sheet',
      {
        id: id(),
        judgingId: ref(),
        version: int(),
        items: json(),
        rule: json(),
        spread: nullable(score()),
        definedAs: word(),
        said: sealedText(200),
        definedBy: ref(),
        definedAt: instant(),
      },
      {
        unique: { uq_marking_sheet: ['judgingId', 'version'] },
        foreign: { fk_marking_sheet: { column: 'judgingId', references: 'judging', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'judge',
      {
        id: id(),
        judgingId: ref(),
        bodyId: ref(),
        name: text(60),
        unit: text(100),
        accountId: nullable(ref()),
        phone: nullable(encrypted()),
        phoneIndex: nullable(text(64)),
        linkHash: nullable(text(64)),
        heats: nullable(json()),
        stations: nullable(json()),
        state: word(),
        heardAt: nullable(instant()),
        waiting: nullable(int()),
        assignedBy: ref(),
        assignedAt: instant(),
        revokedAt: nullable(instant()),
      },
      {
        unique: { uq_judge_link: ['linkHash'] },
        index: { ix_judge_account: ['accountId'], ix_judge_judging: ['judgingId', 'id'] },
        foreign: { fk_judge_judging: { column: 'judgingId', references: 'judging', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
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
    await schema.table(
      'judge_mark',
      {
        id: id(),
        judgingId: ref(),
        judgeId: ref(),
        placeId: ref(),
        candidateId: ref(),
        run: int(),
        version: int(),
        marks: json(),
        total: score(),
        source: word(),
        openBy: nullable(ref()),
      },
      {
        unique: { uq_judge_mark: ['judgeId', 'placeId', 'run'] },
        index: { ix_judge_mark_judging: ['judgingId', 'id'], ix_judge_mark_candidate: ['candidateId'] },
        foreign: { fk_judge_mark: { column: 'judgeId', references: 'judge', onDelete: 'CASCADE' } },
      },
    );
    await schema.table(
      'judge_act',
      {
        id: id(),
        judgingId: ref(),
        judgeId: ref(),
        bodyId: ref(),
        nonce: text(48),
        source: word(),
        placeId: nullable(ref()),
        candidateId: nullable(ref()),
        run: int(),
        marks: nullable(json()),
        total: nullable(score()),
        reason: nullable(sealedText(500)),
        at: instant(),
        receivedAt: instant(),
        byAccountId: ref(),
        outcome: word(),
        conflict: nullable(word()),
        decidedBy: nullable(ref()),
        decidedAt: nullable(instant()),
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
    await schema.table(
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
  },
};
