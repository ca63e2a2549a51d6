import { type Migration, nullable, ref, sealedJson, text } from '../platform/db';

/** What waits of a record from before until another person has confirmed it; only then does the register know its person. */
export const importedProposed: Migration = {
  name: '20261130-012400-imported-proposed',
  up: async (schema) => {
    await schema.changeColumns('imported_record', { personId: nullable(ref()) });
    await schema.addColumns('imported_record', {
      pendingBy: nullable(ref()),
      pendingName: nullable(text(60)),
      pendingSource: nullable(text(120)),
      proposed: nullable(sealedJson()),
    });
  },
};
