import type { TellTemplate } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { type Handle, findLocked, newId, updateWhere } from '../../platform/db';
import { staffMessageRecord } from './staff-message.record';

export type Telling = {
  readonly bodyId: string;
  readonly sessionId: string;
  readonly candidateId: string;
  readonly template: TellTemplate;
  readonly onDay: LocalDate;
  readonly byAccountId: string;
  readonly nowMs: number;
};

/** Claims that a candidate is told this today; null where somebody did already, or is about to. */
export async function claimTelling(h: Handle, given: Telling): Promise<string | null> {
  const { bodyId, sessionId, candidateId, template, onDay, byAccountId, nowMs } = given;
  const id = newId();
  // the row stands first: an INSERT that met another's would keep a shared lock
  await h.run(CLAIM[h.dialect], [id, bodyId, sessionId, candidateId, template, onDay, byAccountId, new Date(nowMs)]);
  const standing = await findLocked(h, staffMessageRecord, { candidateId, template, onDay });
  return standing?.id === id ? id : null;
}

const COLUMNS = `INSERT INTO staff_message
  (id, body_id, session_id, candidate_id, template, on_day, message_id, by_account_id, at)
  VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?)`;
const CLAIM: Readonly<Record<Handle['dialect'], string>> = {
  mysql: `${COLUMNS} ON DUPLICATE KEY UPDATE template = template`,
  sqlite: `${COLUMNS} ON CONFLICT (candidate_id, template, on_day) DO NOTHING`,
};

/** Which message it was. */
export const noteMessage = (h: Handle, id: string, messageId: string): Promise<number> =>
  updateWhere(h, staffMessageRecord, { id }, { messageId });
