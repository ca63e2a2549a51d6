import type { Migration } from '../platform/db';

/** The order of the lists of cases, which ends in the id: the longest open first. */
export const caseList: Migration = {
  name: '20261129-013500-case-list',
  up: async (schema) => {
    await schema.dropKeys('open_case', ['ix_open_case_body']);
    await schema.addKeys('open_case', { index: { ix_open_case_body: ['bodyId', 'openedAt', 'id'] } });
  },
};
