import { type LocalDate, addDays, addMonths, addYears, laterOf } from '../../kernel';
import { type OwnPeriods, monthsKept } from './periods';
import { type HeldKind, RETENTION } from './retention';

/** Where an enrolment stands, as far as it decides how long its data is kept. */
export type EnrolmentFacts = {
  readonly isDraft: boolean;
  /** In one of its events it is still on its way. */
  readonly isLive: boolean;
  readonly startedOn: LocalDate;
  /** The last day of its events; null: never announced. */
  readonly lastDay: LocalDate | null;
  readonly resultsOn: LocalDate | null;
  readonly retakeUntil: LocalDate | null;
  /** Passed, and the certificate is not issued yet. */
  readonly awaitsCertificate: boolean;
  readonly certificateOn: LocalDate | null;
  readonly scoreReviewOpen: boolean;
  /** An open order, a refund on its way or a case about its money. */
  readonly moneyOpen: boolean;
  /** A correction that waits for a decision, or another case about its person. */
  readonly correctionOpen: boolean;
  readonly caseOpen: boolean;
  /** It has marks, seats or tickets. */
  readonly hasExam: boolean;
};

/** Why an enrolment cannot be deleted yet, the one to deal with first. */
export const LIVE_REASONS = [
  'live',
  'money',
  'correction',
  'case',
  'score-review',
  'certificate',
  'retake',
  'results',
] as const;
export type LiveReason = (typeof LIVE_REASONS)[number];

/** The day from which the periods of an enrolment count; null while nobody can say. */
export function endedOn(facts: EnrolmentFacts): LocalDate | null {
  const { isLive, lastDay, awaitsCertificate, moneyOpen, correctionOpen, caseOpen } = facts;
  if (awaitsCertificate || moneyOpen || correctionOpen || caseOpen || (isLive && lastDay === null)) return null;
  return [facts.resultsOn, facts.retakeUntil, facts.certificateOn].reduce<LocalDate>(
    (last, day) => (day === null ? last : laterOf(last, day)),
    lastDay ?? facts.startedOn,
  );
}

/** Null: over, and may be deleted on this day. A draft never stands in the way. */
export function whyLive(facts: EnrolmentFacts, today: LocalDate): LiveReason | null {
  if (facts.isDraft) return null;
  if (facts.moneyOpen) return 'money';
  if (facts.correctionOpen) return 'correction';
  if (facts.caseOpen) return 'case';
  if (facts.isLive && (facts.lastDay === null || facts.lastDay >= today)) return 'live';
  if (facts.scoreReviewOpen) return 'score-review';
  if (facts.awaitsCertificate) return 'certificate';
  if (facts.retakeUntil !== null && facts.retakeUntil >= today) return 'retake';
  if (facts.isLive && facts.hasExam && facts.resultsOn === null) return 'results';
  return null;
}

/** The last day on which something of a kind is kept by a body; null: nobody can say yet, or it never ends. */
export function keptUntil(
  kind: HeldKind,
  { endedOn: ended, madeOn, own }: { readonly endedOn: LocalDate | null; readonly madeOn: LocalDate | null } & Own,
): LocalDate | null {
  const { keep } = RETENTION[kind];
  const months = monthsKept(kind, own);
  if (months !== null) return ended && addMonths(ended, months);
  if (keep.from === 'made')
    return madeOn && ('days' in keep ? addDays(madeOn, keep.days) : addYears(madeOn, keep.years));
  return null;
}

/** The periods that the body has set for itself. */
type Own = { readonly own: OwnPeriods };

/**
 * Until when a whole enrolment is kept: who somebody is stays as long as what would mean nothing without it, such as
 * marks.
 */
export function scopeKeptUntil(
  facts: EnrolmentFacts,
  { kind, own }: { readonly kind: 'application' | 'entry' } & Own,
): LocalDate | null {
  const ended = endedOn(facts);
  if (ended === null) return null;
  const kinds: readonly HeldKind[] = facts.isDraft
    ? ['draft']
    : facts.hasExam
      ? ['identity', kind, 'exam']
      : ['identity', kind];
  return kinds
    .map((one) => keptUntil(one, { endedOn: ended, madeOn: null, own }) ?? ended)
    .reduce((last, day) => laterOf(last, day));
}
