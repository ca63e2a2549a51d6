import { defineEvent } from '../../platform/http';

/** Told of each candidate who gets the first ticket; whoever entered them hears of it. */
export const ticketIssued = defineEvent<{ readonly applicationId: string }>('ticketIssued');
