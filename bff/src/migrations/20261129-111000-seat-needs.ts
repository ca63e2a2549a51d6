import { type Migration, id, instant, nullable, sealedText } from '../platform/db';

/** Who needs a seat that is reached without a step, told by the candidate alone; and why somebody was moved stands sealed. */
export const seatNeeds: Migration = {
  name: '20261129-111000-seat-needs',
  up: async (schema) => {
    await schema.table(
      'seat_need',
      { id: id(), need: sealedText(200), toldAt: instant() },
      { foreign: { fk_seat_need_candidate: { column: 'id', references: 'candidate', onDelete: 'CASCADE' } } },
    );
    await schema.changeColumns('seating_step', { reason: nullable(sealedText(200)) });
    await schema.sealInPlace('seating_step', ['reason']);
  },
};
