import type { CertificateHold } from '@jikaotong/shared/contract';
import type { LocalDate } from '@jikaotong/shared/kernel';
import { publicityRuns, spanOf } from '@jikaotong/shared/rules/progress';
import { type CertificatePrefix, bodyPartOf, checkBodyPart, isNumberedLevel } from '@jikaotong/shared/rules/numbering';
import type { Refused } from '../../platform/http';
import { type Session, publishedOnFor, windowsFor } from '../sessions';

/** Certificates of an offering are issued once its publicity is over; refuses where that is so of none. */
export function judgeIssuing(session: Issued, day: LocalDate): Refused | null {
  const published = session.offeringCodes.filter((code) => publishedOnFor(session, code) !== null);
  if (published.length === 0) return { refused: 'not-published' };
  if (published.some((code) => mayIssue(session, code, day))) return null;
  const ends = published.map((code) => spanOf(windowsFor(session, code), 'publicity').closes);
  return { refused: 'publicity-open', data: { until: ends.toSorted()[0] ?? null } };
}

/** Whether the publicity of an offering is over: nobody waits for another offering's. */
export const mayIssue = (session: Issued, offeringCode: string, day: LocalDate): boolean =>
  publishedOnFor(session, offeringCode) !== null && !publicityRuns({ windows: windowsFor(session, offeringCode) }, day);

type Issued = Pick<Session, 'offeringCodes' | 'publications' | 'windows'>;

/** Somebody who passed and waits. */
export type Held<T> = { readonly of: T; readonly hold: CertificateHold };

type Passed = {
  readonly id?: string;
  readonly offeringCode: string;
  readonly scoreReviewOpen: boolean;
  readonly candidateId: string;
  readonly objectedOn: LocalDate | null;
};

/**
 * Who of those that passed gets a certificate now, and who waits for what. A mark that is being checked holds its own
 * certificate and nobody else's, and so do a level that the national number has no place for and a name that no font has.
 */
export function judgePassed<T extends Passed>(
  passed: readonly T[],
  levelOf: (offeringCode: string) => number | null,
  unprintable: ReadonlySet<string | null> = new Set(),
  /** Participants of whom a breach is not decided. */
  accused: ReadonlySet<string> = new Set(),
): { readonly ready: readonly T[]; readonly held: readonly Held<T>[] } {
  const holdOf = ({
    id = '',
    offeringCode,
    scoreReviewOpen,
    candidateId,
    objectedOn,
  }: Passed): CertificateHold | null => {
    const level = levelOf(offeringCode);
    if (level === null || !isNumberedLevel(level)) return 'level-without-form';
    if (unprintable.has(candidateId)) return 'not-printable';
    if (accused.has(id)) return 'breach-open';
    if (objectedOn !== null) return 'objection-open';
    return scoreReviewOpen ? 'review-open' : null;
  };
  return {
    ready: passed.filter((of) => holdOf(of) === null),
    held: passed.flatMap((of) => {
      const hold = holdOf(of);
      return hold === null ? [] : [{ of, hold }];
    }),
  };
}

/** Positions 1 to 13 of the body's numbers; refuses a body that has not entered them. */
export function bodyPartFor(prefix: CertificatePrefix | null): string | Refused {
  if (prefix === null) return { refused: 'number-pattern-wrong', data: { reason: 'certificate-prefix-missing' } };
  const bodyPart = bodyPartOf(prefix);
  const fault = checkBodyPart(bodyPart);
  return fault ? { refused: 'number-pattern-wrong', data: { reason: fault.code } } : bodyPart;
}
