import { defineEvent } from '../../platform/http';

/** An officer decided what a breach leads to, or decided again. */
export const breachDecided = defineEvent<{ readonly sessionId: string; readonly participantId: string }>(
  'breachDecided',
);
