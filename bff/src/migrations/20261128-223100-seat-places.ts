import { type Migration, nullable, text } from '../platform/db';

/** Gives every seat its place in the order of the seat list: hour, room, seat. */
export const seatPlaces: Migration = {
  name: '20261128-223100-seat-places',
  up: async (schema) => {
    await schema.addColumns('sitting', { place: nullable(text(64)) });
    const parts = ['day', "' '", 'starts_at', "' '", 'room_id', "' '"];
    await schema.run(
      schema.dialect === 'mysql'
        ? `UPDATE sitting SET place = CONCAT(${parts.join(', ')}, LPAD(seat, 4, '0')) WHERE place IS NULL`
        : `UPDATE sitting SET place = ${parts.join(' || ')} || SUBSTR('000' || seat, -4) WHERE place IS NULL`,
    );
    await schema.changeColumns('sitting', { place: text(64) });
    await schema.addKeys('sitting', { index: { ix_sitting_place: ['sessionId', 'place', 'id'] } });
  },
};
