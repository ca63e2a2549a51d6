import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ensureFolder } from './ensure-folder';
import { startRefused } from './start-refused';

const Secrets = z.object({
  PII_KEYS: z.string(),
  PII_INDEX_KEY: z.string(),
  JWT_KEYS: z.string(),
  TICKET_KEYS: z.string(),
});

/** The keys of a demonstration, made at the first start and kept in `<dataDir>/secrets.json`; never for production. */
export function demonstrationSecrets(dataDir: string): z.output<typeof Secrets> {
  const file = path.resolve(dataDir, 'secrets.json');
  ensureFolder(path.dirname(file));
  try {
    writeFileSync(file, JSON.stringify(freshSecrets(), null, 2), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw startRefused(
        `${file} cannot be written (${String(codeOf(error))}): make room or let this process write there, and start again.`,
      );
  }
  const read = Secrets.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!read.success) throw startRefused(`${file} is damaged; move ${path.dirname(file)} away to start over.`);
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // half a file, after a power cut: damaged, said by the schema
    return null;
  }
}

const freshSecrets = (): z.output<typeof Secrets> => ({
  PII_KEYS: `demo1:${freshKey()}`,
  PII_INDEX_KEY: freshKey(),
  JWT_KEYS: `demo1:${freshKey()}`,
  TICKET_KEYS: `demo1:${freshKey()}`,
});

const freshKey = (): string => randomBytes(32).toString('base64');
const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : null);
