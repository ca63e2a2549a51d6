import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the throw-away databases of one run keep the schema that the first of them made (see openThrowawayDb). */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'jikaotong-schemas-'));
  process.env['JIKAOTONG_TEST_SCHEMAS'] = folder;
  return () => rm(folder, { recursive: true, force: true });
}
