import { In, IsNull, MoreThan, Not } from 'typeorm';
import type { SittingState } from '@jikaotong/shared/lists';
import { type Handle, findRow, findLocked, insert, updateWhere } from '../../platform/db';
import { type Sitting, type Ticket, sittingRecord, ticketRecord } from './sitting.record';

export const insertSittings = (h: Handle, sittings: readonly Sitting[]): Promise<void> =>
  insert(h, sittingRecord, sittings);

/** Every seat of a session, in the order they were given. */
export const sittingsIn = (h: Handle, sessionId: string): Promise<Sitting[]> =>
  h.repo(sittingRecord).find({ where: { sessionId }, order: { id: 'ASC' } });

/** The seats of these candidates, each candidate's by time. */
export const sittingsOf = async (h: Handle, participantIds: readonly string[]): Promise<Sitting[]> =>
  participantIds.length === 0
    ? []
    : h.repo(sittingRecord).find({
        where: { participantId: In([...participantIds]) },
        order: { day: 'ASC', startsAt: 'ASC', id: 'ASC' },
      });

/** Which seats: of a session, on a day at the hour at which a paper begins, in a room. */
export type SeatsWanted = Pick<Sitting, 'sessionId'> & Partial<Pick<Sitting, 'day' | 'startsAt' | 'roomId'>>;

const taken = (wanted: SeatsWanted) => ({ ...wanted, state: Not<SittingState>('void') });

/** The seats that are taken, by hour, room and seat. */
export const seatsAt = (h: Handle, wanted: SeatsWanted): Promise<Sitting[]> =>
  h.repo(sittingRecord).find({ where: taken(wanted), order: { place: 'ASC', id: 'ASC' } });

export const countSeatsAt = (h: Handle, wanted: SeatsWanted): Promise<number> =>
  h.repo(sittingRecord).countBy(taken(wanted));

export const findSitting = (h: Handle, of: Pick<Sitting, 'id' | 'sessionId'>): Promise<Sitting | null> =>
  findRow(h, sittingRecord, of);

/**
 * Gives a planned sitting the time and place of another; false when it is not where it was thought to be. A seat that is
 * taken is a duplicate of `uq_sitting_seat`.
 */
export async function reseat(h: Handle, from: Sitting, to: Sitting): Promise<boolean> {
  const { id, roomId, slot, seat } = from;
  const { id: _, sessionId: __, participantId: ___, state: ____, ...there } = to;
  return (await updateWhere(h, sittingRecord, { id, roomId, slot, seat, state: 'planned' }, there)) === 1;
}

/** Takes sittings off their chairs for the moment, so that they may come to one another's; each as it stands then. */
export async function liftChairs(h: Handle, sittings: readonly Sitting[]): Promise<Sitting[]> {
  const lifted: Sitting[] = [];
  for (const sitting of sittings) {
    const up = { ...sitting, seat: -sitting.seat };
    if (await reseat(h, sitting, up)) lifted.push(up);
  }
  return lifted;
}

/** How many candidates of a session have seats. */
export async function countSeated(h: Handle, sessionId: string): Promise<number> {
  const [row] = await h.query<{ n: number | string }>(
    'SELECT COUNT(DISTINCT participant_id) AS n FROM sitting WHERE session_id = ?',
    [sessionId],
  );
  return Number(row?.n ?? 0);
}

/** How many seats of a session are for one subject of one offering. */
export const countSeatsFor = (
  h: Handle,
  sessionId: string,
  of: Pick<Sitting, 'offeringCode' | 'subject'>,
): Promise<number> => h.repo(sittingRecord).countBy({ sessionId, offeringCode: of.offeringCode, subject: of.subject });

/** Notes who came to a subject, as the marks say. */
export const noteAttendance = async (
  h: Handle,
  subject: Sitting['subject'],
  who: { readonly participantIds: readonly string[]; readonly state: 'present' | 'absent' },
): Promise<number> =>
  who.participantIds.length === 0
    ? 0
    : updateWhere(h, sittingRecord, { participantId: In([...who.participantIds]), subject }, { state: who.state });

/** One sitting, whatever its session; for what knows it by id. */
export const findAnySitting = (h: Handle, id: string): Promise<Sitting | null> =>
  h.repo(sittingRecord).findOneBy({ id });

/** One sitting, locked until the transaction ends. */
export const lockSitting = (h: Handle, id: string): Promise<Sitting | null> => findLocked(h, sittingRecord, { id });

/** Notes at the door how a sitting stands; false when it stood otherwise than thought. */
export const noteAtDoor = async (
  h: Handle,
  id: string,
  from: Sitting['state'],
  to: Sitting['state'],
): Promise<boolean> => (await updateWhere(h, sittingRecord, { id, state: from }, { state: to })) === 1;

export const insertTickets = (h: Handle, tickets: readonly Ticket[]): Promise<void> => insert(h, ticketRecord, tickets);

/** The ticket that holds, or null. */
export const findTicket = (h: Handle, participantId: string): Promise<Ticket | null> =>
  h.repo(ticketRecord).findOneBy({ liveKey: participantId });

/** Notes that a candidate looked at the ticket that holds; false where that was known, or none holds. */
export const noteOpened = async (h: Handle, participantId: string, nowMs: number): Promise<boolean> =>
  (await updateWhere(h, ticketRecord, { liveKey: participantId, openedAt: IsNull() }, { openedAt: nowMs })) === 1;

/** The tickets that hold, of these candidates. */
export const ticketsOf = async (h: Handle, participantIds: readonly string[]): Promise<Ticket[]> =>
  participantIds.length === 0 ? [] : h.repo(ticketRecord).findBy({ liveKey: In([...participantIds]) });

/** The tickets of a session that hold, by number. */
export const ticketsIn = (h: Handle, sessionId: string): Promise<Ticket[]> =>
  h.repo(ticketRecord).find({ where: { sessionId, revokedAt: IsNull() }, order: { number: 'ASC' } });

/** A page of them; `after` is the last number seen. */
export const listTickets = (
  h: Handle,
  sessionId: string,
  page: { after: string | null; limit: number },
): Promise<Ticket[]> =>
  h.repo(ticketRecord).find({
    where: { sessionId, revokedAt: IsNull(), ...(page.after !== null && { number: MoreThan(page.after) }) },
    order: { number: 'ASC' },
    take: page.limit,
  });

/** How many of those who may sit in a session held a ticket that was taken back, and hold none now. */
export async function countVoidTickets(h: Handle, sessionId: string): Promise<number> {
  const [row] = await h.query<{ n: number | string }>(
    `SELECT COUNT(DISTINCT t.participant_id) AS n FROM ticket t JOIN participant p ON p.id = t.participant_id
     WHERE t.session_id = ? AND t.revoked_at IS NOT NULL AND p.state = 'approved'
     AND NOT EXISTS (SELECT 1 FROM ticket l WHERE l.live_key = t.participant_id)`,
    [sessionId],
  );
  return Number(row?.n ?? 0);
}

export const countTickets = (h: Handle, sessionId: string): Promise<number> =>
  h.repo(ticketRecord).countBy({ sessionId, revokedAt: IsNull() });

/** The ticket of a session that holds under this number. */
export const findTicketIn = (h: Handle, sessionId: string, number: string): Promise<Ticket | null> =>
  h.repo(ticketRecord).findOneBy({ sessionId, number, revokedAt: IsNull() });

/** The number that follows in the list of a session. */
export const nextTicketNumber = async (h: Handle, sessionId: string, number: string): Promise<string | null> =>
  (await listTickets(h, sessionId, { after: number, limit: 1 }))[0]?.number ?? null;
