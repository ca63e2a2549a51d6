import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { emptyFolder, refusedStart, startDemonstration } from './start-demonstration';

it('refuses in one sentence: a second start, a port in use, a folder that cannot be written', async () => {
  const dataDir = await emptyFolder();
  const { port } = await startDemonstration({ dataDir });
  const elsewhere = join(await emptyFolder(), 'data');
  const file = join(await emptyFolder(), 'file');
  await writeFile(file, '');
  await mkdir(elsewhere);

  const refusals = [
    [{ dataDir }, `The demonstration in ${dataDir} is running already; stop it, or name another folder in DATA_DIR.`],
    [{ dataDir: elsewhere, port }, `Port ${port} is in use; set PORT to another.`],
    [{ dataDir: elsewhere, sandboxPort: port }, `Port ${port} is in use; set SANDBOX_PORT to another.`],
    [{ dataDir: file }, `${file} cannot be written; make it writable or name another folder in DATA_DIR.`],
  ] as const;
  for (const [wishes, said] of refusals) expect(await refusedStart(wishes)).toEqual({ code: 1, said });
});
