import type { Reach } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { In, IsNull } from 'typeorm';
import { type Handle, updateWhere, placeholders } from '../../platform/db';
import { dropKeys } from '../candidates';
import { LIVE, type Participant, participantRecord } from './participant.record';

/** How many people a change of the event would reach. */
export async function reachOf(h: Handle, eventId: string): Promise<Reach> {
  const [row] = await h.query<Record<keyof Reach, number | string>>(
    `SELECT ${Object.entries(REACHED)
      .map(([name, condition]) => `COUNT(CASE WHEN ${condition} THEN 1 END) AS ${name}`)
      .join(', ')} FROM participant WHERE event_id = ?`,
    [eventId],
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

/** Whether marks or results stand on anybody of the event: then it took place. */
export const hasResults = (h: Handle, eventId: string): Promise<boolean> =>
  h.repo(participantRecord).existsBy({ eventId, resultsComplete: true });

/** The candidates of an event who have handed in, and whom nothing has ended. */
export const livingIn = async (h: Handle, eventId: string): Promise<string[]> =>
  (
    await h.repo(participantRecord).find({
      select: { candidateId: true },
      where: { eventId, state: In(LIVE.filter((state) => state !== 'draft')) },
    })
  ).map(({ candidateId }) => candidateId);

type ChangeOf = { readonly changeId: string; readonly until: LocalDate };

/** Asks everybody of a moved event but drafts, who have nothing to give up, and returns all that are reached. */
export async function askOfMoved(h: Handle, eventId: string, { changeId, until }: ChangeOf): Promise<Participant[]> {
  const set = { changeId, changeKind: 'moved', changeUntil: until, changeChoice: null } as const;
  await updateWhere(h, participantRecord, { eventId, state: In(LIVE.filter((state) => state !== 'draft')) }, set);
  const draft = { ...set, changeUntil: null };
  await updateWhere(h, participantRecord, { eventId, state: 'draft' }, draft);
  return listOfChange(h, changeId);
}

/**
 * Stops every live participant of a cancelled event in one statement, which sees what was approved this very moment;
 * whoever writes one at the same time finds another version. Their keys go with them unless they live in another event, and
 * nobody inherits one, for every twin is stopped as well. Returns all that were stopped.
 */
export async function stopLive(h: Handle, eventId: string, { changeId, until }: ChangeOf): Promise<Participant[]> {
  // MySQL assigns from left to right: what the others read comes first
  await h.run(
    `UPDATE participant SET state_before_change = state,
       change_until = CASE WHEN state = 'draft' THEN NULL ELSE ? END,
       state = 'void', change_id = ?, change_kind = 'cancelled', change_choice = NULL,
       seated = 0, ticket_issued_at = NULL, version = version + 1
     WHERE event_id = ? AND state IN (${placeholders(LIVE)})`,
    [until, changeId, eventId, ...LIVE],
  );
  const stopped = await listOfChange(h, changeId);
  const liveElsewhere = await h.repo(participantRecord).find({
    select: { candidateId: true },
    where: { candidateId: In(stopped.map(({ candidateId }) => candidateId)), state: In([...LIVE]) },
  });
  const goingOn = new Set(liveElsewhere.map(({ candidateId }) => candidateId));
  await dropKeys(
    h,
    stopped.flatMap(({ candidateId }) => (goingOn.has(candidateId) ? [] : [candidateId])),
  );
  return stopped;
}

const listOfChange = (h: Handle, changeId: string): Promise<Participant[]> =>
  h.repo(participantRecord).find({ where: { changeId }, order: { candidateId: 'ASC' } });

/** Those of a cancelled event who have not said what they want. */
export const listUnanswered = (h: Handle, changeId: string): Promise<Participant[]> =>
  h
    .repo(participantRecord)
    .find({ where: { changeId, changeKind: 'cancelled', changeChoice: IsNull() }, order: { candidateId: 'ASC' } });
