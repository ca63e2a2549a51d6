import { pseudonymOf } from '@jikaotong/shared/rules/draw';
import { type Notice, type SubjectCode, isAnnouncedLater, offeringOf } from '@jikaotong/shared/notice';
import {
  type Place,
  type SeatingCandidate,
  type SeatingFault,
  type SeatingStep,
  candidatesAfter,
  planSeating,
} from '@jikaotong/shared/rules/seating';
import { type Context, refuse, refuseWhen } from '../../platform/http';
import { seatNeedsOf } from '../applications';
import { backersOf } from '../contests';
import { neighboursOf } from '../candidates';
import { loadNoticeVersion } from '../notices';
import { type Participant, report } from '../participants';
import { type ExamPaper, type Session, freezePlaces, listExamPapers, listSites } from '../sessions';
import { refuseSeatClash } from './heat-clashes';
import { type Guest, type SeatingFrame, companyOf, numbered, seatingFrame } from './seating-input';
import { judgeLaterSeatingDay, judgeSeatingDay, seatsToAdd } from './seating.policy';
import { seatingWindowsOf } from './seating-windows';
import { addStep, promisedSeating, reveal, seedOf, stepsOf } from './seating.repository';
import { sittersOf } from './sitters';
import type { Sitting } from './sitting.record';
import { insertSittings, sittingsIn } from './sitting.repository';
import { tellAnnounced } from './tell-announced';

/**
 * Gives every paid candidate of a locked session a seat per subject, by the seed that was promised; who has one keeps it.
 * From the first seat on, papers stay as they are and rooms only grow. A subject announced later is seated once it has a
 * paper, also after the exam has begun, then for those who sit the others, and whoever holds a ticket already hears of it.
 * Refuses `too-early`, `too-late`, `session-incomplete`, `seats-short`, each with its data.
 */
export async function seatPaid(ctx: Context, session: Session, byAccountId: string | null): Promise<void> {
  const { frame, input, step, paid, participantOf } = await seatingOf(ctx, session);
  const plan = planSeating(input);
  if (!plan.ok) return refuseFault(plan.error, frame);
  if (plan.value.length === 0) return;
  const sittings = plan.value.map((place) =>
    frame.sittingOf(place, { sessionId: session.id, participantId: participantOf(place) }),
  );
  if (session.kind === 'stage') await refuseSeatClash(ctx.h, session.id, sittings);
  await insertSittings(ctx.h, sittings);
  await addStep(ctx, session.id, { step, byAccountId });
  await noteSeated(ctx, session, { sittings, paid });
}

/** What follows when seats were given: places freeze, everybody's row knows it, who holds a ticket hears of it. */
export async function noteSeated(
  ctx: Context,
  session: Session,
  { sittings, paid }: { readonly sittings: readonly Sitting[]; readonly paid: readonly Participant[] },
): Promise<void> {
  await reveal(ctx.h, await promisedSeating(ctx, session.id), ctx.now.ms);
  await freezePlaces(ctx.h, session.id);
  const seated = [...new Set(sittings.map(({ participantId }) => participantId))];
  await report(ctx.h, seated, { seated: true });
  ctx.audit('session-seated', { sessionId: session.id }, { candidates: seated.length });
  const ticketed = paid.filter(({ ticketIssuedAt }) => ticketIssuedAt !== null);
  await tellAnnounced(ctx, session, { sittings, ticketed });
}

/** All that decides about the seats of a session now, and the step that it would be. */
export async function seatingOf(ctx: Context, session: Session) {
  const { notice } = await loadNoticeVersion(ctx.h, session.noticeVersionId);
  const papers = await listExamPapers(ctx.h, session.id);
  if (session.kind === 'stage' && session.state === 'cancelled') refuse('wrong-state', { state: 'stage-cancelled' });
  const windows = seatingWindowsOf(session, notice);
  const tooLate = judgeSeatingDay(windows, ctx.now.day);
  const later = papers.filter(
    (paper) => isAnnouncedLater(notice, paper) && !judgeLaterSeatingDay(windows, paper, ctx.now.day),
  );
  if (later.length === 0) refuseWhen(tooLate);
  const paid = (await sittersOf(ctx.h, session)).filter(({ seated }) => seated || !tooLate);
  const seating = await promisedSeating(ctx, session.id);
  const steps = (await stepsOf(ctx.h, session.id)).map(({ step }) => step);
  const frame = seatingFrame(await listSites(ctx.h, session.id), papers);
  const taken = await sittingsIn(ctx.h, session.id);
  const keyOf = (participantId: string) => pseudonymOf(seating, participantId);
  const kept = taken.flatMap((sitting) => frame.placeOf(sitting, keyOf(sitting.participantId)) ?? []);
  const isPlaced = ({ subject }: { readonly subject: SubjectCode }) =>
    session.kind === 'session' || papers.length === 0 || papers.some((paper) => paper.subject === subject);
  // of a stage only what is held in rooms; the rest is its draw's
  const toSeat = (code: string) =>
    subjectsToSeat(notice, code, { later, withOthers: !tooLate }).filter((subject) => isPlaced({ subject }));
  const keepsBack = frame.rooms.some(({ reserved }) => reserved.length > 0);
  const candidates = candidatesAfter(steps);
  const printed = (code: string) => (offeringOf(notice, code)?.subjects ?? []).map((subject) => subject.code);
  const guests = await guestsOf(ctx, { paid, keyOf, toSeat, printed, taken, keepsBack });
  const changed = numbered(guests, candidates).filter((one) => !isAlike(one, candidates.get(one.key)));
  for (const one of changed) candidates.set(one.key, one);
  const step: SeatingStep = {
    kind: 'drawn',
    shifts: frame.shifts,
    rooms: frame.rooms,
    candidates: changed,
    stood: steps.length === 0 ? kept : [],
    mayMove: false,
    byDay: true,
  };
  const byKey = new Map(paid.map(({ id }) => [keyOf(id), id]));
  return {
    notice,
    frame,
    paid,
    step,
    taken,
    participantOf: ({ key }: Pick<Place, 'key'>) => byKey.get(key) ?? nobody(key),
    input: {
      seed: seedOf(ctx.ports.crypto, seating),
      candidates: [...candidates.values()],
      shifts: frame.shifts,
      rooms: frame.rooms,
      kept,
      byDay: true,
    },
  };
}

const nobody = (key: string): never => {
  throw new Error(`nobody who paid is ${key}`);
};

/** Refuses with what keeps people from being seated. */
export function refuseFault({ unplanned, short }: SeatingFault, frame: SeatingFrame): never {
  if (unplanned.length > 0)
    return refuse('session-incomplete', {
      missing: unplanned.map(({ offering, subject }) => `paper:${offering}:${subject}`),
    });
  return refuse('seats-short', seatsToAdd(short, frame));
}

async function guestsOf(
  { h, ports }: Context,
  given: {
    readonly paid: readonly Participant[];
    readonly keyOf: (participantId: string) => string;
    readonly toSeat: (offeringCode: string) => readonly SubjectCode[];
    /** All subjects of an offering, in their order. */
    readonly printed: (offeringCode: string) => readonly SubjectCode[];
    readonly taken: readonly Sitting[];
    readonly keepsBack: boolean;
  },
): Promise<Guest[]> {
  const candidateIds = given.paid.map(({ candidateId }) => candidateId);
  const facts = await neighboursOf(h, ports.crypto, candidateIds);
  const needs = await seatNeedsOf(h, ports.crypto, candidateIds);
  // whom entrants start for stands with the entry
  const backers = await backersOf(h, ports.crypto, entrantsAmong(given.paid));
  const sat = new Map<string, SubjectCode[]>();
  for (const { participantId, subject } of given.taken)
    sat.set(participantId, [...(sat.get(participantId) ?? []), subject]);
  return given.paid.map(({ id, candidateId, offeringCode }) => {
    const { employer = null, unitId = null, subjects = null } = facts.get(candidateId) ?? {};
    const wanted = given.toSeat(offeringCode).filter((subject) => subjects === null || subjects.includes(subject));
    const taking = [...(sat.get(id) ?? []), ...wanted];
    return {
      key: given.keyOf(id),
      offeringCode,
      subjects: given.printed(offeringCode).filter((subject) => taking.includes(subject)),
      company: companyOf(employer ?? backers.get(candidateId)?.unit ?? null) ?? unitId,
      // where no seat is kept back, who plans the rooms finds one by hand
      reserved: given.keepsBack && needs.has(candidateId),
    };
  });
}

const entrantsAmong = (paid: readonly Participant[]): string[] =>
  paid.flatMap(({ kind, candidateId }) => (kind === 'entry' ? [candidateId] : []));

const isAlike = (one: SeatingCandidate, other: SeatingCandidate | undefined): boolean =>
  other !== undefined &&
  one.offering === other.offering &&
  one.group === other.group &&
  one.reserved === other.reserved &&
  one.subjects.join() === other.subjects.join();

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
