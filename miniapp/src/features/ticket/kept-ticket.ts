import { type TicketView, sittings } from '@jikaotong/shared/contract';
import * as z from 'zod/mini';
import { forget, keep, readKept } from '../../platform';

/**
 * Tickets that were opened once, for the day of the exam without a network. The one personal thing kept on the phone:
 * the document's number is masked, the photo stays away, and signing out takes them off it.
 */
const KEY = 'tickets';
const Kept = z.record(z.string(), z.object({ accountId: z.string(), ticket: sittings.TicketView }));
const MOST = 4;

const keptNow = (): z.output<typeof Kept> => readKept(KEY, Kept) ?? {};

export function keepTicket(accountId: string, ticket: TicketView): void {
  const others = Object.entries(keptNow()).filter(([id]) => id !== ticket.applicationId);
  const entry = [ticket.applicationId, { accountId, ticket: { ...ticket, photoUrl: ticket.photoUrl && '' } }] as const;
  keep(KEY, Object.fromEntries([entry, ...others.slice(0, MOST - 1)]));
}

/** A ticket opened earlier on this phone. */
export const keptTicket = (applicationId: string): TicketView | null => keptNow()[applicationId]?.ticket ?? null;

export const keptTickets = (): readonly TicketView[] => Object.values(keptNow()).map(({ ticket }) => ticket);

/** Takes one ticket off this phone: it was taken back. */
export function forgetTicket(applicationId: string): void {
  const { [applicationId]: revoked, ...others } = keptNow();
  if (revoked) keep(KEY, others);
}

/** Takes every ticket off this phone; with an account only those of others. */
export function forgetTickets(exceptOf?: string): void {
  const left = Object.entries(keptNow()).filter(([, { accountId }]) => accountId === exceptOf);
  if (left.length === 0) forget(KEY);
  else keep(KEY, Object.fromEntries(left));
}
