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
    | 'outcome'
    | 'scoreReviewOpen'
    | 'retakeUntil'
    | 'certificate'
    | 'certificateIssuedOn'
  >
>;

/** Participants by their own ids, or every event of some candidates. */
export type Whom = { readonly ids: readonly string[] } | { readonly candidateIds: readonly string[] };

/** Reports one and the same thing of approved participants; tells how many there were. */
export const report = (h: Handle, whom: Whom, said: Report): Promise<number> =>
  write(h, whom, { state: 'approved' }, said);

/** Notes how an order stands, whatever the state: a participant who was stopped has one as well. */
export const noteOrder = (
  h: Handle,
  whom: Whom,
  said: Pick<Report, 'orderState' | 'transferClaimed' | 'paidAt'>,
): Promise<number> => write(h, whom, {}, said);

async function write(h: Handle, whom: Whom, of: Partial<Pick<Participant, 'state'>>, said: Report): Promise<number> {
  const ids = 'ids' in whom ? whom.ids : whom.candidateIds;
  if (ids.length === 0) return 0;
  const who = 'ids' in whom ? { id: In([...ids]) } : { candidateId: In([...ids]) };
  return updateWhere(h, participantRecord, { ...who, ...of }, said);
}
