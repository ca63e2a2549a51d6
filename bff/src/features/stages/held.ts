import { type Held, held } from '../../platform/held';
import { stageAdmissionRecord, stageEntrantRecord, stageNoteRecord, stageRankRecord } from './stage.record';

/** Marks and ranks of people, and what was noted of them; the public list keeps its numbers without a name. */
export const heldHere: readonly Held[] = [
  held(stageEntrantRecord, {
    kind: 'exam',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['theoryOpenBy', 'skillOpenBy', 'standingOpenBy'],
    over: 'row',
  }),
  held(stageNoteRecord, {
    kind: 'exam',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['recordedBy', 'confirmedBy'],
    over: 'row',
  }),
  held(stageAdmissionRecord, {
    kind: 'exam',
    whose: 'candidate',
    by: 'candidateId',
    ours: ['decidedBy'],
    over: 'row',
  }),
  held(stageRankRecord, { kind: 'exam', whose: 'candidate', by: 'candidateId', over: 'row' }),
];
