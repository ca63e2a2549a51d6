import { type Held, held } from '../../platform/held';
import { rosterDisputeRecord } from './dispute.record';
import { rosterRowRecord } from './roster.record';
import { signedPageRecord } from './signed-scan.record';
import { rosterOriginalRecord } from './site.record';

/** That somebody stood in a unit's roster; who it is stands with the candidate. */
export const heldHere: readonly Held[] = [
  held(rosterRowRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'id',
    ours: ['rowKey', 'position', 'nextPhoto', 'queuedAt', 'outcome', 'listedAt', 'remindedOn', 'remindMessageId'],
    over: 'row',
  }),
  held(rosterOriginalRecord, { kind: 'application', whose: 'candidate', by: 'id', ours: ['receivedBy'], over: 'row' }),
  held(rosterDisputeRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'rowId',
    ours: ['openKey', 'settledBy'],
    over: 'row',
  }),
  held(signedPageRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'rowId',
    ours: ['scanId', 'rosterId', 'formMark', 'pageKey', 'givenBy'],
    over: 'row',
  }),
];
