import type { LocalDate } from '@jikaotong/shared/kernel';
import type { Notice } from '@jikaotong/shared/notice';
import type { Assessment } from '@jikaotong/shared/rules/eligibility';
import { type IdentityFault, judgeToldIdentity } from '@jikaotong/shared/rules/identity';
import type { Crypto } from '../../platform/crypto';
import { type Application, assessSubmission, openApplicant, openToldParts } from '../applications';

type ExamDays = { readonly examStart: LocalDate; readonly examEnd: LocalDate };

/** What stands against an application because of the exam day alone; nothing in either: it holds. */
export type ExamDayFaults = {
  readonly identity: readonly IdentityFault[];
  /** Set when the conditions, judged on the exam day by the notice's rule, are no longer met. */
  readonly assessment: Assessment | null;
};

/**
 * Judges again what hangs on the exam day: a document must be valid on its last day, and a notice may judge conditions
 * on its first. What stood against the candidate on the days before (null: nothing did) is known already and left out.
 */
export function newFaults(
  crypto: Crypto,
  row: Application,
  notice: Notice,
  days: ExamDays,
  before: ExamDays | null,
): ExamDayFaults {
  const candidate = openApplicant(crypto, row);
  const { facts } = openToldParts(crypto, row);
  const applicationOn = row.firstSubmittedOn;
  if (applicationOn === null) return { identity: [], assessment: null };
  const identityOn = ({ examEnd }: ExamDays) =>
    judgeToldIdentity(candidate, { matrix: notice.identity, applicationOn, examOn: examEnd }).filter(isOfExamDay);
  const assessedOn = ({ examStart }: ExamDays) =>
    assessSubmission({ notice, offeringCode: row.offeringCode, facts, candidate, on: examStart });
  const identity = before && identityOn(before).length > 0 ? [] : identityOn(days);
  if (notice.referenceDay.value !== 'exam-day') return { identity, assessment: null };
  const assessment = assessedOn(days);
  const wasOut = before !== null && assessedOn(before).verdict === 'ineligible';
  return { identity, assessment: assessment.verdict === 'ineligible' && !wasOut ? assessment : null };
}

const isOfExamDay = (fault: IdentityFault): boolean => fault.code === 'identity-expired' && fault.data.on === 'exam';
