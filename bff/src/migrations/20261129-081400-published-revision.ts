import { type Migration, bigint, key } from '../platform/db';

/** How often what strangers read has changed, for several servers to know of one another's changes. */
export const publishedRevision: Migration = {
  name: '20261129-081400-published-revision',
  up: (schema) => schema.table('published_revision', { id: key(16), revision: bigint() }),
};
