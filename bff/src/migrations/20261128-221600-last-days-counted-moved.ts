import type { Migration } from '../platform/db';

/** The facts with counted last days take the place of the old ones. */
export const lastDaysCountedMoved: Migration = {
  name: '20261128-221600-last-days-counted-moved',
  up: async (schema) => {
    await schema.run('UPDATE application SET facts = counted_facts WHERE counted_facts IS NOT NULL');
  },
};
