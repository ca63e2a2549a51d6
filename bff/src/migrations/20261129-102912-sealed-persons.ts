import { type Migration, nullable, sealedJson } from '../platform/db';

/** The register keeps birth date and sex sealed, as the candidate's own record does. */
export const sealedPersons: Migration = {
  name: '20261129-102912-sealed-persons',
  up: async (schema, { crypto }) => {
    await schema.addColumns('person', { details: nullable(sealedJson()) });
    await schema.eachChunk<{ id: string; birthDate: string; sex: string }>(
      { from: 'person', select: 's.birth_date AS birthDate, s.sex AS sex', where: 's.details IS NULL' },
      async (rows) => {
        for (const { id, birthDate, sex } of rows) {
          const place = { table: 'person', column: 'details', row: id };
          const sealed = crypto.encryptField(place, JSON.stringify({ birthDate, sex })).toString('base64');
          await schema.run('UPDATE person SET details = ? WHERE id = ?', [JSON.stringify({ sealed }), id]);
        }
      },
    );
  },
};
