import { type Migration, nullable, text } from '../platform/db';

/** Gives every seat its place in the seat list by room, by subject and by the number of the seat. */
export const seatOrders: Migration = {
  name: '20261129-180100-seat-orders',
  up: async (schema) => {
    const key = text(80);
    await schema.addColumns('sitting', { byRoom: nullable(key), bySubject: nullable(key), bySeat: nullable(key) });
    const joined = (...parts: string[]) =>
      schema.dialect === 'mysql' ? `CONCAT(${parts.join(", ' ', ")})` : parts.join(" || ' ' || ");
    const seat = 'SUBSTR(place, -4)';
    const subject = `(CASE subject WHEN 'theory' THEN '1' WHEN 'skill' THEN '2' ELSE '3' END)`;
    await schema.run(
      `UPDATE sitting SET by_room = ${joined('room_id', 'SUBSTR(place, 1, 16)', seat)},
              by_subject = ${joined(subject, 'place')}, by_seat = ${joined(seat, 'place')} WHERE by_seat IS NULL`,
    );
    await schema.changeColumns('sitting', { byRoom: key, bySubject: key, bySeat: key });
    await schema.addKeys('sitting', {
      index: {
        ix_sitting_by_room: ['sessionId', 'byRoom', 'id'],
        ix_sitting_by_subject: ['sessionId', 'bySubject', 'id'],
        ix_sitting_by_seat: ['sessionId', 'bySeat', 'id'],
      },
    });
  },
};
