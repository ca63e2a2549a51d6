import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { startRefused } from '@jikaotong/bff/platform/config';
import type { z } from 'zod';

/** What a JSON file keeps, or what `make` makes for the first time; refuses a damaged file with one sentence. */
export function kept<S extends z.ZodType>(file: string, schema: S, make: () => z.output<S>): z.output<S> {
  if (!existsSync(file)) {
    const fresh = make();
    // named only when whole: a kill in the middle must not leave half a file
    writeFileSync(`${file}.new`, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
    return fresh;
  }
  const read = schema.safeParse(jsonIn(readFileSync(file, 'utf8')));
  if (!read.success) throw startRefused(`${file} is damaged; start over with "npm start -- --fresh".`);
  return read.data;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the schema says no to null
    return null;
  }
}
