import { type Held, held } from '../../platform/held';
import { drawStepRecord, drawnPlaceRecord } from './draw.record';

/** Where somebody started in a competition, and why the place changed. */
export const heldHere: readonly Held[] = [
  held(drawnPlaceRecord, {
    kind: 'entry',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['placeKey', 'entrantKey'],
    over: 'row',
  }),
  held(drawStepRecord, { kind: 'entry', whose: 'candidate', by: 'candidateId', ours: ['takenBy'], over: 'row' }),
];
