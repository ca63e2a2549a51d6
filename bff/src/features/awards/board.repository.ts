import { type Handle, findLocked, findRow, newId, updateWhere } from '../../platform/db';
import { type AwardBoard, awardBoardRecord } from './award.record';

export type { AwardBoard };

/** The board stands from the publication of the notice on; two at once make one. */
export async function standBoard(h: Handle, of: { readonly noticeId: string; readonly bodyId: string }): Promise<void> {
  const ignore = h.dialect === 'mysql' ? 'ON DUPLICATE KEY UPDATE id = id' : 'ON CONFLICT DO NOTHING';
  await h.run(
    `INSERT INTO award_board (id, notice_id, body_id, state, turn, revision) VALUES (?, ?, ?, 'open', 0, 0) ${ignore}`,
    [newId(), of.noticeId, of.bodyId],
  );
}

export const findBoard = (h: Handle, noticeId: string): Promise<AwardBoard> =>
  h.repo(awardBoardRecord).findOneByOrFail({ noticeId });

/** When the awards of a competition were locked, and it was over for good; null while they are not. */
/** Whether awards were proposed and wait for another one to lock them. */
export const areAwardsProposed = async (h: Handle, noticeId: string): Promise<boolean> =>
  (await findBoard(h, noticeId)).state === 'proposed';

export async function awardsLockedAt(h: Handle, noticeId: string): Promise<number | null> {
  const board = await findRow(h, awardBoardRecord, { noticeId, state: 'locked' });
  return board?.lockedAt ?? null;
}

/** The board under its lock: whatever could change an award comes one after another. */
export async function lockBoard(h: Handle, noticeId: string): Promise<AwardBoard> {
  const board = await findLocked(h, awardBoardRecord, { noticeId });
  if (!board) throw new Error(`${noticeId} has no board of awards`);
  return board;
}

/** Sets a board that still stands as it was read; false when something changed meanwhile. */
export const setBoardIf = async (
  h: Handle,
  { noticeId, turn, state }: Pick<AwardBoard, 'noticeId' | 'turn' | 'state'>,
  set: Partial<Omit<AwardBoard, 'id'>>,
): Promise<boolean> => (await updateWhere(h, awardBoardRecord, { noticeId, turn, state }, set)) === 1;

/** Something changed that awards may rest on: what was proposed is to be proposed anew. False where they are locked. */
export async function turnBoard(h: Handle, board: AwardBoard): Promise<boolean> {
  if (board.state === 'locked') return false;
  const open = { digest: null, proposedBy: null, proposedAt: null };
  return setBoardIf(h, board, { ...open, state: 'open', turn: board.turn + 1 });
}
