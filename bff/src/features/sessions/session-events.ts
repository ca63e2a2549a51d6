import { defineEvent } from '../../platform/http';

/** Candidates may see the session from now on; its windows are fixed. */
export const sessionPublished = defineEvent<{ readonly sessionId: string }>('sessionPublished');

/** The windows moved by a dated act, such as the publication of the results. */
export const sessionWindowsChanged = defineEvent<{ readonly sessionId: string }>('sessionWindowsChanged');

/** Whoever sits in the session gets up, and tickets hold no longer; told before its places change. */
export const sessionSeatsLifted = defineEvent<{ readonly sessionId: string }>('sessionSeatsLifted');

/** The session was moved to other days or places; its windows stand as they are from now on. */
export const sessionMoved = defineEvent<{ readonly sessionId: string; readonly changeId: string }>('sessionMoved');

/** The session does not take place. */
export const sessionCancelled = defineEvent<{ readonly sessionId: string; readonly changeId: string }>(
  'sessionCancelled',
);
