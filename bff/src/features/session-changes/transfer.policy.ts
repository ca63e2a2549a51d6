import { type Fen, type LocalDate, sumFen } from '@jikaotong/shared/kernel';
import { notAfter, spanOf } from '@jikaotong/shared/rules/progress';
import type { Refused } from '../../platform/http';
import type { Application } from '../applications';
import type { Session } from '../sessions';

/** Where an application could go on. */
export type Target = Pick<
  Session,
  'id' | 'bodyId' | 'noticeId' | 'state' | 'offeringCodes' | 'windows' | 'examStart'
> & {
  /** What the offering costs there. */
  readonly feeFen: Fen | null;
  /** A retake follows the same 补考方案 there, or none. */
  readonly sameScheme: boolean;
};

/**
 * Null where the application may go on in that session, else `transfer-refused` with the reason: another session of the
 * same notice with the same offering, still open to be admitted and paid, for the same subjects of a retake, at the fee that was promised at submission.
 */
export function judgeTransfer(
  row: Pick<Application, 'sessionId' | 'bodyId' | 'noticeId' | 'offeringCode' | 'fees'>,
  target: Target,
  day: LocalDate,
): Refused | null {
  const no = (reason: string, data: Record<string, number> = {}): Refused => {
    return { refused: 'transfer-refused', data: { reason, ...data } };
  };
  if (target.id === row.sessionId) return no('same-session');
  if (target.bodyId !== row.bodyId || target.noticeId !== row.noticeId) return no('other-notice');
  if (!target.offeringCodes.includes(row.offeringCode)) return no('offering-missing');
  if (target.state !== 'published' || day >= target.examStart || notAfter(lastDay(target), day)) return no('over');
  if (!target.sameScheme) return no('scheme-differs');
  const promised = sumFen((row.fees ?? []).map(({ fen }) => fen));
  if (target.feeFen === null || target.feeFen !== promised) {
    return no('fee-differs', { promisedFen: promised, feeFen: target.feeFen ?? 0 });
  }
  return null;
}

/** As long as an approval there still makes sense: until payment ends, or applications where no payment is. */
const lastDay = ({ windows }: Target): LocalDate | null =>
  spanOf(windows, 'payment').closes ?? spanOf(windows, 'application').closes;
