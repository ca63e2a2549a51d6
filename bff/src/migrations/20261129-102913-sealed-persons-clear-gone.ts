import { type Migration, sealedJson } from '../platform/db';

export const sealedPersonsClearGone: Migration = {
  name: '20261129-102913-sealed-persons-clear-gone',
  up: async (schema) => {
    await schema.changeColumns('person', { details: sealedJson() });
    await schema.dropColumns('person', ['birthDate', 'sex']);
  },
};
