import type { ApplicationSummary } from '@jikaotong/shared/contract';
import { type LocalDate, addDays } from '@jikaotong/shared/kernel';
import type { Stage } from '@jikaotong/shared/rules/progress';

/**
 * What an application asks of its candidate: something to do, an exam to go to, something to look at, or patience; null
 * where it is over.
 */
export type Thing = {
  readonly application: ApplicationSummary;
  readonly kind: 'do' | 'exam' | 'see' | 'wait';
  /** The last day to do it, or the day of the exam. */
  readonly due: LocalDate | null;
};

const EXAM: readonly Stage[] = ['ticket-open', 'exam-day', 'awaiting-subject'];
const WAITS: readonly Stage[] = [
  'in-review',
  'payment-checking',
  'paid',
  'awaiting-results',
  'result-pending',
  'score-review',
  'awaiting-certificate',
];
/** What ended without an exam is news until its day is over. */
const ENDED: readonly Stage[] = [
  'review-over',
  'returned-over',
  'payment-over',
  'lapsed',
  'rejected',
  'session-cancelled',
];
/** A result or certificate is news for so long after the exam. */
const NEWS_DAYS = 120;

/** The one step that is next with an application, as the application's own room names it. */
type StepOf = (application: ApplicationSummary) => { readonly until: LocalDate | null } | null;
type On = { readonly today: LocalDate; readonly stepOf: StepOf };

/** Others pay: nothing to do, and still under way. */
const isUnitPaying = ({ paidByUnit, progress }: ApplicationSummary): boolean =>
  paidByUnit && progress.stage === 'to-pay';

function thingOf(application: ApplicationSummary, { today, stepOf }: On): Thing | null {
  const { examStart, progress } = application;
  const step = stepOf(application);
  if (step?.until) return { application, kind: 'do', due: step.until };
  if (EXAM.includes(progress.stage)) {
    return { application, kind: 'exam', due: examStart < today ? null : examStart };
  }
  if (WAITS.includes(progress.stage) || isUnitPaying(application)) return { application, kind: 'wait', due: null };
  if (ENDED.includes(progress.stage) && examStart >= today) return { application, kind: 'see', due: null };
  if (step && addDays(examStart, NEWS_DAYS) >= today) return { application, kind: 'see', due: null };
  return null;
}

const ORDER = ['exam', 'do', 'see', 'wait'] as const;

/** Everything of one's own that is under way, the most urgent first: what has a day by its day, then news, then waiting. */
export function thingsOf(applications: readonly ApplicationSummary[], on: On): readonly Thing[] {
  return applications
    .flatMap((application) => thingOf(application, on) ?? [])
    .toSorted(
      (a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999') || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind),
    );
}
