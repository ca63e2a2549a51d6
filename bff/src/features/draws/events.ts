import { defineEvent } from '../../platform/http';
import type { DrawnPlace } from './draw.record';

/** Where and when somebody stands at a station. */
type AtStation = Pick<DrawnPlace, 'participantId' | 'day' | 'startsAt' | 'endsAt'>;

/** Entrants of a stage were given stations and hours, or others: whoever knows that one is elsewhere then says no here. */
export const placesGiven = defineEvent<{ readonly stageId: string; readonly places: readonly AtStation[] }>(
  'placesGiven',
);

/** All heats of a stage go to other days: whoever knows that the stage has begun says no here. */
export const drawMoved = defineEvent<{ readonly stageId: string }>('drawMoved');

/** Somebody gets a place after the draw: whoever knows that they stepped back says no here. */
export const placeAsked = defineEvent<{ readonly stageId: string; readonly candidateId: string }>('placeAsked');

/** Somebody gave up their place of a draw, which stays empty. */
export const placeLeft = defineEvent<{
  readonly stageId: string;
  readonly candidateId: string;
  readonly reason: string;
  readonly byAccountId: string;
}>('placeLeft');
