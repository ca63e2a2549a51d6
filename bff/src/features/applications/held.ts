import { fileRecord } from '../../platform/files';
import { type Held, held } from '../../platform/held';
import { NOTHING_TOLD } from './applicant';
import { applicationRecord, remarkRecord } from './application.record';
import { seatNeedRecord } from './seat-need.record';

/** What an application says of its candidate, and the files that an account has sent. */
export const heldHere: readonly Held[] = [
  held(applicationRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'id',
    ours: [
      'noticeVersionId',
      'doubts',
      'returnedMarks',
      'changedBefore',
      'portraitSeen',
      'portraitSeenBy',
      'portraitSeenAt',
      'barredOn',
    ],
    over: {
      ...NOTHING_TOLD,
      facts: null,
      assessment: null,
      papers: null,
      signatureFileId: null,
      rejection: null,
      doubts: null,
      portraitSeen: null,
      portraitSeenBy: null,
      portraitSeenAt: null,
      returnedMarks: null,
    },
  }),
  held(remarkRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'applicationId',
    ours: ['byAccountId'],
    over: 'row',
  }),
  held(seatNeedRecord, {
    kind: 'application',
    whose: 'candidate',
    by: 'id',
    ours: [],
    over: 'row',
  }),
  held(fileRecord, {
    kind: 'papers',
    whose: 'account',
    by: 'ownerAccountId',
    ours: ['dataKey', 'sha256', 'name'],
    over: 'row',
  }),
];
