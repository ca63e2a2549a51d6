import type { Notice } from '@jikaotong/shared/notice';
import { type Handle, insert, isDuplicate, newId, updateWhere } from '../../platform/db';
import { noticeRecord, noticeVersionRecord } from './notice.record';
import { markOf } from './notice-version';

/**
 * Makes a notice the version after `base` (0: there is none yet) and gives the id of the version; null when another
 * publisher was faster. Two guards: the running version moves by a conditional update, and a number is given once.
 */
export async function publishVersion(
  h: Handle,
  given: { notice: Notice; rawText: string; base: number; nowMs: number },
): Promise<string | null> {
  const { notice, rawText, base, nowMs } = given;
  const version = base + 1;
  const set = { kind: notice.kind, year: notice.year, title: notice.title.value, currentVersion: version };
  const id = newId();
  try {
    if (base === 0) await insert(h, noticeRecord, { ...set, id: notice.id, bodyId: notice.body.id, createdAt: nowMs });
    else if ((await updateWhere(h, noticeRecord, { id: notice.id, currentVersion: base }, set)) !== 1) return null;
    await insert(h, noticeVersionRecord, {
      id,
      noticeId: notice.id,
      version,
      language: notice.language,
      content: notice,
      rawText,
      sha256: markOf(notice, rawText),
      publishedAt: nowMs,
    });
    return id;
  } catch (error) {
    if (isDuplicate(error)) return null;
    throw error;
  }
}
