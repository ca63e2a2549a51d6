import { In } from 'typeorm';
import { type Handle, updateWhere } from '../../platform/db';
import { type Participant, participantRecord } from './participant.record';

/** What a feature to the right may say of a participant, in the transaction of its own effect. */
export type Report = Partial<
  Pick<
    Participant,
    | 'orderState'
    | 'transferClaimed'
    | 'paidAt'
    | 'seated'
    | 'ticketIssuedAt'
    | 'resultsComplete'
    | 'resultsPublishedOn'
    | 'resultPendingOn'
    | 'outcome'
    | 'scoreReviewOpen'
    | 'objectedOn'
    | 'retakeUntil'
    | 'certificate'
    | 'certificateIssuedOn'
  >
>;

/** Reports one and the same thing of approved participants; tells how many there were. */
export const report = (h: Handle, ids: readonly string[], said: Report): Promise<number> =>
  write(h, ids, { state: 'approved' }, said);

/** Notes how an order stands, whatever the state: a participant who was stopped has one as well. */
export const noteOrder = (
  h: Handle,
  ids: readonly string[],
  said: Pick<Report, 'orderState' | 'transferClaimed' | 'paidAt'>,
): Promise<number> => write(h, ids, {}, said);

const write = async (
  h: Handle,
  ids: readonly string[],
  of: Partial<Pick<Participant, 'state'>>,
  said: Report,
): Promise<number> => (ids.length === 0 ? 0 : updateWhere(h, participantRecord, { id: In([...ids]), ...of }, said));
