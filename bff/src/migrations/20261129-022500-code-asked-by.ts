import { type Migration, nullable, text } from '../platform/db';

/** Who asked for a sign-in code, by a blind index: the tries of others are counted apart. */
export const codeAskedBy: Migration = {
  name: '20261129-022500-code-asked-by',
  up: (schema) => schema.addColumns('sms_code', { askedBy: nullable(text(64)) }),
};
