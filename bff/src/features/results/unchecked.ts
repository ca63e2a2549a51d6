import type { Context } from '../../platform/http';
import { listStaffOf } from '../accounts';
import type { Session } from '../sessions';
import type { StoredResult } from './result.record';

/** Whether a mark still waits for a second person; what a score review corrected was looked at already. */
export const isUnconfirmed = ({ confirmedBy, reviewId }: Pick<StoredResult, 'confirmedBy' | 'reviewId'>): boolean =>
  confirmedBy === null && reviewId === null;

/**
 * Whether a mark keeps its offering from being published: nobody has confirmed it and somebody else of the body could.
 * Where a second person has to agree, a body that has nobody else waits as well.
 */
export async function waitsForCheck(
  { h, ports }: Pick<Context, 'h' | 'ports'>,
  session: Pick<Session, 'bodyId'>,
): Promise<(mark: StoredResult) => boolean> {
  if (ports.config.needsSecondPerson) return isUnconfirmed;
  const checkers = (await listStaffOf(h, session.bodyId))
    .filter(({ state, roles }) => state === 'active' && roles.some(confirmsMarks))
    .map(({ accountId }) => accountId);
  return (mark) => isUnconfirmed(mark) && checkers.some((id) => id !== mark.recordedBy);
}

const confirmsMarks = (role: string): boolean => role === 'score-officer' || role === 'administrator';
