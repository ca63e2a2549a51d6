import { type Migration, nullable, ref } from '../platform/db';

/** A message about an entry to a competition leads to it. */
export const messageEntry: Migration = {
  name: '0182-message-entry',
  up: (schema) => schema.addColumns('message', { entryId: nullable(ref()) }),
};
