import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Result, failed, ok } from '@jikaotong/shared/kernel';
import { type Notice, type Offering, offeringOf } from '@jikaotong/shared/notice';
import { readNoticeDraft } from '@jikaotong/shared/notice-file';
import { type Problem, refused } from './answer';

const NOTICES = fileURLToPath(new URL('../../shared/notices/', import.meta.url));

/** The file of an id (the repository's, never the database) or of a path as the caller sees it. */
export function noticePath(subject: string): string {
  if (/^[a-z0-9-]+$/.test(subject)) return resolve(NOTICES, `${subject}.yaml`);
  return callerPath(subject);
}

/** A path from where the command was typed: npm runs it at the root, and says so in INIT_CWD. */
export function callerPath(path: string): string {
  const typedAt = process.env['npm_lifecycle_event'] === 'notice' ? process.env['INIT_CWD'] : undefined;
  return isAbsolute(path) ? path : resolve(typedAt ?? process.cwd(), path);
}

/** The notice and one of its offerings. */
export async function findOffering(
  subject: string,
  offeringCode: string | undefined,
): Promise<Result<{ notice: Notice; offering: Offering }, readonly Problem[]>> {
  const found = await readNoticeDraft(noticePath(subject));
  if (!found.ok) return failed(found.error);
  const codes = found.value.offerings.map(({ code }) => code).join(', ');
  if (offeringCode === undefined) return refused('--offering', 'option-missing', `name one of ${codes}`);
  const offering = offeringOf(found.value, offeringCode);
  if (!offering) return refused('--offering', 'offering-unknown', `the notice has ${codes}`);
  return ok({ notice: found.value, offering });
}
