import { penaltyRecord } from './penalty.record';
import { type Held, held } from '../../platform/held';
import { attendanceRecord, doorActRecord, dutyRecord, objectionRecord } from './invigilation.record';

/** Who watched over an exam, who came to it, and what happened there. */
export const heldHere: readonly Held[] = [
  held(dutyRecord, {
    kind: 'account',
    whose: 'account',
    by: 'accountId',
    ours: ['phoneIndex', 'linkHash', 'markKey', 'assignedBy', 'roomIds'],
    over: { name: '（已注销）', phone: null, phoneIndex: null, linkHash: null },
  }),
  held(attendanceRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    ours: ['liveKey', 'byAccountId', 'endedBy', 'dutyId'],
    over: 'row',
  }),
  held(objectionRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    ours: ['openKey', 'decidedBy'],
    over: 'row',
  }),
  held(doorActRecord, {
    kind: 'exam',
    whose: 'participant',
    by: 'participantId',
    // who saw it is not this person's to know
    ours: ['nonce', 'byAccountId', 'decidedBy', 'witness', 'dutyId', 'penaltyBy', 'breachId'],
    over: 'row',
  }),
  held(penaltyRecord, { kind: 'exam', whose: 'participant', by: 'participantId', ours: ['liveKey'], over: 'row' }),
];
