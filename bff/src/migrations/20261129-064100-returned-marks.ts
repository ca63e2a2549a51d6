import { type Migration, json, nullable } from '../platform/db';

/** What a returned application said, by keyed marks: what was changed and set back again has not changed. */
export const returnedMarks: Migration = {
  name: '20261129-064100-returned-marks',
  up: (schema) => schema.addColumns('application', { returnedMarks: nullable(json()) }),
};
