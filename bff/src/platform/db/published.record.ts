import { bigint, key } from './columns';
import { record } from './record';

/** One row, `all`: how often any server has changed what strangers read (see published.ts). */
export const publishedRevisionRecord = record('published_revision', { id: key(16), revision: bigint() });
