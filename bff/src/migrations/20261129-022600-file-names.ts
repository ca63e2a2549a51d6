import type { Migration } from '../platform/db';

/** What senders called their files is forgotten: a name and a number often stood in it. */
export const fileNames: Migration = {
  name: '20261129-022600-file-names',
  up: async (schema) => {
    await schema.run("UPDATE file SET name = purpose WHERE name <> purpose AND purpose <> 'export'");
  },
};
