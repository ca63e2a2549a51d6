import type { LocalDate } from '@jikaotong/shared/kernel';
import { publicityRuns, spanOf } from '@jikaotong/shared/rules/progress';
import { type CertificatePrefix, bodyPartOf, checkBodyPart } from '@jikaotong/shared/rules/numbering';
import type { Refused } from '../../platform/http';
import type { Session } from '../sessions';

/** Certificates are issued once publicity is over and every score review is decided. */
export function judgeIssuing(
  { resultsPublishedOn, windows }: Pick<Session, 'resultsPublishedOn' | 'windows'>,
  given: { day: LocalDate; openReviews: number },
): Refused | null {
  if (resultsPublishedOn === null) return { refused: 'not-published' };
  if (publicityRuns({ windows }, given.day))
    return { refused: 'publicity-open', data: { until: spanOf(windows, 'publicity').closes } };
  return given.openReviews > 0 ? { refused: 'review-open', data: { open: given.openReviews } } : null;
}

/** Positions 1 to 13 of the body's numbers; refuses a body that has not entered them. */
export function bodyPartFor(prefix: CertificatePrefix | null): string | Refused {
  if (prefix === null) return { refused: 'number-pattern-wrong', data: { reason: 'certificate-prefix-missing' } };
  const bodyPart = bodyPartOf(prefix);
  const fault = checkBodyPart(bodyPart);
  return fault ? { refused: 'number-pattern-wrong', data: { reason: fault.code } } : bodyPart;
}
