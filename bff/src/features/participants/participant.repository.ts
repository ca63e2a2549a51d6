import { type EntitySchema, In, IsNull, Not } from 'typeorm';
import { type Handle, findJoined, findLocked, insert, updateWhere, placeholders } from '../../platform/db';
import { type Candidate, type IdentityColumns, candidateRecord, changeCandidate } from '../candidates';
import { eventRecord } from '../sessions';
import { LIVE, type Participant, type ParticipantState, participantRecord } from './participant.record';

export const insertParticipant = (h: Handle, row: Participant | readonly Participant[]): Promise<void> =>
  insert(h, participantRecord, row);

/**
 * A candidate, where it stands in the event that it enrolled for, its row in a feature to the right, and the event's
 * revision, all read at one moment; of one account alone where that is named.
 */
export async function findEnrolled<T extends { id: string }>(
  h: Handle,
  record: EntitySchema<T>,
  of: { readonly id: string; readonly accountId?: string },
): Promise<{ candidate: Candidate; participant: Participant; own: T; eventRevision: string } | null> {
  const joined = [
    { record: participantRecord, by: 'candidateId' },
    { record, by: 'id' },
  ] as const;
  const revision = { idIn: 'eventId', record: eventRecord, property: 'revision' } as const;
  const found = await findJoined(h, candidateRecord, joined, revision, of);
  if (!found) return null;
  const [candidate, participant, own] = found.rows;
  return { candidate, participant, own, eventRevision: String(found.seen) };
}

/**
 * Where these candidates stand in the event that each enrolled for, by the candidate's id; one that is gone is left out.
 * It is the oldest: who goes on to another stage gets another participant there, who moves to another session keeps it.
 */
export async function participantsOf(
  h: Handle,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, Participant>> {
  if (candidateIds.length === 0) return new Map();
  const where = { candidateId: In([...candidateIds]) };
  const rows = await h.repo(participantRecord).find({ where, order: { id: 'DESC' } });
  // the last one that is set stands
  return new Map(rows.map((row) => [row.candidateId, row]));
}

/** Where these candidates stand in all events that they came to, oldest first, by the candidate's id. */
export async function participantsIn(
  h: Handle,
  candidateIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Participant[]>> {
  const found = new Map<string, Participant[]>();
  if (candidateIds.length === 0) return found;
  const where = { candidateId: In([...candidateIds]) };
  for (const row of await h.repo(participantRecord).find({ where, order: { id: 'ASC' } }))
    found.set(row.candidateId, [...(found.get(row.candidateId) ?? []), row]);
  return found;
}

/** Participants by their own ids, in the order asked; one that is gone is left out. */
export async function findParticipants(h: Handle, ids: readonly string[]): Promise<Participant[]> {
  if (ids.length === 0) return [];
  const rows = new Map((await h.repo(participantRecord).findBy({ id: In([...ids]) })).map((row) => [row.id, row]));
  return ids.flatMap((id) => rows.get(id) ?? []);
}

/** Who has paid, or owes nothing, as an entrant of a competition; as later steps list them: in a fixed order. */
export const listPaid = (h: Handle, eventId: string): Promise<Participant[]> =>
  h.repo(participantRecord).find({
    where: [
      { eventId, state: 'approved', paidAt: Not(IsNull()) },
      { eventId, state: 'approved', kind: 'entry' },
    ],
    order: { offeringCode: 'ASC', submittedAt: 'ASC', candidateId: 'ASC' },
  });

type Guard = { readonly id: string; readonly version: number; readonly states: readonly ParticipantState[] };

/** Locks the row until the transaction ends, if it still is that version in one of these states. */
export const lockIf = async (h: Handle, { states, ...guard }: Guard): Promise<boolean> =>
  (await findLocked(h, participantRecord, { ...guard, state: In([...states]) })) !== null;

/** Changes the row if it still is that version in one of these states; false when somebody was faster. */
export async function changeIf(
  h: Handle,
  { states, ...guard }: Guard,
  set: Partial<Omit<Participant, 'id' | 'name' | 'version'>>,
): Promise<boolean> {
  const where = { ...guard, state: In([...states]) };
  return (await updateWhere(h, participantRecord, where, { ...set, version: guard.version + 1 })) === 1;
}

/**
 * A candidate has stepped back or is refused: in the other events where it is live (the later stages of a competition) it
 * ends the same way, without seat and ticket. Goes after the guarded change of the one that was asked about.
 */
export const endEverywhere = (
  h: Handle,
  candidateId: string,
  state: Extract<ParticipantState, 'withdrawn' | 'rejected'>,
): Promise<number> =>
  h.run(
    `UPDATE participant SET state = ?, version = version + 1, seated = 0, ticket_issued_at = NULL
     WHERE candidate_id = ? AND state IN (${placeholders(LIVE)})`,
    [state, candidateId, ...LIVE],
  );

/** Writes who a candidate is, with the photo, here and in the names that lists read; the one place that does. */
export async function writeIdentity(
  h: Handle,
  candidateId: string,
  columns: IdentityColumns,
  beside: Pick<Candidate, 'photo'>,
): Promise<void> {
  await changeCandidate(h, candidateId, { ...columns, ...beside });
  await updateWhere(h, participantRecord, { candidateId }, { name: columns.name });
}

/**
 * Whether a file is attached to an application handed in to one of these bodies. An entrant's photo is shown beside the
 * entry to those who judge it, and opened by nobody else.
 */
export async function isAttachedFor(h: Handle, bodyIds: readonly string[], fileId: string): Promise<boolean> {
  if (bodyIds.length === 0) return false;
  const [found] = await h.query<{ id: string }>(
    `SELECT f.id AS id FROM candidate_file f JOIN participant p ON p.candidate_id = f.candidate_id
     WHERE f.file_id = ? AND p.kind = 'application' AND p.submitted_at IS NOT NULL AND p.body_id IN (${placeholders(bodyIds)}) LIMIT 1`,
    [fileId, ...bodyIds],
  );
  return found !== undefined;
}
