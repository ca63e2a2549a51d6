import type { Feature } from '../../platform/http';
import { counterRecord, sittingRecord, ticketRecord } from './sitting.record';
import { routes as staffRoutes } from './sitting.routes';
import { jobs, subscriptions } from './ticket.job';
import { routes as ticketRoutes } from './ticket.routes';

export { takeNumbers } from './counter.repository';
export type { Sitting, Ticket } from './sitting.record';
export {
  countSeated,
  countTickets,
  findTicket,
  listTickets,
  noteAttendance,
  sittingsIn,
  sittingsOf,
  ticketsIn,
  ticketsOf,
} from './sitting.repository';
export { lockedStaffSession, staffSession } from './staff-session';

/** Seats and tickets of a session's paid candidates. */
export const feature: Feature = {
  name: 'sittings',
  records: [sittingRecord, ticketRecord, counterRecord],
  routes: [...staffRoutes, ...ticketRoutes],
  jobs,
  on: subscriptions,
};
