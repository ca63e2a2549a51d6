import type { Feature } from '../../platform/http';
import { seatingRecord, seatingStepRecord } from './seating.record';
import { sittingRecord, ticketRecord } from './sitting.record';
import { routes as staffRoutes } from './sitting.routes';
import { EXAM_REMINDER_JOB, jobs as reminderJobs, planExamReminder, planLaterReminder } from './reminder.job';
import {
  TICKET_JOB,
  dropTicketDay,
  jobs as ticketJobs,
  moveTicketDay,
  planLateTicket,
  planTicketDay,
} from './ticket.job';
import { routes as seatNeedRoutes } from './seat-needs.routes';
import { routes as seatingRoutes } from './seating.routes';
import { routes as ticketRoutes } from './ticket.routes';
import { routes as printRoutes } from './print.routes';
import { routes as stageDayRoutes } from './stage-day.routes';
import { routes as groupTicketRoutes } from './group-tickets.routes';
import { jobs as unitNewsJobs } from './unit-news.job';
import { heldHere } from './held';

export { byRoom } from './room-order';
export { ownPlace } from './own-place';
export {
  EXAM_REMINDER_JOB,
  TICKET_JOB,
  dropTicketDay,
  moveTicketDay,
  planExamReminder,
  planLateTicket,
  planLaterReminder,
  planTicketDay,
};
export { reissueTicket } from './issue-tickets';
export { ticketIssued } from './ticket-issued';
export { liftParticipant, liftSession } from './lift-seats';
export type { Ticket } from './sitting.record';
export {
  countSeated,
  countSeatsAt,
  countSeatsFor,
  countTickets,
  countVoidTickets,
  listTickets,
  findAnySitting,
  findTicketIn,
  lockSitting,
  noteAtDoor,
  nextTicketNumber,
  noteAttendance,
  sittingsIn,
  sittingsOf,
  ticketsIn,
  ticketsOf,
} from './sitting.repository';
export { findPrintableTicket, renderTicket } from './print-ticket';
export { liftEntrant, liftPlace, liftStage, moveStageDay } from './follow-stage';
export { refuseHeatClash } from './heat-clashes';
export { refuseSeated } from './refuse-seated';
export { seatSource } from './seat-list.repository';
export { refuseUsedPapers } from './refuse-used-papers';
export { promiseSeating } from './promise-seating';
export { lockedStaffExamDay, lockedStaffSession, staffExamDay, staffSession } from './staff-session';
export { handOutOf } from './hand-out';
export { findTicketBatch, renderTicketsOf, zipTicketsOf } from './ticket-batch';

/** Seats and tickets of a session's paid candidates. */
export const feature: Feature = {
  name: 'sittings',
  records: [sittingRecord, ticketRecord, seatingRecord, seatingStepRecord],
  held: heldHere,
  routes: [
    ...staffRoutes,
    ...seatingRoutes,
    ...seatNeedRoutes,
    ...ticketRoutes,
    ...printRoutes,
    ...stageDayRoutes,
    ...groupTicketRoutes,
  ],
  jobs: [...ticketJobs, ...reminderJobs, ...unitNewsJobs],
};
