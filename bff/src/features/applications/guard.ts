import type { ParticipantState } from '../participants';
import type { Application } from './application.record';

/** Lets a change through where the application still is what was read, in one of these states. */
export const guardOf = (
  { participantId, version }: Pick<Application, 'participantId' | 'version'>,
  states: readonly ParticipantState[],
) => ({ id: participantId, version, states });
