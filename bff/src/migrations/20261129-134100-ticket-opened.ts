import { type Migration, instant, nullable } from '../platform/db';

/** When a candidate looked at the ticket for the first time. */
export const ticketOpened: Migration = {
  name: '20261129-134100-ticket-opened',
  up: (schema) => schema.addColumns('ticket', { openedAt: nullable(instant()) }),
};
