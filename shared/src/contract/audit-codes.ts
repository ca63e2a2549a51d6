import { every } from '../kernel';

/** Everything that is noted for good, by what it is about; a code is never renamed, for old events keep theirs. */
const EVENTS = {
  'sign-in': [
    'signed-in',
    'password-set',
    'password-changed',
    'sign-in-ended',
    'second-factor-on',
    'second-factor-reset',
    'phone-proven',
    'consent-given',
    'consent-withdrawn',
    'data-exported',
    'account-closed',
  ],
  staff: ['staff-invited', 'staff-reinvited', 'staff-changed', 'staff-removed'],
  body: [
    'body-numbers-changed',
    'merchant-set',
    'seal-set',
    'text-messages-set',
    'calendar-year-added',
    'calendar-year-corrected',
    'calendar-feed-made',
    'calendar-feed-revoked',
    'job-retried',
  ],
  notice: [
    'notice-imported',
    'notice-draft-renewed',
    'notice-draft-discarded',
    'assumption-confirmed',
    'assumption-reopened',
    'notice-published',
    'poster-withdrawn',
    'poster-restored',
  ],
  session: [
    'session-planned',
    'session-plan-changed',
    'session-places-set',
    'session-windows-confirmed',
    'session-published',
    'session-moved',
    'session-cancelled',
    'session-deleted',
    'session-change-kept',
    'session-left',
  ],
  application: [
    'application-started',
    'application-submitted',
    'application-withdrawn',
    'application-approved',
    'application-approval-taken-back',
    'application-returned',
    'application-rejected',
    'application-lapsed',
    'application-reinstated',
    'application-transferred',
    'application-changed-hands',
    'correction-asked',
    'correction-accepted',
    'correction-refused',
    'correction-withdrawn',
    'correction-dropped',
    'case-resolved',
    'enrolment-erased',
  ],
  counter: [
    'slip-made',
    'slip-opened',
    'slip-sent-back',
    'original-seen',
    'counter-corrected',
    'confirmed-at-counter',
    'walk-in-entered',
  ],
  contest: [
    'contest-entered',
    'contest-entry-changed',
    'contest-entry-decided',
    'contest-withdrawn',
    'contest-list-imported',
    'contest-stage-announced',
    'registration-begun',
    'registration-changed',
  ],
  money: [
    'order-opened',
    'order-cancelled',
    'order-left',
    'orders-cancelled',
    'order-lapsed',
    'order-reinstated',
    'order-given-back',
    'payment-started',
    'payment-received',
    'transfer-claimed',
    'transfer-refused',
    'receipt-taken',
    'refund-requested',
    'refund-asked',
    'refund-approved',
    'refund-succeeded',
    'refund-failed',
    'return-requested',
    'return-ended',
  ],
  exam: [
    'session-seated',
    'session-seats-lifted',
    'tickets-issued',
    'tickets-held-up',
    'ticket-printed',
    'ticket-revoked',
    'ticket-reissued',
  ],
  result: [
    'scores-imported',
    'results-published',
    'score-review-asked',
    'score-review-decided',
    'certificates-issued',
    'certificate-voided',
    'certificate-replaced',
  ],
  look: ['application-looked-at', 'file-looked-at', 'contest-entries-exported', 'list-exported'],
  bulk: [
    'selection-started',
    'selection-cancelled',
    'selection-taken-back',
    'sheet-confirmed',
    'sheet-applied',
    'sheet-cancelled',
  ],
} as const;

export type AuditTopic = keyof typeof EVENTS;
export type AuditCode = (typeof EVENTS)[AuditTopic][number];

const listed: readonly (readonly [string, readonly AuditCode[]])[] = Object.entries(EVENTS);

export const AUDIT_TOPICS = every<AuditTopic>()([
  'sign-in',
  'staff',
  'body',
  'notice',
  'session',
  'application',
  'counter',
  'contest',
  'money',
  'exam',
  'result',
  'look',
  'bulk',
]);

/** The codes of a topic. */
export const auditCodesOf = (topic: AuditTopic): readonly AuditCode[] => EVENTS[topic];

export const AUDIT_CODES: readonly AuditCode[] = listed.flatMap(([, codes]) => codes);

/** What an event is about; a code that nothing writes any more counts as the body's own. */
export const auditTopicOf = (code: string): AuditTopic =>
  AUDIT_TOPICS.find((topic) => EVENTS[topic].some((known) => known === code)) ?? 'body';
