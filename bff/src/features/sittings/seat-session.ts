import { offeringOf } from '@jikaotong/shared/notice';
import { newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { loadNoticeVersion } from '../notices';
import { listPaid, report } from '../participants';
import { type ExamPaper, type Session, freezePlaces, listExamPapers, listSites } from '../sessions';
import { type GivenSeat, giveSeats, judgeSeatingDay } from './seating.policy';
import type { Sitting } from './sitting.record';
import { insertSittings, sittingsIn } from './sitting.repository';

/**
 * Gives every paid candidate of a locked session a seat per subject; who has one keeps it. From the first seat on, papers
 * stay as they are and rooms only grow. Refuses `too-early`, `too-late`, `session-incomplete`, `seats-short`, each with its data.
 */
export async function seatPaid(ctx: Context, session: Session): Promise<void> {
  refuseWhen(judgeSeatingDay(session.windows, ctx.now.day));
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const paid = await listPaid(ctx.h, session.id);
  const given = giveSeats({
    subjectsOf: (code) => offeringOf(notice, code)?.subjects.map((subject) => subject.code) ?? [],
    papers: await listExamPapers(ctx.h, session.id),
    sites: await listSites(ctx.h, session.id),
    guests: paid.map(({ id: participantId, offeringCode }) => ({ participantId, offeringCode })),
    taken: await sittingsIn(ctx.h, session.id),
  });
  if (!given.ok) return refuse(given.error.refused, given.error.data);
  if (given.value.length === 0) return;
  await insertSittings(
    ctx.h,
    given.value.map((seat) => sittingOf(session.id, seat)),
  );
  await freezePlaces(ctx.h, session.id);
  const seated = [...new Set(given.value.map(({ participantId }) => participantId))];
  await report(ctx.h, seated, { seated: true });
  ctx.audit('session-seated', { sessionId: session.id }, { candidates: seated.length });
}

const sittingOf = (sessionId: string, { participantId, paper, room, slot, seat }: GivenSeat): Sitting => ({
  id: newId(),
  sessionId,
  participantId,
  offeringCode: paper.offeringCode,
  subject: paper.subject,
  day: paper.day,
  startsAt: paper.startsAt,
  endsAt: paper.endsAt,
  siteId: paper.siteId,
  siteName: paper.siteName,
  address: paper.address,
  roomId: room.id,
  roomName: room.name,
  slot,
  seat,
  place: placeOf(paper, room.id, seat),
  state: 'planned',
});

/** Rooms are numbered as they were entered: their ids put them in that order. */
const placeOf = ({ day, startsAt }: ExamPaper, roomId: string, seat: number): string =>
  `${day} ${startsAt} ${roomId} ${String(seat).padStart(4, '0')}`;
