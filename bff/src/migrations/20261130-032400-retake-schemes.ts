import { type Migration, day, id, instant, int, json, nullable, ref, text } from '../platform/db';

/** What holds of retakes where an exam mode has changed, in versions, and by which one a retake was begun. */
export const retakeSchemes: Migration = {
  name: '20261130-032400-retake-schemes',
  up: async (schema) => {
    await schema.table(
      'retake_scheme',
      {
        id: id(),
        bodyId: ref(),
        offeringName: text(300),
        version: int(),
        fromDay: day(),
        rows: json(),
        setBy: ref(),
        setAt: instant(),
      },
      {
        unique: { uq_retake_scheme_version: ['bodyId', 'offeringName', 'version'] },
        foreign: { fk_retake_scheme_body: { column: 'bodyId', references: 'body', onDelete: 'RESTRICT' } },
      },
    );
    await schema.addColumns('candidate', { retakeScheme: nullable(json()) });
  },
};
