import { type Notice, type SubjectCode, isAnnouncedLater, offeringOf } from '@jikaotong/shared/notice';
import { newId } from '../../platform/db';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { loadNoticeVersion } from '../notices';
import { listPaid, report } from '../participants';
import { type ExamPaper, type Session, freezePlaces, listExamPapers, listSites } from '../sessions';
import { type GivenSeat, giveSeats, judgeLaterSeatingDay, judgeSeatingDay } from './seating.policy';
import type { Sitting } from './sitting.record';
import { insertSittings, sittingsIn } from './sitting.repository';
import { tellAnnounced } from './tell-announced';

/**
 * Gives every paid candidate of a locked session a seat per subject; who has one keeps it. From the first seat on, papers
 * stay as they are and rooms only grow. A subject announced later is seated once it has a paper, also after the exam has
 * begun, then for those who sat the others, and whoever holds a ticket already hears of it. Refuses `too-early`,
 * `too-late`, `session-incomplete`, `seats-short`, each with its data.
 */
export async function seatPaid(ctx: Context, session: Session): Promise<void> {
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const papers = await listExamPapers(ctx.h, session.id);
  const tooLate = judgeSeatingDay(session.windows, ctx.now.day);
  const later = papers.filter(
    (paper) => isAnnouncedLater(notice, paper) && !judgeLaterSeatingDay(session.windows, paper, ctx.now.day),
  );
  if (later.length === 0) refuseWhen(tooLate);
  const paid = (await listPaid(ctx.h, session.id)).filter(({ seated }) => seated || !tooLate);
  const given = giveSeats({
    subjectsOf: (code) => subjectsToSeat(notice, code, { later, withOthers: !tooLate }),
    papers,
    sites: await listSites(ctx.h, session.id),
    guests: paid.map(({ id: participantId, offeringCode }) => ({ participantId, offeringCode })),
    taken: await sittingsIn(ctx.h, session.id),
  });
  if (!given.ok) return refuse(given.error.refused, given.error.data);
  if (given.value.length === 0) return;
  const sittings = given.value.map((seat) => sittingOf(session.id, seat));
  await insertSittings(ctx.h, sittings);
  await freezePlaces(ctx.h, session.id);
  const seated = [...new Set(given.value.map(({ participantId }) => participantId))];
  await report(ctx.h, seated, { seated: true });
  ctx.audit('session-seated', { sessionId: session.id }, { candidates: seated.length });
  const ticketed = paid.filter(({ ticketIssuedAt }) => ticketIssuedAt !== null);
  await tellAnnounced(ctx, session, { sittings, ticketed });
}

/** The subjects of an offering that are seated now: those of the exam days, and of the later ones those with a paper. */
const subjectsToSeat = (
  notice: Notice,
  offeringCode: string,
  { later, withOthers }: { readonly later: readonly ExamPaper[]; readonly withOthers: boolean },
): readonly SubjectCode[] =>
  (offeringOf(notice, offeringCode)?.subjects ?? [])
    .map(({ code }) => code)
    .filter((subject) =>
      isAnnouncedLater(notice, { offeringCode, subject })
        ? later.some((paper) => paper.offeringCode === offeringCode && paper.subject === subject)
        : withOthers,
    );

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
