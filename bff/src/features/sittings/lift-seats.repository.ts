import { In, IsNull, Not } from 'typeorm';
import { type Handle, updateWhere } from '../../platform/db';
import { type Ticket, sittingRecord, ticketRecord } from './sitting.record';
import { MARKED_SITTINGS } from './sitting.states';

type Of = { readonly sessionId: string } | { readonly participantId: string };

/** Whether the marks know that somebody of the session came, or did not. */
export const hasAttended = async (h: Handle, sessionId: string): Promise<boolean> =>
  (await h.repo(sittingRecord).countBy({ sessionId, state: In(MARKED_SITTINGS) })) > 0;

/** Gives seats free and takes tickets back; a number is never used again. Returns whom it reached. */
export async function liftSeats(
  h: Handle,
  of: Of,
  nowMs: number,
): Promise<{
  readonly participantIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly tickets: number;
}> {
  const sittings = await h.repo(sittingRecord).findBy(of);
  const tickets = await h.repo(ticketRecord).findBy({ ...of, revokedAt: IsNull() });
  await h.repo(sittingRecord).delete({ ...of, state: 'planned' });
  const revoked = await updateWhere(
    h,
    ticketRecord,
    { ...of, revokedAt: IsNull() },
    { liveKey: null, revokedAt: nowMs },
  );
  const ids = [...sittings, ...tickets].map(({ participantId }) => participantId);
  const sessionIds = [...new Set(sittings.map(({ sessionId }) => sessionId))];
  return { participantIds: [...new Set(ids)], sessionIds, tickets: revoked };
}

/** Takes one ticket back; the seats stay. */
export async function revokeTicket(h: Handle, id: string, nowMs: number): Promise<void> {
  const revoked = await updateWhere(h, ticketRecord, { id, revokedAt: IsNull() }, { liveKey: null, revokedAt: nowMs });
  if (revoked !== 1) throw new Error(`ticket ${id} was revoked under the lock of its session`);
}

/** The ticket a participant held last, which was taken back; null when none was. */
export const findRevokedTicket = (h: Handle, participantId: string): Promise<Ticket | null> =>
  h.repo(ticketRecord).findOne({ where: { participantId, revokedAt: Not(IsNull()) }, order: { revokedAt: 'DESC' } });

/** The ticket of a number, whether it holds or not. */
export const findTicketByNumber = (h: Handle, bodyId: string, number: string): Promise<Ticket | null> =>
  h.repo(ticketRecord).findOneBy({ bodyId, number });
