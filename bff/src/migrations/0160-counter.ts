import { type Migration, bool, id, instant, json, nullable, ref, text } from '../platform/db';

/** Slips and walk-ins at the counter, and the door an application came in by. */
export const counterTables: Migration = {
  name: '0160-counter',
  up: async (schema) => {
    await schema.addColumns('application', { atCounter: bool() });
    await schema.table(
      'counter_slip',
      {
        id: id(),
        applicationId: ref(),
        bodyId: ref(),
        code: nullable(text(12)),
        walkIn: bool(),
        note: nullable(text(200)),
        originals: json(),
        createdAt: instant(),
        confirmedAt: nullable(instant()),
        confirmedBy: nullable(ref()),
        outsideHours: bool(),
        claimedAt: nullable(instant()),
      },
      {
        unique: { uq_counter_slip_application: ['applicationId'], uq_counter_slip_code: ['code'] },
        index: { ix_counter_slip_body: ['bodyId', 'confirmedAt'] },
        foreign: {
          fk_counter_slip_application: { column: 'applicationId', references: 'application', onDelete: 'CASCADE' },
        },
      },
    );
  },
};
