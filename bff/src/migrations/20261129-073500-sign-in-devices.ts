import { type Migration, nullable, word } from '../platform/db';

/** What somebody signed in with, so that they know their devices apart. */
export const signInDevices: Migration = {
  name: '20261129-073500-sign-in-devices',
  up: (schema) => schema.addColumns('token_family', { app: nullable(word()), system: nullable(word()) }),
};
