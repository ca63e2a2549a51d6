import { type Migration, day, instant, json, nullable, ref, text } from '../platform/db';

/** What happens at a stage beside its beginning, and that its papers were filed. */
export const stagePlans: Migration = {
  name: '20261130-095300-stage-plans',
  up: async (schema) => {
    await schema.addColumns('contest_stage', {
      plan: nullable(json()),
      filedOn: nullable(day()),
      filedReceipt: nullable(text(120)),
      filedBy: nullable(ref()),
      filedAt: nullable(instant()),
    });
  },
};
