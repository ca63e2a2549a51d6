import { type Held, held } from '../../platform/held';
import { attendanceRecord } from './training.record';

/** Whether somebody came to a training before a contest. */
export const heldHere: readonly Held[] = [
  held(attendanceRecord, { kind: 'entry', whose: 'candidate', by: 'candidateId', ours: ['notedBy'], over: 'row' }),
];
