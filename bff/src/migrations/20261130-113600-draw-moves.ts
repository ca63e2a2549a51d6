import { type Migration, day, id, instant, ref, sealedText } from '../platform/db';

/** Why the heats of a drawn stage went to other days. */
export const drawMoves: Migration = {
  name: '20261130-113600-draw-moves',
  up: async (schema) => {
    await schema.table(
      'draw_move',
      {
        id: id(),
        eventId: ref(),
        fromDay: day(),
        toDay: day(),
        reason: sealedText(200),
        movedAt: instant(),
        movedBy: ref(),
      },
      {
        index: { ix_draw_move_event: ['eventId', 'id'] },
        foreign: { fk_draw_move_draw: { column: 'eventId', references: 'stage_draw', onDelete: 'CASCADE' } },
      },
    );
  },
};
