import { defineEvent } from '../../platform/http';

/** Somebody acts for a unit no more: what was under way on their word alone ends here. */
export const agentRemoved = defineEvent<{ readonly unitId: string; readonly accountId: string }>('agentRemoved');
