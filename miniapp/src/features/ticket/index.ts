export { KeptTickets } from './kept-tickets';
export { TicketScreen } from './ticket-screen';
