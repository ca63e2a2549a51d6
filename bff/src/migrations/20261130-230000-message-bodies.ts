import { type Migration, nullable, ref } from '../platform/db';

/** Which body told something, so that an SMS to an agent of a unit has somebody who pays for it. */
export const messageBodies: Migration = {
  name: '20261130-230000-message-bodies',
  up: (schema) => schema.addColumns('message', { bodyId: nullable(ref()) }),
};
