import type { Handle } from '../../platform/db';
import { type Frame, findApplications, loadFrames } from '../applications';
import { loadNoticeVersion } from '../notices';
import type { Admitted } from '../participants';
import { type Session, findExamDay } from '../sessions';

/** What a ticket says of its exam, beside who sits where. */
export type TicketFrame = Pick<Frame, 'notice' | 'sessionName'> & { readonly ofStage?: boolean };

/** Of the exam day of a stage: its notice as it runs. */
export const stageTicketFrame = async (
  h: Handle,
  { name, noticeVersionId }: Pick<Session, 'name' | 'noticeVersionId'>,
): Promise<TicketFrame> => ({
  notice: (await loadNoticeVersion(h, noticeVersionId)).notice,
  sessionName: name,
  ofStage: true,
});

/** The frames of the tickets of one exam day, by candidate; of an application that is gone there is none. */
export async function ticketFramesOf(
  h: Handle,
  eventId: string,
  candidates: readonly Pick<Admitted, 'candidateId'>[],
): Promise<(candidateId: string) => TicketFrame | null> {
  const examDay = await findExamDay(h, eventId);
  if (examDay?.kind === 'stage') {
    const frame = await stageTicketFrame(h, examDay);
    return () => frame;
  }
  const ids = candidates.map(({ candidateId }) => candidateId);
  const rows = new Map((await findApplications(h, ids)).map((row) => [row.id, row]));
  const frameOf = await loadFrames(h, [...rows.values()]);
  return (candidateId) => {
    const row = rows.get(candidateId);
    return row ? frameOf(row) : null;
  };
}
