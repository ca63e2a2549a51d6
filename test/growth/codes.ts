/** A code added to a list, and the files that must not compile before each has its answer to it. */
export type Growth = {
  readonly file: string;
  readonly after: string;
  readonly code: string;
  /** What to write where it is not one more of a list. */
  readonly written?: string;
  /** What else must be written for the code to stand in the list. */
  readonly also?: { readonly after: string; readonly written: string };
  readonly stops: readonly string[];
};

export const GROWTH: Readonly<Record<string, Growth>> = {
  stage: {
    file: 'shared/src/rules/progress/stage-of.ts',
    after: "  'draft-over',",
    code: 'new-stage',
    stops: [
      'miniapp/src/features/application/mine/stage-tone.ts',
      'miniapp/src/features/application/progress-steps.ts',
      'shared/src/rules/progress/stage-of.ts',
      'shared/src/words/stages.ts',
    ],
  },
  action: {
    file: 'shared/src/rules/progress/actions.ts',
    after: "  'see-ticket',",
    code: 'new-action',
    stops: [
      'miniapp/src/features/application/next-step.ts',
      'shared/src/rules/progress/actions.ts',
      'shared/src/words/stages.ts',
    ],
  },
  'application state': {
    file: 'shared/src/rules/progress/progress-facts.ts',
    after: "  'submitted',",
    code: 'new-application-state',
    stops: ['shared/src/rules/progress/stage-of.ts', 'shared/src/words/stages.ts'],
  },
  'session state': {
    file: 'shared/src/rules/progress/session-state.ts',
    after: "  'applying',",
    code: 'new-session-state',
    stops: ['shared/src/words/notices.ts', 'shared/src/words/stages.ts'],
  },
  duty: {
    file: 'shared/src/contract/overview.ts',
    after: "  'confirm-windows',",
    code: 'new-duty',
    stops: ['miniapp/src/features/session/duty.ts', 'shared/src/words/roles.ts'],
  },
  message: {
    file: 'shared/src/contract/messages.ts',
    after: "  'ticket-issued',",
    code: 'new-message',
    stops: ['shared/src/words/messages.ts'],
  },
  case: {
    file: 'shared/src/contract/cases.ts',
    after: "  'paid-twice',",
    code: 'new-case',
    stops: ['bff/src/features/orders/case.routes.ts', 'shared/src/words/roles.ts'],
  },
  role: {
    file: 'shared/src/contract/roles.ts',
    after: "  'finance',",
    code: 'new-role',
    stops: ['shared/src/words/roles.ts'],
  },
  'way to pay': {
    file: 'shared/src/rules/fees/pay-methods.ts',
    after: 'cash: [',
    code: 'new-way',
    stops: ['shared/src/rules/fees/pay-methods.ts', 'shared/src/words/money.ts'],
  },
  'way to pay through another merchant': {
    file: 'shared/src/rules/fees/pay-methods.ts',
    after: 'online: [',
    code: 'new-merchant-way',
    also: { after: 'PAY_CHANNELS = {', written: "'new-merchant-way': 'merchant'," },
    stops: [
      'bff/src/features/orders/providers.ts',
      'miniapp/src/platform/pay.h5.ts',
      'miniapp/src/platform/pay.ts',
      'shared/src/rules/fees/pay-methods.ts',
      'shared/src/words/money.ts',
    ],
  },
  'way to begin a payment': {
    file: 'shared/src/rules/fees/pay-methods.ts',
    after: 'export const ATTEMPT_METHODS = [',
    code: 'new-attempt',
    also: { after: 'ATTEMPT_PAYS_BY = {', written: "'new-attempt': 'wechat'," },
    stops: ['bff/src/features/orders/wechat-provider.ts', 'shared/src/words/money.ts'],
  },
  'kind of subject': {
    file: 'shared/src/notice/offering.ts',
    after: 'SubjectCodeSchema = z.enum([',
    code: 'new-subject',
    stops: [
      'miniapp/src/features/session/places-draft.ts',
      'miniapp/src/features/score/scores-screen.tsx',
      'scripts/start/plan-session.ts',
      'shared/src/lists/scores.ts',
      'shared/src/words/levels.ts',
      'shared/src/words/money.ts',
    ],
  },
  'fee item': {
    file: 'shared/src/notice/fees.ts',
    after: 'FeeItemSchema = z.enum([',
    code: 'new-fee',
    stops: ['shared/src/rules/fees/fee-of.ts', 'shared/src/words/money.ts'],
  },
  origin: {
    file: 'shared/src/notice/identity.ts',
    after: 'ORIGINS = [',
    code: 'new-origin',
    stops: ['shared/src/rules/identity/judge-identity.ts', 'shared/src/words/identity.ts'],
  },
  'document type': {
    file: 'shared/src/notice/identity.ts',
    after: 'DOCUMENT_TYPES = [',
    code: 'new-document',
    stops: [
      'shared/src/rules/identity/identity-document.ts',
      'shared/src/rules/identity/judge-identity.ts',
      'shared/src/words/identity.ts',
    ],
  },
  'kind of window': {
    file: 'shared/src/notice/window.ts',
    after: 'WINDOW_KINDS = [',
    code: 'new-window',
    stops: ['shared/src/words/windows.ts'],
  },
  verdict: {
    file: 'shared/src/rules/eligibility/assessment.ts',
    after: 'VERDICTS = [',
    code: 'new-verdict',
    stops: [
      'bff/src/features/contests/enter.ts',
      'miniapp/src/features/notice/self-check/verdict-tones.ts',
      'shared/src/rules/eligibility/judge-condition.ts',
      'shared/src/words/verdicts.ts',
    ],
  },
  doubt: {
    file: 'shared/src/rules/eligibility/assessment.ts',
    after: 'DOUBTS = [',
    code: 'new-doubt',
    stops: ['shared/src/words/verdicts.ts'],
  },
  shortfall: {
    file: 'shared/src/rules/eligibility/assessment.ts',
    after: 'SHORTFALLS = [',
    code: 'new-shortfall',
    stops: ['shared/src/words/verdicts.ts'],
  },
  'order state': {
    file: 'shared/src/rules/progress/progress-facts.ts',
    after: 'ORDER_STATES = [',
    code: 'new-order-state',
    stops: [
      'bff/src/features/orders/order.states.ts',
      'miniapp/src/features/receipt/order-tones.ts',
      'shared/src/words/money.ts',
    ],
  },
  'refund state': {
    file: 'shared/src/rules/fees/money-states.ts',
    after: 'REFUND_STATES = [',
    code: 'new-refund-state',
    stops: ['shared/src/rules/fees/money-states.ts', 'shared/src/words/money.ts'],
  },
  'attempt state': {
    file: 'shared/src/rules/fees/money-states.ts',
    after: 'ATTEMPT_STATES = [',
    code: 'new-state-of-attempt',
    stops: ['shared/src/rules/fees/money-states.ts', 'shared/src/words/money.ts'],
  },
  'receipt state': {
    file: 'shared/src/rules/fees/money-states.ts',
    after: 'RECEIPT_STATES = [',
    code: 'new-receipt-state',
    stops: ['shared/src/rules/fees/money-states.ts', 'shared/src/words/money.ts'],
  },
  'entry state': {
    file: 'shared/src/contract/contest-entries.ts',
    after: 'ENTRY_STATES = [',
    code: 'new-entry-state',
    stops: ['shared/src/words/contest.ts'],
  },
  'registration state': {
    file: 'shared/src/contract/registrations.ts',
    after: 'REGISTRATION_STATES = [',
    code: 'new-registration-state',
    stops: ['shared/src/words/contest.ts'],
  },
  'certificate state': {
    file: 'shared/src/contract/certificates.ts',
    after: 'CERTIFICATE_STATES = [',
    code: 'new-certificate-state',
    stops: ['shared/src/words/results.ts'],
  },
  'kind of unit': {
    file: 'shared/src/notice/award.ts',
    after: 'UNIT_KINDS = [',
    code: 'new-unit',
    stops: ['shared/src/words/contest.ts'],
  },
  'purpose of a file': {
    file: 'shared/src/contract/files.ts',
    after: 'FILE_PURPOSES = [',
    code: 'new-purpose',
    stops: ['bff/src/features/applications/file.routes.ts'],
  },
  refusal: {
    file: 'shared/src/contract/refusals.ts',
    after: "'malformed-request': 400,",
    code: 'new-refusal',
    written: "'new-refusal': 400,",
    stops: ['shared/src/words/refusals.ts'],
  },
  'fault of a photo': {
    file: 'shared/src/rules/photo/judge-photo.ts',
    after: "readonly code: 'photo-not-jpeg' |",
    code: 'new-photo-fault',
    written: "'new-photo-fault' |",
    stops: [
      'miniapp/src/features/review/photo-fault-words.ts',
      'shared/src/rules/photo/judge-photo.ts',
      'shared/src/words/photos.ts',
    ],
  },
  'field of a remark': {
    file: 'shared/src/contract/applications.ts',
    after: 'REMARK_FIELDS = [',
    code: 'new-remark-field',
    stops: ['miniapp/src/features/application/draft/steps.ts', 'shared/src/words/documents.ts'],
  },
  'contact of a candidate': {
    file: 'shared/src/contract/contact-fields.ts',
    after: 'CONTACT_FIELDS = [',
    code: 'newContact',
    stops: [
      'bff/src/features/applications/applicant.ts',
      'bff/src/platform/pdf/application-form.ts',
      'miniapp/src/features/application/identity/contact-fields.tsx',
      'shared/src/contract/contact-fields.ts',
      'shared/src/lists/reviews.ts',
      'shared/src/words/contact-fields.ts',
    ],
  },
  'channel of messages': {
    file: 'bff/src/platform/outbox/channels.ts',
    after: 'CHANNELS = [',
    code: 'new-channel',
    stops: ['bff/src/features/messages/delivery.job.ts', 'bff/src/platform/outbox/channels.ts'],
  },
  'audit topic': {
    file: 'shared/src/contract/audit-codes.ts',
    after: 'const EVENTS = {',
    code: 'new-topic',
    written: "'new-topic': ['new-event'],",
    stops: ['shared/src/contract/audit-codes.ts', 'shared/src/words/audit.ts'],
  },
  'state of a sitting': {
    file: 'shared/src/lists/seats.ts',
    after: 'SITTING_STATES = [',
    code: 'new-sitting-state',
    stops: ['bff/src/features/sittings/sitting.states.ts', 'shared/src/words/lists.ts'],
  },
  'state of an event': {
    file: 'bff/src/features/sessions/event.states.ts',
    after: 'EVENT_STATES = [',
    code: 'new-event-state',
    stops: ['bff/src/features/sessions/event.states.ts'],
  },
  'state of a score review': {
    file: 'shared/src/contract/results.ts',
    after: 'SCORE_REVIEW_STATES = [',
    code: 'new-review-state',
    stops: ['shared/src/words/lists.ts', 'shared/src/words/results.ts'],
  },
  outcome: {
    file: 'shared/src/rules/results/judge-subjects.ts',
    after: 'export type Outcome =',
    code: 'new-outcome',
    written: "'new-outcome' |",
    stops: ['bff/src/features/results/publish-results.ts', 'shared/src/words/results.ts'],
  },
  'kind of change': {
    file: 'shared/src/rules/changes/notice-change.ts',
    after: 'CHANGE_UNITS = [',
    code: 'new-change',
    stops: ['shared/src/rules/changes/concerns.ts', 'shared/src/words/changes.ts'],
  },
};
