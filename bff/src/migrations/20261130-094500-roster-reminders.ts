import { type Migration, nullable, ref } from '../platform/db';

/** By which message a member of a roster was last asked to confirm. */
export const rosterReminders: Migration = {
  name: '20261130-094500-roster-reminders',
  up: (schema) => schema.addColumns('roster_row', { remindMessageId: nullable(ref()) }),
};
