import { type Migration, bool, nullable } from '../platform/db';

/** Which rows of a sheet are shown before the others. */
export const judgedSheetRows: Migration = {
  name: '20261130-131700-judged-sheet-rows',
  up: (schema) => schema.addColumns('sheet_item', { attention: nullable(bool()) }),
};
