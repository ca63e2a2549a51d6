import type { Reach } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { In, IsNull } from 'typeorm';
import { type Handle, updateWhere } from '../../platform/db';
import { type Application, type ApplicationState, applicationRecord } from './application.record';

/** The states in which an application is reached by what happens to its session. */
export const LIVE: readonly ApplicationState[] = ['draft', 'submitted', 'returned', 'approved'];

/** How many people a change of the session would reach. */
export async function reachOf(h: Handle, sessionId: string): Promise<Reach> {
  const [row] = await h.query<Record<keyof Reach, number | string>>(
    `SELECT ${Object.entries(REACHED)
      .map(([name, condition]) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS ${name}`)
      .join(', ')} FROM application WHERE session_id = ?`,
    [sessionId],
  );
  const count = (name: keyof Reach): number => Number(row?.[name] ?? 0);
  return {
    drafts: count('drafts'),
    submitted: count('submitted'),
    returned: count('returned'),
    approved: count('approved'),
    paid: count('paid'),
    ticketed: count('ticketed'),
  };
}

const REACHED: Readonly<Record<keyof Reach, string>> = {
  drafts: "state = 'draft'",
  submitted: "state = 'submitted'",
  returned: "state = 'returned'",
  approved: "state = 'approved'",
  paid: "state = 'approved' AND paid_at IS NOT NULL",
  ticketed: "state = 'approved' AND ticket_issued_at IS NOT NULL",
};

/** Whether marks or results stand on anybody of the session: then it took place. */
export const hasResults = async (h: Handle, sessionId: string): Promise<boolean> =>
  (await h.repo(applicationRecord).countBy({ sessionId, resultsComplete: true })) > 0;

type ChangeOf = { readonly changeId: string; readonly until: LocalDate };

/** Asks everybody of a moved session but drafts, who have nothing to give up, and returns all that are reached. */
export async function askOfMoved(h: Handle, sessionId: string, { changeId, until }: ChangeOf): Promise<Application[]> {
  const set = { changeId, changeKind: 'moved', changeUntil: until, changeChoice: null } as const;
  await updateWhere(h, applicationRecord, { sessionId, state: In(LIVE.filter((state) => state !== 'draft')) }, set);
  const draft = { ...set, changeUntil: null };
  await updateWhere(h, applicationRecord, { sessionId, state: 'draft' }, draft);
  return listOfChange(h, changeId);
}

/**
 * Stops every live application of a cancelled session in one statement, which sees what was approved this very moment;
 * whoever writes one at the same time finds another version. Returns all that were stopped.
 */
export async function stopLive(h: Handle, sessionId: string, { changeId, until }: ChangeOf): Promise<Application[]> {
  // MySQL assigns from left to right: what the others read comes first
  await h.run(
    `UPDATE application SET state_before_change = state,
       change_until = CASE WHEN state = 'draft' THEN NULL ELSE ? END,
       state = 'void', change_id = ?, change_kind = 'cancelled', change_choice = NULL,
       account_key = NULL, document_key = NULL, seated = 0, ticket_issued_at = NULL, version = version + 1
     WHERE session_id = ? AND state IN (${LIVE.map(() => '?').join(', ')})`,
    [until, changeId, sessionId, ...LIVE],
  );
  return listOfChange(h, changeId);
}

const listOfChange = (h: Handle, changeId: string): Promise<Application[]> =>
  h.repo(applicationRecord).find({ where: { changeId }, order: { id: 'ASC' } });

/** Those of a cancelled session who have not said what they want. */
export const listUnanswered = (h: Handle, changeId: string): Promise<Application[]> =>
  h
    .repo(applicationRecord)
    .find({ where: { changeId, changeKind: 'cancelled', changeChoice: IsNull() }, order: { id: 'ASC' } });

/** Notes how the order of these stands whatever their state: a stopped application has one as well. */
export const noteOrders = (
  h: Handle,
  applicationIds: readonly string[],
  set: Pick<Application, 'orderState'> & Partial<Pick<Application, 'transferClaimed' | 'paidAt'>>,
): Promise<number> =>
  applicationIds.length === 0
    ? Promise.resolve(0)
    : updateWhere(h, applicationRecord, { id: In([...applicationIds]) }, set);
