import { defineEvent } from '../../platform/http';

/** Candidates may see the session from now on; its windows are fixed. */
export const sessionPublished = defineEvent<{ readonly sessionId: string }>('sessionPublished');

/** The windows moved by a dated act, such as the publication of the results. */
export const sessionWindowsChanged = defineEvent<{ readonly sessionId: string }>('sessionWindowsChanged');
