import { defineEvent } from '../../platform/http';

/** An officer said that what the door recorded is no breach. */
export const doorBreachDismissed = defineEvent<{
  readonly sessionId: string;
  readonly participantId: string;
  readonly doorActId: string;
}>('doorBreachDismissed');
