import { type Migration, day, id, instant, nullable, ref, text } from '../platform/db';

/** What a unit brings to the counter as one group, until when the rest stays open, and who waits to be confirmed at once. */
export const rosterCounters: Migration = {
  name: '20261130-032000-roster-counters',
  up: async (schema) => {
    await schema.table(
      'roster_counter',
      { id: id(), code: text(12), createdAt: instant(), openUntil: nullable(day()), setBy: nullable(ref()) },
      {
        unique: { uq_roster_counter: ['code'] },
        foreign: { fk_roster_counter: { column: 'id', references: 'roster', onDelete: 'CASCADE' } },
      },
    );
    await schema.addColumns('roster_row', { listedAt: nullable(instant()) });
    await schema.addColumns('counter_slip', {
      openUntil: nullable(day()),
      queuedAt: nullable(instant()),
      queuedBy: nullable(ref()),
      outcome: nullable(text(60)),
    });
    // who has a slip already stands on the list of the unit
    await schema.run(
      `UPDATE roster_row SET listed_at = (SELECT s.created_at FROM counter_slip s WHERE s.candidate_id = roster_row.id)
       WHERE listed_at IS NULL AND EXISTS (SELECT 1 FROM counter_slip s WHERE s.candidate_id = roster_row.id)`,
    );
  },
};
