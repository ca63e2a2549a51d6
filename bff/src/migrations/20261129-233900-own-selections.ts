import type { Migration } from '../platform/db';

/** What somebody did to many at once is found by who did it; what it needed to know may name people, and stands sealed. */
export const ownSelections: Migration = {
  name: '20261129-233900-own-selections',
  up: async (schema) => {
    await schema.addKeys('selection', { index: { ix_selection_account: ['accountId', 'id'] } });
    await schema.sealInPlace('selection', ['needs']);
  },
};
