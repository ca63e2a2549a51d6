import { type Migration, instant, nullable, ref } from '../platform/db';

/** A ban is lifted by two, and a body lists its own. */
export const bansLifted: Migration = {
  name: '20261129-215500-bans-lifted',
  up: async (schema) => {
    await schema.addColumns('ban', { liftProposedBy: nullable(ref()), liftProposedAt: nullable(instant()) });
    await schema.addKeys('ban', { index: { ix_ban_body: ['bodyId', 'untilDay', 'id'] } });
  },
};
