import { defineEvent } from '../../platform/http';

/** An entry was made, changed or accepted: whoever must say no to it says so here. */
export const entryTaken = defineEvent<{ readonly entryId: string; readonly bodyId: string }>('entryTaken');
