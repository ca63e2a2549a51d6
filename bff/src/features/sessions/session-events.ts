import { defineEvent } from '../../platform/http';

/** Candidates may see the session from now on; its windows are fixed. */
export const sessionPublished = defineEvent<{ readonly sessionId: string }>('sessionPublished');

/** The papers of subjects that are announced later came or changed while people sit in the session already. */
export const laterPapersChanged = defineEvent<{ readonly sessionId: string }>('laterPapersChanged');

/** The windows moved by a dated act, such as the publication of the results. */
export const sessionWindowsChanged = defineEvent<{ readonly sessionId: string }>('sessionWindowsChanged');
