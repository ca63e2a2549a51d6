import { Not } from 'typeorm';
import { type Handle, insert, isDuplicate, updateWhere } from '../../platform/db';
import { type RosterDispute, disputeWords, rosterDisputeRecord } from './dispute.record';

export { type RosterDispute, disputeWords };

/** What a member called wrong and did not take back, the latest first. */
export const disputesOf = (h: Handle, rowId: string): Promise<RosterDispute[]> =>
  h.repo(rosterDisputeRecord).find({ where: { rowId, state: Not('withdrawn' as const) }, order: { id: 'DESC' } });

export const openDisputesOf = (h: Handle, rowId: string): Promise<RosterDispute[]> =>
  h.repo(rosterDisputeRecord).findBy({ rowId, state: 'open' });

export const findOpenDispute = (h: Handle, openKey: string): Promise<RosterDispute | null> =>
  h.repo(rosterDisputeRecord).findOneBy({ openKey });

/** Keeps it; false when the same fact was called wrong in this very moment. */
export async function insertDispute(h: Handle, row: RosterDispute): Promise<boolean> {
  try {
    await insert(h, rosterDisputeRecord, row);
    return true;
  } catch (error) {
    if (!isDuplicate(error, 'uq_roster_dispute')) throw error;
    return false;
  }
}

/** Says it in other words while it waits; false when it ended meanwhile. */
export const resayDispute = async (h: Handle, id: string, said: Buffer): Promise<boolean> =>
  (await updateWhere(h, rosterDisputeRecord, { id, state: 'open' }, { said })) === 1;

type End = Pick<RosterDispute, 'state' | 'answer' | 'settledAt' | 'settledBy'>;

/** Ends one that waits; false when somebody was faster. */
export const endDispute = async (h: Handle, { id, rowId }: Pick<RosterDispute, 'id' | 'rowId'>, end: End) =>
  (await updateWhere(h, rosterDisputeRecord, { id, rowId, state: 'open' }, { ...end, openKey: null })) === 1;

/** Notes at the row since when its member waits; nothing once nothing waits. */
export const noteDisputed = (h: Handle, rowId: string): Promise<number> =>
  h.run(
    `UPDATE roster_row SET disputed_at = (SELECT MIN(d.at) FROM roster_dispute d WHERE d.row_id = ? AND d.state = 'open')
     WHERE id = ?`,
    [rowId, rowId],
  );
