import { type Migration, id, instant, int, json, nullable, ref, text, word } from '../platform/db';

/** What units hand in, and what a sheet was compared with. */
export const rosters: Migration = {
  name: '20261129-184100-rosters',
  up: async (schema) => {
    await schema.addColumns('sheet_import', { effect: nullable(json()), basis: nullable(text(64)) });
    await schema.table(
      'roster',
      {
        id: id(),
        unitId: ref(),
        bodyId: ref(),
        sessionId: ref(),
        noticeId: text(64),
        rosterKey: text(80),
        version: int(),
        firstReviewedAt: nullable(instant()),
        firstReviewedBy: nullable(ref()),
        createdAt: instant(),
      },
      {
        unique: { uq_roster: ['rosterKey'] },
        index: { ix_roster_unit: ['unitId', 'id'], ix_roster_session: ['sessionId'] },
        foreign: { fk_roster_unit: { column: 'unitId', references: 'unit', onDelete: 'RESTRICT' } },
      },
    );
    await schema.table(
      'roster_row',
      {
        id: id(),
        rosterId: ref(),
        rowKey: text(200),
        position: int(),
        standing: word(),
        confirmedBy: nullable(word()),
        confirmedAt: nullable(instant()),
        formFileId: nullable(ref()),
        nextPhoto: nullable(json()),
        queuedAt: nullable(instant()),
        outcome: nullable(text(60)),
      },
      {
        unique: { uq_roster_row: ['rowKey'] },
        index: { ix_roster_row: ['rosterId', 'position'], ix_roster_row_queued: ['rosterId', 'queuedAt', 'position'] },
        foreign: {
          fk_roster_row_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' },
          fk_roster_row: { column: 'rosterId', references: 'roster', onDelete: 'CASCADE' },
        },
      },
    );
  },
};
