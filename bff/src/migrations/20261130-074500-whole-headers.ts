import { type Migration, text } from '../platform/db';

/** A header of a computer test's file is kept as long as it is read. */
export const wholeHeaders: Migration = {
  name: '20261130-074500-whole-headers',
  up: (schema) => schema.changeColumns('score_column', { header: text(120) }),
};
