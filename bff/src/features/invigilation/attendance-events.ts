import { defineEvent } from '../../platform/http';

/** An officer has decided whether somebody came. */
export const attendanceDecided = defineEvent<{
  readonly sessionId: string;
  readonly participantId: string;
}>('attendanceDecided');
