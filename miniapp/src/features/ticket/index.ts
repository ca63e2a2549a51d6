export { keptTickets } from './kept-ticket';
export { KeptTickets } from './kept-tickets';
export { TicketScreen } from './ticket-screen';
export { useTicket } from './use-ticket';
