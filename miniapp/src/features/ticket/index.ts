export { examWords } from './exam-words';
export { nextSitting } from './next-sitting';
export { keptTickets } from './kept-ticket';
export { KeptTickets } from './kept-tickets';
export { TicketScreen } from './ticket-screen';
export { useTicket } from './use-ticket';
